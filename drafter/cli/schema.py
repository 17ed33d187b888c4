"""``drafter schema``: the generated schemas."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import DrafterError
from drafter.schema import texts


def write_schemas(output: str) -> int:
    """Write the schema of the data file and the catalogue of facts into a folder; return 0."""
    folder = Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts().items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
            print(f"已写出：{folder / name}")
    except OSError as error:
        raise DrafterError(f"不能写到 {folder}（{error.strerror}）。请换一个文件夹：drafter schema -o 文件夹") from None
    return 0
