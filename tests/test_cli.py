"""The command line as a clerk uses it: what it prints, what it writes, how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import jsonschema
import pytest

from drafter import resources
from drafter.checks.text import register
from drafter.cli import main
from drafter.cli.files import BESIDE
from drafter.cli.settings import SETTINGS
from drafter.report import workdays

if TYPE_CHECKING:
    from pathlib import Path

SOUND = """\
年度: 2024
单位:
  类型: 街道
  全称: 示例市云溪区人民政府清河街道办事处
  简称: 清河街道
报送:
  成文日期: 2025年1月16日
数据:
  人民调解:
    调解受理件数: 626
    调解成功件数: 618
不足和原因:
  - 标题: 力量不足
    表现: 专职人员少。
    原因: 编制紧
第一责任人履职:
  - 标题: 带头学法
    内容: 主要负责人带头学法。
下一年度安排:
  - 标题: 充实力量
    内容: 组织培训4期。
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a sound data file."""
    path = tmp_path / "清河街道.yaml"
    path.write_text(SOUND, encoding="utf-8")
    return path


def test_build_writes_beside_the_data_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Names are the stem of the data file; nothing is summed up where nothing is wrong."""
    assert main(["build", str(file), "-f", "docx,md"]) == 0
    assert file.with_suffix(".docx").read_bytes().startswith(b"PK")
    assert "共受理各类矛盾纠纷626件" in file.with_suffix(".md").read_text(encoding="utf-8")
    assert capsys.readouterr().out == f"已生成：{file.with_suffix('.docx')}\n已生成：{file.with_suffix('.md')}\n"


