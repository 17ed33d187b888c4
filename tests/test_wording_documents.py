"""Whole drafts of every type of organ: what no 事项 shows alone, because it lies between paragraphs and parts.

A draft is made of everything that the type is asked (all facts, all measures), of the numbers or the measures alone, or
of random halves of them; the halves are drawn from fixed seeds, so that a failure can be seen again.
"""

from __future__ import annotations

import random
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from given import asked_facts, asked_measures, detail, value, whole_of
from offices import FULL_NAMES
from register import pattern, rows
from ruamel.yaml import YAML
from sentences import faults

from drafter import check, compose
from drafter.blocks import Addressee, Heading, Point, Signature, Title, plain, spans_of
from drafter.outline import FACTS, MATTERS, MEASURES, TOPICS, Organ
from drafter.outline.parts import BY_PARTS, BY_TOPICS
from drafter.report import Report
from drafter.resources import text as resource
from drafter.wording.names import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from drafter.blocks import Block, Document, Spans

POINTS_OF_THE_FIRST = [
    resource(f"templates/matters/{matter.english}.txt").splitlines()[0] for matter in TOPICS[0].matters
]
ALIKE = 5
"""So many characters make two beginnings alike."""
HALVES = 12
"""So many random halves are drawn for each type of organ."""
SLOGANS = re.compile("扎实|持续|深入|切实|不断|着力|大力|狠抓|进一步|全方位|深化|纵深|走深走实|有力有效|稳步|积极")
POLITICAL = re.compile("习近平|党的[一二三四五六七八九十]+大|全会|两个确立|两个维护|四个意识|四个自信|新时代|党中央")
_ORGAN_FILE = Path(__file__).with_name("data") / "organ_words.yaml"
ORGAN_WORDS: dict[str, list[str]] = YAML(typ="safe").load(_ORGAN_FILE.read_text(encoding="utf-8"))
_ORGAN_WORD = re.compile("|".join(ORGAN_WORDS["一类机关的词"]))
LEAD = "深入贯彻习近平法治思想，重点做好以下工作。"
OWN_WORDS: dict[str, Any] = {
    "不足和原因": [
        {"标题": "法治力量不足", "表现": "专职人员偏少。", "原因": "岗位编制有限"},
        {"标题": "案卷质量不高", "表现": "个别文书送达不规范。", "原因": "业务培训不够"},
    ],
    "第一责任人履职": [{"标题": "坚持依法决策", "内容": "重大事项先审查、后决定。"}],
    "下一年度安排": [
        {"引语": LEAD},
        {"标题": "充实法治力量", "内容": "增配专职人员2名。"},
        {"标题": "提升案卷质量", "内容": "全年评查案卷不少于60卷。"},
    ],
}

each_organ = pytest.mark.parametrize("organ", list(Organ), ids=[organ.name for organ in Organ])
each_skeleton = pytest.mark.parametrize("skeleton", [BY_PARTS, BY_TOPICS], ids=["parts", "topics"])


def everything(_name: str) -> bool:
    """Choose every fact and every measure."""
    return True


def numbers(name: str) -> bool:
    """Choose the facts alone."""
    return name in FACTS


def measures(name: str) -> bool:
    """Choose the measures alone."""
    return name in MEASURES


def half(seed: int) -> Callable[[str], bool]:
    """Return a choice of every other fact and measure, drawn anew for each seed; every sixth 事项 is left out."""
    drawn = random.Random(seed)  # noqa: S311 - the seed makes it the same each time
    left_out = {name for name in MATTERS if drawn.random() < 1 / 6}
    names = [*FACTS, *MEASURES]
    matters = {item.name: matter.name for matter in MATTERS.values() for item in (*matter.facts, *matter.measures)}
    chosen = {name for name in names if drawn.random() < 1 / 2 and matters[name] not in left_out}
    return chosen.__contains__


