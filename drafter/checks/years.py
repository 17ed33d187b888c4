"""年度: one year throughout, and a date that fits it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from drafter.checks.rules import Hit, rule
from drafter.outline.parts import ACHIEVEMENTS, PLANS
from drafter.report.fields import SignDate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Subject
    from drafter.report import Path

_YEAR = re.compile(r"(20\d\d)年")


def _headings(subject: Subject) -> Iterator[tuple[str, Path, int]]:
    """Yield the clerk's own headings with the year that they may name."""
    report, year = subject.report, subject.report.year
    yield report.submission.title, ("报送", "标题"), year
    for name, heading in report.order.items():
        yield heading, ("提纲",), year + 1 if name == PLANS else year
    for at, section in enumerate(report.achievements):
        yield section.heading, (ACHIEVEMENTS, at, "标题"), year


@rule(
    "年度-01",
    "错误",
    finds="标题里的年份与报告年度不一致",
    why="多是从上一年的稿子改来，没有改净。",
    wrong="年度: 2024，标题写“2023年推进法治政府建设的主要举措和成效”",
    right="2024年推进法治政府建设的主要举措和成效",
    source="《党政机关公文处理工作条例》第二十条",
    authority="法规",
)
def headings(subject: Subject) -> Iterator[Hit]:
    """A heading may name the year of the report (下一年度安排: the next one), no other."""
    for text, path, right in _headings(subject):
        for year in _YEAR.findall(text):
            if int(year) != right:
                yield Hit(f"“{text}”里写的是{year}年，应为{right}年。请改正", path)


@rule(
    "年度-02",
    "错误",
    finds="成文日期与报告年度对不上",
    why="年度报告在当年年底至下一年成文。",
    wrong="年度: 2024，成文日期: 2024年1月16日",
    right="成文日期: 2025年1月16日",
    source="《法治政府建设与责任落实督察工作规定》第四章",
    authority="法规",
)
def sign_date(subject: Subject) -> Iterator[Hit]:
    """成文日期 lies in the last quarter of the report's year or in the next year."""
    date, year = subject.report.submission.date, subject.report.year
    if not isinstance(date, SignDate):
        return
    path: Path = ("报送", "成文日期")
    if date.last < dt.date(year, 10, 1) or date.year > year + 1:
        yield Hit(f"{year}年度的报告，成文日期写的是{date.text}。请核对年份", path)
    elif date.year == year:
        yield Hit(f"成文日期{date.text}在年度结束以前，数据没有到年底。请在正文里写明统计截止日", path, "提示")


@rule(
    "年度-03",
    "提示",
    finds="成文日期晚于今天",
    why="签发以后才有成文日期；先填的日期容易忘记改。",
    wrong="今天是2025年1月10日，成文日期写2025年1月16日",
    right="成文日期: 2025年1月（日未定）",
    source="《党政机关公文处理工作条例》第九条",
    authority="法规",
)
def future_date(subject: Subject) -> Iterator[Hit]:
    """成文日期 after today."""
    date = subject.report.submission.date
    if subject.today is not None and isinstance(date, SignDate) and date.day and date.last > subject.today:
        yield Hit(f"成文日期{date.text}晚于今天。日未定请写 {date.year}年{date.month}月", ("报送", "成文日期"))
