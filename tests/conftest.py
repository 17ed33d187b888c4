"""Tests import their helpers by name; every Word file that they write is judged at the end."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parent))

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session", autouse=True)
def valid_word_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Every .docx that the program wrote in a test is valid (test_writers_valid.py says so if that cannot be told)."""
    yield
    from validator import all_faults, command  # noqa: PLC0415 - only where there is something to judge

    from drafter.writers.package import unchanged  # noqa: PLC0415 - only where there is something to judge

    found = {path.read_bytes(): path for path in tmp_path_factory.getbasetemp().rglob("*.docx") if path.is_file()}
    written = [path for content, path in found.items() if unchanged(content)]
    if written and command():
        faulty = all_faults(written)
        assert not faulty, faulty
