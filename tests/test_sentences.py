"""The checker of sentences is itself checked: what is broken is refused for the right reason, what is good is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from sentences import LONGEST, RULES, UNITS, faults

_DATA = Path(__file__).parent / "data"
_YAML = YAML(typ="safe")
BROKEN: list[dict[str, str]] = _YAML.load((_DATA / "broken_sentences.yaml").read_text(encoding="utf-8"))
GOOD: list[str] = _YAML.load((_DATA / "good_sentences.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case["句"])
def test_a_broken_sentence_is_refused(case: dict[str, str]) -> None:
    """Each broken sentence is refused, and by the rule that the case names."""
    assert case["规则"] in RULES
    assert case["规则"] in {fault.partition("：")[0] for fault in faults(case["句"])}


@pytest.mark.parametrize("text", GOOD)
def test_a_good_sentence_passes(text: str) -> None:
    """No good sentence is refused."""
    assert faults(text) == []


def test_there_are_enough_cases() -> None:
    """At least forty of each, none twice, and a broken sentence for every rule."""
    assert len(BROKEN) >= 40
    assert len(GOOD) >= 40
    assert len({case["句"] for case in BROKEN}) == len(BROKEN)
    assert len(set(GOOD)) == len(GOOD)
    assert {case["规则"] for case in BROKEN} == set(RULES)


@pytest.mark.parametrize("text", GOOD)
def test_damage_is_noticed(text: str) -> None:
    """A good sentence with any one mark doubled, lost at the end, or any 量词 lost before a mark, is refused."""
    damaged = [text[: mark.end()] + text[mark.start() :] for mark in re.finditer("[，。；、]", text)]
    unit = "|".join(map(re.escape, UNITS))
    damaged += [text[: m.start(1)] + text[m.end(1) :] for m in re.finditer(rf"(?<=\d)({unit})(?=[，。；、）])", text)]
    damaged.append(text[:-1])
    damaged += [text.replace(mark, "", 1) for mark in "（）《》“”" if mark in text]
    assert [case for case in damaged if not faults(case)] == []


def test_a_long_list_is_not_a_long_clause() -> None:
    """Counts and names in a row may be long; a clause of as many characters may not."""
    listed = "审查" + "、".join(["合同协议178件"] * 9) + "。"
    assert len(listed) > LONGEST
    assert faults(listed) == []
    assert faults("健全" + "统一规范" * 12 + "的制度。") != []


def test_names_are_not_judged() -> None:
    """What stands in quotation marks or 《》 is somebody's name: numbers and doubled words in it are no faults."""
    assert faults("推广“一件事一次办100”等做法，印发《全年全年工作方案（2024年）》。") == []
