"""Four real reports as data files: the drafts state every number of the originals, each where it belongs.

The data files take numbers and facts only; headings and sentences are our own. ``*.numbers.yaml`` lists each number of
an original with the part and the topic where it stands and with how the data file holds it.

How numbers are counted: every figure of an original is one number as often as it stands there, among them limits
(100万以上), zeros (0死亡, 零败诉) and counted 一二三 (一人); a 100% that the original says once of three rates is one.
Not counted are dates, numbering, reference codes and the names of things (1+8). A number is within the catalogue only
where the fact means what the original says: a number under a merely similar fact is 自拟 or 文字.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from register import pattern, rows
from rereaders import Item, from_blocks, from_docx, from_markdown
from ruamel.yaml import YAML

from drafter import check, compose, load
from drafter.blocks import Document, Heading, Span, all_spans, plain, spans_of
from drafter.outline import FACTS, TOPIC_OF
from drafter.outline.parts import ACHIEVEMENTS, BY_PARTS, BY_TOPICS, SKELETONS
from drafter.report.ledger import Ledger
from drafter.writers import WRITERS

if TYPE_CHECKING:
    from drafter.report import Report

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
DATA = HERE / "data" / "reports"
ORIGINALS = ROOT.parent / "shared" / "reports"
NAMES = sorted(file.name.removesuffix(".numbers.yaml") for file in DATA.glob("*.numbers.yaml"))
OUTSIDE_THE_CATALOGUE = {"自拟", "文字"}
WAYS = {"事实", "计算", "做法", "引用"} | OUTSIDE_THE_CATALOGUE
NO_NUMBERS = {"年份", "日期", "规划年段", "序号", "索引号", "工作机制的名称", "清单名称里的年份"}
"""What a figure may be that is not counted."""
CHINESE_NUMBER = re.compile(r"[一二两三四五六七八九十百]+(?=人次|人|名|件|份|起|条)")

each = pytest.mark.parametrize("name", NAMES)


@dataclass(frozen=True)
class Place:
    """A paragraph of a draft: the part and the topic under which it stands (topic only in part one)."""

    part: str
    topic: str
    text: str
    spans: tuple[Span, ...]


def listed(name: str) -> dict[str, Any]:
    """Return the list of the numbers of an original."""
    return YAML(typ="safe").load(DATA / f"{name}.numbers.yaml")


@cache
def report_of(name: str) -> Report:
    """Return a real report as a data file."""
    return load(DATA / f"{name}.yaml").report


@cache
def draft(name: str) -> Document:
    """Return the draft of a real report."""
    return compose(report_of(name))


def places(name: str) -> list[Place]:
    """Return the paragraphs of a draft with the part and the topic that they stand under."""
    report = report_of(name)
    topics = {section.heading: section.topic for section in report.achievements}
    topics |= {topic.heading: topic.name for topic in TOPIC_OF.values() if topic.heading not in topics}
    levels = SKELETONS[report.layout.skeleton]
    parts = iter(part for part in report.order if levels.achievements or part != ACHIEVEMENTS)
    part = topic = ""
    result = []
    for block in draft(name).blocks:
        heading = plain(block.text).rstrip("。") if isinstance(block, Heading) else ""
        level = block.level if isinstance(block, Heading) else 0
        if level == levels.topic and heading in topics:
            part, topic = ACHIEVEMENTS, topics[heading]
        elif level == 1:
            part, topic = next(parts), ""
        spans = tuple(spans_of(block))
        result.append(Place(part, topic, plain(spans), spans))
    return result


def test_the_reports_are_here() -> None:
    """A 区, a 镇, a 街道 and a 管委会; the 区 by topics, the others by parts."""
    assert NAMES == [
        "longhua-district-2019",
        "nicheng-town-2024",
        "shushan-street-2023",
        "xidongting-committee-2023",
    ]
    assert [report_of(name).layout.skeleton for name in NAMES] == [BY_TOPICS, BY_PARTS, BY_PARTS, BY_PARTS]


@each
def test_every_number_is_stated_in_its_part(name: str) -> None:
    """The draft states each number as often as the original does, under the same part and topic."""
    wanted = Counter((e["部分"], e.get("专题", ""), e.get("写作", e["数"])) for e in listed(name)["数"])
    given = places(name)
    missing = []
    for (part, topic, text), times in wanted.items():
        pattern = re.compile(rf"(?<![\d.,]){re.escape(text)}")
        here = [p.text for p in given if part in {"", p.part} and topic in {"", p.topic}]
        if sum(len(pattern.findall(paragraph)) for paragraph in here) < times:
            missing.append(f"{part}／{topic}：{text}")
    assert missing == []


@each
def test_numbers_come_from_where_the_list_says(name: str) -> None:
    """A fact is printed by the span of that fact, a detail by its measure, in the part and topic of the list."""
    wrong = []
    for entry in listed(name)["数"]:
        assert entry["表示"] in WAYS
        spans = [
            s for p in places(name) if p.part == entry["部分"] and p.topic == entry.get("专题", "") for s in p.spans
        ]
        if not _held(entry, spans):
            wrong.append(entry)
    assert wrong == []


def _held(entry: dict[str, Any], spans: list[Span]) -> bool:
    called = entry.get("名", "")
    if isinstance(called, list):
        return all(_held(entry | {"名": fact}, spans) for fact in called)
    match entry["表示"]:
        case "文字":
            return any(span.kind == "prose" and entry.get("写作", entry["数"]) in span.text for span in spans)
        case "做法":
            return any(span.key == f"开展工作.{called}" and span.text for span in spans)
        case "引用":
            return any(span.fact.endswith(f".{called}") and not span.stated for span in spans)
        case way:
            ours = [span for span in spans if span.fact.endswith(f".{called}") and span.stated]
            known = (called in FACTS) == (way != "自拟")
            return known and len(ours) == 1 and entry.get("写作", entry["数"]).startswith(ours[0].text)


@each
def test_at_most_a_fifth_is_outside_the_catalogue(name: str) -> None:
    """Numbers in prose or 自拟数据 are at most a fifth of all that the original has."""
    entries = listed(name)["数"]
    outside = [entry for entry in entries if entry["表示"] in OUTSIDE_THE_CATALOGUE]
    assert len(outside) * 5 <= len(entries), [entry["数"] for entry in outside]


@each
def test_nothing_is_stated_twice(name: str) -> None:
    """No fact is stated twice, and none that is given is left out."""
    stated = Counter(span.fact for span in all_spans(draft(name)) if span.fact and span.stated)
    assert [fact for fact, times in stated.items() if times > 1] == []
    given = {e.full_name for e in Ledger(report_of(name)).entries.values() if (e.known or e.zero) and not e.computed}
    assert given - set(stated) == set()


@each
def test_checked_without_error(name: str) -> None:
    """The numbers of the originals agree with each other; the parts that an original lacks are all that is wrong."""
    findings = check(report_of(name), draft(name))
    lacking = listed(name).get("缺", [])
    missed = [finding for finding in findings if finding.code in {"提纲-01", "提纲-03"}]
    assert [part for part in lacking if not any(part in finding.message for finding in missed)] == []
    others = [finding for finding in findings if not (lacking and finding in missed)]
    assert [str(finding) for finding in others if finding.level == "错误"] == []


def test_no_phrase_of_later_years() -> None:
    """The draft of 2019 has the words of its year, which its file gives, and none that came later."""
    text = "".join(item.text + item.body for item in from_blocks(draft("longhua-district-2019")))
    assert "党的十九大和十九届二中、三中、四中全会精神" in text
    assert [word for word in ("习近平法治思想", "二十大", "2021—2025年") if word in text] == []


@each
def test_the_list_is_complete(name: str) -> None:
    """Without the listed numbers and the named exceptions the original has no digit and no counted 一二三 left."""
    file = ORIGINALS / f"{listed(name)['报告']}.txt"
    if not file.is_file():
        pytest.skip("the originals are not here")
    text = file.read_text(encoding="utf-8")
    for entry in listed(name)["数"]:
        pattern = re.compile(rf"(?<![\d.]){re.escape(entry['数'])}")
        assert pattern.search(text), f"{entry['数']} is not in the original as often as it is listed"
        text = pattern.sub("〇", text, count=1)
    for exception in listed(name)["不计"]:
        assert exception["理由"] in NO_NUMBERS
        assert re.search(exception["式"], text), f"{exception['式']} is not in the original"
        text = re.sub(exception["式"], "", text)
    assert re.findall(r".{0,8}\d.{0,8}", text) == []
    assert CHINESE_NUMBER.findall(text) == []


# ---- what a reading struck


def test_register_is_kept() -> None:
    """The register has its rows, each with the sentence, the reason and what replaced it; none stands twice."""
    assert len(rows()) >= 100
    assert all(len(row) == 3 and all(row) for row in rows())
    assert len({sentence for sentence, _, _ in rows()}) == len(rows())


def test_struck_sentences_stay_away() -> None:
    """No sentence of the register stands in a draft of a real report or in an example; …… stands for what varies."""
    files = [*(ROOT / "examples").glob("*.yaml"), *(DATA / f"{name}.yaml" for name in NAMES)]
    texts = {
        file.name: "\n".join(item.text + item.body for item in from_blocks(compose(load(file).report)))
        for file in files
    }
    found = []
    for sentence, _, _ in rows():
        found += [(name, sentence) for name, text in texts.items() if pattern(sentence).search(text)]
    assert found == []


def test_replacements_are_no_struck_sentences() -> None:
    """What the register says instead has not been struck itself."""
    found = [(new, old) for _, _, new in rows() for old, _, _ in rows() if pattern(old).search(new)]
    assert found == []


# ---- one number all the way

WALKED = "调解成功件数"
FILE = """\
年度: 2024
单位:
  类型: 街道
  全称: 示例市云溪区人民政府清河街道办事处
