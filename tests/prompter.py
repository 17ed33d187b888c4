"""Puts prompts to whoever sits at the terminal: each argument is one, as JSON; what comes back is printed after ⇒."""

from __future__ import annotations

import json
import sys
from typing import Any

from drafter.questionnaire import Option
from drafter.terminal.prompt import Prompt
from drafter.terminal.screen import screen


def _prompt(fields: dict[str, Any]) -> Prompt:
    """Return the prompt of its fields; options are [value, label, group]."""
    options = tuple(Option(*option) for option in fields.pop("options", []))
    rows = {name: tuple(fields.pop(name)) for name in ("above", "below", "lines") if name in fields}
    return Prompt(**fields, **rows, options=options, fault=lambda raw: "不能是错" if raw == "错" else "")


shown = screen()
with shown.session():
    for argument in sys.argv[1:]:
        sys.stdout.write(f"⇒ {shown.ask(_prompt(json.loads(argument)))!r}\n")
        sys.stdout.flush()