def data(organ: Organ, chosen: Callable[[str], bool]) -> dict[str, Any]:
    """Return the part 数据 of a file with what was chosen of everything that an organ type is asked."""
    result: dict[str, Any] = {}
    for matter in (matter for matter in MATTERS.values() if organ in matter.organs):
        asked = [name for name in asked_facts(matter.name, organ) if FACTS[name].kind != "rate" and chosen(name)]
        taken = [name for name in asked_measures(matter.name, organ) if chosen(name)]
        given: dict[str, Any] = {name: value(name, asked) for name in asked}
        if taken:
            given["开展工作"] = [{name: detail(name)} if MEASURES[name].detail else name for name in taken]
        if given:
            result[matter.name] = given
    return result


def ones(organ: Organ) -> dict[str, Any]:
    """Return the part 数据 of a file in which everything happened once; of the parts of a number the first stands."""
    result: dict[str, Any] = {}
    for matter in (matter for matter in MATTERS.values() if organ in matter.organs):
        asked = [name for name in asked_facts(matter.name, organ) if FACTS[name].kind != "rate"]
        later = {part for name in asked for parts in FACTS[name].parts for part in parts[1:]}
        given = {name: "1" if FACTS[name].kind in {"count", "decimal", "money"} else "示例甲" for name in asked}
        result[matter.name] = {name: value for name, value in given.items() if name not in later}
    return result


def noughts_and_ones(organ: Organ, seed: int) -> dict[str, Any]:
    """Return the part 数据 of a file in which things happened once or not at all, or were not counted."""
    drawn = random.Random(seed)  # noqa: S311 - the seed makes it the same each time
    result: dict[str, Any] = {}
    for matter in (matter for matter in MATTERS.values() if organ in matter.organs):
        asked = [FACTS[name] for name in asked_facts(matter.name, organ) if FACTS[name].kind in {"count", "money"}]
        counts = {fact.name: drawn.choice((None, 0, 1, 1)) for fact in asked}
        for fact in reversed(asked):
            wholes = [counts[whole] for whole in whole_of(fact) if counts.get(whole) is not None]
            if counts[fact.name] and wholes:
                counts[fact.name] = min(wholes)
        for fact in asked:
            for parts in fact.parts:
                there = [part for part in parts if counts.get(part)]
                counts |= dict.fromkeys(there[1:] if counts[fact.name] != 0 else there, 0)
        taken = [name for name in asked_measures(matter.name, organ) if drawn.random() < 1 / 4]
        given: dict[str, Any] = {name: str(count) for name, count in counts.items() if count is not None}
        result[matter.name] = given | {"开展工作": taken}
    return result


def report(organ: Organ, given: dict[str, Any], **layout: str) -> Report:
    """Return a data file with what is given, and a few words of one's own where the rule asks for them."""
    return Report.model_validate(
        {
            "年度": "2024",
            "单位": {"类型": organ.value, "全称": FULL_NAMES[organ]},
            "报送": {"成文日期": "2025年1月16日"},
            "版式": layout,
            "数据": given,
            **OWN_WORDS,
        },
    )


@cache
def drafts(organ: Organ, skeleton: str = BY_PARTS, points: str = "段内") -> tuple[tuple[str, Report, Document], ...]:
    """Return the drafts of an organ type, each with what it is made of."""
    choices = {"全部": everything, "只有数": numbers, "只有做法": measures}
    choices |= {f"一半（{seed}）": half(seed) for seed in range(HALVES)}
    made = {name: report(organ, data(organ, chosen), 骨架=skeleton, 分点=points) for name, chosen in choices.items()}
    return tuple((name, given, compose(given)) for name, given in made.items())


def body(document: Document) -> list[Block]:
    """Return the blocks between 主送机关 and 署名."""
    return [block for block in document.blocks if not isinstance(block, Title | Addressee | Signature)]


def headings(document: Document) -> list[tuple[int, str]]:
    """Return the headings of a draft with their levels."""
    return [(b.level, plain(b.text).rstrip("。")) for b in body(document) if isinstance(b, Heading)]


def paragraphs(document: Document) -> list[tuple[str, Spans]]:
    """Return the paragraphs of a draft without headings that run in, each with the heading that it stands under."""
    result: list[tuple[str, Spans]] = []
    heading = ""
    for block in body(document):
        if isinstance(block, Heading):
            heading = plain(block.text).rstrip("。")
            result += [(heading, block.body)] if block.body else []
        else:
            result.append((heading, tuple(spans_of(block))))
    return result