报送:
  成文日期: 2025年1月16日
数据:
  人民调解:
    来源: 司法所
    调解受理件数: 626
    调解成功件数: {number}
不足和原因:
  - {{标题: 力量不足, 表现: 人手少。, 原因: 编制少}}
第一责任人履职:
  - {{标题: 带头学法, 内容: 带头学习法律。}}
下一年度安排:
  - {{标题: 充实力量, 内容: 增加人手。}}
"""


def walk(folder: Path, number: str) -> tuple[Report, Document]:
    """Return the report and the document of a small data file with one number changed."""
    file = folder / "walk.yaml"
    file.write_text(FILE.format(number=number), encoding="utf-8")
    report = load(file).report
    return report, compose(report)


def test_one_number_from_the_file_to_the_model(tmp_path: Path) -> None:
    """The number is read as the clerk wrote it and stands in the ledger with its line, unit and 事项."""
    report, _ = walk(tmp_path, "618")
    assert report.data.people_mediation.mediation_success_count.text == "618"
    entry = Ledger(report).entries[WALKED]
    assert (entry.text, entry.unit, entry.full_name) == ("618", "件", "人民调解.调解成功件数")
    assert report.places.line(entry.path) == 11
    assert Ledger(report).entries["调解成功率"].text == "98.72%"


def test_one_number_in_the_checks(tmp_path: Path) -> None:
    """More successes than cases is an error at the number's own line; the right number is none."""
    report, document = walk(tmp_path, "628")
    (finding,) = [found for found in check(report, document) if found.level == "错误"]
    assert (finding.code, finding.line, finding.key) == ("数据-02", 11, "数据.人民调解.调解成功件数")
    assert "628" in finding.message
    assert "626" in finding.message
    report, document = walk(tmp_path, "618")
    assert [str(found) for found in check(report, document) if found.level == "错误"] == []


