"""The files of a publication: the 公开稿, the page, the texts for a CMS, the review papers; and what they were.

The review papers lie in a folder of their own, so that they are not uploaded by mistake. Beside them stands a list of
check sums: it says which files were examined, and whether one was changed since.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from drafter.errors import DrafterError
from drafter.publication import review, sources
from drafter.publication.hidden import forbidden, found_in
from drafter.publication.page import page
from drafter.publication.plain import plain_text
from drafter.store.saving import make_folder, write
from drafter.writers.markdown import markdown
from drafter.writers.package import unrecorded
from drafter.writers.word import docx

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from drafter.publication.calendar import Deadline
    from drafter.publication.draft import Draft
    from drafter.publication.gate import Verdict
    from drafter.writers.profile import Profile

REVIEW = "审查"
SUMS = "文件校验.txt"


def published(draft: Draft, profile: Profile) -> dict[str, bytes]:
    """Return the files for the public by name.

    Raises:
        DrafterError: something that must not be published is in one of them; the name of the file is all that is said.
    """
    files = {
        f"{draft.name}.docx": unrecorded(docx(draft.document, profile)),
        f"{draft.name}.html": page(draft.document, draft.metadata, draft.tags, profile),
        f"{draft.name}.md": markdown(draft.document),
        f"{draft.name}.txt": plain_text(draft.document).encode(),
    }
    leaks = found_in(files, forbidden(draft))
    if leaks:
        raise DrafterError(f"生成后自查：{'、'.join(leaks)}里还有不公开的内容，没有写出。请把这一情况告诉维护者。")
    return files


def papers(draft: Draft, verdict: Verdict, due: Iterable[Deadline], profile: Profile) -> dict[str, bytes]:
    """Return the review papers by name."""
    return {
        f"{REVIEW}/{draft.name}-公开审查表.docx": docx(review.document_of(draft, verdict, due), profile),
        f"{REVIEW}/{draft.name}-数据来源表.docx": docx(sources.document_of(draft), profile),
    }


def write_all(files: Mapping[str, bytes], folder: Path, *, force: bool) -> list[Path]:
    """Write the files; one that was changed since it was written is overwritten only with ``force``.

    Raises:
        DrafterError: a file was changed, or cannot be written.
    """
    known = _sums(folder)
    if not force:
        _refuse_changed(files, folder, known)
    make_folder(folder / REVIEW)
    for name, content in files.items():
        write(folder / name, content)
        known[name] = _sum(content)
    lines = [f"{value}  {name}\n" for name, value in sorted(known.items())]
    write(folder / REVIEW / SUMS, "".join(lines).encode())
    return [folder / name for name in files]


def _refuse_changed(files: Mapping[str, bytes], folder: Path, known: Mapping[str, str]) -> None:
    for name in files:
        try:
            current = _sum((folder / name).read_bytes())
        except FileNotFoundError:
            continue
        except OSError:
            raise DrafterError(f"{folder / name}：读不出来。文件如果正在 Word 里打开，请先关闭它。") from None
        if current != known.get(name):
            raise DrafterError(
                f"{folder / name}：这个文件生成以后改动过（或者不是本程序生成的），没有覆盖。"
                "要留着它，请先改名；不要它了，请加 --force 重新生成。"
            )


def _sums(folder: Path) -> dict[str, str]:
    try:
        lines = (folder / REVIEW / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return {name: value for value, found, name in (line.partition("  ") for line in lines) if found}


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
