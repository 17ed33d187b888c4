"""What a program can see in the wording files: they say everything once, in plain words, for every type of organ."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from given import Given, asked_facts, asked_measures, detail, organs, value
from ruamel.yaml import YAML
from sentences import LONGEST, faults

from drafter.blocks import plain
from drafter.outline import FACTS, MATTERS, MEASURES, Organ
from drafter.resources import text as resource
from drafter.wording.composer import Claims, point
from drafter.wording.names import names, words
from drafter.wording.templates import Wording, render

ORGAN_WORDS: dict[str, list[str]] = YAML(typ="safe").load(Path(__file__).with_name("data") / "organ_words.yaml")
WORDS: dict[str, str] = YAML(typ="safe").load(Path(__file__).with_name("data") / "sentence_words.yaml")
_ORGAN_WORD = re.compile("|".join(ORGAN_WORDS["一类机关的词"]))
_HOLE = re.compile(r"\{\{(.*?)\}\}")
_TAG = re.compile(r"\{%.*?%\}")
_MEASURE = re.compile(r'(开展|细节)\("([^"]+)"')

each_matter = pytest.mark.parametrize("matter", list(MATTERS), ids=[matter.english for matter in MATTERS.values()])


def source(matter: str) -> str:
    """Return the wording file of a matter."""
    return resource(f"templates/matters/{MATTERS[matter].english}.txt")


def clauses(matter: str) -> list[str]:
    """Return the lines of a wording file that are clauses, without the 要点."""
    return [line for line in source(matter).splitlines()[1:] if _TAG.sub("", line).strip()]


def forms(matter: str) -> list[str]:
    """Return the forms of every clause as they would be read, with 一 for every value and nothing for tags."""
    result = []
    for line in clauses(matter):
        told = _HOLE.sub(_said, _TAG.sub("", line)).removesuffix("；")
        result += re.split(r"\s+\|(?:[^|\s]+\|)?\s+", told)
    return result


def _said(hole: re.Match[str]) -> str:
    """Return what a hole adds to the words of the file: the words that it holds itself, or a 一."""
    expression = hole[1].strip()
    if expression.startswith(("开展", "时", "达(")):
        return ""
    literals = re.findall(r'"([^"]*)"', expression.partition(",")[2])
    return literals[0] if literals else "一"


@each_matter
def test_every_fact_is_worded(matter: str) -> None:
    """Every fact of the matter has a place in its file, and the file holds no fact of a stranger but beside a zero."""
    found = set(re.findall(r"[\w]+", " ".join(_HOLE.findall(source(matter)))))
    assert {fact.name for fact in MATTERS[matter].facts} <= found
    strangers = {name for name in found & set(FACTS) if FACTS[name].matter != matter}
    assert all(re.search(rf"零\({name}\b", source(matter)) for name in strangers)


@each_matter
def test_every_measure_has_one_clause(matter: str) -> None:
    """Every measure has exactly one clause, which prints the detail that the outline gives it; no other is named."""
    lines = [{name for kind, name in _MEASURE.findall(line) if kind == "开展"} for line in clauses(matter)]
    taken = Counter(name for line in lines for name in line)
    assert taken == {measure.name: 1 for measure in MATTERS[matter].measures}
    for line in clauses(matter):
        spoken = dict.fromkeys(name for kind, name in _MEASURE.findall(line) if kind == "开展")
        detailed = {name for kind, name in _MEASURE.findall(line) if kind == "细节"}
        assert detailed == {name for name in spoken if MEASURES[name].detail}


@each_matter
def test_a_fact_that_speaks_for_a_measure(matter: str) -> None:
    """A measure has a detail or a fact that says the same with a number, never both; the fact is one of the matter."""
    for measure in MATTERS[matter].measures:
        assert not (measure.fact and measure.detail)
        assert not measure.fact or FACTS[measure.fact].matter == matter


@each_matter
def test_no_marks_that_join_or_close(matter: str) -> None:
    """The composer joins and closes: no form begins or ends with a mark, and none holds 。！？ or a half-width mark."""
    for form in forms(matter):
        assert not re.search(r"^[，。；：、！？]|[，。；：、！？]$", form), form
        assert not re.search(r"[。；！？]|[!?;:()'*#]|[^\d],|,[^\d]", form), form


@each_matter
def test_no_clause_is_too_long(matter: str) -> None:
    """No form has more than 45 characters without a comma, values aside."""
    for form in forms(matter):
        assert all(len(part) <= LONGEST for part in re.split("[，、（）<>]", form)), form


@each_matter
def test_the_whole_is_said_by_the_program(matter: str) -> None:
    """均 stands only where the program has seen that the part is the whole, 达 only before a rate that is high."""
    literal = _HOLE.sub("□", _TAG.sub("", source(matter)))
    assert not re.search("(?<![平人])均(?![衡等])", literal)
    assert not re.search("(?<![传表到抵下送])达到?□", literal)
    for reaches in re.findall(r"\{\{ 达\((\w+)\) \}\}(.{0,40})", source(matter)):
        assert reaches[1].startswith("{{ " + reaches[0] + " }}")
    for spoken in re.findall(r'均\(([\w, ]+?)(?:, *"[^"]*"){0,2}\)', source(matter)):
        assert f"全数({spoken})" in source(matter)


@each_matter
def test_stock_phrases(matter: str) -> None:
    """扎实, 持续, 深入: at most one of them in a file, once."""
    assert len(re.findall("扎实|持续|深入", _HOLE.sub("", source(matter)))) <= 1


@each_matter
def test_no_praise(matter: str) -> None:
    """No file judges its own work: the words of 评价词 say what only a reader could."""
    literal = _HOLE.sub("", source(matter))
    assert [word for word in WORDS["评价词"].split() if word in literal] == []


@each_matter
def test_no_words_of_speech(matter: str) -> None:
    """No file speaks as people talk, or as headlines do: none of the words of 口语."""
    literal = _HOLE.sub("", source(matter))
    assert [word for word in WORDS["口语"].split() if word in literal] == []


@each_matter
def test_neighbouring_verbs(matter: str) -> None:
    """With everything chosen and with only the measures, no three neighbouring clauses begin with the same verb."""
    measures = tuple(measure.name for measure in MATTERS[matter].measures)
    facts = {fact.name: value(fact.name) for fact in MATTERS[matter].facts}
    for given in (Given(matter, facts, measures), Given(matter, {}, measures), Given(matter, facts)):
        assert [fault for fault in faults(given.text) if fault.startswith("动词三连")] == []


@each_matter
def test_no_words_of_one_type(matter: str) -> None:
    """The file itself has no word that only one type of organ would use."""
    assert [word for form in (*forms(matter), source(matter).splitlines()[0]) for word in _organ_words(form, [])] == []


@pytest.mark.parametrize(
    ("matter", "organ"),
    [(name, organ) for name in MATTERS for organ in organs(name)],
    ids=[f"{MATTERS[name].english}-{organ.name}" for name in MATTERS for organ in organs(name)],
)
def test_no_words_of_another_type(matter: str, organ: Organ) -> None:
    """Rendered for an organ type that is asked, a matter uses the words of that type alone."""
    measures = asked_measures(matter, organ)
    told = {name: detail(name) for name in measures if MEASURES[name].detail}
    facts = {name: value(name) for name in asked_facts(matter, organ)}
    for given in (Given(matter, facts, measures, told, organ), Given(matter, {}, measures, organ=organ)):
        own = sorted(words(given.report()).values(), key=len, reverse=True)
        text = "".join(span.text for span in given.composed()[0] if span.kind == "wording")
        assert _organ_words(text, own) == []


def _organ_words(text: str, own: list[str]) -> list[str]:
    """Return the words of organ types in a text, beyond those that are its own or anybody's."""
    for allowed in (*own, *ORGAN_WORDS["都可以用的词"]):
        text = text.replace(allowed, "□")
    return [text[max(0, found.start() - 6) : found.end() + 6] for found in _ORGAN_WORD.finditer(text)]


