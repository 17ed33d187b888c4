"""Reading texts from anywhere: the normalised view leads back, kinds are recognised, findings can be switched off."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import compose, load
from drafter.checks.text import Line, check_text, subject_of_document, subject_of_lines
from drafter.checks.text.normal import normalise
from drafter.checks.text.waivers import Waiver, waived
from drafter.cli import main
from drafter.errors import DrafterError
from drafter.readers.text import read_lines

if TYPE_CHECKING:
    from drafter.checks import Finding

ROOT = Path(__file__).resolve().parent.parent
REPORT = """示例街道关于2024年度法治政府建设情况的报告
中共示例区委员会、示例区人民政府：
2024年，示例街道推进法治政府建设。现将有关情况报告如下：
一、2024年推进法治政府建设的主要举措和成效
（一）加强组织领导。党工委定期研究。
（二）健全制度
制定办法，建立台帐。
1.制定办法。制定办法3件。
二、存在的不足和原因
力量薄弱，主要原因是编制少，台帐不全。
特此报告。
示例街道办事处
2025年1月16日
（此件公开发布）
"""


def codes(findings: list[Finding]) -> list[str]:
    """Return the codes of findings, in order."""
    return [finding.code for finding in findings]


@given(st.text(alphabet="一二件，,。.:;()（）“”\"' \u3000１２12aB—-～％《》\n\t年", max_size=60))
def test_the_view_leads_back(text: str) -> None:
    """Every character of the view stands for one of the original, in order; the view of the view is itself."""
    view, at = normalise(text)
    assert len(view) == len(at)
    assert list(at) == sorted(set(at))
    assert all(0 <= place < len(text) for place in at)
    assert normalise(view)[0] == view


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("全年受理626件,办结(618)件.", "全年受理626件，办结（618）件。"),
        ("培训1,234人次 ， 9:30开始", "培训1,234人次，9:30开始"),
        ('落实"谁执法谁普法"', "落实“谁执法谁普法”"),
        ("（2021-2025年）", "（2021—2025年）"),
        ("电话021-58001234", "电话021-58001234"),
        ("６２６件、OA system", "626件、OA system"),
    ],
)
def test_the_view(text: str, view: str) -> None:
    """Full-width marks, one kind of quotation marks and dashes, no blanks within Chinese; numbers stay."""
    assert normalise(text)[0] == view


def test_kinds_are_recognised() -> None:
    """Title, 主送机关, headings, 结束语, 落款, 附注; year, organ and date; the tree of sections."""
    subject = subject_of_lines([Line(text) for text in REPORT.splitlines()])
    assert [p.kind for p in subject.paragraphs] == [
        *("title", "addressee", "body", "heading", "heading", "heading", "body", "heading", "heading", "body"),
        *("closing", "signature", "date", "note"),
    ]
    assert (subject.year, subject.organ, str(subject.date)) == (2024, "示例街道", "2025-01-16")
    assert [(part.role, len(part.children)) for part in subject.parts] == [("举措", 2), ("不足", 0)]
    assert subject.parts[0].children[1].children[0].text == "制定办法3件。"


def test_a_banner_and_a_title_of_several_lines() -> None:
    """What a web page puts above the title is furniture; organs above “关于” belong to the title."""
    text = """您现在的位置：首页 > 政务公开
云政〔2025〕3号
中共云溪区委员会
云溪区人民政府
关于2024年度法治政府建设情况的报告
市委、市政府：
现将有关情况报告如下：
一、主要举措
加强学法。
云溪区人民政府
2025年1月20日
抄送：区人大常委会。
"""
    subject = subject_of_lines([Line(line) for line in text.splitlines()])
    assert subject.title == "中共云溪区委员会云溪区人民政府关于2024年度法治政府建设情况的报告"
    assert [p.kind for p in subject.paragraphs] == [
        *("furniture", "furniture", "title", "title", "title", "addressee", "body", "heading", "body"),
        *("signature", "date", "furniture"),
    ]


def test_plain_text_broken_at_a_fixed_width_is_joined(tmp_path: Path) -> None:
    """Lines of a fixed width are one paragraph; GB18030 is read."""
    sentence = "街道党工委定期研究法治政府建设工作分解年度任务按季度调度进度年底对照检查"
    long = (sentence * 8)[:297] + "完。"
    lines = ["　　" + long[:28], *(long[at : at + 30] for at in range(28, len(long), 30))]
    path = tmp_path / "报告.txt"
    path.write_bytes("\n".join(lines).encode("gb18030"))
    assert [line.text.strip() for line in read_lines(path)] == [long]


def test_markdown_is_read_as_it_is_shown(tmp_path: Path) -> None:
    """Marks are taken off, escapes undone, a row of a table is one paragraph."""
    path = tmp_path / "报告.md"
    path.write_text(
        "# 示例镇2024年法治政府建设情况的报告\n\n**（一）健全制度**。办理5\\*3件。\n\n"
        "| 项目 | 数 |\n|---|---|\n| 调解 | 626 |\n\n---\n[附件](a.docx)\n",
        encoding="utf-8",
    )
    assert [(line.text, line.hint, line.number, line.line) for line in read_lines(path)] == [
        ("示例镇2024年法治政府建设情况的报告", "title", 1, 1),
        ("（一）健全制度。办理5*3件。", "", 2, 3),
        ("项目｜数", "table", 3, 5),
        ("调解｜626", "table", 4, 7),
        ("附件", "", 5, 10),
    ]


def test_word_is_read_with_its_tables(tmp_path: Path) -> None:
    """Paragraphs of a .docx and the rows of its tables."""
    document = docx.Document()
    document.add_paragraph("一、2024年主要举措")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "调解", "626"
    document.save(str(tmp_path / "报告.docx"))
    assert [(line.text, line.hint) for line in read_lines(tmp_path / "报告.docx")] == [
        ("一、2024年主要举措", ""),
        ("调解｜626", "table"),
    ]


@pytest.mark.parametrize(
    ("name", "content"), [("a.pdf", b"%PDF"), ("a.txt", b"\x00\x01\xff"), ("a.md", b""), ("无.txt", None)]
)
def test_what_cannot_be_read_is_refused(name: str, content: bytes | None, tmp_path: Path) -> None:
    """Another kind of file, no text, an empty file, no file."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(DrafterError, match=r"。$"):
        read_lines(tmp_path / name)


