"""数值: how a number is worded: approximate twice, 降低n倍, over 100%, without its unit, impossible."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.counts import UNIT, masked, with_numbers
from drafter.checks.text.finding import each

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit, Level
    from drafter.checks.text.subject import Paragraph, TextSubject

_GRAMMAR = "GB/T 15835—2011；实务"


def _find(subject: TextSubject, pattern: re.Pattern[str]) -> Iterator[tuple[Paragraph, re.Match[str]]]:
    """Find a pattern outside names in 《》 and gaps."""
    for paragraph in with_numbers(subject):
        for found in pattern.finditer(masked(paragraph.view)):
            yield paragraph, found


def _each(subject: TextSubject, pattern: re.Pattern[str], message: str, level: Level | None = None) -> Iterator[Hit]:
    """Yield a hit for each place of a pattern; in a message “{0}” is what was found there."""
    for paragraph, found in _find(subject, pattern):
        yield subject.hit(paragraph, found.span(), message.replace("{0}", found[0]), level)


_TWICE = re.compile(
    rf"(?:大约|将近|约|近|超过|超|逾)\d[\d,.]*[万千百亿]?[余多](?={UNIT})"
    rf"|(?:大约|将近|约|近|超过|逾)\d[\d,.]*[万千百亿]?(?:{UNIT})(?:左右|以上|上下)"
    rf"|(?<![\d,.])\d[\d,.]*[万千百亿]?[余多](?:{UNIT})(?:左右|以上|上下)"
    rf"|(?<![\d,.])\d[\d,.]*[万千百亿]?(?:余多|多余)(?={UNIT})"
)
_PRECISE = re.compile(rf"(?:大约|将近|约|近)(?P<n>\d[\d,]+\.\d+|\d\.\d{{2,}})(?=[万亿]?(?:{UNIT}))")


@rule(
    "数值-08",
    "警告",
    finds="概数词叠用",
    why="“约、近、超”和“余、多、左右”只用一个；精确到小数的数不再说“近”。",
    wrong="发放宣传资料约7000余份",
    right="发放宣传资料7000余份",
    source=_GRAMMAR,
    authority="实务",
    on="text",
)
def approximate(subject: TextSubject) -> Iterator[Hit]:
    """约…余, 近…左右, an exact decimal behind 近 or 约; with one decimal place it may be a rounding: a hint."""
    yield from _each(subject, _TWICE, "“{0}”的概数词重复。请只留一个")
    for paragraph, found in _find(subject, _PRECISE):
        level: Level | None = "提示" if len(found["n"].partition(".")[2]) == 1 else None
        yield subject.hit(paragraph, found.span(), f"{found['n']}是精确的数，前面不用“近、约”。请核对", level)


_TIMES_LESS = r"(?:降低|减少|下降|缩短|缩小|压缩|精简|减轻)了?(?:近|约)?[一二两三四五六七八九十\d]+(?:\.\d+)?倍"


@rule(
    "数值-09",
    "错误",
    finds="减少、降低、缩短用了“倍”",
    why="减少一倍就是零，没有几倍可减；减少的用百分数或者几分之几。",
    wrong="投诉量较上年减少2倍",
    right="投诉量较上年减少三分之二",
    source="《党政机关公文处理工作条例》第二十条",
    authority="法规",
    on="text",
)
def times_less(subject: TextSubject) -> Iterator[Hit]:
    """降低n倍 is no quantity."""
    yield from each(subject, _TIMES_LESS, "“{0}”说不通。请改用百分数或者几分之几")


_OVER = re.compile(
    r"(?P<name>培训率|参训率|参学率|参与率|到课率|到会率|普及率|知晓率|成功率|化解率|合格率|优秀率|参考率|覆盖率|办结率|持证率|满意率|满意度|答复率|出庭(?:应诉)?率|报备率|审查率|公开率|采纳率|整改率|可办率|占比|占总数)"
    r"(?:均|都)?(?:高达|达到|达|为|是)?(?P<n>\d+(?:\.\d+)?)%"
)


@rule(
    "数值-10",
    "错误",
    finds="不可能超过100%的比率超过了100%",
    why="成功率、合格率、覆盖率是部分除以整体。",
    wrong="调解成功率达102.3%",
    right="调解成功率达98.7%",
    source="《党政机关公文处理工作条例》第二十条",
    authority="法规",
    on="text",
)
def over_hundred(subject: TextSubject) -> Iterator[Hit]:
    """A share of a whole is at most 100%."""
    for paragraph, found in _find(subject, _OVER):
        if float(found["n"]) > 100:
            yield subject.hit(paragraph, found.span(), f"{found['name']}{found['n']}%超过100%。请核对")


_NOUN = (
    r"公职人员|工作人员|执法人员|机关干部|领导干部|党员干部|在编干部|干部职工|在职党员|公职律师|"
    r"规范性文件|行政案件|典型案例|矛盾纠纷|信访件|问题线索"
)
_NO_UNIT = re.compile(
    rf"(?<![\d.·+—～/\-A-Za-z“第号〕年月日])(?!20[0-3]\d)(?!12345|1\d\d(?!\d))\d{{1,6}}[余多]?(?=(?:{_NOUN}))"
)
_RATE_BARE = re.compile(
    r"(?:成功|办结|合格|覆盖|持证|满意|答复|出庭|应诉|参考|参训|整改|完成|公开|及时|采纳|化解|调解|备案|报备|知晓|审查|通过|优秀)率(?:均|都)?(?:高达|达到|达|为|是)?"
    r"\d{1,3}(?:\.\d+)?(?![\d.%‰成个年次月—～~\-至])"
)
_TORN = re.compile(r"(?:问题|案件|纠纷|隐患|线索|信息)(?<!\d)\d{1,5}(?=开展|推进|组织|落实)")


@rule(
    "数值-11",
    "警告",
    finds="数后面缺少量词、百分号",
    why="“47公职人员”漏了“名”；比率要写百分号。",
    wrong="组织47公职人员参加学法考试",
    right="组织47名公职人员参加学法考试",
    source="《党政机关公文处理工作条例》第二十条",
    authority="法规",
    on="text",
)
def without_unit(subject: TextSubject) -> Iterator[Hit]:
    """A number right before a person or a thing, and a rate without %."""
    for paragraph, found in _find(subject, _NO_UNIT):
        rest = paragraph.view[found.end() : found.end() + 4]
        yield subject.hit(paragraph, found.span(), f"“{found[0]}{rest}”的数后面少了量词。请补上“名、件、个”等")
    yield from _each(subject, _RATE_BARE, "“{0}”少了百分号。请补上“%”")
    yield from _each(subject, _TORN, "“{0}”的数后面像是丢了字。请补上量词", "提示")


_WHOLE_THINGS = "件次|人次|家次|户次|场次|批次|件|起|宗|名|人|家|户|份|篇|场|幅|册"
_WIDE_COMMA = re.compile(rf"(?<![\d.,])\d{{1,3}}(?:，\d{{3}})+(?!\d)(?=[余多]?(?:{UNIT}))")
_BROKEN = re.compile(rf"(?<![\d.])\d[\d,]*\.\d+(?={_WHOLE_THINGS})(?!人均)")
_HUGE = re.compile(rf"(?<![\d.,])\d{{9,}}(?=[余多]?(?:{_WHOLE_THINGS}|次|项|条))")
_ZERO = re.compile(rf"(?<![\d.,A-Za-z第·+〕])0\d+(?=[余多]?(?:{_WHOLE_THINGS}|次|项|条|个))")
_COMMAS = re.compile(rf"(?<![\d.,])\d{{4,}}(?:,\d{{3}})+(?=[余多]?(?:{UNIT}))")
_MEAN = re.compile(r"人均|平均|每|均(?=\d)|/")


@rule(
    "数值-12",
    "错误",
    finds="不可能的数",
    why="件、人、次没有小数，一年也没有上亿件；像是证件号码、电话粘在了数上，或者小数点、分节号放错。",
    wrong="办结案件126.5件",
    right="办结案件1265件",
    source="《党政机关公文处理工作条例》第二十条；GB/T 15835—2011",
    authority="法规",
    on="text",
)
def impossible(subject: TextSubject) -> Iterator[Hit]:
    """Parts of a case or of a person, nine digits and more, a leading zero, commas in the wrong place."""
    for paragraph, found in _find(subject, _BROKEN):
        clause = re.split("[，。；：]", paragraph.view[: found.start()])[-1]
        if not _MEAN.search(clause):
            yield subject.hit(paragraph, found.span(), f"{found[0]}有小数，这样的单位只能是整数。请核对")
    for pattern, what in (
        (_HUGE, "位数太多，像是号码"),
        (_WIDE_COMMA, "的分节号用了中文逗号"),
        (_ZERO, "前面多了0"),
        (_COMMAS, "的分节号位置不对"),
    ):
        yield from _each(subject, pattern, f"{{0}}{what}。请核对")


_HEADS = re.compile(
    r"(?:现有|配备|聘[请任用]|在编|在岗|持证|应考|在职)(?:(?!提供|参[训加与]|培训|咨询|服务|开展|出动|走访)[^，。；：、\d]){0,16}\d+人次"
)
_UNIT_TWICE = re.compile(
    r"\d个(?:件|名|份|起|宗|次)(?![额称录牌单目数要])|[万亿]元元|元万元|万万元|%个?百分点|百分之[一二三四五六七八九十\d.]+个百分点|\d平方(?![米公千厘分])"
)
_SHARE_CHANGE = re.compile(
    r"率(?:[^，。；\d]{0,4}\d+(?:\.\d+)?%，)?(?:同比|[比较][^，。；\d]{1,6})?(?:提高|提升|上升|下降|降低|增长)了?(?P<n>\d+(?:\.\d+)?%)(?!的)"
)


_SHARES = re.compile(
    r"(?<![\d.])(?P<now>\d+(?:\.\d+)?)%，?(?:同比|较|比)[^，。；\d]{0,6}(?:20\d\d年[^，。；\d]{0,4})?(?P<was>\d+(?:\.\d+)?)%，?"
    r"(?:提高|提升|上升|下降|降低|增长|增加|减少)了?(?P<n>\d+(?:\.\d+)?)%"
)


@rule(
    "数值-15",
    "警告",
    finds="量词、单位用得不对：现有调解员26人次，3个件，万元元",
    why="人次是累计的，说现有多少人用“名”；两个量词留一个；两个比率之差是百分点。",
    wrong="现有人民调解员26人次",
    right="现有人民调解员26名",
    source="《党政机关公文处理工作条例》第二十条（审核计量单位）",
    authority="法规",
    on="text",
)
def units(subject: TextSubject) -> Iterator[Hit]:
    """人次 of people that are there, two units; a rate that rises by percent may mean percentage points: a hint."""
    yield from _each(subject, _HEADS, "说的是有多少人，不是累计的人次。请改为“名”")
    yield from _each(subject, _UNIT_TWICE, "“{0}”的单位不对。请核对")
    for paragraph, found in _find(subject, _SHARES):
        if abs(Decimal(found["now"]) - Decimal(found["was"])) == Decimal(found["n"]):
            yield subject.hit(paragraph, found.span("n"), f"两个比率相差的是百分点。请写“{found['n']}个百分点”")
    for paragraph, found in _find(subject, _SHARE_CHANGE):
        message = f"比率的增减写“{found['n']}”，是百分比还是百分点？相差的数请写“个百分点”"
        yield subject.hit(paragraph, found.span(), message, "提示")
