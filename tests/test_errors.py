"""What the system refuses is told in Chinese."""

from __future__ import annotations

import errno
import re
from typing import TYPE_CHECKING

import pytest

from drafter.errors import DrafterError, reason
from drafter.readers.package import Package
from drafter.readers.text import read_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REFUSALS = (errno.ENOSPC, errno.EACCES, errno.EROFS, errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG)


@pytest.mark.parametrize("number", REFUSALS, ids=errno.errorcode.get)
def test_a_reason_is_chinese(number: int) -> None:
    """No word of the system's own, and not the same for two refusals."""
    assert re.fullmatch(r"[\u4e00-\u9fff，]+", reason(OSError(number, "No such thing")))
    assert len({reason(OSError(one, "")) for one in REFUSALS}) == len(REFUSALS)


def test_an_unknown_refusal_has_its_number() -> None:
    """Who helps can look it up; an error without a number is told too."""
    assert reason(OSError(99999, "strange")) == "系统错误 99999"
    assert reason(OSError("strange")) == "原因不明"


@pytest.mark.parametrize("read", [read_lines, Package])
def test_what_cannot_be_read_is_told_with_its_reason(read: Callable[[Path], object], tmp_path: Path) -> None:
    """A name that no system takes, as the end of a path that was pasted."""
    with pytest.raises(DrafterError, match="打不开（名称太长）"):
        read(tmp_path / f"{'长' * 300}.txt")
