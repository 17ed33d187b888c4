"""The commands and their options, with help in Chinese."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING, Any, NoReturn, TypeAlias

from drafter import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"  # noqa: SLF001 - it has no other name

_MESSAGES = [
    (r"the following arguments are required: (.+)", r"还缺少：\1"),
    (r"unrecognized arguments: (-.+)", r"不认识的参数：\1"),
    (r"unrecognized arguments: (.+)", r"多出了：\1。文件名里有空格的，前后加英文双引号"),
    (
        r"argument (?:命令|command): invalid choice: (['\"]?)(.+\.ya?ml)\1 \(choose from .*",
        r"没有“\2”这个命令。生成报告请写 drafter build \2，接着填请写 drafter fill \2",
    ),
    (r"argument (?:命令|command): invalid choice: (['\"]?)(.+)\1 \(choose from .*", r"没有“\2”这个命令"),
    (r"argument (\S+): invalid choice: (['\"]?)(.+)\2 \(choose from '?(.+?)'?\)", r"\1 不能写“\3”，可选：\4"),
    (r"argument (\S+): expected .*", r"\1 后面要跟一个值"),
    (r"argument (\S+): invalid \w+ value: '?(.*?)'?$", r"\1 的值“\2”不合要求"),
    (r"ambiguous option: (\S+) .*", r"“\1”可以是几个参数的缩写，请写全"),
]


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with a Chinese usage line and full-width colons."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)

    def format_help(self) -> str:
        return super().format_help().replace(":\n", "：\n")


class _Parser(argparse.ArgumentParser):
    """A parser that speaks Chinese."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_Formatter, add_help=False, allow_abbrev=False, **options)
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        for pattern, chinese in _MESSAGES:
            if re.fullmatch(pattern, message):
                message = re.sub(pattern, chinese, message).replace("', '", "、").replace(", ", "、")
                break
        print(f"{message}。用法见：{self.prog} --help", file=sys.stderr)
        raise SystemExit(2)


_INTRODUCTION = """起草、检查法治政府建设年度报告：填一份数据文件，生成 Word（GB/T 9704—2012）和 Markdown。"""

_ANY_TIME = "每答一题都立即存盘；随时可以按 Ctrl+C 停下，退出状态是 0。\n"
_EXAMPLES = """例：
  drafter new                              一问一答，新建一份报告
  drafter fill 清河街道2024.yaml           接着填
  drafter build 清河街道.yaml              生成 清河街道.docx
  drafter build 清河街道.yaml -f docx,md   同时生成 Markdown
  drafter check 清河街道.yaml              检查：缺什么、哪些数对不上
  drafter publish 清河街道.yaml            生成公开稿和网页
  drafter explain 调解成功率               这个数是什么、怎样算、写在哪里
"""


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = _Parser(prog="drafter", description=_INTRODUCTION, epilog=_EXAMPLES)
    parser.add_argument("--version", action="version", version=f"drafter {__version__}", help="显示版本")
    commands = parser.add_subparsers(dest="command", metavar="命令", title="命令", parser_class=_Parser)
    _new(commands)
    _fill(commands)
    _build(commands)
    _check(commands)
    _publish(commands)
    _explain(commands)
    _schema(commands)
    _doctor(commands)
    return parser


def _command(
    commands: Commands, name: str, summary: str, epilog: str, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=summary, description=summary, epilog=epilog)
    parser.set_defaults(run=run)
    return parser


def _new(commands: Commands) -> None:
    def run(options: argparse.Namespace) -> int:
        if options.answers:
            from drafter.cli.answers import new_from  # noqa: PLC0415 - heavy imports inside the command

            return new_from(options.file, options.answers)
        from drafter.cli.new import new  # noqa: PLC0415 - heavy imports inside the command

        return new(options.file)

    epilog = f"{_ANY_TIME}例：\n  drafter new\n  drafter new 清河街道2024.yaml --answers 答案.yaml\n"
    parser = _command(commands, "new", "在终端里一问一答，新建一份报告", epilog, run)
    parser.add_argument("--answers", metavar="答案", help="不问答：答案都在这个文件里（键与数据文件相同）")
    parser.add_argument("file", metavar="文件", nargs="?", help="新数据文件的名字（不写的话，问到单位和年度以后再问）")


def _fill(commands: Commands) -> None:
    def run(options: argparse.Namespace) -> int:
        if options.list:
            from drafter.cli.answers import list_open  # noqa: PLC0415 - heavy imports inside the command

            return list_open(options.file)
        from drafter.cli.new import fill  # noqa: PLC0415 - heavy imports inside the command

        return fill(options.file)

    epilog = f"{_ANY_TIME}例：\n  drafter fill 清河街道2024.yaml\n  drafter fill 清河街道2024.yaml --list\n"
    parser = _command(commands, "fill", "接着上次的问答往下填", epilog, run)
    parser.add_argument(
        "--list", action="store_true", help="只列出没有问的、空着的、待填的：键、状态、问题，用制表符隔开"
    )
    parser.add_argument("file", metavar="文件", help="数据文件（.yaml）")


