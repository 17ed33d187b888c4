"""How numbers, names and dates of the data file are read: as the answers of the questionnaire are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from given import Given

from drafter.errors import InputError
from drafter.facts import Number, parse_number
from drafter.facts.numerals import digits_of, whole_of
from drafter.store import load

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "年度: 二〇二四年\n单位: {类型: 街道, 全称: 示例市云溪区人民政府清河街道办事处}\n"


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("0300", "“0300”前面多了 0。请写 300"),
        ("00", "“00”前面多了 0。请写 0"),
        ("5.0", "“5.0”写了小数，单位是“件”。请写 5"),
        ("约1.25678万", "“约1.25678万”给精确的小数加了“约”。请写 1.25678万 或 约1.3万"),
        ("300件左右", "“300件左右”用“左右”表示概数。请写 约300"),
    ],
)
def test_a_number_of_the_data_file_that_is_mistyped(tmp_path: Path, written: str, remedy: str) -> None:
    """What is a typing error in an answer is one in the data file."""
    file = tmp_path / "a.yaml"
    file.write_text(f"{HEAD}数据:\n  人民调解:\n    调解受理件数: {written}\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load(file)
    assert str(caught.value).endswith(remedy)


def test_a_number_of_the_data_file_in_words(tmp_path: Path) -> None:
    """A number that is written out stands in the report in digits (GB/T 15835—2011, 4.1.1)."""
    file = tmp_path / "a.yaml"
    file.write_text(f"{HEAD}数据:\n  人民调解:\n    调解受理件数: 六百二十六件\n", encoding="utf-8")
    report = load(file).report
    assert report.year == 2024
    assert Given("人民调解", {"调解受理件数": "六百二十六件"}).text == "全年共受理各类矛盾纠纷626件。"


@pytest.mark.parametrize("number", [0, 2, 10, 19, 20, 101, 110, 200, 305, 1001, 1010, 2024, 9999])
def test_numerals(number: int) -> None:
    """Every way of writing a number out that can only mean one number is read."""
    ways = {0: ["零"], 2: ["二", "两"], 10: ["十", "一十"], 19: ["十九", "一十九"], 20: ["二十"], 101: ["一百零一"]}
    ways |= {110: ["一百一十"], 200: ["二百", "两百"], 305: ["三百零五"], 1001: ["一千零一"], 1010: ["一千零一十"]}
    ways |= {2024: ["二千零二十四", "两千零二十四"], 9999: ["九千九百九十九"]}
    assert [whole_of(way) for way in ways[number]] == [number] * len(ways[number])


@pytest.mark.parametrize("text", ["", "三四", "一百五", "几十", "百", "十十", "二〇二四", "一千一"])
def test_numerals_that_can_be_read_in_two_ways(text: str) -> None:
    """Three or four, 150 as it is spoken, and what is no number at all are not guessed."""
    assert whole_of(text) is None


def test_numerals_digit_by_digit() -> None:
    """Years are written digit by digit, with any of the three zeros."""
    assert [digits_of(year) for year in ("二〇二四", "二○二四", "二零二四")] == ["2024"] * 3


def test_an_approximate_number_of_ten_thousands() -> None:
    """1.25万余 leaves the ones open as 12500余 does: it is kept as it was given."""
    number = parse_number("1.25万余", "人次")
    assert isinstance(number, Number)
    assert (number.text, number.value, number.exact) == ("1.25万余", 12500, False)


def test_what_is_studied_reads_as_a_sentence() -> None:
    """A 思想 stands among the documents without 《》, parted from them by 、."""
    facts = {"学法篇目": ["习近平法治思想", "民法典。", "信访工作条例"]}
    assert Given("理论学法", facts).text == "重点学习习近平法治思想、《民法典》《信访工作条例》。"
