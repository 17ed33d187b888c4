"""公开审查表: what was examined, item by item, what was found and waived, and who signs for it.

“按照先审查、后公开的原则，对拟公开的信息逐项进行保密审查” (《保守国家秘密法实施条例》第四十二条);
《政府信息公开条例》第十七条 (审查机制), 第十四条至第十六条 (what is not published). Who signs is 实务.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.blocks import (
    Addressee,
    Attachment,
    AttachmentNote,
    Document,
    Heading,
    Note,
    Paragraph,
    Signature,
    Span,
    Title,
    plain,
    spans_of,
)
from drafter.publication.hidden import internal_texts
from drafter.publication.sources import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from drafter.blocks import Block, Table
    from drafter.publication.calendar import Deadline
    from drafter.publication.draft import Draft
    from drafter.publication.gate import Verdict

_BOX = "□无　□有"
_LONGEST = 24
_SIGNERS = ("起草人", "审核人", "保密审查人", "主要负责人")


def document_of(draft: Draft, verdict: Verdict, due: Iterable[Deadline]) -> Document:
    """Return the form as a document, names masked."""
    made = Document(
        (
            Title(((Span(f"{draft.report.year}年法治政府建设年度报告"),), (Span("公开审查表"),))),
            _about(draft, due),
            _items(draft),
            _findings(verdict),
            _waivers(verdict),
            _signatures(),
            Paragraph((Span(_RULE),)),
        )
    )
    return draft.masks.document(made)


_RULE = (
    "依据：《中华人民共和国政府信息公开条例》第十四条至第十七条；《中华人民共和国保守国家秘密法》第三十五条；"
    "《中华人民共和国保守国家秘密法实施条例》第四十二条。程序的检查不代替保密审查。"
)


def _about(draft: Draft, due: Iterable[Deadline]) -> Table:
    report = draft.report
    rows = [(entry.label, entry.value) for entry in draft.metadata]
    rows += [
        ("文件名", draft.name),
        ("主送机关", "保留" if report.publication.show_addressees else "不保留"),
        ("标为内部、没有公开的", f"{len(internal_texts(report))}处"),
        ("隐去的姓名", f"{len(report.publication.masked)}个"),
        *((deadline.name, str(deadline).partition("：")[2]) for deadline in due),
        ("检查日期", f"{draft.today.year}年{draft.today.month}月{draft.today.day}日"),
    ]
    return table("一、基本情况", ("项目", "内容"), rows)


def _items(draft: Draft) -> Table:
    rows = [(str(number), name, _BOX, _BOX, _BOX, "　　　　") for number, name in enumerate(items(draft), start=1)]
    head = ("序号", "项目", "国家、工作秘密", "商业秘密", "个人信息", "审查意见")
    return table("二、逐项审查", head, rows)


def items(draft: Draft) -> Iterator[str]:
    """Yield what has to be looked at one by one: sections that say something, attachments, metadata, names."""
    opened = False
    part = ""
    blocks = draft.document.blocks
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        if isinstance(block, Heading):
            opened = True
            part = block.number.rstrip("、") if block.level == 1 else part
            if block.body or not isinstance(following, Heading):  # the heading of a part is examined with its sections
                yield _short((part if block.level > 1 else "") + block.number + plain(block.text))
        elif name := _name(block):
            yield name
        elif not opened:
            opened = True
            yield "开头"
    yield from ("网页上的信息公开属性", "文件名、文件属性")


def _name(block: Block) -> str:  # noqa: PLR0911 - one line per kind
    match block:
        case Title():
            return f"标题：{_short(plain(spans_of(block)))}"
        case Addressee():
            return "主送机关"
        case Signature():
            return "署名、成文日期"
        case Note():
            return "附注"
        case AttachmentNote():
            return "附件说明"
        case Attachment(number=number, title=title):
            return _short(f"附件{number or ''}：{plain(title)}")
        case _:
            return ""


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _findings(verdict: Verdict) -> Table:
    rows = [(f.level, f.code, f.key or f.words, f.message, f.source) for f in (*verdict.refused, *verdict.shown)]
    return table("三、程序检查的意见", ("级别", "规则", "位置", "意见", "依据"), rows)


def _waivers(verdict: Verdict) -> Table:
    rows = [(f.code, f.key or f.words, f.message, waiver.reason) for f, waiver in verdict.waived]
    rows += [(waiver.rule, waiver.place, "（没有对应的意见，可以删去）", waiver.reason) for waiver in verdict.idle]
    return table("四、豁免（本单位看过、决定保留的）", ("规则", "位置", "意见", "理由"), rows)


def _signatures() -> Table:
    blank = "　　　　　　"
    rows = [(signer, "□同意公开　□不同意", blank, "　　年　　月　　日") for signer in _SIGNERS]
    return table("五、签字", ("环节", "意见", "签名", "日期"), rows)