def points(organ: Organ, skeleton: str = BY_PARTS) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield the points (要点 and what follows) of each draft of an organ type that has a paragraph for each."""
    for name, _, document in drafts(organ, skeleton, "分段"):
        told = [plain(block.text).partition("。") for block in body(document) if isinstance(block, Point)]
        yield name, [(head, rest) for head, _, rest in told]


def unnumbered(text: str) -> str:
    """Return a text without its 一是, （一）, 一、."""
    return re.sub("^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+[是、])", "", text)


def alike(neighbours: list[str]) -> list[str]:
    """Return the beginnings that two neighbours share."""
    starts = [unnumbered(text)[:ALIKE] for text in neighbours]
    return [first for first, second in pairwise(starts) if first == second]


@each_organ
@each_skeleton
@pytest.mark.parametrize("points", ["段内", "分段"], ids=["joined", "apart"])
def test_neighbouring_paragraphs_begin_differently(organ: Organ, skeleton: str, points: str) -> None:
    """No two adjacent paragraphs begin with the same five characters, headings and 一是 set aside."""
    found = []
    for name, _, document in drafts(organ, skeleton, points):
        found += [(name, start) for start in alike([plain(text) for _, text in paragraphs(document)])]
    assert found == []


@each_organ
@each_skeleton
def test_neighbouring_headings_begin_differently(organ: Organ, skeleton: str) -> None:
    """No two adjacent headings of a level begin alike; those of the parts are the rule's own words and may."""
    found = []
    for name, _, document in drafts(organ, skeleton):
        for level in (1, 2):
            told = [text for at, text in headings(document) if at == level and not re.match(r"\d{4}年", text)]
            found += [(name, start) for start in alike(told)]
    assert found == []


@each_organ
def test_neighbouring_points_begin_differently(organ: Organ) -> None:
    """No two adjacent points begin with the same five characters, neither their 要点 nor what follows."""
    found = []
    for name, told in points(organ):
        found += [(name, start) for start in alike([head for head, _ in told])]
        found += [(name, start) for start in alike([rest for _, rest in told])]
    assert found == []


@each_organ
@each_skeleton
def test_every_paragraph_is_good_chinese(organ: Organ, skeleton: str) -> None:
    """The checker of sentences finds no fault in any paragraph of any draft."""
    found = []
    for name, _, document in drafts(organ, skeleton):
        for heading, spans in paragraphs(document):
            found += [(name, heading, fault) for fault in faults(plain(spans).replace("如下：", "如下。"))]
    assert found == []


@each_organ
def test_one_of_everything_reads_well(organ: Organ) -> None:
    """Where everything happened once, no 均, 其中 or 包括 is said of the one, and no paragraph has any other fault."""
    given = report(organ, ones(organ))
    document = compose(given)
    found = [(heading, fault) for heading, spans in paragraphs(document)[1:] for fault in faults(plain(spans))]
    assert found == []
    assert [str(finding) for finding in check(given, document) if finding.code in {"陈述-01", "陈述-03"}] == []


@each_organ
def test_noughts_and_ones_read_well(organ: Organ) -> None:
    """Where things happened once, or not at all, or were not counted, no paragraph has a fault."""
    found = []
    for seed in range(HALVES):
        given = report(organ, noughts_and_ones(organ, seed))
        document = compose(given)
        for heading, spans in paragraphs(document)[1:]:
            found += [(seed, heading, fault) for fault in faults(plain(spans))]
        found += [(seed, str(finding)) for finding in check(given, document) if finding.code in {"陈述-01", "陈述-03"}]
    assert found == []


@each_organ
def test_struck_sentences_stay_away(organ: Organ) -> None:
    """No sentence that a reading struck stands in any draft, whatever its numbers."""
    found = []
    struck = [pattern(sentence, any_number=True) for sentence, _, _ in rows()]
    for name, _, document in drafts(organ):
        text = "\n".join(plain(spans) for _, spans in paragraphs(document))
        found += [(name, sentence.pattern) for sentence in struck if sentence.search(text)]
    assert found == []


