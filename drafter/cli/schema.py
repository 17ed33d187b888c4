"""``drafter schema``: the generated schemas."""

from __future__ import annotations

import json
from dataclasses import fields

from drafter.checks import Finding
from drafter.checks.runner import ORDER
from drafter.cli.files import output_folder
from drafter.errors import DrafterError
from drafter.schema import texts


def write_schemas(output: str) -> int:
    """Write the schema of the data file and the catalogue of facts into a folder; return 0."""
    folder = output_folder(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in {**texts(), "findings.schema.json": findings_schema()}.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
            print(f"已写出：{folder / name}")
    except OSError:
        raise DrafterError(f"不能写到 {folder}。请换一个文件夹：drafter schema -o 文件夹") from None
    return 0


_MEANINGS = {
    "code": "规则的代码；drafter explain 代码 说明它",
    "level": "错误＝违反法律、标准的“应”或者自相矛盾；警告＝“一般”“推荐”或通行做法；提示＝值得看一眼",
    "message": "什么不对，怎样改",
    "file": "文件",
    "line": "行号，从 1 起；0 表示不指某一行",
    "key": "数据文件里的键；不指某一项时为空",
    "source": "依据",
    "authority": "依据的效力：法规、国标、政策、实务",
    "paragraph": "段落号，从 1 起；0 表示不指某一段",
    "words": "所指的词和前后文",
    "start": "所指的词在段落里的起点，从 0 起",
    "end": "所指的词在段落里的终点（不含）",
}
"""What each field of a finding means, for those who read the JSON."""


def findings_schema() -> str:
    """Return the JSON Schema of what ``drafter check --format json`` prints."""
    types = {"int": "integer"}
    properties: dict[str, dict[str, str | list[str]]] = {
        field.name: {"type": types.get(str(field.type), "string"), "description": _MEANINGS[field.name]}
        for field in fields(Finding)
    }
    properties["level"]["enum"] = list(ORDER)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "drafter check --format json 的输出",
        "type": "array",
        "items": {"type": "object", "properties": properties, "required": list(properties)},
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
