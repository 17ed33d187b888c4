"""Broken data files: each gives exactly the messages of tests/data/broken/expected.txt."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from drafter.errors import DrafterError, InputError
from drafter.store import load
from drafter.store.check import check

FOLDER = Path(__file__).parent / "data" / "broken"
EXAMPLE = Path(__file__).parent / "data" / "store" / "street.yaml"


def _expected() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for line in (FOLDER / "expected.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name = re.match(r"[\w-]+\.yaml", line)
            assert name, f"expected.txt 里这一行没有以文件名开头：{line}"
            table.setdefault(name[0], []).append(line)
    return table


EXPECTED = _expected()


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.yaml")))
def test_broken_file_gives_its_messages(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken file says what is wrong, where, and what to write; nothing else, and in the order of lines."""
    monkeypatch.chdir(FOLDER)
    with pytest.raises(InputError) as caught:
        load(name)
    assert str(caught.value).splitlines() == EXPECTED.get(name, [])


def test_table_names_only_files_that_exist() -> None:
    """A message for a file that was renamed or removed does not go unnoticed."""
    assert set(EXPECTED) == {path.name for path in FOLDER.glob("*.yaml")}


def test_five_faults_give_five_messages_in_the_order_of_lines() -> None:
    """Slips of YAML do not hide faults of content, nor the other way round."""
    with pytest.raises(InputError) as caught:
        load(FOLDER / "46-five-faults.yaml")
    assert [fault.line for fault in caught.value.faults] == [1, 4, 6, 7, 10]


def test_nothing_of_a_secret_file_is_told() -> None:
    """The message on a file with a 密级 mark holds no word of it."""
    text = "年度: 2024\n单位:\n  类型: 街道\n  全称: 某机关\n开头:\n  全文: |\n    机密★\n    绝不外传的话。\n"
    with pytest.raises(InputError) as caught:
        check(text, "a.yaml")
    assert [fault.line for fault in caught.value.faults] == [7]
    assert not any(word in str(caught.value) for word in ("某机关", "外传", "机密"))


@pytest.mark.parametrize(
    "text",
    [
        "宣传保守国家秘密法，开展保密教育",
        "保护商业秘密、个人隐私",
        "国家秘密、工作秘密不予公开",
        "对涉密文件按密级管理",
        "获评★★★级平台，机密纸张回收",
    ],
)
def test_talk_of_secrets_is_no_secret(text: str) -> None:
    """Words such as 秘密 in prose do not make a file secret."""
    file = f"年度: 2024\n单位:\n  类型: 街道\n开头:\n  目标: {text}\n"
    assert check(file, "a.yaml").report.opening.goal == text


@pytest.mark.parametrize("line", ["密级: 机密", "密级：秘密", "  密 级: 绝密★长期", "# 秘密★", "密级: 内部一级"])
def test_each_form_of_the_mark_is_refused(line: str) -> None:
    """A mark is a mark as a key, in a text, or in a comment."""
    with pytest.raises(InputError, match="密级标志"):
        check(f"年度: 2024\n单位:\n  类型: 街道\n{line}\n", "a.yaml")


def test_prose_with_wide_colons_and_commas_is_no_slip() -> None:
    """What looks like a slip elsewhere is ordinary in prose, in comments and below “|”."""
    text = """\
# 说明：以下各项，均由司法所填报
年度: 2024
单位:
  类型: 街道
报送:
  附注: 联系人：张三，电话：略    # 备注：略
下一年度安排:
  - 标题: 一是：充实力量
    内容: |
      重点：抓好三件事，年度：2025。
      - 一是：培训
      {调解受理件数}件，#1号，*重点*
      标题：不是项目
  - 标题: 【待填：标题】
    内容: >-
      折行的文字
      接着写
    内部: 是
公开:
  关键词: [法治政府, 《关于某事，某地的意见》]
"""
    report = check(text, "a.yaml").report
    assert report.submission.note == "联系人：张三，电话：略"
    assert report.plans[0].content.count("\n") == 3
    assert report.publication.keywords == ["法治政府", "《关于某事，某地的意见》"]


def test_a_text_over_several_lines_joins_without_blanks() -> None:
    """A plain text that goes on in the next line gets no blank between Han characters."""
    text = "年度: 2024\n单位:\n  类型: 街道\n开头:\n  目标: 为高质量发展\n    提供保障\n"
    assert check(text, "a.yaml").report.opening.goal == "为高质量发展提供保障"


def test_any_damage_gives_chinese_messages_and_no_traceback() -> None:
    """Five hundred files damaged at random load, or say what is wrong in Chinese."""
    chance = random.Random(2024)  # noqa: S311 - reproducible damage, no secret
    source = EXAMPLE.read_text(encoding="utf-8")
    marks = [*"{}[]*&#%@`!|>\"'-:：，,。 　\t【】？?\\~=", "- ", ": ", " #", "\n", "  ", "---"]
    for _ in range(500):
        text = source
        for _ in range(chance.choice([1, 1, 2, 4])):
            place = chance.randrange(len(text))
            text = text[:place] + chance.choice([*marks, ""]) + text[place + chance.choice([0, 1]) :]
        try:
            check(text, "a.yaml")
        except DrafterError as error:
            for line in str(error).splitlines():
                assert re.match(r"a\.yaml( 第\d+行)?(，“.*”)?：.+。.+", line), line
                assert not re.search(r"expected|found|while|None|Error", line), line


def test_very_many_faults_are_cut_short() -> None:
    """A file of another kind does not flood the screen."""
    text = "年度: 2024\n单位:\n  类型: 街道\n" + "".join(f"错{number}项: 1\n" for number in range(300))
    with pytest.raises(InputError) as caught:
        check(text, "a.yaml")
    assert len(caught.value.faults) == 101
    assert "还有200处" in caught.value.faults[-1].what


def test_a_paragraph_in_the_wrong_place_is_not_told_in_full() -> None:
    """A message shows the beginning and the end of a long value."""
    with pytest.raises(InputError) as caught:
        check(f"年度: {'长' * 10_000}\n单位:\n  类型: 街道\n", "a.yaml")
    assert len(str(caught.value)) < 600