@each_organ
def test_no_word_of_another_type(organ: Organ) -> None:
    """What the program says, from the opening to the last part, has the words of this type of organ and of no other."""
    found = []
    for name, given, document in drafts(organ):
        own = sorted({*words(given).values(), given.organization.full_name}, key=len, reverse=True)
        for block in body(document):
            text = "".join(span.text if span.kind == "wording" else "□" for span in spans_of(block))
            for allowed in (*own, *ORGAN_WORDS["都可以用的词"]):
                text = text.replace(allowed, "□")
            found += [(name, text[max(0, at.start() - 6) : at.end() + 6]) for at in _ORGAN_WORD.finditer(text)]
    assert found == []


@each_organ
@each_skeleton
def test_political_phrases_have_their_places(organ: Organ, skeleton: str) -> None:
    """The fixed phrases stand in the opening, in the first 专题 and in the lead of part four, and nowhere else."""
    found = []
    for name, _, document in drafts(organ, skeleton):
        allowed = {"", TOPICS[0].heading, *POINTS_OF_THE_FIRST}
        for heading, spans in paragraphs(document):
            text = plain(spans)
            if POLITICAL.search(text) and heading not in allowed and text != LEAD:
                found.append((name, text[:40]))
        found += [
            (name, text) for _, text in headings(document) if POLITICAL.search(text) and text != TOPICS[0].heading
        ]
    assert found == []


@each_organ
def test_part_four_says_its_lead(organ: Organ) -> None:
    """The clerk's leading sentence opens part four."""
    for _, _, document in drafts(organ):
        (heading,) = [heading for heading, spans in paragraphs(document) if plain(spans) == LEAD]
        assert heading == "2025年推进法治政府建设的主要安排"


@each_organ
@each_skeleton
def test_no_slogans(organ: Organ, skeleton: str) -> None:
    """Behind the opening no paragraph says a slogan twice, and none says two of them."""
    found = []
    for name, _, document in drafts(organ, skeleton):
        for heading, spans in paragraphs(document)[1:]:
            said = SLOGANS.findall(plain(spans))
            if len(said) > 1:
                found.append((name, heading, said))
    assert found == []


@each_organ
@each_skeleton
def test_an_empty_topic_is_absent(organ: Organ, skeleton: str) -> None:
    """A 专题 stands in the report if and only if something is given for its 事项; no heading is left alone."""
    found = []
    titles = {topic.heading for topic in TOPICS}
    for name, given, document in drafts(organ, skeleton):
        stand = [text for _, text in headings(document) if text in titles]
        wanted = [topic.heading for topic in TOPICS if {matter.name for matter in topic.matters} & spoken_of(given)]
        found += [(name, stand, wanted)] if stand != wanted else []
        found += [(name, text) for text in lonely(body(document))]
    assert found == []


def spoken_of(given: Report) -> set[str]:
    """Return the 事项 of which something is given."""
    return {name for name, facts in given.data.model_dump(by_alias=True).items() if any(facts.values())}


def lonely(blocks: list[Block]) -> Iterator[str]:
    """Yield the headings that nothing follows before the next of their level or above."""
    for block, after in pairwise(blocks):
        if isinstance(block, Heading) and not block.body and isinstance(after, Heading) and after.level <= block.level:
            yield plain(block.text)


@each_organ
@each_skeleton
def test_everything_is_stated_once(organ: Organ, skeleton: str) -> None:
    """``check`` finds nothing left out, nothing stated twice, and no gap."""
    found = []
    for name, given, document in drafts(organ, skeleton):
        codes = {"陈述-01", "陈述-03", "缺项-01"}
        found += [(name, str(finding)) for finding in check(given, document) if finding.code in codes]
    assert found == []


@each_organ
def test_the_time_is_said_once_a_paragraph(organ: Organ) -> None:
    """A 事项 says 全年, 年内 or the year once at most, and the next that says the time uses another word."""
    found = []
    for name, _, document in drafts(organ, points="分段"):
        told = [plain(span for span in spans if span.kind == "wording") for _, spans in paragraphs(document)[1:]]
        said = [re.findall("全年|年内|2024年，", text) for text in told]
        found += [(name, times) for times in said if len(times) > 1]
        turned = [times[0] for times in said if times]
        found += [(name, first) for first, second in pairwise(turned) if first == second]
    assert found == []
