"""公开: personal data in a text that is going to be published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.finding import around, each
from drafter.checks.text.subject import TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit
    from drafter.checks.text.subject import TextSubject

_OPENNESS = "《中华人民共和国政府信息公开条例》第十五条"
_PRIVACY = "《中华人民共和国个人信息保护法》第三十四条"
_MINORS = "《中华人民共和国未成年人保护法》第一百零三条"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范"
    "石姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易常武乔贺赖龚文单"
)
_NAME = rf"([{_SURNAMES}][\u4e00-\u9fff]{{1,2}})"
_NOT_NAMES = re.compile(
    r".(?:某|×|X)|白天|常[务年态规委]|任[何务意组主期职免副教期]|易[发于地]|文[化件书明]|武[装汉]|江[苏西北南]|石油|龙[头华]|金额|"
    r"高[度级位标质频效]|单[位独个]|田间|段[时内]|史[料上]"
    r"|余[人名]|许[可多]|何[种时]|周[边围期]|夏季|秦皇|曾[经在]|宋体|钱款|白领|毛[坯利]|钟点|林[业地木]|孔子|叶片|"
    r"贺信|侯[审]|丁字|黄[河色]|唐山|汤|田地|梁上|康复|朱|雷同|"
    r"范[围畴本]|成[功立]"
)
_DOES = (
    r"等|作为|担任|带[队头]|任(?:副?组长|主任|第一)|主持|牵头|亲自|同志|率|深入|多次|出席|讲授|听取|批示|强调|指出|参加|分别|部署|"
    r"调研|分管|包联|当选|荣获|被评|获评"
)
_POSTS = r"(?:律师|同志|书记|主任|联系人：|[镇乡局区县市所处科院队厅]长|干部|民警|调解员|网格员|委员)"
_OFFICIALS = re.compile(rf"{_POSTS}(?:（[^（）]{{1,12}}）)?{_NAME}(?=[，、。；（）]|{_DOES})")
_PARTY = (
    r"(?:原告|被告|被告人|申请人|被申请人|当事人|信访人|上访人|受害人|被害人|嫌疑人|罪犯|第三人|矫正对象|服刑人员|"
    r"刑释人员|精神病人|低保户|村民|居民|业主|户主|学生|未成年人|患者)"
)


def id_valid(number: str) -> bool:
    """Tell whether a number is an 18-digit ID with a possible birthday and the right check digit (GB 11643)."""
    if not re.fullmatch(r"[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]", number):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return "10X98765432"[total % 11] == number[-1].upper()


def luhn_valid(number: str) -> bool:
    """Tell whether a number passes the check of bank cards (Luhn)."""
    doubled = [int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(number))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


@rule(
    "公开-01",
    "错误",
    finds="公民身份号码（18位，校验码相符）",
    why="身份号码是个人信息，公开前必须删去或者遮盖。",
    wrong="当事人身份证号11010519491231002X",
    right="当事人身份证号（略）",
    source=f"{_OPENNESS}；{_PRIVACY}",
    authority="法规",
    on="text",
)
def identity_numbers(subject: TextSubject) -> Iterator[Hit]:
    """Eighteen digits with the right check digit; blanks between them do not hide it."""
    for paragraph, match in subject.find(
        r"(?<![\dA-Za-z])\d{6} ?\d{8} ?\d{3}[\dXx](?![\dA-Za-z/])", TEXT | {"furniture"}
    ):
        if id_valid(match[0].replace(" ", "")):
            yield subject.hit(paragraph, match.span(), "这是公民身份号码。请删去，或者只留前后几位")


@rule(
    "公开-02",
    "错误",
    finds="手机号码、固定电话",
    why="手机号码是个人信息；公开的办公电话、投诉电话不在此列，固定电话只作提示。",
    wrong="联系人手机13800138000",
    right="不写号码，或者写公开的办公电话",
    source=f"{_OPENNESS}；{_PRIVACY}",
    authority="法规",
    on="text",
)
def telephones(subject: TextSubject) -> Iterator[Hit]:
    """A mobile number is an error, a landline number a hint; hotlines and offices are left alone."""
    for paragraph, match in subject.find(r"(?<![\d.])1[3-9]\d(?:[ -]?\d{4}){2}(?![\d.])", TEXT):
        yield subject.hit(paragraph, match.span(), "这是手机号码。请删去")
    for paragraph, match in subject.find(r"(?<!\d)（?0\d{2,3}）?[- ]?\d{7,8}(?!\d)", TEXT):
        if not re.search(r"热线|举报|投诉|监督|咨询|办公|服务|值班", around(paragraph, match.start(), 20)):
            yield subject.hit(paragraph, match.span(), "这是固定电话。请确认是公开的办公电话", "提示")


@rule(
    "公开-03",
    "错误",
    finds="银行卡号（校验码相符）",
    why="金融账户是敏感个人信息，不得公开。",
    wrong="汇入账户6222021234567890128",
    right="不写账号",
    source="《中华人民共和国个人信息保护法》第二十八条",
    authority="法规",
    on="text",
)
def bank_cards(subject: TextSubject) -> Iterator[Hit]:
    """Sixteen to nineteen digits that begin as cards do and pass the check."""
    for paragraph, match in subject.find(r"(?<![\d./])[3-6]\d{3}(?: ?\d{4}){3}(?: ?\d{1,3})?(?![\d/])", TEXT):
        digits = match[0].replace(" ", "")
        if luhn_valid(digits) and not id_valid(digits) and len(set(digits)) > 1:
            yield subject.hit(paragraph, match.span(), "这像是银行卡号。请删去")
        elif re.search(r"(?:账[号户]|卡号)[：为]?$", paragraph.view[: match.start()][-4:]):
            yield subject.hit(paragraph, match.span(), "这像是账号（校验码不符，也可能打错了一位）。请删去", "警告")


@rule(
    "公开-04",
    "错误",
    finds="机动车号牌",
    why="车辆号牌可以识别到个人。",
    wrong="查获车辆沪A12345",
    right="查获车辆1辆",
    source=_PRIVACY,
    authority="法规",
    on="text",
)
def plates(subject: TextSubject) -> Iterator[Hit]:
    """A letter of a province, a letter, five or six letters or digits of which two at least are digits."""
    provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
    pattern = rf"[{provinces}][A-HJ-NP-Z][·.]?(?=[A-Z]*\d[A-Z]*\d)[A-HJ-NP-Z0-9]{{5,6}}(?![A-Z0-9])"
    yield from each(subject, pattern, "这像是机动车号牌。请删去", kinds=TEXT)


@rule(
    "公开-05",
    "错误",
    finds="具体的住址",
    why="住址与姓名在一起，可以识别到个人。",
    wrong="居民王小明家住幸福路12号3幢201室",
    right="居民王某",
    source=f"{_OPENNESS}；{_PRIVACY}",
    authority="法规",
    on="text",
)
def addresses(subject: TextSubject) -> Iterator[Hit]:
    """A number of a house with building or room, or a house number behind 家住."""
    rooms = (
        r"(?:[\u4e00-\u9fff]{1,6}(?:路|街|巷|弄|村|小区|里)\d{1,5}(?:号|弄))?(?<!\d)\d{1,5}(?:幢|栋|号楼|单元)"
        r"[^，。；]{0,8}?\d{2,4}室"
    )
    yield from each(
        subject,
        rf"{rooms}|(?:家住|住址[：为]?|住在|暂住)[^，。；]{{2,20}}\d[号组]",
        "这像是个人住址。请删去",
        kinds=TEXT,
    )


@rule(
    "公开-06",
    "警告",
    finds="案件当事人、未成年人、群众的姓名；律师、干部的姓名只作提示",
    why="当事人、未成年人的姓名不得披露；其他人的姓名请确认有没有必要公开、本人是否同意。",
    wrong="申请人王小明不服处罚决定",
    right="申请人王某某不服处罚决定",
    source=f"{_OPENNESS}；{_MINORS}",
    authority="法规",
    on="text",
)
def names_of_people(subject: TextSubject) -> Iterator[Hit]:
    """A surname and one or two characters between a word for a party and a mark or a verb of a case."""
    after = (
        r"(?=[，、。；（）]|与|诉|因|等|不服|提起|申请|反映|要求|名下|一案|之间|家[中住]|患|被|遭|涉嫌|受到|向|"
        r"的(?:儿|女|父|母))"
    )
    for paragraph, match in subject.find(rf"{_PARTY}[：“]?{_NAME}{after}", TEXT):
        if not _NOT_NAMES.match(match[1]):
            yield subject.hit(
                paragraph, match.span(1), f"“{match[1]}”像是当事人或者群众的姓名。请隐去，写“{match[1][0]}某”"
            )
    for paragraph, match in subject.find(_OFFICIALS, TEXT):
        if not _NOT_NAMES.match(match[1]):
            yield subject.hit(paragraph, match.span(1), f"“{match[1]}”像是姓名。请确认是否需要点名", "提示")
