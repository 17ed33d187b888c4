"""用字: wrong characters, confusions, doubled and lost words, colloquial words, sentences without a subject."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from drafter.checks.rules import rule
from drafter.checks.text.entries import found_entries
from drafter.checks.text.finding import each, within
from drafter.checks.text.subject import RUNNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.checks.rules import Hit
    from drafter.checks.text.entries import Entry
    from drafter.checks.text.subject import Kind, TextSubject

_WRITTEN: frozenset[Kind] = RUNNING | {"title", "addressee", "table", "attachment"}
_HAN = "\u4e00-\u9fff"
_COLLOQUIAL = (
    "大伙|咱们?|(?<=[，。；])(?:据悉|听说|据说)|一大堆|一窝蜂|忽悠|靠谱|给力|捣鼓|瞎搞|搞定|搞好|搞清|没啥|有啥|干啥|啥时|"
    "挺好|蛮好"
    "|好多人|老是|压根|兜圈子|踢皮球|打马虎眼|马马虎虎|差不多就|不咋|怎么办好|特别特别|超级|拖拖拉拉|睁一只眼"
)
_LEGITIMATE = (
    "政府政府",
    "社区社区",
    "执法执法",
    "法院法院",
    "调解调解",
    "中心中心",
    "全国全国",
    "人民人民",
    "公共公共",
    "委员会委员会",
)


@rule(
    "用字-01",
    "错误",
    finds="错别字和易混词（登记册 templates/register/wrong_characters.json；级别随条目）",
    why="文稿的文字应当规范；政府网站的错别字按通报的指标计错。",
    wrong="建立工作台帐，截止2024年12月底法制宣传42场",
    right="建立工作台账，截至2024年12月底法治宣传42场",
    source="《党政机关公文处理工作条例》第二十条；《中华人民共和国国家通用语言文字法》",
    authority="法规",
    on="text",
)
def wrong_characters(subject: TextSubject) -> Iterator[Hit]:
    """The register's entries, but for what stands within 《》: names are as they were given."""
    seen: set[tuple[int, Entry]] = set()
    for entry, paragraph, match in found_entries(subject, "wrong_characters", _WRITTEN):
        key = (paragraph.number, entry)
        if entry.group == "数字" or key in seen or within(paragraph.view, match.start(), "《》"):
            continue
        seen.add(key)
        note = f"。{entry.note}" if entry.note and "真实报告" not in entry.note else ""
        yield subject.hit(
            paragraph, match.span(), f"“{match[0]}”有误或不规范，{_instead(entry.right, match[0])}{note}", entry.level
        )


def _instead(right: str, found: str) -> str:
    """Return what to write: the alternative of the entry that is nearest to what was found."""
    if right.startswith(("（", "删", "只", "去", "用")):
        return right
    if right.startswith("……"):
        return f"请写“{found}{right.lstrip('…')}”"
    if found == "法制":
        return "请写“法治”"
    nearest = max(right.split("/"), key=lambda each: SequenceMatcher(None, each, found).ratio())
    return f"请写“{nearest.strip('“”') if nearest.count('“') == 1 and nearest.startswith('“') else nearest}”"


@rule(
    "用字-02",
    "警告",
    finds="词语重复：进行进行、工作工作",
    why="修改时没有删干净的重复。",
    wrong="认真组织组织培训",
    right="认真组织培训",
    source="《党政机关公文处理工作条例》第二十条（审核文字）",
    authority="实务",
    on="text",
)
def doubled_words(subject: TextSubject) -> Iterator[Hit]:
    """Two to six characters twice in a row; 一件一件 and 社区社区矫正 are right."""
    pattern = rf"(?![一逐再每])([{_HAN}]{{2,6}})\1|(?<=[，。；：、])([{_HAN}]{{4,8}})[、，]\2(?=[，。；、])"
    for paragraph, match in subject.find(pattern, _WRITTEN):
        word = match[1] or match[2]
        if match[0].startswith(_LEGITIMATE) or word[0] == word[-1] or within(paragraph.view, match.start(), "《》"):
            continue
        if not within(paragraph.view, match.start(), "“”"):
            yield subject.hit(paragraph, match.span(), f"“{word}”重复。请删去一个")


@rule(
    "用字-03",
    "警告",
    finds="同一句话出现两次",
    why="多半是粘贴或者合并时留下的。",
    wrong="年终述职时开展专题述法，并接受测评。……年终述职时开展专题述法，并接受测评。",
    right="只写一次",
    source="《党政机关公文处理工作条例》第十九条（文字精练）",
    authority="实务",
    on="text",
)
def doubled_sentences(subject: TextSubject) -> Iterator[Hit]:
    """A sentence of twenty-four characters and more that stands twice."""
    first: dict[str, int] = {}
    for paragraph in subject.running:
        for match in re.finditer(r"[^。！？；]{24,}[。！？；]?", paragraph.view):
            sentence = re.sub(r"^（?[一二三四五六七八九十\d]{1,3}(?:[、.]|）|是)", "", match[0]).rstrip("。！？；")
            if sentence in first:
                place = "本段前面" if first[sentence] == paragraph.number else f"第{first[sentence]}段"
                yield subject.hit(
                    paragraph, (match.start(), match.start() + 12), f"这句话与{place}的一句相同。请删去一处"
                )
            first.setdefault(sentence, paragraph.number)


@rule(
    "用字-04",
    "提示",
    finds="口语词",
    why="公文用书面语。",
    wrong="大伙满意，矛盾不再踢皮球",
    right="群众满意，矛盾不再推诿",
    source="实务",
    authority="实务",
    on="text",
)
def colloquial(subject: TextSubject) -> Iterator[Hit]:
    """A list of words, outside quotations and names."""
    yield from each(subject, _COLLOQUIAL, "“{0}”是口语。请改用书面语", outside=("“”", "《》"))


@rule(
    "用字-05",
    "提示",
    finds="“通过……使……得到……”缺主语",
    why="“通过”“经过”和“使”连用，句子没有主语；删去其中一个。",
    wrong="通过开展培训，使干部的能力得到提高。",
    right="开展培训，干部的能力得到提高。",
    source="实务",
    authority="实务",
    on="text",
)
def no_subject(subject: TextSubject) -> Iterator[Hit]:
    """通过/经过 at the beginning of a sentence, 使 or 让 in one of the next clauses."""
    pattern = (
        r"(?:^|(?<=[。；]))(?:[一二三四五六七八九十]是)?(通过|经过|随着|经由)[^。；]{2,50}?，(?:切实|有效|进一步|"
        r"真正)?(使|让)(?!用|命)"
    )
    yield from each(subject, pattern, "“{1}……{2}……”没有主语。请删去“{1}”或者“{2}”", outside=("“”", "《》"))
