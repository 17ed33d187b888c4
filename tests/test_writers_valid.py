"""Every .docx is valid by Microsoft's Open XML SDK: Word, WPS and LibreOffice open it without repair."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from documents import IMPRINT, MASTHEAD, blocks, document, everything, table, text
from validator import MISSING, all_faults, command

from drafter.blocks import Attachment, Document, Paragraph, Signature, Title
from drafter.store import load
from drafter.wording import compose
from drafter.writers.package import unrecorded
from drafter.writers.profiles import built_in, profile
from drafter.writers.word import docx

pytestmark = pytest.mark.skipif(command() is None, reason=MISSING)

EXAMPLES = Path(__file__).parent.parent / "examples"


def valid(folder: Path, files: dict[str, bytes]) -> None:
    """Write files and let them be judged."""
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    assert all_faults(folder.glob("*.docx")) == {}


def test_every_profile(tmp_path: Path) -> None:
    """The document with every kind of block, in each profile and with either kind of run-in heading."""
    files = {page.name: docx(everything(), page) for page in built_in()}
    valid(tmp_path, files | {"分隔符": docx(everything(), profile(接排_方式="样式分隔符"))})


def test_every_block_alone(tmp_path: Path) -> None:
    """Each kind of block alone, and a document without any."""
    kinds = {type(block).__name__: block for block in blocks()}
    files = {name: docx(document(block)) for name, block in kinds.items()}
    valid(tmp_path, files | {"空": docx(Document(()))})


def test_mastheads_and_imprints(tmp_path: Path) -> None:
    """版头 with one or several marks and signers, 版记 behind a paragraph, a table, a signature."""
    title = Title((text("清河街道"), text("报告")))
    stamps = Signature((text("主任"),), text("2025年1月8日"), False, (text("张某某"),))
    files = {
        "一个机关": docx(
            document(replace(MASTHEAD, marks=(text("清河局文件"),), signers=(text("张某"),)), title, IMPRINT)
        ),
        "三个签发人": docx(document(replace(MASTHEAD, signers=(text("张某"), text("李某"), text("王某"))), title)),
        "不带文件": docx(document(replace(MASTHEAD, marks=(text("甲局"), text("乙委员会"))), title)),
        "表后": docx(document(title, Attachment(None, text("数据"), (table(),)), IMPRINT)),
        "无抄送": docx(document(title, Paragraph(text("正文。")), stamps, replace(IMPRINT, copies=()))),
    }
    valid(tmp_path, files)


def test_examples(tmp_path: Path) -> None:
    """The reports of the examples, and one without the record of its content."""
    files = {file.stem: docx(compose(load(file).report)) for file in EXAMPLES.glob("*.yaml")}
    assert len(files) >= 3
    valid(tmp_path, files | {"公开": unrecorded(docx(everything()))})
