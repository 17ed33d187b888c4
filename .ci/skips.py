"""Name the skipped tests; fail if one of them is not on the list: ``skips.py tests.xml allowed-skips.txt``."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from xml.etree import ElementTree as ET


def main(results: Path, allowed: Path) -> int:
    """Print every skipped or expectedly failing test with its reason; return 1 if one of them may not be skipped."""
    patterns = [line for line in allowed.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    cases = list(ET.parse(results).iter("testcase"))  # noqa: S314 - pytest wrote it a moment ago
    unexpected = 0
    for case in cases:
        for skip in case.iter("skipped"):
            told = f"{case.get('classname')}::{case.get('name')}: {skip.get('message')}"
            listed = any(re.search(pattern, told) for pattern in patterns)
            unexpected += not listed
            print(f"{'allowed' if listed else 'NOT ON THE LIST'}: {told}")
    print(f"{len(cases)} tests, {unexpected} skipped that are not on {allowed.name}")
    return int(unexpected > 0 or not cases)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
