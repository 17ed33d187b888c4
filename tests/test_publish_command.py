"""``drafter publish``: exit statuses, messages, whole folders."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from publishing import written

from drafter.cli import main

DATA = Path(__file__).parent / "data" / "publish" / "inner.yaml"
GOOD = DATA.read_text(encoding="utf-8")
DAY = ["--today", "2025-01-20"]


def town(name: str) -> str:
    """Return the data file of another 街道."""
    return GOOD.replace("清河街道", f"{name}街道")


def test_a_sound_file_is_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Into a folder beside it, papers apart; exit status 0."""
    file = written(tmp_path, "清河.yaml", GOOD)
    assert main(["publish", str(file), *DAY]) == 0
    names = sorted(str(path.relative_to(tmp_path / "公开")) for path in (tmp_path / "公开").rglob("*.*"))
    stem = "示例市云溪区人民政府清河街道办事处2024年法治政府建设年度报告"
    assert names == sorted(
        [
            *(f"{stem}{suffix}" for suffix in (".docx", ".html", ".md", ".txt")),
            *(f"审查/{stem}-{paper}.docx" for paper in ("公开审查表", "数据来源表")),
            "审查/文件校验.txt",
        ]
    )
    told = capsys.readouterr().out
    assert "报送期限：2025年3月1日" in told
    assert "还有30天" in told


def test_a_refusal_says_what_where_why_and_how_to_waive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit status 1, nothing is written."""
    file = written(tmp_path, "清河.yaml", GOOD.replace("专职人员少", "专职人员少，电话13912345678"))
    assert main(["publish", str(file), "-o", str(tmp_path / "out"), *DAY]) == 1
    told = capsys.readouterr().err
    line = next(n for n, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if "139123" in text)
    assert f"错误 [公开-02] 第{line}行 不足和原因.第1项.表现" in told
    assert "《中华人民共和国个人信息保护法》第三十四条" in told
    assert "- 规则: 公开-02\n            位置: 不足和原因.第1项.表现\n            理由: ……" in told
    assert not (tmp_path / "out").exists()


def test_what_was_published_before_is_warned_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is refused today may have been published yesterday."""
    file = written(tmp_path, "清河.yaml", GOOD)
    main(["publish", str(file), *DAY])
    file.write_text(GOOD.replace("2025年1月16日", "2025年1月"), encoding="utf-8")
    assert main(["publish", str(file), *DAY]) == 1
    assert "请不要发布它" in capsys.readouterr().err


@pytest.mark.parametrize("where", ["# 机密★1年\n", "密级: 秘密\n"])
def test_a_secret_file_is_refused_without_a_word_of_it(
    where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit status 1; no content is shown, nothing is written."""
    file = written(tmp_path, "清河.yaml", where + GOOD)
    assert main(["publish", str(file), *DAY]) == 1
    told = "".join(capsys.readouterr())
    assert "第1行" in told
    assert "不能豁免" in told
    assert "626" not in told
    assert "★" not in told
    assert not (tmp_path / "公开").exists()


@pytest.mark.parametrize("text", ["年度: 2024\n单位: [\n", "", "年度: 2024\n单位: {类型: 街道}\n没有的: 1\n"])
def test_a_file_that_cannot_be_read(text: str, tmp_path: Path) -> None:
    """Exit status 2."""
    assert main(["publish", str(written(tmp_path, "坏.yaml", text)), *DAY]) == 2


def test_a_whole_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One bad file does not stop the rest; the table says what passed, what was refused and why; exit status 1."""
    folder = tmp_path / "各街道"
    folder.mkdir()
    written(folder, "1.yaml", town("清河"))
    written(folder, "2.yaml", "年度: [\n")
    written(folder, "3.yaml", town("松林").replace("专职人员少", "专职人员少，电话13912345678"))
    written(folder, "4.yaml", town("柳荫"))
    written(folder, "5.yaml", "# 机密★\n" + town("石桥"))
    written(folder, "6.yaml", town("清河"))
    out = tmp_path / "out"
    assert main(["publish", str(folder), "-o", str(out), *DAY]) == 1
    assert sorted(path.name[:15] for path in out.glob("*.docx")) == [
        "示例市云溪区人民政府柳荫街道办",
        "示例市云溪区人民政府清河街道办",
    ]
    table = capsys.readouterr().out.rpartition("\n\n")[2].splitlines()
    assert [row.split()[:2] for row in table[:-1]] == [
        ["文件", "结果"],
        ["1.yaml", "可以公开"],
        ["2.yaml", "不能处理"],
        ["3.yaml", "不予公开"],
        ["4.yaml", "可以公开"],
        ["5.yaml", "不予公开"],
        ["6.yaml", "不能处理"],
    ]
    assert "[公开-02] 不足和原因.第1项.表现" in table[3]
    assert table[-1] == "共6份：可以公开2份、不予公开2份、不能处理2份"


def test_a_folder_without_refusals(tmp_path: Path) -> None:
    """Exit status 0 where all passed, 2 where one could not be read and none was refused."""
    shutil.copy(DATA, tmp_path / "1.yaml")
    written(tmp_path, "2.yaml", town("松林"))
    assert main(["publish", str(tmp_path), "-o", str(tmp_path / "out"), *DAY]) == 0
    written(tmp_path, "3.yaml", "年度: [\n")
    assert main(["publish", str(tmp_path), "-o", str(tmp_path / "out"), *DAY]) == 2


def test_a_wrong_day(tmp_path: Path) -> None:
    """Exit status 2."""
    assert main(["publish", str(written(tmp_path, "1.yaml", GOOD)), "--today", "明天"]) == 2
