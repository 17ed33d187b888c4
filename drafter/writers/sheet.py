"""What the functions that set blocks in Word work on: the body, and the profile that it is set in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.oxml.document import CT_Body

    from drafter.writers.profile import Profile


@dataclass(frozen=True, slots=True)
class Sheet:
    """The body of a Word file in the making."""

    body: CT_Body
    profile: Profile

    @property
    def last(self) -> object:
        """What the body ends with so far."""
        content = self.body.inner_content_elements
        return content[-1] if content else None
