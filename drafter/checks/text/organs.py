"""名称: one organ throughout: title, text, 落款, metadata; and its place under the one above."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.subject import RUNNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit
    from drafter.checks.text.subject import TextSubject

_SOURCE = "《党政机关公文处理工作条例》第九条、第二十条"
_ENDING = re.compile(
    r"(?:人民政府)?(?:办公室|办事处)$|人民政府$|政府$|管理委员会$|管委会$|(?:工作)?委员会$|[党工]委$|党组$"
)
_PARTY = re.compile(r"^(?:中国共产党|中共)")
_ABOVE = re.compile(
    r"^(?:.{2,7}?(?:省|自治区))?(?:.{1,7}?(?:市|自治州|州|盟|地区))?(?:.{1,7}?(?:区|县|旗|市))?(?=.{2,})"
)
_PROVINCES = (
    *("北京市", "天津市", "上海市", "重庆市", "河北省", "山西省", "辽宁省", "吉林省", "黑龙江省", "江苏省", "浙江省"),
    *("安徽省", "福建省", "江西省", "山东省", "河南省", "湖北省", "湖南省", "广东省", "海南省", "四川省", "贵州省"),
    *("云南省", "陕西省", "甘肃省", "青海省"),
)
_TITLE_YEAR = re.compile(r"^(?:关于)?20\d\d年?度?|(?:关于)?(?:20\d\d年?度?)?(?:推进|全面)?(?:法治|依法).*$|^关于|关于$")


def core(name: str) -> str:
    """Return what tells one organ from another: its name without 中共, 人民政府, 办事处."""
    return _ENDING.sub("", _ENDING.sub("", _PARTY.sub("", name)))


def _title_organ(subject: TextSubject) -> str:
    """Return the organ that the title names; empty where it names none."""
    name = _TITLE_YEAR.sub("", _TITLE_YEAR.sub("", subject.title))
    return name if re.search("[省市县区旗镇乡道局委办府会厅院]", name) and 2 < len(name) < 40 else ""


def _akin(one: str, other: str) -> bool:
    """Tell whether two names are of one organ: the shorter is at the end, or inside, of the longer."""
    a, b = core(one), core(other)
    if not a or not b or a in b or b in a or a in other or b in one:
        return True
    inner, other_inner = _ABOVE.sub("", a), _ABOVE.sub("", b)
    return (len(inner) > 1 and inner in b) or _shortened(inner, b) or _shortened(other_inner, a)


def _shortened(short: str, full: str) -> bool:
    """Tell whether a name is another one shortened: 应急局, 应急管理局."""
    rest = iter(full)
    return len(short) > 2 and short[-1] in "局委办厅" and all(character in rest for character in short)


@rule(
    "名称-01",
    "错误",
    finds="标题里的机关和署名的机关不一致",
    why="署名用发文机关的全称或者规范化简称，与标题一致；换了单位的稿子常漏改。",
    wrong="标题“白石镇2024年法治政府建设年度报告”，署名“黑石镇人民政府”",
    right="署名“白石镇人民政府”",
    source=_SOURCE,
    authority="法规",
    on="text",
)
def signature(subject: TextSubject) -> Iterator[Hit]:
    """The organ of the title is among the signatories."""
    named, signed = _title_organ(subject), subject.of_kind("signature")
    if subject.report is None and named and signed and not any(_akin(named, part.view) for part in signed):
        names = "、".join(part.view for part in signed)
        last = signed[-1]
        yield subject.hit(last, (0, len(last.view)), f"标题写的是“{named}”，署名却是“{names}”。请核对")


_OPENING = re.compile(
    r"(?:^20\d\d年(?:度|以来)?，|现将)(?P<n>[\u4e00-\u9fff]{2,12}?(?:镇|乡|街道|区|县|局|管委会))(?=(?:党委|政府|办事处|20\d\d年|在|坚持|以|认真|深入|全面|紧紧|扎实|持续|严格)|，)"
)
_LEVEL = re.compile(r"(?:镇|乡|街道|区|县|市|局)$")


@rule(
    "名称-02",
    "错误",
    finds="开头写的是另一个机关的名称",
    why="借用别的单位的稿子，开头的名称没有改。",
    wrong="（白石镇的报告）2024年，黑石镇坚持以……为指导",
    right="2024年，白石镇坚持以……为指导",
    source=_SOURCE,
    authority="法规",
    on="text",
)
def opening(subject: TextSubject) -> Iterator[Hit]:
    """The subject of the opening is the organ itself, or the district that it belongs to."""
    own = [name for name in (subject.organ, _title_organ(subject)) if name]
    if not own:
        return
    first = next((at for at, p in enumerate(subject.paragraphs) if p.level), len(subject.paragraphs))
    for paragraph in subject.paragraphs[:first]:
        if paragraph.kind != "body":
            continue
        for found in _OPENING.finditer(paragraph.view):
            name = found["n"]
            general = re.match(r"全|我|本|各|街道$|[区县市镇乡]$", name) or re.search("[党委府]", name[:-1])
            ending, ours = _LEVEL.search(name), _LEVEL.search(core(own[0]))
            same = ending and ours and ending[0] == ours[0]
            if not general and same and not any(_akin(name, each) for each in own):
                message = f"本报告的机关是“{own[0]}”，这里写的是“{name}”。请核对"
                yield subject.hit(paragraph, found.span("n"), message)


_OWN_WORDS: dict[str, str] = {
    "镇": r"我(?:街道|乡(?![镇村])|局(?!部))",
    "乡": r"我(?:街道|镇(?![村街])|局(?!部))",
    "街道": r"我(?:镇(?![村街])|乡(?![镇村])|局(?!部))",
    "县": r"我(?:区(?![域间内县])|镇|乡(?![镇村])|街道)",
}
_OTHERS = {"街道": "镇|乡", "镇": "乡|街道", "乡": "镇|街道"}
_FOREIGN: dict[str, str] = {
    "街道": r"(?:^|(?<=[，。；：、由经在]))镇(?:党委|政府|人民政府|人大)",
    "镇": r"(?:^|(?<=[，。；：]))街道(?:党工委|办事处|严格|坚持|深入|积极)",
}


@rule(
    "名称-03",
    "警告",
    finds="自称与机关的层级不符：街道写“我镇”“镇党委”，县写“我区”",
    why="多是套用别的地方的稿子。",
    wrong="（街道的报告）我镇严格落实“三项制度”",
    right="街道严格落实“三项制度”",
    source=_SOURCE,
    authority="实务",
    on="text",
)
def own_words(subject: TextSubject) -> Iterator[Hit]:
    """What the organ calls itself fits its kind."""
    own = core(subject.organ)
    kind = next((k for k in ("街道", "镇", "乡", "县") if own.endswith(k)), "")
    stem = re.search(r"[^省市县区旗]{2,4}$", own.removesuffix(kind)) if kind in _OTHERS else None
    if stem:
        for paragraph, match in subject.find(
            re.escape(stem[0]) + f"(?:{_OTHERS[kind]})(?=党|政府|人大|[，。、])", RUNNING
        ):
            message = f"本机关是“{subject.organ}”，这里写的是“{match[0]}”。请核对"
            yield subject.hit(paragraph, match.span(), message)
    for table in (_OWN_WORDS, _FOREIGN):
        pattern = table.get(kind)
        if pattern:
            found = next(subject.find(pattern, RUNNING), None)
            if found:
                paragraph, match = found
                message = f"本机关是“{subject.organ}”，这里写的是“{match[0]}”。请核对"
                yield subject.hit(paragraph, match.span(), message)


_LEADERS = re.compile(r"(?<!自治)(?P<k>[县区旗])委(?:、|和)?(?P=k)(?:人民)?政府")


@rule(
    "名称-04",
    "警告",
    finds="上级的层级与机关所在地不符：县里的镇写“区委、区政府”；标题的地名缺字",
    why="地名的层级有一处写错，行文对象就错了。",
    wrong="（云山县白石镇）在区委、区政府的领导下",
    right="在县委、县政府的领导下",
    source=_SOURCE,
    authority="法规",
    on="text",
)
def hierarchy(subject: TextSubject) -> Iterator[Hit]:
    """县委 above a town of a 县, 区委 above one of a 区; the title begins with a whole place name."""
    above = re.match(
        r"(?:.{2,7}?(?:省|自治区|市|州|盟))*?.{1,6}?(?P<k>[县区旗])(?=.{1,8}(?:镇|乡|街道))", subject.organ
    )
    if above and subject.report is None:
        for paragraph, found in subject.find(_LEADERS, RUNNING | {"addressee"}):
            if found["k"] != above["k"]:
                message = f"“{subject.organ}”上面是{above['k']}，这里写的是“{found[0]}”。请核对"
                yield subject.hit(paragraph, found.span(), message)
                break
    for paragraph in subject.of_kind("title"):
        cut = next((p for p in _PROVINCES if paragraph.view.startswith(p[1:]) and len(p) > 2), "")
        if cut:
            yield subject.hit(paragraph, (0, len(cut) - 1), f"标题的地名缺字，应为“{cut}”。请补上", "错误")


_ISSUER = re.compile(r"(?:发布机构|发布单位|发文机关|制发机构|机构名称)[：｜|]+(?P<n>[\u4e00-\u9fff（）]{3,30})")


@rule(
    "名称-12",
    "提示",
    finds="网页信息里的发布机构与报告的机关不一致",
    why="发布机构用报告的机关；由上级统一发布的除外。",
    wrong="标题“白石镇……报告”，发布机构“黑石镇人民政府”",
    right="发布机构“白石镇人民政府”",
    source="《政府信息公开条例》第十二条；实务",
    authority="实务",
    on="text",
)
def publisher(subject: TextSubject) -> Iterator[Hit]:
    """The organ of the metadata is that of the title or of the signature."""
    own = [name for name in (subject.organ, _title_organ(subject)) if name]
    for paragraph in subject.of_kind("furniture"):
        found = _ISSUER.search(re.sub(r"\s", "", paragraph.view))
        if found and own and not any(_akin(found["n"], name) for name in own):
            message = f"发布机构是“{found['n']}”，报告的机关是“{own[0]}”。请核对"
            yield subject.hit(paragraph, (0, len(paragraph.view)), message)
