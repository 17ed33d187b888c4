"""The register of readings: sentences that a reading struck, why, and what replaced them (``data/register.md``)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("data") / "register.md"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@cache
def rows() -> tuple[tuple[str, ...], ...]:
    """Return the rows of the register: the sentence, the reason, the replacement."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    cells = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines if line.startswith("|")]
    return tuple(cells[2:])


def pattern(sentence: str, *, any_number: bool = False) -> re.Pattern[str]:
    """Return what finds a struck sentence: …… stands for what varies within a sentence.

    ``any_number``: another number makes no other sentence, but where it was struck because of its number: one thing,
    100%, two numbers that are the same.
    """
    parts = [re.escape(part) for part in sentence.split("……")]
    numbers = _NUMBER.findall(sentence)
    if any_number and len(numbers) == 1 and numbers[0] not in {"1", "100"}:
        parts = [part.replace(re.escape(numbers[0]), r"\d[\d.]*") for part in parts]
    return re.compile("[^。；\n]{0,40}".join(parts))
