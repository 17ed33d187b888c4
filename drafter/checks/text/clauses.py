"""标点: colons inside colons, what introduces 一是……；二是……, 《》 around what is no work (GB/T 15834—2011)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.finding import each

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit
    from drafter.checks.text.subject import TextSubject

_PAIRS = ("“”", "《》", "（）")


@rule(
    "标点-21",
    "提示",
    finds="一句话里冒号套冒号",
    why="列举式的句子里不能再套用冒号；套用的，另起一段或者改写。",
    wrong="采取了三项措施：一是健全制度：制定办法；二是加强培训。",
    right="采取了三项措施：一是健全制度，制定办法；二是加强培训。",
    source="GB/T 15834—2011，4.7.3.5",
    authority="国标",
    on="text",
)
def nested_colons(subject: TextSubject) -> Iterator[Hit]:
    """Two colons in one sentence, with a word of enumeration between or before them."""
    pattern = r"：[^。：！？“《（]{0,40}(?:[一二三四]是|[①②③])[^。：！？“《（]{0,40}："
    yield from each(subject, pattern, "一句话里冒号套冒号。请把后一个冒号改为逗号，或者另起一段", outside=_PAIRS)


@rule(
    "标点-22",
    "警告",
    finds="用逗号引出以分号隔开的“一是……；二是……”",
    why="分句之间用分号的，前面引出它们的不能用逗号，应当用冒号或者句号。",
    wrong="加强队伍建设，一是配齐人员；二是加强培训。",
    right="加强队伍建设：一是配齐人员；二是加强培训。",
    source="GB/T 15834—2011，附录B.1.4",
    authority="国标",
    on="text",
)
def comma_before_points(subject: TextSubject) -> Iterator[Hit]:
    """“，一是……；二是……” in one sentence."""
    pattern = r"，(?=一是[^。，；]{2,40}(?:，[^。；]{1,40})?；二是)"
    yield from each(subject, pattern, "“一是”前面用了逗号，后面又用分号。请改为冒号或者句号", outside=_PAIRS)


@rule(
    "标点-23",
    "提示",
    finds="不是作品的名称用了书名号",
    why="书名号用于书、文件、作品的名称；会议、活动、课程、工程的名称不用书名号。",
    wrong="组织《法治大讲堂》活动月活动，实施《秋雨路大中修工程》",
    right="组织“法治大讲堂”活动，实施秋雨路大中修工程",
    source="GB/T 15834—2011，附录A.13.1",
    authority="国标",
    on="text",
)
def titles_of_no_work(subject: TextSubject) -> Iterator[Hit]:
    """《……工程》, 《……活动》, 《……会议》, 《……课程》."""
    pattern = r"《[^《》〈〉]{2,24}(?:工程|活动|会议|课程|培训班|大讲堂|讲座|论坛)》"
    yield from each(subject, pattern, "“{0}”不是书或者文件的名称，不用书名号。请删去，或者改用引号")
