"""What all sections of the data file have in common."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator


class Section(BaseModel):
    """A group of keys: no other keys, and an empty key is an absent one."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, arbitrary_types_allowed=True)

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, raw: Any) -> Any:
        """Take an empty key as an absent one."""
        if not isinstance(raw, dict) or None not in raw.values():
            return raw
        known = {field.alias for field in cls.model_fields.values()}
        return {key: value for key, value in raw.items() if value is not None or key not in known}