def test_build_sums_up_what_is_open(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Gaps and findings do not stop the draft; one line counts them; the status is 0."""
    file.write_text(SOUND.replace("618", "待填").replace("    原因: 编制紧\n", ""), encoding="utf-8")
    assert main(["build", str(file)]) == 0
    assert "清河街道.yaml：还有2处待填、1个错误。详情请运行：drafter check" in capsys.readouterr().out


@pytest.mark.usefixtures("file")
def test_build_makes_the_folder_and_takes_folders(tmp_path: Path) -> None:
    """-o names a folder that is made; a folder as argument stands for the data files in it."""
    target = tmp_path / "送审稿" / "一月"
    assert main(["build", str(tmp_path), "-o", str(target)]) == 0
    assert [path.name for path in target.iterdir()] == ["清河街道.docx"]


def test_what_stands_beside_data_files_is_none(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Settings, entries of the registers, holidays and profiles of the page in a folder are not built."""
    assert {SETTINGS, register.FILE, workdays.OWN} == BESIDE
    for name in (*BESIDE, "本局版面.yaml"):
        (file.parent / name).write_text("", encoding="utf-8")
    assert main(["build", str(file.parent)]) == 0
    assert capsys.readouterr().out.count("已生成") == 1


def test_one_bad_file_does_not_stop_the_rest(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sound file is built, the bad one named; the status is 2."""
    (tmp_path / "坏.yaml").write_text("年度: 去年\n", encoding="utf-8")
    assert main(["build", str(tmp_path)]) == 2
    assert file.with_suffix(".docx").exists()
    assert "坏.yaml" in capsys.readouterr().err


def test_same_bytes_every_time(file: Path) -> None:
    """Building twice gives the same Word file, byte by byte."""
    main(["build", str(file)])
    first = file.with_suffix(".docx").read_bytes()
    main(["build", str(file)])
    assert file.with_suffix(".docx").read_bytes() == first


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build", "没有.yaml"], "没有.yaml"),
        (["build", "很" * 100], "这个文件读不出来。请核对文件名"),
        (["check", "很" * 100], "不是能检查的文件"),
        (["fill", "很" * 100, "--list"], "这个文件读不出来。请核对文件名"),
        (["build", "x.yaml", "-f", "pdff"], "不会生成“pdff”格式。可选：docx、md、html、pdf。"),
        (["explain", "调解成功绿"], "没有叫“调解成功绿”的事实、做法、事项、专题、规则或版面。是不是想写“调解成功率”？"),
        (["check", "x.yaml", "--today", "昨天"], "“昨天”不是日期。请写成 2025-01-20。"),
        (["build", ""], "文件名是空的。要处理这个文件夹里的全部，请写“.”。"),
        (["check", " "], "文件名是空的。"),
        (["check", "x.yaml", "--except", "标点-99"], "没有“标点-99”这条规则、这一组规则。"),
        (["check", "x.yaml", "--except", "标点符号"], "是不是想写“标点”？"),
    ],
)
def test_what_cannot_run_says_why(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, one Chinese message, no traceback."""
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert message in error
    assert "Traceback" not in error


@pytest.mark.parametrize("suffix", [".doc", ".wps", ".pdf", ".html"])
def test_what_can_be_checked_is_said(suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of a kind that cannot be checked is answered with the kinds that can, and how to come by one."""
    other = tmp_path / f"报告{suffix}"
    other.write_bytes(b"x")
    assert main(["check", str(other)]) == 2
    error = capsys.readouterr().err
    assert ".yaml、.docx、.md、.txt" in error
    assert "另存为 .docx" in error


@pytest.mark.parametrize("command", ["build", "check", "publish"])
def test_a_folder_that_cannot_be_opened(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder whose files may not be seen is told as one, not as a fault of the program."""
    closed = tmp_path / "别人的"
    closed.mkdir(mode=0o300)
    if os.access(closed, os.R_OK):
        pytest.skip("this user may read everything")
    assert main([command, str(closed)]) == 2
    assert capsys.readouterr().err == f"文件夹 {closed} 打不开。请核对名字，或者找管理员开通权限。\n"


@pytest.mark.parametrize("command", [["build"], ["publish"], ["schema"]])
def test_a_file_is_no_folder_to_write_to(command: list[str], file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """-o with the name of a file says so, in Chinese, and the file stays."""
    data = [] if command == ["schema"] else [str(file)]
    assert main([*command, *data, "-o", str(file)]) == 2
    assert "是文件，不是文件夹" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == SOUND


@pytest.mark.parametrize("comma", [",", "，", "、"])
def test_formats_stand_between_commas_of_any_width(comma: str, file: Path) -> None:
    """Formats are parted by , ， or 、, as a Chinese keyboard gives them."""
    assert main(["build", str(file), "-f", f"docx{comma}md"]) == 0
    assert file.with_suffix(".docx").exists()
    assert file.with_suffix(".md").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["buld"], "没有“buld”这个命令。用法见：drafter --help"),
        (["a'b"], "没有“a'b”这个命令。用法见：drafter --help"),
        (
            ["清河.yaml"],
            (
                "没有“清河.yaml”这个命令。生成报告请写 drafter build 清河.yaml，接着填请写 drafter fill 清河.yaml。"
                "用法见：drafter --help"
            ),
        ),
        (
            ["fill", "清河", "街道.yaml"],
            "多出了：街道.yaml。文件名里有空格的，前后加英文双引号。用法见：drafter --help",
        ),
        (
            ["check", "a.yaml", "--level", "大 小"],
            "--level 不能写“大 小”，可选：错误、警告、提示。用法见：drafter check --help",
        ),
        (["build"], "还缺少：文件。用法见：drafter build --help"),
        (["check", "a.yaml", "--formt", "json"], "不认识的参数：--formt json。用法见：drafter --help"),
        (
            ["check", "a.yaml", "--level", "大"],
            "--level 不能写“大”，可选：错误、警告、提示。用法见：drafter check --help",
        ),
        (["build", "a.yaml", "-o"], "-o/--output 后面要跟一个值。用法见：drafter build --help"),
    ],
)
def test_usage_errors_are_chinese(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A misused command line ends with status 2 and a Chinese sentence."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.strip() == message


def test_help_is_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    """Help has no English words but the commands' own."""
    for arguments in (
        ["--help"],
        ["build", "--help"],
        ["check", "--help"],
        ["explain", "--help"],
        ["schema", "--help"],
    ):
        with pytest.raises(SystemExit):
            main(arguments)
        text = capsys.readouterr().out
        assert text.startswith("用法：")
        assert "例：" in text
        assert not {"usage", "options", "positional", "show this"} & set(text.split())
        assert "选项:" not in text


@pytest.mark.parametrize(("level", "status"), [("", 0), ("618件", 1)])
def test_status_of_check(file: Path, level: str, status: int) -> None:
    """0 clean (hints do not count), 1 with errors or warnings."""
    if level:
        file.write_text(SOUND.replace("618", "628"), encoding="utf-8")
    assert main(["check", str(file)]) == status


def test_a_piece_is_not_passed_as_a_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a text that is no whole report it is said that nobody looked whether parts are missing."""
    minutes = tmp_path / "会议纪要.txt"
    minutes.write_text("会议纪要\n2024年3月1日，研究食堂改造。\n", encoding="utf-8")
    assert main(["check", str(minutes)]) == 0
    said = capsys.readouterr()
    assert said.err == f"{minutes}：不像一份完整的报告，只检查了文字，没有检查缺不缺部分。请核对是不是这个文件。\n"
    assert said.out == f"{minutes}：没有发现问题\n"


def test_check_as_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON findings are a list of objects with code, level, message, file, line and source."""
    file.write_text(SOUND.replace("618", "628"), encoding="utf-8")
    assert main(["check", str(file), "--format", "json", "--level", "错误"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [entry["code"] for entry in found] == ["数据-02"]
    assert {"code", "level", "message", "file", "line", "source"} <= set(found[0])
    assert found[0]["line"] == 11


def test_file_errors_as_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that cannot be read gives its faults as findings too, and status 2."""
    file.write_text(SOUND.replace("626", "不少"), encoding="utf-8")
    assert main(["check", str(file), "--format", "json"]) == 2
    output = capsys.readouterr()
    found = json.loads(output.out)
    assert [(entry["code"], entry["line"]) for entry in found] == [("文件-01", 10)]
    assert "不少" in output.err


@pytest.mark.parametrize(
    "name", ["调解成功率", "{人民调解.调解成功率}", "人民调解", "培训人民调解员", "行政执法", "数据-01"]
)
def test_explain_finds_every_kind_of_name(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Facts, matters, measures, topics and rules have a page."""
    assert main(["explain", name]) == 0
    assert "：" in capsys.readouterr().out


def test_schema_writes_what_is_committed(tmp_path: Path) -> None:
    """The command schema writes the schemas and the catalogue as they stand in the project."""
    assert main(["schema", "-o", str(tmp_path / "模式")]) == 0
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "模式").iterdir()}
    committed = {path.name: path.read_text(encoding="utf-8") for path in resources.folder("schemas").glob("*.json")}
    assert set(written) == {"report.schema.json", "catalogue.json", "findings.schema.json"}
    assert written == committed


def test_findings_are_as_their_schema_says(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What check prints as JSON validates against the schema of findings."""
    file.write_text(SOUND.replace("618", "628"), encoding="utf-8")
    main(["check", str(file), "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    schema = json.loads((resources.folder("schemas") / "findings.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(found, schema)
    assert found


def test_an_unforeseen_error_is_one_sentence(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 2, no traceback on the screen, no answer in the log."""

    def broken(_: object) -> None:
        raise RuntimeError("秘而不宣的626件")

    monkeypatch.setattr("drafter.cli.build.compose", broken)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.delenv("DRAFTER_DEBUG", raising=False)
    assert main(["build", str(file)]) == 2
    error = capsys.readouterr().err
    assert error.startswith("程序出错，没有改动你的文件。")
    assert error.count("\n") == 1
    log = (tmp_path / ".drafter" / "error.log").read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "626" not in log


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
@pytest.mark.parametrize("arguments", [["explain", "调解成功率"], ["--help"]])
def test_a_pipe_that_nobody_reads(arguments: list[str]) -> None:
    """Whoever closes the pager gets no word of Python's."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "drafter", *arguments],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
        env=environment,
    )
    os.close(writer)
    assert done.stderr == b""
    assert done.returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
def test_without_a_standard_output(file: Path) -> None:
    """A command that was started without a standard output works as any other."""
    script = 'exec "$@" >&-'
    command = ["sh", "-c", script, "sh", sys.executable, "-m", "drafter", "check", str(file)]
    assert subprocess.run(command, stderr=subprocess.PIPE, check=False).stderr == b""


def test_without_a_home_folder(file: Path) -> None:
    """Where nobody's home is known, as in a container of a user without a name, every command works as ever."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "drafter", "check", str(file), "--level", "错误"],
        capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "HOME": "~", "USERPROFILE": "~"},
    )  # fmt: skip
    assert done.stderr == ""
    assert done.returncode == 0


def test_doctor_without_a_home_folder(tmp_path: Path) -> None:
    """Faces are looked for in the folders of the system alone."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "drafter", "doctor"],
        capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "HOME": "~", "USERPROFILE": "~", "PATH": str(tmp_path)},
    )  # fmt: skip
    assert done.stderr == ""
    assert "方正小标宋简体" in done.stdout


def test_as_a_module(file: Path) -> None:
    """``python -m drafter`` is the same program."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "drafter", "check", str(file), "--level", "错误"],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert "清河街道.yaml：" in done.stdout


def test_help_loads_nothing_heavy() -> None:
    """Drafter --help imports neither pydantic nor jinja2, docx, questionary, pypinyin, filelock, ruamel.yaml."""
    code = (
        "import sys; from drafter.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = ('pydantic', 'jinja2', 'docx', 'questionary', 'pypinyin', 'filelock', 'ruamel.yaml')\n"
        "print([n for n in heavy if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_from_python_in_five_lines(file: Path, tmp_path: Path) -> None:
    """The library does the same without the command line."""
    from drafter import check, compose, load, write  # noqa: PLC0415 - the five lines

    data = load(file)
    document = compose(data.report)
    findings = check(data.report, document)
    write(document, tmp_path / "报告.docx")
    assert (tmp_path / "报告.docx").exists()
    assert not [finding for finding in findings if finding.level == "错误"]
