"""How fast the program is, as ratios against a baseline measured in the same run.

    python benchmarks/speed.py

Cold figures are whole processes against a bare Python; warm figures are one report in a running process against the
same paragraphs put into python-docx's own default document. Medians; nothing here is asserted in a test.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import docx

from drafter import compose, load, write
from drafter.blocks import plain, spans_of
from drafter.checks.text import Line, check_text, subject_of_lines
from drafter.checks.text.normal import normalise

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "baishi-town.yaml"
ROUNDS = 9


def median(action: Callable[[], object]) -> float:
    """Return the median time of an action in milliseconds, after one round that does not count."""
    action()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def process(*arguments: str) -> Callable[[], object]:
    """Return the action of running one Python process."""
    command = [sys.executable, *arguments]
    return lambda: subprocess.run(command, capture_output=True, check=True)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "report.docx"
        document = compose(load(EXAMPLE).report)
        paragraphs = [plain(spans_of(block)) for block in document.blocks]

        def whole() -> None:
            write(compose(load(EXAMPLE).report), target)

        def baseline() -> None:
            bare = docx.Document()
            for paragraph in paragraphs:
                bare.add_paragraph(paragraph)
            bare.save(str(target))

        python = median(process("-c", "pass"))
        lines = [Line(text) for text in paragraphs * (10_000 // sum(map(len, paragraphs)) + 1)]

        def checked() -> None:
            check_text(subject_of_lines(lines))

        def normalised() -> None:
            for line in lines:
                normalise(line.text)

        rows = [
            ("drafter --help", median(process("-m", "drafter", "--help")), python, "python -c pass"),
            (
                "drafter build（一份，整个进程）",
                median(process("-m", "drafter", "build", str(EXAMPLE), "-o", folder)),
                python,
                "python -c pass",
            ),
            ("检查一份一万字的报告（进程已启动）", median(checked), median(normalised), "只统一标点、空白"),
            ("读、造句、写 Word（进程已启动）", median(whole), median(baseline), "python-docx 默认文档，同样的段落"),
        ]
    for name, ours, theirs, against in rows:
        print(f"{name}：{ours:.0f} 毫秒，是“{against}”（{theirs:.0f} 毫秒）的 {ours / theirs:.1f} 倍")


if __name__ == "__main__":
    main()
