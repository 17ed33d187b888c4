"""``drafter explain``: what a fact, a measure, a 事项, a 专题 or a rule is, and where it is used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.checks import RULES
from drafter.errors import DrafterError
from drafter.outline import FACTS, MATTERS, MEASURES, TOPIC_OF, Organ
from drafter.outline.directions import DIRECTIONS
from drafter.outline.organs import worded
from drafter.outline.parts import DUTIES
from drafter.outline.structure import KIND_NAMES
from drafter.publication.rules import RULES as PUBLICATION_RULES
from drafter.report.messages import nearest
from drafter.resources import text
from drafter.writers.profiles import built_in, deviations, profile, standard
from drafter.writers.settings import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from drafter.checks import Rule
    from drafter.outline import Fact, Matter, Measure, Topic
    from drafter.outline.structure import Organs
    from drafter.writers.profile import Profile


_LAYOUT = "版式"
_SUFFIXES = (".yaml", ".yml")
_OWN = "版面"
"""What the names of such files end with (``drafter.cli.files``)."""


def explain(name: str) -> int:
    """Print the page of a name, or of the file of an office's own profile; return 0.

    Raises:
        DrafterError: nothing has this name; the nearest one is suggested. The file is faulty.
    """
    if name.endswith((*_SUFFIXES, _OWN)):
        file = Path(name)
        print(_profile(profile(file.name, file.parent)))
        return 0
    name = name.strip().strip("{}｛｝").rpartition(".")[2]
    profiles = {one.name: one for one in built_in()}
    pages: list[tuple[Mapping[str, Any], Callable[[Any], str]]] = [
        (FACTS, _fact),
        (MEASURES, _measure),
        (MATTERS, _matter),
        (TOPIC_OF, _topic),
        (RULES, _rule),
        (PUBLICATION_RULES, _rule),
        (profiles, _profile),
        ({_LAYOUT: profiles}, _layout),
    ]
    for table, page in pages:
        if name in table:
            print(page(table[name]))
            return 0
    known = [_LAYOUT, *profiles, *(known for table, _ in pages for known in table)]
    raise DrafterError(f"没有叫“{name}”的事实、做法、事项、专题、规则或版面。{nearest(name, known)}")


def _profile(shown: Profile) -> str:
    heading = f"{shown.name}：{shown.about}" if shown.about else shown.name
    return "\n".join([heading, *(f"  {line}" for line in deviations(shown) or ["与标准相同"] * (shown != standard()))])


def _own() -> list[str]:
    """Return the profiles that lie in this folder, or what is wrong with them."""
    pages = []
    for file in sorted(file for file in Path().glob(f"*{_OWN}.*") if file.suffix in _SUFFIXES):
        try:
            pages.append(f"{file.name} {_profile(profile(file.name))}")
        except DrafterError as error:
            pages.append(str(error))
    return ["", "这个文件夹里的：", *pages] if pages else []


def _layout(profiles: Mapping[str, Profile]) -> str:
    settings = (f"  {key}：{setting.shown(standard().values[key])}" for key, setting in SETTINGS.items())
    return "\n".join(
        [
            "版式：报告排成什么样子。在数据文件的“版式”下写“版面: 名称”；不写是“标准”。各版面与标准不同的地方：",
            "",
            *map(_profile, profiles.values()),
            *_own(),
            "",
            "本单位另有规定的：在数据文件旁边写一个文件，名字用“版面”结尾（如 本局版面.yaml），只写不同的项，",
            "再在“版式”下写“版面: 本局版面”；drafter explain 本局版面.yaml 列出它与标准不同的地方。例：",
            "  名称: 本局",
            "  继承: 标准",
            "  页码: {位置: 居中}",
            "可以写的项（组.项）和标准的值：",
            *settings,
        ]
    )


def _lines(*pairs: tuple[str, str]) -> str:
    return "\n".join(f"{label}：{value}" for label, value in pairs if value)


def _where(matter: str) -> str:
    return f"{MATTERS[matter].topic or DUTIES} > {matter}"


def _organs(organs: Organs) -> str:
    return "、".join(organ for organ in Organ if organ in organs)


def _fact(fact: Fact) -> str:
    relations = [f"＝{'＋'.join(parts)}" for parts in fact.parts]
    relations += [f"属于{fact.within}"] if fact.within else []
    relations += [f"不大于{fact.at_most}"] if fact.at_most else []
    relations += [f"＝（{fact.over}）÷（{fact.of}），由程序计算"] if fact.over else []
    lines = text(f"templates/matters/{MATTERS[fact.matter].english}.txt").splitlines()
    used = [line for line in lines if fact.name in line]
    return "\n".join(
        [
            f"{fact.name}（{KIND_NAMES[fact.kind]}{'，单位：' + fact.unit if fact.unit else ''}）",
            _lines(
                ("位置", f"数据 > {_where(fact.matter)}"),
                ("问题", worded(fact.question)),
                ("问哪些单位", _organs(fact.organs)),
                ("关系", "；".join(relations)),
                ("同比", fact.trend),
                ("说明", fact.note),
                ("依据", fact.source + ("" if fact.verified else "（口径未核实，以上级口径为准）")),
                ("文字里引用", f"{{{fact.name}}}"),
            ),
            f"写成（templates/matters/{MATTERS[fact.matter].english}.txt）：",
            *(f"  {line}" for line in used),
        ],
    )


def _measure(measure: Measure) -> str:
    return f"{measure.name}（做法）\n" + _lines(
        ("位置", f"数据 > {_where(measure.matter)} > 开展工作"),
        ("可以补充", measure.detail + (f"（{measure.unit}）" if measure.unit else "")),
        ("数填在", measure.fact),
        ("问哪些单位", _organs(measure.organs)),
        ("依据", measure.source),
    )


def _matter(matter: Matter) -> str:
    return f"{matter.name}（事项，属于{matter.topic or DUTIES}）\n" + _lines(
        ("指标", "、".join(fact.name for fact in matter.facts)),
        ("做法", "、".join(measure.name for measure in matter.measures)),
        ("问哪些单位", _organs(matter.organs)),
        ("模板", f"templates/matters/{matter.english}.txt"),
    )


def _topic(topic: Topic) -> str:
    return f"{topic.name}（专题）\n" + _lines(
        ("默认标题", topic.heading),
        ("事项", "、".join(matter.name for matter in topic.matters)),
        (
            "不足可以从这里写起",
            "；".join(f"{d.shortcoming}（写明{d.asks}）" for d in DIRECTIONS if d.topic == topic.name),
        ),
        ("相应的安排", "；".join(d.plan for d in DIRECTIONS if d.topic == topic.name)),
    )


def _rule(rule: Rule) -> str:
    return f"{rule.code} {rule.finds}（{rule.level}）\n" + _lines(
        ("为什么", rule.why),
        ("错例", rule.wrong),
        ("正例", rule.right),
        ("依据", f"{rule.source}（{rule.authority}）"),
    )
