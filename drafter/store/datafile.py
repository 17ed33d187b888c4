"""The data file as an object: its report, its text, changes to it."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import TYPE_CHECKING, TypeAlias

from drafter.errors import ChangedError, DrafterError, Fault, InputError
from drafter.report import spelled
from drafter.store.begun import check_begun, still_open
from drafter.store.characters import wrong_character
from drafter.store.check import Checked, check
from drafter.store.edit import assigned, editor_of
from drafter.store.reading import BOM, read
from drafter.store.saving import write

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

    from drafter.report import Path, Report
    from drafter.store.nodes import Plain

    Given: TypeAlias = str | int | bool | Sequence["Given"] | Mapping[str, "Given"] | None


class DataFile:
    """A data file: the text that stands, or will stand, in the file, and the report that it holds.

    ``notices`` are what the clerk should know about the file (its encoding, names that have changed).
    """

    def __init__(
        self, path: FilePath, text: str, *, raw: bytes | None = None, notices: tuple[str, ...] = (), begun: bool = False
    ) -> None:
        """Read a text; ``raw`` are the bytes of the file, None where it does not exist yet.

        With ``begun`` the entries that a report cannot do without may still be open.

        Raises:
            InputError: the text is not a data file.
        """
        self.path = path
        self.text = text
        self._begun = begun
        self._checked: Checked = self._check(text)
        self._raw = raw
        renamed = self._checked.tree.renamed.items()
        self.notices = (*notices, *(f"{path}：“{old}”现在叫“{new}”，已照此读取。" for old, new in renamed))

    @property
    def report(self) -> Report:
        """The report that the file holds, with the places of its entries.

        Raises:
            DrafterError: the file has only been begun.
        """
        if missing := self.missing:
            what = f"还没有填“{spelled(missing[0])}”，不能成文"
            raise DrafterError(f"{self.path}：{what}。请接着填：drafter fill {self.path}")
        return self._checked.report

    @property
    def missing(self) -> list[Path]:
        """The entries that a report cannot do without and that are open; none unless the file was read as begun."""
        return still_open(self._checked.tree.root)

    def _check(self, text: str) -> Checked:
        return (check_begun if self._begun else check)(text, str(self.path))

    def get(self, path: Path) -> Plain:
        """Return what stands at a path, as text; None where nothing does."""
        root = self._checked.tree.root
        entry = root.find(path)
        return root.plain() if not path else entry.value.plain() if entry else None

    def set(self, path: Path, value: Given) -> None:
        """Give an entry a value; nothing else in the text changes.

        Line ends at the end of a text are dropped. An index one past the end of a list adds an item. A mapping or a
        list is compared with what stands there, entry by entry, so that comments inside it survive.

        Raises:
            InputError: the value cannot stand there; the file is as before.
            DrafterError: the value holds characters that no text may hold.
            KeyError: there is no such place, because a text stands where a list or a mapping would have to.
        """
        plain = _plain(value, str(self.path))
        editor = assigned(editor_of(self.text, self._checked.tree.root), path, plain)
        entry = editor.root.find(path)
        if (editor.root.plain() if not path else entry.value.plain() if entry else None) != plain:
            raise DrafterError(f"{self.path}：“{spelled(path)}”的内容存不进数据文件，文件没有变。请换一种写法。")
        self._take(editor.text)

    def remove(self, path: Path) -> None:
        """Take an entry out, with the comment on its own line.

        Raises:
            InputError: the file cannot do without it; the file is as before.
        """
        self._take(editor_of(self.text, self._checked.tree.root).remove(path))

    def save(self, path: str | os.PathLike[str] | None = None) -> None:
        """Write the file as UTF-8, in one step; the file keeps its BOM.

        Raises:
            ChangedError: it was changed by another program since it was read.
            DrafterError: it cannot be written; in both cases the file on disk is as before.
        """
        target = self.path if path is None else FilePath(path)
        bom = BOM if self._raw is not None and self._raw.startswith(BOM) else b""
        content = bom + self.text.encode("utf-8")
        if path is None:
            self._refuse_overwriting()
        write(target, content)
        self.path, self._raw = target, content

    def _refuse_overwriting(self) -> None:
        try:
            current = self.path.read_bytes()
        except FileNotFoundError:
            return
        except OSError:
            raise DrafterError(f"{self.path}：没有存上，原来的文件读不出来。请检查磁盘，或存到别的文件夹。") from None
        if current != self._raw:
            what = "文件在打开以后被别的程序改过" if self._raw is not None else "已有同名的文件"
            raise ChangedError(f"{self.path}：{what}，没有存上，免得盖掉那里的内容。请换一个文件名，或重新打开后再改。")

    def _take(self, text: str) -> None:
        """Take a changed text, unless it is no longer a data file."""
        if text == self.text:
            return
        try:
            self._checked = self._check(text)
        except InputError as error:
            faults = (Fault(fault.file, 0, fault.key, fault.what, fault.remedy) for fault in error.faults)
            raise InputError(faults) from None
        self.text = text


def load(path: str | os.PathLike[str], *, begun: bool = False) -> DataFile:
    """Read a data file; with ``begun`` also one in which 年度 or 单位.类型 is still open.

    Raises:
        DrafterError: the file is missing or is not a text.
        InputError: what it holds is wrong; all faults at once, in the order of lines.
    """
    file = FilePath(path)
    source = read(file)
    return DataFile(file, source.text, raw=source.raw, notices=source.notices, begun=begun)


def _plain(value: Given, file: str) -> Plain:
    """Return a value as a data file holds it; line ends at the end of a text are not kept.

    Raises:
        DrafterError: it holds characters that no text may hold.
    """
    if value is None:
        return None
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (str, int)):
        text = str(value).replace("\r\n", "\n").replace("\r", "\n")
        wrong = next((what for char in text if (what := wrong_character(char))), "")
        if wrong:
            raise DrafterError(f"{file}：填的内容里{wrong}。请删去，或把这几个字重新打一遍。")
        return text.rstrip("\n")
    if hasattr(value, "items"):
        return {str(_plain(key, file)): _plain(below, file) for key, below in value.items()}
    return [_plain(item, file) for item in value]
