"""序号的标点: marks behind labels and points, labels inside a paragraph (GB/T 15834—2011, appendix B.3)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.finding import each, once, per_paragraph
from drafter.checks.text.layers import value, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit
    from drafter.checks.text.subject import TextSubject

_NUMBERS = "GB/T 15835—2011"
_MARKS = "GB/T 15834—2011 附录B.3"


@rule(
    "层次-05",
    "警告",
    finds="序号后面的标点不合规定：（一）、 1、 一． 第一、",
    why="“一、”用顿号，“1.”用下脚点，带括号的序号后面不用标点，“第一”“其一”后面用逗号。",
    wrong="（一）、加强领导　1、加强领导　第一、加强领导",
    right="（一）加强领导　1.加强领导　第一，加强领导",
    source=_MARKS + ".1—B.3.4",
    authority="国标",
    on="text",
)
def label_marks(subject: TextSubject) -> Iterator[Hit]:
    """One finding per habit, at its first place."""
    labels = [p for p in subject.paragraphs if p.label]
    wrong = {
        "带括号的序号后面用了标点": [p for p in labels if re.match(r"（.+）[、，.．]", p.label)],
        "“1.”写成了“1、”": [p for p in labels if re.match(r"\d+、", p.label)],
        "“一、”写成了别的标点": [p for p in labels if p.level == 1 and not p.label.endswith("、")],
    }
    for what, heads in wrong.items():
        hits = [
            subject.hit(p, (0, len(p.label)), f"{what}。请写“{written(value(p.label) or 1, p.level)}”") for p in heads
        ]
        yield from once(hits, f"{what}（共{{n}}处）。请一并改正")
    ordinals = r"(?:^|(?<=[。；：]))(第|其)([一二三四五六])、(?![一二三四五六七八九十])"
    yield from each(subject, ordinals, "“{1}{2}、”应用逗号。请写“{1}{2}，”")


@rule(
    "层次-06",
    "错误",
    finds="“一是”“二是”后面加了标点",
    why="“一是”已经兼有序号和判断的作用，后面不加逗号、冒号。",
    wrong="一是，健全制度。",
    right="一是健全制度。",
    source=_MARKS + ".7",
    authority="国标",
    on="text",
)
def marks_after_points(subject: TextSubject) -> Iterator[Hit]:
    """“一是，” and “一是：”."""
    yield from each(
        subject, r"(?:^|(?<=[。；，：]))([一二三四五六七八九十]{1,2}是)([，：、])", "“{1}”后面不用“{2}”。请删去"
    )


@rule(
    "层次-07",
    "警告",
    finds="段落里面又用“一、”“1、”“（一）”列举，与标题相混",
    why="标题的序号用在段首；段内列举用“一是”“二是”，或者“第一，”。",
    wrong="开展了多种活动，如：一、利用法治广场；二、进村入户。",
    right="开展了多种活动：一是利用法治广场，二是进村入户。",
    source=_MARKS,
    authority="国标",
    on="text",
)
def labels_inside(subject: TextSubject) -> Iterator[Hit]:
    """A label of a heading behind a mark, within a paragraph."""
    label = r"(?:[一二三四五六七八九十]、(?![一二三四五六七八九十])|\d、(?!\d)|（[一二三]）)"
    pattern = rf"(?<=[。；：，]){label}(?=[\u4e00-\u9fff“]{{4}})"
    message = "段内列举用了标题的序号“{0}”。请改用“一是”“二是”"
    yield from per_paragraph(each(subject, pattern, message, outside=("《》", "（）")))
