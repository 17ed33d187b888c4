"""The command line. The only place that prints, reads the clock and ends the process.

Exit statuses: 0 done; 1 findings (``check``); 2 could not run.
"""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.parser import build_parser
from drafter.errors import DrafterError
from drafter.resources import own_folder

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    parser = build_parser()
    options = parser.parse_args(arguments)
    try:
        if options.command is None:
            return _without_command(parser)
        return int(options.run(options))
    except DrafterError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\n已停止。", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 2
    except Exception as error:  # noqa: BLE001 - the last resort: one sentence for the clerk, the rest for the log
        return _unforeseen(error)


def _without_command(parser: argparse.ArgumentParser) -> int:
    """Show the menu in a terminal, the help anywhere else."""
    if sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty():
        from drafter.cli.menu import menu  # noqa: PLC0415 - heavy imports only for a terminal

        return menu()
    parser.print_help()
    return 0


def _unforeseen(error: Exception) -> int:
    """Tell the clerk in one sentence; keep where it happened, without anything that was answered."""
    if os.environ.get("DRAFTER_DEBUG"):
        traceback.print_exception(error)
        return 2
    frames = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
    log = _logged("\n".join([type(error).__name__, *frames, ""]))
    kept = f"经过记在 {log}（不含填报内容），请发给维护者" if log else "请把操作步骤告诉维护者"
    print(f"程序出错，没有改动你的文件。{kept}。", file=sys.stderr)
    return 2


def _logged(text: str) -> Path | None:
    """Write the log; return where it is, None where it cannot be written."""
    folder = own_folder()
    if folder is None:
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "error.log").write_text(text, encoding="utf-8")
    except OSError:
        return None
    return folder / "error.log"


def run() -> None:
    """Run the command of the process and exit with its status."""
    try:
        status = main()
    except SystemExit as ended:  # argparse has printed the help, or what is wrong with the arguments
        sys.exit(_printed(ended.code))
    sys.exit(_printed(status))


def _printed(status: str | int | None) -> str | int | None:
    """Return the status once everything is printed; what cannot be, Python would tell in English when it ends."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        if not isinstance(error, BrokenPipeError):  # nobody reads on: nothing to tell
            print("输出没有写完：磁盘满了，或者那里不能写。", file=sys.stderr)
        return 2
    return status
