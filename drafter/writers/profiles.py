"""Profiles as data: those that come with the program (``templates/profiles``) and an office's own."""

from __future__ import annotations

import difflib
from functools import cache
from pathlib import Path
from typing import Any

from drafter.errors import DrafterError
from drafter.resources import folder
from drafter.writers.profile import Profile, Value
from drafter.writers.settings import SETTINGS

STANDARD = "标准"
_NAME, _ABOUT, _BASE = "名称", "说明", "继承"
_TIGHTEST = 0.9
"""How near characters may stand, in their own width."""

_LINES = {"表头": 18.0, "表文": 18.0, "页码": 18.0, "版记": 24.0}
"""The lines that have a height of their own (``templates/word/styles.xml``), in points."""

_LARGEST = 100_000
"""Bytes of a file; one that sets everything has two thousand."""

_ORDER = ("standard", "gbt33476", "windows-fonts", "page-number-centred")


def profile(name: str = "", beside: Path | None = None, **chosen: str) -> Profile:
    """Return a profile by its name, or an office's own by the name of its file, in the folder ``beside``.

    ``chosen``: settings that the data file itself makes (their key with “_” for “.”, as ``接排_方式``).

    Raises:
        DrafterError: there is no such profile, or it is faulty.
    """
    found = _found(name or STANDARD, beside or Path(), ())
    own = {key.replace("_", "."): value for key, value in chosen.items() if value}
    return Profile(found.name, found.about, {**found.values, **{key: SETTINGS[key].read(own[key]) for key in own}})


@cache
def standard() -> Profile:
    """Return the profile of GB/T 9704—2012."""
    return profile()


def built_in() -> list[Profile]:
    """Return the profiles that come with the program, the standard first."""
    return [_read(_file(stem), ()) for stem in _ORDER]


def deviations(of: Profile) -> list[str]:
    """Return where a profile differs from the standard, one line each."""
    lines = []
    for key, setting in SETTINGS.items():
        value, usual = of.values[key], standard().values[key]
        if value != usual:
            clause = f"，GB/T 9704—2012 {setting.clause}" if setting.clause else ""
            lines.append(f"{key}：{setting.shown(value)}（标准为{setting.shown(usual)}{clause}）")
    return lines


def _file(stem: str) -> Path:
    return folder("templates") / "profiles" / f"{stem}.yaml"


def _found(name: str, beside: Path, seen: tuple[Path, ...]) -> Profile:
    names = {str(_parsed(_file(stem)).get(_NAME)): stem for stem in _ORDER}
    if name in names or name in _ORDER:
        return _read(_file(names.get(name, name)), seen)
    for candidate in (beside / name, beside / f"{name}.yaml", beside / f"{name}.yml"):
        if _is_file(candidate):
            return _read(candidate, seen)
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    hint = f"是不是想写“{near[0]}”？" if near else ""
    raise DrafterError(
        f"没有叫“{name}”的版面，文件夹“{beside}”里也没有这个文件。{hint}可选：{'、'.join(names)}，或者本单位版面文件的名称。"
    )


def _is_file(candidate: Path) -> bool:
    try:
        return candidate.is_file()
    except OSError:  # a name that no file can have
        return False


def _read(file: Path, seen: tuple[Path, ...]) -> Profile:
    """Read one file on top of what it inherits."""
    if file in seen:
        raise DrafterError(f"{file}：版面互相继承，没有尽头。请改“{_BASE}”这一行。")
    raw = _parsed(file)
    name, about = (str(raw.pop(key, "") or "") for key in (_NAME, _ABOUT))
    base = raw.pop(_BASE, None)
    if not isinstance(base, str | None):
        raise DrafterError(f"{file}：“{_BASE}”应当写一个版面的名称。请写成“{_BASE}: {STANDARD}”。")
    is_root = file == _file(_ORDER[0])
    values = {} if is_root else dict(_found(base or STANDARD, file.parent, (*seen, file)).values)
    for group, entries in raw.items():
        values |= _group(file, str(group), entries)
    made = Profile(name or file.stem, about, values)
    _sensible(made, file)
    return made


def _group(file: Path, group: str, entries: Any) -> dict[str, Value]:
    items = sorted({key.partition(".")[2] for key in SETTINGS if key.startswith(f"{group}.")})
    if not items:
        groups = "、".join(dict.fromkeys(key.partition(".")[0] for key in SETTINGS))
        raise DrafterError(f"{file}：没有“{group}”这一组。可以写：{groups}。")
    if not isinstance(entries, dict):
        raise DrafterError(f"{file}：“{group}”应当分项填写。请写成“{group}: {{{items[0]}: …}}”。")
    values: dict[str, Value] = {}
    for item, raw in entries.items():
        if item not in items:
            raise DrafterError(f"{file}：“{group}”里没有“{item}”这一项。可以写：{'、'.join(items)}。")
        try:
            values[f"{group}.{item}"] = SETTINGS[f"{group}.{item}"].read(raw)
        except DrafterError as error:
            raise DrafterError(f"{file}：“{group}.{item}”的{error}。") from None
    return values


def _sensible(made: Profile, file: Path) -> None:
    """Refuse a page on which the text area, the page number, a line or a character has no room."""
    lines = {"标题": made.number("标题.行距"), **_LINES}
    if min(made.right, made.bottom) < 0:
        raise DrafterError(f"{file}：天头、订口加上版心，超出了 A4 纸（210 毫米×297 毫米）。请减小“页面”里的数。")
    if made.footer < 0:
        raise DrafterError(f"{file}：版心下边放不下页码。请减小“页面.版心高”或者“页码.距版心”。")
    if made.width / 20 / made.characters < _TIGHTEST * made.number("正文.字号"):
        raise DrafterError(
            f"{file}：一行放不下“正文.每行字数”那么多字，字会叠在一起。请减小“正文.每行字数”或者“正文.字号”。"
        )
    for key, setting in SETTINGS.items():
        element, _, item = key.partition(".")
        line = lines.get(element, made.number("正文.行距"))
        if item == "字号" and element != "发文机关标志" and made.number(key) > line:
            shown = setting.shown(made.values[key])
            raise DrafterError(
                f"{file}：“{key}”是{shown}，一行只有{line:g}磅高，字会被截掉。请改小字号，或者加大行距。"
            )


@cache
def _cached(file: Path, _changed: int) -> dict[str, Any]:
    from ruamel.yaml import YAML  # noqa: PLC0415 - not loaded before it is needed
    from ruamel.yaml.constructor import DuplicateKeyError  # noqa: PLC0415 - not loaded before it is needed
    from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415 - not loaded before it is needed

    try:
        content = file.read_bytes()
        raw = YAML(typ="safe", pure=True).load(content.decode("utf-8")) if len(content) <= _LARGEST else None
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        what = "一项写了两遍" if isinstance(error, DuplicateKeyError) else "写法不对"
        raise DrafterError(f"{file} 第{line}行：{what}。请对照“drafter explain 版式”里的例子改写。") from None
    except (YAMLError, RecursionError):
        raise DrafterError(f"{file}：写法不对。请对照“drafter explain 版式”里的例子改写。") from None
    except (OSError, UnicodeDecodeError):
        raise DrafterError(f"{file}：打不开，或者不是 UTF-8 编码。请另存为 UTF-8。") from None
    if not isinstance(raw, dict):
        raise DrafterError(f"{file}：不是版面文件。请对照“drafter explain 版式”里的例子改写。")
    return raw


def _parsed(file: Path) -> dict[str, Any]:
    return dict(_cached(file, file.stat().st_mtime_ns))