@each_matter
def test_the_default_point(matter: str) -> None:
    """The first line is a 要点 of 6 to 16 characters without marks, in the words of any organ."""
    for organ in organs(matter):
        report = Given(matter, organ=organ).report()
        line = plain(point(render_for(matter, organ), Claims(report.year, report.places)))
        assert re.fullmatch("[\u4e00-\u9fff0-9“”、]{6,16}", line), line


def render_for(matter: str, organ: Organ) -> Wording:
    """Return the wording file of a matter as rendered for an organ type of which nothing is known."""
    given = Given(matter, organ=organ)
    report, ledger = given.report(), given.composed()[1]
    return render(f"templates/matters/{MATTERS[matter].english}.txt", names(report, ledger))


@each_matter
def test_the_default_point_is_not_said_again(matter: str) -> None:
    """Whatever a matter has to say first, it does not begin with the two characters that its 要点 begins with."""
    again = []
    for organ in organs(matter):
        report = Given(matter, organ=organ).report()
        line = plain(point(render_for(matter, organ), Claims(report.year, report.places)))
        facts = [Given(matter, {name: value(name)}, organ=organ) for name in asked_facts(matter, organ)]
        measures = [Given(matter, {}, (name,), organ=organ) for name in asked_measures(matter, organ)]
        texts = [re.sub("^(全年|年内|2024年，)", "", given.text) for given in (*facts, *measures)]
        again += [(line, text) for text in texts if text[:2] == line[:2]]
    assert again == []


def test_points_differ() -> None:
    """No two matters have the same 要点, and no three matters of a topic begin theirs with the same word."""
    points = {name: source(name).splitlines()[0].strip() for name in MATTERS}
    assert len(set(points.values())) == len(points)
    heads = Counter((MATTERS[name].topic, line[:2]) for name, line in points.items())
    assert [head for head, times in heads.items() if times > 2] == []


def test_every_file_is_a_matter() -> None:
    """There is a wording file for every matter and none besides."""
    folder = Path(__file__).parents[1] / "templates" / "matters"
    assert {path.stem for path in folder.iterdir()} == {matter.english for matter in MATTERS.values()}
