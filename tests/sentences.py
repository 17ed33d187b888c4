"""A checker of grammar and punctuation for the sentences of a report.

``faults`` reads one paragraph and names what is wrong with it. Each rule has a Chinese name; the broken sentences of
``data/broken_sentences.yaml`` say which rule must refuse them. Quoted names and gaps are set aside first, so that a
rule never judges the clerk's own names. Marks: GB/T 15834—2011; numbers: GB/T 15835—2011; the rest: 实务.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from ruamel.yaml import YAML

from drafter.outline import FACTS, MEASURES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WORDS: dict[str, list[str]] = {
    name: words.split()
    for name, words in YAML(typ="safe").load(Path(__file__).with_name("data") / "sentence_words.yaml").items()
}
_DECLARED = (item.unit for item in (*FACTS.values(), *MEASURES.values()) if item.unit)
UNITS = sorted({*_WORDS["量词"], *_DECLARED}, key=lambda unit: (-len(unit), unit))
_SHORT = 3  # so many characters may be said again
LONGEST = 45  # characters that a clause may have without a comma

_STOPS = "，、；：。！？"
_HAN = "[\u4e00-\u9fff]"
_UNIT = "(?:" + "|".join(map(re.escape, UNITS)) + ")"
_VERB = "(?:" + "|".join(_WORDS["动词"]) + ")(?!的)"
_RESULT = "(?:" + "|".join(_WORDS["结果"]) + ")"
_NUMBER = r"(?<![A-Za-z\d.,])\d+(?:,\d{3})*(?:\.\d+)?[万亿]?[余多]?"
_NUMBERING = re.compile("^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+[是、])")
_OPENING = re.compile(rf"^(?:全年|年内|一年来|本年度|20\d\d年)?(?:{'|'.join(_WORDS['状语'])})*")


@dataclass(slots=True)
class Reading:
    """A paragraph as the rules see it.

    ``bare`` has 甲 for every quoted name and a number for every gap; ``sentences`` are its sentences without their
    final marks and without “一是”; ``clauses`` the clauses of each, brackets taken out.
    """

    raw: str
    bare: str = ""
    sentences: list[str] = field(default_factory=list)
    clauses: list[list[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        filled = re.sub(r"【待填：([^【】]+)】(?=(.?))", _filler, self.raw).replace("【待确认】", "")
        self.bare = re.sub(r"(《)[^《》]+(》)|(“)[^“”]+(”)", _named, filled)
        self.sentences = [_NUMBERING.sub("", part) for part in re.split("[。！？]", self.bare) if part]
        self.clauses = [re.split("[，；：]", re.sub("（[^（）]*）", "", sentence)) for sentence in self.sentences]


def _filler(gap: re.Match[str]) -> str:
    """Return what stands for a gap: a number, a rate or a name, as the outline declares the fact."""
    kind = FACTS[gap[1]].kind if gap[1] in FACTS else "count" if re.match(_UNIT, gap[2]) else "text"
    return {"rate": "95%", "list": "甲", "text": "甲"}.get(kind, "7")


def _named(name: re.Match[str]) -> str:
    return f"{name[1] or name[3]}甲{name[2] or name[4]}"


_PATTERNS = {
    "其中落空": rf"其中(?:[{_STOPS}）]|$)",
    "缺少数字": (
        rf"(?<![传表到抵下送转直])达(?=[{_STOPS}）])|(?<![行作认视成称人分])为(?=[{_STOPS}）])"
        rf"|(?<![公中])共(?=[{_STOPS}）])|(?:[达为共至]|近|约){_UNIT}(?=[{_STOPS}）])"
    ),
    "共不管率": rf"(?<![公中])共(?!享|同|建|治|青|产|和|性|识|用)[^{_STOPS}（）]{{0,12}}率",
    "量词重复": (
        rf"[\d余多万亿](?!年年)({_UNIT})\1|万元元|%{_UNIT}"
        r"|[\d余多](?:人次|场次|件次|家次|户次|批次)[次人场件家户批](?!民|员)"
    ),
    "字词重复": (
        rf"(?<![公行])([的了共各均达为被将其由向])\1|(?!一)({_HAN}{{2,6}})\2|(?<![涉以])及及|和和|合计共|共合计|共计共|累计共|总计共"
    ),
    "概数重叠": r"[近约超]\d[\d,.]*[万亿]?[余多]|[余多][余多](?!样)|[近约超][近约超]|[近约超]\d[^，。；]*(?:左右|以上)",
    "率后无百分号": r"(?<![效频概])率(?:达到|达|为)?\d+(?:\.\d+)?(?![\d.%])",
    "达字不当": r"率(?:高达|达到|达)(?:[0-8]?\d)(?:\.\d+)?%",
    "顿号多余": r"》、《|”、“|、(?:等(?!级|待)|以及|及(?!时|早|格)|和(?!谐|解|平|睦|美)|与(?!会|时))",
    "词语落空": rf"(?:以及|各类|分别为|包括|等各)(?=[{_STOPS}）])",
    "括号套括号": "（[^（）]*（",
    "人均歧义": "人均(?=[评已被按予可])",
    "开展几件": rf"(?:开展|进行)[^{_STOPS}（）\d]{{0,12}}{_NUMBER}件(?!次)",
    "达字重复": r"率达[\d.]+%、[^，。；]*率达",
    "要点同头": rf"(?:^|。)[一二三四五六七八九十]是({_HAN}{{2}})[^。]*。\1",
    "动词两见": rf"({_VERB})[^{_STOPS}（）《》“”\d]{{1,10}}\1(?!性|化|人|书|员|率)",
    "一件说共": rf"(?:(?<![公中])共(?!同|享|建|治|青|产)|各类(?!纠纷中))[^{_STOPS}（）\d]{{0,14}}(?<![\d.,])1{_UNIT}",
    "现有相连": "(?:^|。)现有[^。]*。现有",
    "分点标点": r"[一二三四五六七八九十]是[，、：。；]|一是[^；]*。[^；]*；[二三四五六七八九十]是",
}
_RAW_PATTERNS = {
    "标点相撞": rf"[{_STOPS}][{_STOPS}]|[（《“][{_STOPS}]|[，、；：]+[）》”]|[{_STOPS}]（(?![一二三四五六七八九十]+）)",
    "句首标点": rf"^[{_STOPS}）》”%]",
    "句末无句号": r"^(?!.*(?:[。！？]|[。！？][”’）])$).+",
    "空括号": "（）|《》|“”|‘’|【】|〔〕|【待填：】",
    "半角标点": r"[;!?()\"']|(?<!\d),|,(?!\d{3})|(?<!\d)\.|\.(?!\d)|(?<!\d):|:(?!\d)|[％０-９]",
    "空格": r"\s",
    "残留记号": (
        "[{}\\[\\]<>|_\\\\#*`~^$\ue000-\uf8ff\x00-\x08]|None|nan|True|False|null"
        "|【(?!待填：[^【】]+】|待确认】|内部：[^【】]+】)"
    ),
}
_FRAGMENT = re.compile(
    r"其中|占(?!道|地|用)|同比|环比|较上年|较去年|达(?!标|成)|均(?!衡)|涉及金额|协议金额|金额|并|且|及(?!时|早)|以及|等(?!级|待)"
    rf"|{_HAN}{{0,3}}率(?:达|为|\d)"
    rf"|(?:全年|年内|20\d\d年，)?共?(?!20\d\d年)[被已]?{_RESULT}?{_NUMBER}{_UNIT}(?=[，。；]|$)"
)
_CALL_NUMBERS = re.compile(r"12\d{3}(?=[\u4e00-\u9fff])|1[12]\d(?=[\u4e00-\u9fff])")
_BARE_UNIT = re.compile(
    rf"(?<![\d余多万亿案事文条证要办信邮部组软硬来函构物稿零附一二两三四五六七八九十百千几数每此逐件])件(?=[{_STOPS}）])"
    rf"|(?<![\d余多万亿])(?:人次|件次|家次|户次|场次|批次|万元)(?=[{_STOPS}）])"
    rf"|(?<![\d余多万亿层每依其首上本此再数屡档场批户家件历频人一二两三四五六七八九十百千几])次(?=[{_STOPS}）])"
    rf"|(?<![\d余多万亿事专逐各款奖选强立单义一二两三四五六七八九十百千几])项(?=[{_STOPS}）])|(?<!\d)%"
)
_TIME = re.compile(r"全年|年内|本年度|一年来|(?<![较比于至从到自—])20\d\d年(?![\d度末底初内来以])")
_PAIRS = {"（": "）", "《": "》", "“": "”", "‘": "’", "【": "】", "〔": "〕", "〈": "〉"}


def _unpaired(reading: Reading) -> Iterator[str]:
    """Find brackets and quotation marks that do not come in pairs, or cross."""
    awaited: list[str] = []
    for character in reading.raw:
        if character in _PAIRS:
            awaited.append(_PAIRS[character])
        elif character in _PAIRS.values() and (not awaited or awaited.pop() != character):
            yield character
            return
    yield from awaited[-1:]


def _fragments(reading: Reading) -> Iterator[str]:
    """Find sentences that begin with what can only follow something."""
    yield from (sentence[:12] for sentence in reading.sentences if _FRAGMENT.match(sentence))


def _without_unit(reading: Reading) -> Iterator[str]:
    """Find numbers without 量词."""
    for number in re.finditer(_NUMBER, reading.bare):
        rest = reading.bare[number.end() :]
        called = _CALL_NUMBERS.match(reading.bare, number.start())
        if not called and not re.match(rf"{_UNIT}|个?工作日|[—～至到—]\d|[A-Za-z]", rest):
            yield reading.bare[max(0, number.start() - 6) : number.end() + 3]


def _without_number(reading: Reading) -> Iterator[str]:
    """Find 量词 without a number."""
    for unit in _BARE_UNIT.finditer(reading.bare):
        yield reading.bare[max(0, unit.start() - 6) : unit.end() + 1]


def _rate_without_number(reading: Reading) -> Iterator[str]:
    """Find clauses that end with a rate without its number, unless they say which way it went."""
    for clause in (clause for clauses in reading.clauses for clause in clauses):
        if re.search("(?<![效频概速])率$", clause) and not any(word in clause for word in _WORDS["走向"]):
            yield clause


def _two_times(reading: Reading) -> Iterator[str]:
    """Find sentences with two words for the time that they speak of."""
    yield from (sentence for sentence in reading.sentences if len(_TIME.findall(sentence)) > 1)


def _two_of_which(reading: Reading) -> Iterator[str]:
    """Find two clauses with 其中 in a row, inside brackets or outside: the second has no total of its own."""
    groups = [re.split("[，；：、]", group) for group in re.findall("（([^（）]*)）", reading.bare)]
    for clauses in (*reading.clauses, *groups):
        for before, clause in pairwise(clauses):
            if before.startswith("其中") and clause.startswith("其中"):
                yield f"{before}，{clause}"


def _no_total(reading: Reading) -> Iterator[str]:
    """Find 其中 with a count where nothing has been counted or named before."""
    for sentence in reading.sentences:
        before, found, after = sentence.partition("其中")
        counted = re.search(r"\d", re.split("[，；：]", after)[0])
        if found and counted and not re.search("[\\d甲均全]", _OPENING.sub("", before)):
            yield f"{before[-8:]}其中{after[:8]}"


def _too_long(reading: Reading) -> Iterator[str]:
    """Find clauses that run on without a comma; the items of a list of counts or names count as clauses."""
    listed = re.sub(rf"(\d[余多]?{_UNIT}|[》”])、", r"\1，", reading.bare)
    for stretch in re.split("[，；：。！？（）]", listed):
        if len(stretch) > LONGEST:
            yield f"{stretch[:12]}……（{len(stretch)}字）"


def _same_verb(reading: Reading) -> Iterator[str]:
    """Find three neighbouring clauses that begin with the same verb."""
    clauses = [clause for sentence in reading.clauses for clause in sentence]
    heads = [re.match(_VERB, _OPENING.sub("", clause)) for clause in clauses]
    for at, (first, second, third) in enumerate(zip(heads, heads[1:], heads[2:], strict=False)):
        if first and second and third and first[0] == second[0] == third[0]:
            yield f"{first[0]}：{'，'.join(clauses[at : at + 3])}"


def _nothing_done(reading: Reading) -> Iterator[str]:
    """Find clauses that are no more than their verb or their word of time."""
    for clause in (clause for clauses in reading.clauses for clause in clauses):
        if len(clause) < 2 or re.fullmatch(rf"(?:全年|年内|其中)?(?:共)?(?:{_VERB})?", clause):
            yield clause


def _stock_phrases(reading: Reading) -> Iterator[str]:
    """Find stock phrases that a paragraph uses more than once."""
    yield from (phrase for phrase in _WORDS["套话"] if reading.bare.count(phrase) > 1)


def _same_head(reading: Reading) -> Iterator[str]:
    """Find neighbouring sentences that begin with the same five characters, the time set aside."""
    heads = [_beginning(sentence)[:5] for sentence in reading.sentences]
    yield from (first for first, second in pairwise(heads) if first == second and len(first) == 5)


def _said_again(reading: Reading) -> Iterator[str]:
    """Find counts and clauses that begin with what the clause before them has just said; a rate may."""
    for before, clause in (pair for clauses in reading.clauses for pair in pairwise(clauses)):
        head = re.match(f"{_HAN}*", clause)[0]  # type: ignore[index] - the pattern matches the empty string
        counted = re.match(_NUMBER, clause[len(head) :]) and len(head) > _SHORT
        again = head[: 2 * _SHORT] if len(head) >= 2 * _SHORT else head if counted else ""
        if again and again in before and not re.match(f"{_HAN}{{,12}}率", clause):
            yield f"{before[-12:]}，{clause[:12]}"


def _beginning(text: str) -> str:
    """Return a clause or sentence without its time word."""
    return re.sub("^(?:全年|年内|一年来|本年度|20\\d\\d年)，?", "", text)


def _rate_of_all(reading: Reading) -> Iterator[str]:
    """Find a rate of 100% where the sentence has said 均 or 全部 already; 纠错 and 败诉 are another matter."""
    for sentence in reading.sentences:
        found = re.search(r"(?:(?<![平人])均(?![衡等])|全部).*?(?<!纠错)(?<!败诉)率(?:达到|达|为)?100%", sentence)
        if found:
            yield found[0][:20]


def _all_of_all(reading: Reading) -> Iterator[str]:
    """Find sentences with two 均."""
    yield from (s for s in reading.sentences if len(re.findall("(?<![平人])均(?![衡等])", s)) > 1)


def _all_of_one(reading: Reading) -> Iterator[str]:
    """Find 均, 全部, 其中 or 包括 said of a single thing."""
    single = rf"(?<![\d.,])1{_UNIT}(?:，|（)(?:已?全部|均(?![衡等])|其中|包括)"
    yield from (found[0] for found in re.finditer(single, reading.bare))


def _one_again(reading: Reading) -> Iterator[str]:
    """Find a single thing that is counted twice (1件，按期回复1件); like things side by side are two."""
    outcome = rf"{_HAN}{{0,4}}(?!办结|审结)(?:{_RESULT}|适用{_HAN}{{0,4}}|准予许可|不予许可|持证|出庭|备案|纠正|废止)"
    counted = rf"(?:^|[，。；：）])(?![^，。；：）]*\d{_UNIT}、)[^，。；：）]*?(?<![\d.,])1({_UNIT})[，（]{outcome}1\1"
    for found in re.finditer(counted, reading.bare):
        once, again = [_beginning(part)[:2] for part in re.split("[，（]", found[0].lstrip("，。；：）"))][-2:]
        if once != again:
            yield found[0]


def _pattern(pattern: str, *, raw: bool = False) -> Callable[[Reading], Iterator[str]]:
    compiled = re.compile(pattern)

    def find(reading: Reading) -> Iterator[str]:
        text = reading.raw if raw else reading.bare
        for match in compiled.finditer(text):
            yield text[max(0, match.start() - 6) : match.end() + 4]

    return find


RULES: dict[str, tuple[Callable[[Reading], Iterator[str]], ...]] = {
    **{name: (_pattern(pattern, raw=True),) for name, pattern in _RAW_PATTERNS.items()},
    **{name: (_pattern(pattern),) for name, pattern in _PATTERNS.items()},
    "符号不成对": (_unpaired,),
    "时间词重复": (_two_times,),
    "句首残缺": (_fragments,),
    "数后缺量词": (_without_unit,),
    "量词前缺数": (_without_number,),
    "其中重复": (_two_of_which,),
    "其中无总数": (_no_total,),
    "长句无逗号": (_too_long,),
    "动词三连": (_same_verb,),
    "残句": (_nothing_done,),
    "套话重复": (_stock_phrases,),
    "邻句同头": (_same_head,),
    "前后重复": (_said_again,),
    "全部又率": (_rate_of_all,),
    "均字重复": (_all_of_all,),
    "一件说均": (_all_of_one,),
    "一件两说": (_one_again,),
}
RULES["缺少数字"] += (_rate_without_number,)


def faults(text: str) -> list[str]:
    """Return what is wrong with a paragraph, each fault with the name of its rule; nothing where it is good."""
    if not text:
        return []
    reading = Reading(text)
    return [f"{name}：{where}" for name, finders in RULES.items() for find in finders for where in find(reading)]
