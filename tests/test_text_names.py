"""Names against the registers: every wrong name of the register is found, every right one is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from drafter.checks.text import (
    Line,
    check_text,
    citations,
    instruments,
    meetings,
    organs,
    phrases,
    register,
    subject_of_lines,
)
from drafter.checks.text.register import beside, entries, statutes
from drafter.checks.text.titles import normal
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from drafter.checks import Finding

FOLDER = Path(__file__).resolve().parent.parent / "templates" / "register"
ITEMS = [*entries("文件"), *entries("学习用书")]
MODULES = (organs, instruments, citations, meetings, phrases)


def found(text: str, year: int | None = None, code: str = "") -> list[Finding]:
    """Return what the rules on names find in a text."""
    findings = check_text(subject_of_lines([Line("一、主要举措和成效"), Line(text)], year=year))
    return [f for f in findings if f.code.startswith(code or ("名称", "用语"))]


def year_of(item: dict[str, Any]) -> int:
    """Return a year for whose report an entry is valid."""
    first = item["适用报告年度"][0]
    return max(first, int(str(item.get("公布") or first)[:4]))


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["名称"][:20])
def test_right_names_are_left_alone(item: dict[str, Any]) -> None:
    """A registered name, in full and with other dashes and brackets, in a report of its time."""
    if item.get("可信度") == "未见":
        return
    name = item["名称"].replace("《", "〈").replace("》", "〉")
    for written in (name, name.replace("—", "-"), name.replace("（", "(").replace("）", ")")):
        assert [str(f) for f in found(f"学习《{written}》。", year_of(item))] == []


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["名称"][:20])
def test_wrong_names_are_found(item: dict[str, Any]) -> None:
    """Every wrong name that the register lists is found; one from memory gives a hint at most."""
    for wrong in item.get("常见误写") or ():
        written = wrong.replace("《", "〈").replace("》", "〉")
        findings = found(f"学习《{written}》。", year_of(item), "名称-05")
        assert findings, wrong
        if item.get("可信度") == "M":
            assert {f.level for f in findings} == {"提示"}


def test_a_local_document_is_not_judged() -> None:
    """A place before the name, or a verb of making: another document of that name."""
    for text in ("落实云山市《法治政府建设规划（2021—2025年）》。", "制定《法治政府建设实施方案（2021—2025年）》。"):
        assert found(text, 2024) == []


def test_all_statutes_are_known() -> None:
    """No name of a national law or 行政法规 is taken for a slip of another one."""
    names = sorted(statutes())
    text = "".join(f"《{name.replace('《', '〈').replace('》', '〉')}》" for name in names)
    assert [str(f) for f in found(f"学习{text}。", None, "名称-10")] == []


def test_registers_say_where_they_come_from() -> None:
    """Every entry has a source and a certainty; nothing of them names a place where only their authors look."""
    for item in ITEMS:
        assert item["出处"]
        assert item["可信度"] in {"V", "P", "M", "未见"}
        assert normal(item["名称"]) not in {normal(wrong) for wrong in item.get("常见误写") or ()}
    for path in FOLDER.glob("*.json"):
        text = path.read_text(encoding="utf-8")
        assert not any(word in text for word in ("shared/", "公共仓库", "norms.md", "catalogue"))


def test_an_office_adds_its_own(tmp_path: Path) -> None:
    """A 登记.yaml beside the file: its names are known, its wrong names found, its period checked."""
    own = "文件:\n- 名称: 云山市法治政府建设三年行动计划（2024—2026年）\n"
    own += "  适用报告年度: [2024, 2026]\n  常见误写: [三年计划]\n  出处: 市政府\n"
    own += "固定用语:\n- {正: “云上办”, 误: [“云上半”], 出处: 市政府}\n"
    (tmp_path / register.FILE).write_text(own, encoding="utf-8")
    text = "落实《三年计划》，推行“云上半”。"
    assert found(text, 2024) == []
    with beside(tmp_path / "report.txt"):
        assert {f.code for f in found(text, 2024)} == {"名称-05", "用语-07"}
        late = found("落实《云山市法治政府建设三年行动计划（2024—2026年）》。", 2028)
        assert [f.code for f in late] == ["名称-06"]


def test_an_entry_is_written_as_it_comes(tmp_path: Path) -> None:
    """One text where several may stand needs no brackets, a day no quotation marks, a period no end."""
    own = "固定用语:\n- {正: “云上办”, 误: “云上半”}\n文件:\n- {名称: 云山市工作规则, 常见误写: 云山市工作守则}\n"
    own += "已废止:\n- {名称: 云山市暂行办法, 废止: 2020-01-01, 替代: 云山市新办法}\n"
    own += "党的会议:\n- {名称: 二十届五中全会, 届: 20, 序: 5, 闭: 2026-10-29}\n"
    own += "规划期:\n- {简称: “八五”普法, 期间: [2021, null]}\n"
    (tmp_path / register.FILE).write_text(own, encoding="utf-8")
    text = (
        "推行“云上半”，执行《云山市工作守则》，依据《云山市暂行办法》，实施“八五”普法规划，学习党的二十届五中全会精神。"
    )
    with beside(tmp_path / "report.txt"):
        assert sorted(f.code for f in found(text, 2024)) == ["名称-05", "名称-07", "用语-02", "用语-07"]


@pytest.mark.parametrize(
    "content",
    [
        "文件: [名称",
        "别的: []",
        "文件: {名称: 甲}",
        "文件:\n- {简: 甲}",
        "- 甲",
        "文件:\n- 甲",
        "文件:\n- {名称: 甲, 适用报告年度: 2026}",
        "已废止:\n- {名称: 甲, 替代: 乙}",
        "已废止:\n- {名称: 甲, 废止: 近年, 替代: 乙}",
        "党的会议:\n- {名称: 甲, 闭: 2026年10月29日}",
        "法治政府目标:\n- {写法: 甲, 期间: [2026]}",
        "过时用语:\n- {旧: 甲, 模式: '(', 自: 2021-01, 新: 乙}",
        "固定用语:\n- {正: 甲, 误: 乙, 级别: 严重}",
    ],
)
def test_a_broken_register_is_refused(tmp_path: Path, content: str) -> None:
    """A 登记.yaml that cannot be read is named, with what to do."""
    (tmp_path / register.FILE).write_text(content, encoding="utf-8")
    with beside(tmp_path / "report.txt"), pytest.raises(DrafterError, match="登记"):
        found("落实《三年计划》。", 2024)