def test_places_lead_to_the_data_file(tmp_path: Path) -> None:
    """A finding in the clerk's own text names line and key of the data file."""
    path = tmp_path / "清河街道.yaml"
    source = (ROOT / "examples" / "qinghe-street.yaml").read_text(encoding="utf-8")
    old = "每次由一名班子成员领学"
    path.write_text(source.replace(old, "建立台帐，" + old), encoding="utf-8")
    report = load(path).report
    found = [f for f in check_text(subject_of_document(report, compose(report))) if f.code == "用字-01"]
    line = next(at for at, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if "台帐" in text)
    assert [(finding.line, finding.key) for finding in found] == [(line, "主要举措和成效.第1项.做法.第1项.内容")]


def test_waivers_cover_a_file_a_section_or_a_place() -> None:
    """By rule or group; for everything, for a heading, for a paragraph, for words."""
    subject = subject_of_lines([Line(text) for text in REPORT.splitlines()])
    findings = [finding for finding in check_text(subject) if finding.code == "用字-01"]
    assert len(findings) == 2

    def left(rule: str, place: str) -> int:
        return len(waived(findings, [Waiver(rule, place, "原名如此")], subject))

    assert [left("用字-01", ""), left("用字", ""), left("标点", "")] == [0, 0, 2]
    assert [
        left("用字", "存在的不足和原因"),
        left("用字", "第7段"),
        left("用字", "建立台帐"),
        left("用字", "别处"),
    ] == [1, 1, 1, 2]


def test_check_reads_any_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Drafter check on a .txt: status 1, findings by place; --except and drafter.yaml switch rules off."""
    monkeypatch.setenv("NO_COLOR", "1")
    path = tmp_path / "报告.txt"
    path.write_text(REPORT, encoding="utf-8")
    day = ["--today", "2025-01-20"]
    assert main(["check", str(path), *day]) == 1
    shown = capsys.readouterr().out
    assert "第7段 第7行\n  错误 [用字-01] “" in shown
    assert "\x1b" not in shown
    main(["check", str(path), "--format", "json", "--except", "用字", *day])
    assert "用字-01" not in {entry["code"] for entry in json.loads(capsys.readouterr().out)}
    (tmp_path / "drafter.yaml").write_text(
        "豁免:\n  - {规则: 用字-01, 位置: 健全制度, 理由: 引用原文}\n", encoding="utf-8"
    )
    main(["check", str(path), *day])
    assert "（按豁免略去1条）" in capsys.readouterr().out
    (tmp_path / "drafter.yaml").write_text("豁免:\n  - {规则: 用字-01}\n", encoding="utf-8")
    assert main(["check", str(path), *day]) == 2
    assert "理由" in capsys.readouterr().err


def test_secret_texts_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text with a 密级 mark is not checked."""
    path = tmp_path / "报告.txt"
    path.write_text("机密★1年\n" + REPORT, encoding="utf-8")
    assert main(["check", str(path)]) == 2
    output = capsys.readouterr()
    assert "涉密" in output.err
    assert "台帐" not in output.out + output.err


def test_many_half_width_marks_are_one_hint() -> None:
    """A text from a web page with half-width marks throughout has one finding for them."""
    half = "党工委会议研究4次,听取汇报2次;印发要点(2024年),分解任务28项.\n" * 12
    found = [f for f in check_text(subject_of_lines([Line(text) for text in half.splitlines()])) if f.code == "标点-11"]
    assert [finding.level for finding in found] == ["提示"]


@pytest.mark.parametrize(
    "content", ["- {规则: 用字-01, 理由: 甲}", "豁免: 1", "豁免: 用字-01", "豁兔: []", "豁免: [", "甲"]
)
def test_settings_that_cannot_be_read_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    """A drafter.yaml whose waivers stand elsewhere than below 豁免 is not passed over in silence."""
    report = tmp_path / "报告.txt"
    report.write_text("一、主要举措和成效\n法制宣传42场。\n", encoding="utf-8")
    (tmp_path / "drafter.yaml").write_text(content, encoding="utf-8")
    assert main(["check", str(report)]) == 2
    assert "drafter.yaml 读不出来。请按“豁免:”下面一行一条" in capsys.readouterr().err
