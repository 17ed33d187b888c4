"""The metadata of the public version: the block on the page, the page tags, the name of the files.

Fields are those that government websites show; an 索引号 is given by the website, it is not made here. Page tags:
《政府网站发展指引》（国办发〔2017〕47号）, 网页标签规范.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.blocks import Title, plain
from drafter.errors import DrafterError
from drafter.facts import PENDING
from drafter.report.fields import SignDate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.blocks import Document
    from drafter.facts import Mark
    from drafter.publication.masking import Masks
    from drafter.report import Report

FILE_NAME = "{单位}{年度}年法治政府建设年度报告"
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_LONGEST = 70  # characters; file systems take 255 bytes
MIDNIGHT = "00:00"
"""PubDate has hours and minutes; the file has the day only."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of the metadata: its label, its value, and the entry of the data file it comes from."""

    label: str
    value: str
    key: str


def entries(report: Report, document: Document, masks: Masks) -> tuple[Entry, ...]:
    """Return the fields that are filled in, in the order in which they are shown."""
    given, unit = report.publication, report.organization
    number = given.document_number or report.submission.document_number
    rows = (
        ("索引号", given.index_number, "公开.索引号"),
        ("标题", title_of(document), "公开.标题" if given.title else "报送.标题"),
        ("主题分类", given.subject, "公开.主题分类"),
        ("体裁分类", given.genre, "公开.体裁分类"),
        ("发布机构", given.publisher or unit.full_name, "公开.发布机构"),
        ("责任部门", given.department, "公开.责任部门"),
        ("发文字号", "" if number == PENDING.value else number, "报送.发文字号"),
        ("成文日期", _day(report.submission.date), "报送.成文日期"),
        ("发布日期", _day(given.release_date), "公开.发布日期"),
        ("有效性", given.validity, "公开.有效性"),
        ("公开方式", given.manner, "公开.公开方式"),
        ("公开类别", given.category, "公开.公开类别"),
        ("公开范围", given.scope, "公开.公开范围"),
        ("内容概述", given.summary, "公开.内容概述"),
        ("关键词", "；".join(given.keywords), "公开.关键词"),
    )
    return tuple(Entry(label, masks.text(value), key) for label, value, key in rows if value)


def title_of(document: Document) -> str:
    """Return the title of a document on one line."""
    titles = (block for block in document.blocks if isinstance(block, Title))
    return next((plain(span for part in block.parts for span in part) for block in titles), "")


def _day(date: SignDate | Mark | None) -> str:
    if not isinstance(date, SignDate) or date.day is None:
        return ""
    return date.last.isoformat()


def tags(report: Report, shown: Iterable[Entry], masks: Masks) -> tuple[tuple[str, str], ...]:
    """Return the page tags that are known, in the order of the guide."""
    site, given = report.publication.site, report.publication
    known = {entry.label: entry.value for entry in shown}
    released = known.get("发布日期", "")
    rows = (
        ("SiteName", site.name),
        ("SiteDomain", site.domain),
        ("SiteIDCode", site.code),
        ("ColumnName", site.column),
        ("ColumnType", site.column_type),
        ("ArticleTitle", known.get("标题", "")),
        ("PubDate", f"{released} {MIDNIGHT}" if released else ""),
        ("ContentSource", given.origin or known.get("发布机构", "")),
        ("Keywords", ",".join(given.keywords)),
        ("Description", given.summary),
        ("Url", site.address),
    )
    return tuple((name, masks.text(value)) for name, value in rows if value)


REQUIRED = (
    "SiteName",
    "SiteDomain",
    "SiteIDCode",
    "ColumnName",
    "ColumnType",
    "ArticleTitle",
    "PubDate",
    "ContentSource",
)
"""Tags that the page of an article has to carry; what is missing the website adds."""


def file_name(report: Report, document: Document, masks: Masks) -> str:
    """Return the name of the published files, without suffix.

    Raises:
        DrafterError: the pattern names something unknown.
    """
    unit = report.organization
    made = report.publication.file_name.removesuffix(".docx") or FILE_NAME
    values = {"单位": unit.full_name, "简称": unit.short_name, "年度": str(report.year), "标题": title_of(document)}
    for name, value in values.items():
        made = made.replace(f"{{{name}}}", value)
    if "{" in made or "}" in made:
        raise DrafterError(f"“公开.文件名”里只能用{'、'.join(f'{{{name}}}' for name in values)}。请改正。")
    clean = _FORBIDDEN.sub("", masks.text(made)).strip(" .")[:_LONGEST]
    return clean or f"{report.year}年法治政府建设年度报告"