def test_one_number_in_the_document(tmp_path: Path) -> None:
    """The number is stated once, by a span that leads back to its entry in the data file."""
    _, document = walk(tmp_path, "618")
    (span,) = [span for span in all_spans(document) if span.fact == "人民调解.调解成功件数"]
    assert (span.text, span.kind, span.stated) == ("618", "fact", True)
    assert (Path(span.file).name, span.line, span.key) == ("walk.yaml", 11, "数据.人民调解.调解成功件数")


def test_one_number_in_the_files(tmp_path: Path) -> None:
    """Blocks, Markdown and Word state the number in the same words of the same paragraph."""
    _, document = walk(tmp_path, "618")
    readings = {
        "blocks": from_blocks(document),
        "md": from_markdown(WRITERS["md"](document)),
        "docx": from_docx(WRITERS["docx"](document)),
    }
    found = {reading: _only(items, "调解成功618件") for reading, items in readings.items()}
    assert found["md"] == found["docx"] == found["blocks"]
    place, item = found["blocks"]
    assert place > 0
    assert item.text + item.body == (
        "深化矛盾纠纷化解，维护社会和谐稳定。全年共受理各类矛盾纠纷626件，调解成功618件，调解成功率98.72%。"
    )


def _only(items: list[Item], words: str) -> tuple[int, Item]:
    ((place, item),) = [(at, item) for at, item in enumerate(items) if words in item.text + item.body]
    return place, item
