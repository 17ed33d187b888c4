"""Without a terminal: a data file from answers, and what is open in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli import main
from drafter.store import load

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

ANSWERS = """\
年度: 2024
单位:
  类型: 街道
  全称: 示例市云溪区人民政府清河街道办事处
数据:
  人民调解: {调解受理件数: 626, 调解成功件数: 约541}
"""


def _run(*arguments: str) -> int:
    return main(list(arguments))


def test_a_file_from_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`drafter new --answers` writes the data file, named as the questionnaire would name it, and the draft."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(ANSWERS, encoding="utf-8")
    assert _run("new", "--answers", "a.yaml") == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.yaml", "清河街道2024.docx", "清河街道2024.yaml"]
    held = load(tmp_path / "清河街道2024.yaml")
    assert held.get(("数据", "人民调解")) == {"调解受理件数": "626", "调解成功件数": "约541"}
    assert held.text.startswith("# 法治政府建设年度报告的数据文件")
    assert "题没有回答：drafter fill 清河街道2024.yaml --list" in capsys.readouterr().out
    assert _run("new", "--answers", "a.yaml") == 2
    assert "已有同名的文件" in capsys.readouterr().err
    assert _run("new", "乙", "--answers", "a.yaml") == 0
    assert (tmp_path / "乙.yaml").exists()


def test_what_is_missing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without 年度, 类型 or 全称 no file is made; each is named with its key and its question. Exit status 2."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text("单位:\n  类型: 街道\n", encoding="utf-8")
    assert _run("new", "--answers", "a.yaml") == 2
    told = capsys.readouterr().err
    assert "还缺下面几项，没有建文件" in told
    assert "单位.全称：单位全称（用于标题和署名）？" in told
    assert "年度：哪一年的报告？" in told
    (tmp_path / "a.yaml").write_text(ANSWERS.replace("626", "不少"), encoding="utf-8")
    assert _run("new", "--answers", "a.yaml") == 2
    assert "第6行" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["a.yaml"]


def test_the_list_of_what_is_open(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`drafter fill --list`: key, state and question of each, separated by tabs; the keys are those of the file."""
    left = ANSWERS.replace(
        "{调解受理件数: 626, 调解成功件数: 约541}", "\n    调解受理件数: 626\n    调解成功件数: 待填\n    疑难纠纷件数:"
    )
    (tmp_path / "a.yaml").write_text(left, encoding="utf-8")
    assert _run("fill", str(tmp_path / "a.yaml"), "--list") == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert {len(row) for row in rows} == {3}
    states = {key: state for key, state, _ in rows}
    assert states["数据.人民调解.调解成功件数"] == "待填"
    assert states["数据.人民调解.疑难纠纷件数"] == "空着"
    assert states["数据.人民调解.调解员人数"] == "没有问"
    assert "数据.人民调解.调解受理件数" not in states
    assert "数据.执法队伍" in states