def _build(commands: Commands) -> None:
    def run(options: argparse.Namespace) -> int:
        from drafter.cli.build import build  # noqa: PLC0415 - heavy imports inside the command

        formats = re.split("[,，、]", options.formats)
        return build(options.files, formats, options.output, force=options.force, preview=options.preview)

    epilog = "例：\n  drafter build 清河街道.yaml -f docx,md -o 送审稿\n  drafter build 各镇街数据/\n"
    parser = _command(commands, "build", "由数据文件生成报告（送审稿）", epilog, run)
    parser.add_argument("files", metavar="文件", nargs="+", help="数据文件（.yaml），或装着数据文件的文件夹")
    parser.add_argument(
        "-f",
        "--format",
        dest="formats",
        metavar="格式",
        default="docx",
        help="docx、md、html、pdf，用逗号隔开（默认 docx；pdf 要有 LibreOffice）",
    )
    parser.add_argument("-o", "--output", metavar="文件夹", help="生成到哪个文件夹（默认与数据文件同一处；没有就新建）")
    parser.add_argument("--preview", action="store_true", help="另外生成每一面的图片（PNG；要有 LibreOffice）")
    told = "Word 文件生成以后改动过，也覆盖（默认不覆盖；别的格式每次重新生成）"
    parser.add_argument("--force", action="store_true", help=told)


def _check(commands: Commands) -> None:
    def run(options: argparse.Namespace) -> int:
        from drafter.cli.check import check  # noqa: PLC0415 - heavy imports inside the command

        return check(
            options.files, options.format, options.level, options.today, options.excepted, render=options.render
        )

    epilog = (
        "退出状态：0 没有错误和警告；1 有错误或警告；2 不能检查。\n"
        "例：\n  drafter check 清河街道.yaml --level 警告\n  drafter check 报告.docx --except 标点-03\n"
        "  drafter check 报告.docx --render\n"
    )
    parser = _command(commands, "check", "检查数据文件，或者已有的报告（.docx、.md、.txt）", epilog, run)
    files = "数据文件（.yaml）、报告（.docx、.md、.txt），或装着它们的文件夹"
    parser.add_argument("files", metavar="文件", nargs="+", help=files)
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", metavar="格式", help="text 或 json（默认 text）"
    )
    parser.add_argument(
        "--level",
        choices=("错误", "警告", "提示"),
        default="提示",
        metavar="级别",
        help="只列这一级和更重的：错误、警告、提示（默认 提示）",
    )
    parser.add_argument("--today", metavar="日期", help="把今天当作这一天，如 2025-01-20")
    without = "不用这条规则（如 标点-03）或这一组规则（如 标点）；可以写几次"
    rendered = "用 LibreOffice 排出来实测：每面行数、每行字数、页码位置（毫米）"
    parser.add_argument("--render", action="store_true", help=rendered)
    parser.add_argument("--except", dest="excepted", action="append", default=[], metavar="规则", help=without)


def _publish(commands: Commands) -> None:
    def run(options: argparse.Namespace) -> int:
        from drafter.cli.publish import publish  # noqa: PLC0415 - heavy imports inside the command

        return publish(options.files, options.output, options.today, force=options.force)

    epilog = (
        "生成公开稿（Word）、网页、Markdown、纯文本，“审查”文件夹里是公开审查表和数据来源表。\n"
        "还有空格、错误、个人信息、密级标志的不生成，并说明在哪里、依据什么、要豁免怎样写。\n"
        "退出状态：0 都已生成；1 有不予公开的；2 不能处理。\n"
        "例：\n  drafter publish 清河街道.yaml -o 公开\n  drafter publish 各镇街数据/ -o 公开\n"
    )
    parser = _command(commands, "publish", "生成公开稿；有不该公开的就不生成", epilog, run)
    parser.add_argument("files", metavar="文件", nargs="+", help="数据文件（.yaml），或装着数据文件的文件夹")
    folder = "生成到哪个文件夹（默认是数据文件旁边的“公开”；没有就新建）"
    parser.add_argument("-o", "--output", metavar="文件夹", help=folder)
    parser.add_argument("--today", metavar="日期", help="把今天当作这一天，如 2025-01-20")
    parser.add_argument("--force", action="store_true", help="生成以后改动过的文件也覆盖（默认不覆盖）")


def _explain(commands: Commands) -> None:
    def run(options: argparse.Namespace) -> int:
        from drafter.cli.explain import explain  # noqa: PLC0415 - heavy imports inside the command

        return explain(options.name)

    names = ("调解成功率", "人民调解", "数据-01", "版式")
    epilog = "例：\n" + "".join(f"  drafter explain {name}\n" for name in names)
    parser = _command(commands, "explain", "解释一个事实、做法、事项、专题、检查规则或版面", epilog, run)
    parser.add_argument("name", metavar="名称", help="名称，或规则的代码")


def _schema(commands: Commands) -> None:
    def run(options: argparse.Namespace) -> int:
        from drafter.cli.schema import write_schemas  # noqa: PLC0415 - heavy imports inside the command

        return write_schemas(options.output)

    epilog = "编辑器（如 VS Code 的 YAML 插件）用它提示和检查数据文件。\n例：\n  drafter schema -o schemas\n"
    parser = _command(commands, "schema", "写出数据文件的 JSON Schema 和事实目录", epilog, run)
    parser.add_argument("-o", "--output", metavar="文件夹", default="schemas", help="写到哪个文件夹（默认 schemas）")


def _doctor(commands: Commands) -> None:
    def run(_options: argparse.Namespace) -> int:
        from drafter.cli.doctor import doctor  # noqa: PLC0415 - heavy imports inside the command

        return doctor()

    _command(commands, "doctor", "看看这台电脑有没有公文用的字体、LibreOffice", "例：\n  drafter doctor\n", run)
