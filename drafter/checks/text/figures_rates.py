"""数值: rates and reductions, recomputed from the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.counts import Count, counts, fits, masked, same_unit, sentences, told_by_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit
    from drafter.checks.text.subject import Paragraph, TextSubject

_SOURCE = "《党政机关公文处理工作条例》第二十条"
_RATES: tuple[tuple[str, str, str], ...] = (
    (
        r"成功率|调成率",
        r"调解成功|成功调解|调处成功|成功调处|调成|成功化解|化解成功|达成协议",
        r"受理|调处|接受|调解|排查",
    ),
    (r"化解率|调处率", r"化解|调处", r"受理|排查|接受|发生|收到"),
    (r"办结率|办复率|结案率", r"办结|办复|结案", r"查处|立案|受理|收到|承办|交办|接到|办理"),
    (r"合格率|通过率", r"合格|通过", r"参加|参考|应考"),
    (r"参考率", r"实际参考|参考|参加", r"应考|应参"),
    (r"持证率|持证上岗率", r"持证|持有|取得", r"在编|应持证|执法人员|在岗"),
    (r"采纳率", r"采纳", r"提出|收集|意见|建议"),
    (r"整改率|完成率", r"整改|完成", r"问题|反馈|发现|任务|隐患|交办"),
    (r"答复率|回复率", r"答复|回复", r"收到|受理|申请|建议书"),
    (r"出庭应?诉?率", r"出庭", r"应当?出庭|应出庭"),
    (r"满意率", r"满意", r"回访"),
    (r"可办率", r"可办", r"事项"),
    (r"报备率|备案率", r"报备|备案", r"制发|制定|印发|出台"),
)
_NEAR = 20
"""Counts on either side of a rate among which its part and its whole are looked for."""
_APART = 15
"""Percentage points: a rate that is further off belongs to other numbers than those beside it."""
_RATE_END = re.compile(r"(?:高达|达到|达|为|是|约|共|计)*$")
_OTHER_RATE = re.compile(r"纠错|败诉|调撤|及时|按[期时]|规范|[、和]\S{1,8}率$|均")


@rule(
    "数值-04",
    "错误",
    finds="文中写的比率与文中的数算出来不符",
    why="比率按文中的小数位四舍五入，应当等于部分除以整体；读报告的人会除一遍。",
    wrong="共调处837件，调成831件，成功率99.5%",
    right="共调处837件，调成831件，成功率99.3%",
    source=_SOURCE,
    authority="法规",
    on="text",
)
def rates(subject: TextSubject) -> Iterator[Hit]:
    """A rate is the rounding of part by whole where both stand beside it; another pair that fits is accepted."""
    for paragraph in subject.running:
        if "%" not in paragraph.view:
            continue
        before: list[Count] = []
        for at, sentence in sentences(masked(paragraph.view)):
            items = counts(sentence, at)
            for place, percent in enumerate(items):
                if percent.unit == "%" and percent.exact:
                    here = items[max(place - _NEAR, 0) : place + _NEAR]
                    near = [c for c in (*before, *here) if c.unit != "%"]
                    yield from _rate(subject, paragraph, percent, near)
            before = items[-_NEAR:]
        yield from _shares(subject, paragraph)


def _rate(subject: TextSubject, paragraph: Paragraph, percent: Count, near: list[Count]) -> Iterator[Hit]:
    part, whole = _pair(paragraph, percent, near)
    if part is None or whole is None or not (part.exact and whole.exact and same_unit(part.unit, whole.unit)):
        return
    places = (min(part.start, whole.start), percent.end)
    alike = [c for c in near if same_unit(c.unit, part.unit)]
    if told_by_data(paragraph, places) or any(not c.exact for c in alike):
        return
    if part.value > whole.value:
        message = f"部分{part.value:f}大于整体{whole.value:f}，算不出{percent.shown}。请核对"
        yield subject.hit(paragraph, places, message)
    elif not any(fits(a.value, b.value, percent) for a in alike for b in alike if a is not b):
        quotient = part.value * 100 / whole.value
        if abs(quotient - percent.value) <= _APART:
            right = f"{quotient:.{max(percent.decimals, 1)}f}"
            message = f"写的是{percent.shown}，{part.value:f}÷{whole.value:f}应为{right}%。请核对"
            yield subject.hit(paragraph, (percent.start, percent.end), message)


def _pair(paragraph: Paragraph, percent: Count, near: list[Count]) -> tuple[Count | None, Count | None]:
    """Return part and whole that the words before a rate name; None where they name none."""
    name = _RATE_END.sub("", percent.before)
    entry = next((e for e in _RATES if re.search(rf"(?:{e[0]})$", name)), None)
    if entry is None or _OTHER_RATE.search(name):
        return None, None
    before = [c for c in near if c.start < percent.start]
    parts = [c for c in before if re.search(entry[1], c.label)] or _right_behind(percent, near, entry[1])
    wholes = [c for c in before if re.search(entry[2], c.label) and c not in parts[-1:]]
    if not parts or not wholes:
        return None, None
    inner = len(parts) > 1 and "其中" in paragraph.view[parts[-2].end : parts[-1].start]
    part = parts[-2] if inner else parts[-1]
    larger = next((c for c in reversed(wholes) if c is not part and c.value >= part.value), None)
    first = [c for c in wholes if c not in parts and c.start < part.start and same_unit(c.unit, part.unit)]
    return part, larger or (first[0] if len(first) == 1 and not _CARRIED.search(paragraph.view) else None)


def _right_behind(percent: Count, near: list[Count], pattern: str) -> list[Count]:
    """Return the count that follows a rate at once, where it is what the rate is about: 结案率96.6%，结案55件."""
    after = next((c for c in near if c.start >= percent.end), None)
    return [after] if after and after.start - percent.end < 10 and re.search(pattern, after.before) else []


_CARRIED = re.compile(r"上年|往年|历年|历史|积案|结转|存量")
_FROM_TO = re.compile(
    r"(?:由|从|将)(?P<a>[^。；（）]{0,24}?)(?P<kind>压缩|缩短|缩减|减少|精简|削减|提速|下降|降低|降|压减|减|增加|增长|上升|提高|提升|增|升)"
    r"(?:至|到|为)(?P<b>[^。；，（）]{1,20})，?(?P<c>[^。；，]{0,16}?\d+(?:\.\d+)?%)"
)
_CHANGE = re.compile(
    r"率|缩减|缩短|压缩|精简|压减|减少|下降|降低|降幅|提速|削减|增长|增加|上升|提高|增幅|幅度|提升|降|减|增|升"
)
_UP = frozenset({"增加", "增长", "上升", "提高", "提升", "增", "升"})


@rule(
    "数值-05",
    "错误",
    finds="压缩、精简或者增长的幅度与前后两个数不符",
    why="幅度等于（前－后）÷前，增长等于（后－前）÷前。",
    wrong="从法定20.86天提速至6.44天，提速率65.1%",
    right="从法定20.86天提速至6.44天，提速率69.1%",
    source=_SOURCE,
    authority="法规",
    on="text",
)
def reductions(subject: TextSubject) -> Iterator[Hit]:
    """从甲压缩至乙，压缩丙%: 丙 is (甲 − 乙) ÷ 甲."""
    for paragraph, found in subject.find(_FROM_TO):
        old, new, share = (counts(found[name]) for name in "abc")
        if len(old) != 1 or len(new) != 1 or not share or not _CHANGE.search(share[-1].before):
            continue
        a, b, percent = old[0], new[0], share[-1]
        if not same_unit(a.unit, b.unit) or a.unit == "%" or not (a.exact and b.exact and percent.exact):
            continue
        change = b.value - a.value if found["kind"] in _UP else a.value - b.value
        span = found.span()
        if change <= 0:
            yield subject.hit(paragraph, span, f"说的是“{found['kind']}”，{a.shown}到{b.shown}却相反。请核对")
        elif not fits(change, a.value, percent) and not fits(b.value, a.value, percent):
            right = f"{change * 100 / a.value:.{max(percent.decimals, 1)}f}"
            yield subject.hit(
                paragraph, span, f"从{a.value:f}到{b.value:f}，幅度应为{right}%，写的是{percent.shown}。请核对"
            )


_SHARE = re.compile(r"占[^，。；\d]{0,12}?(?P<whole>\d[\d,.]*[^，。；\d%]{1,4})的(?P<share>\d+(?:\.\d+)?%)")


def _shares(subject: TextSubject, paragraph: Paragraph) -> Iterator[Hit]:
    """甲件，占总数乙件的丙%: 丙 is 甲 ÷ 乙."""
    text = masked(paragraph.view)
    for found in _SHARE.finditer(text):
        wholes, before = counts(found["whole"]), counts(re.split("[。；]", text[: found.start()])[-1])
        if not wholes or not before or not (wholes[0].exact and before[-1].exact):
            continue
        part, whole, percent = before[-1], wholes[0], counts(found["share"])[0]
        if same_unit(part.unit, whole.unit) and not fits(part.value, whole.value, percent):
            right = f"{part.value * 100 / whole.value:.{max(percent.decimals, 1)}f}"
            message = f"写的是{percent.shown}，{part.value:f}÷{whole.value:f}应为{right}%。请核对"
            yield subject.hit(paragraph, found.span("share"), message)


_WHOLE_RATE = re.compile(
    r"(?P<name>(?:答复|办结|办复|回复|整改|整改完成|化解|处置|调处|备案|报备|结案)率)[^。；]{0,12}?100%"
)
_STILL_OPEN = re.compile(r"(?P<n>\d+)[件宗起个项条处家户份](?:正在|在办|尚未|未(?!到|发))")


@rule(
    "数值-07",
    "提示",
    finds="说100%，又说还有没办完的",
    why="答复率、办结率按到期的算才是100%时，要写明口径。",
    wrong="48件中44件已办结，4件正在办理，办结率100%",
    right="48件中44件已办结，4件正在办理（未到期），按期办结率100%",
    source="实务",
    authority="实务",
    on="text",
)
def complete(subject: TextSubject) -> Iterator[Hit]:
    """A rate of 100% in the sentence that also counts open cases."""
    for paragraph, found in subject.find(_WHOLE_RATE):
        for at, sentence in sentences(paragraph.view):
            if at <= found.start() < at + len(sentence):
                still = _STILL_OPEN.search(sentence)
                name = paragraph.view[max(found.start() - 3, 0) : found.end()]
                if still and int(still["n"]) > 0 and not re.search(r"按[期时]|及时|到期", name):
                    message = f"还有{still[0]}，{found['name']}却是100%。请核对，或者写明按期"
                    yield subject.hit(paragraph, found.span(), message)
