"""The outline of the report, declared once: 专题 ⊃ 事项 ⊃ 指标. Everything else reads it.

``TOPICS`` are the thirteen topics of part one; ``CHIEF`` holds the matter of part three. ``FACTS``, ``MEASURES`` and
``MATTERS`` find things by name: names are unique over the whole outline.
"""

from __future__ import annotations

from types import MappingProxyType

from drafter.outline.structure import Fact, Matter, Measure, Organ, Topic, terms
from drafter.outline.topics import (
    decisions,
    digital,
    disputes,
    duties,
    enforcement,
    functions,
    leadership,
    learning,
    oversight,
    publicity,
    reconsideration,
    resources,
    rules,
    safety,
)

TOPICS: tuple[Topic, ...] = (
    learning.TOPIC,
    leadership.TOPIC,
    functions.TOPIC,
    rules.TOPIC,
    decisions.TOPIC,
    enforcement.TOPIC,
    safety.TOPIC,
    disputes.TOPIC,
    reconsideration.TOPIC,
    oversight.TOPIC,
    digital.TOPIC,
    publicity.TOPIC,
    resources.TOPIC,
)
CHIEF: Matter = duties.CHIEF_DUTIES

MATTERS = MappingProxyType(
    {matter.name: matter for topic in TOPICS for matter in topic.matters} | {CHIEF.name: CHIEF},
)
TOPIC_OF = MappingProxyType({topic.name: topic for topic in TOPICS})
FACTS = MappingProxyType({fact.name: fact for matter in MATTERS.values() for fact in matter.facts})
MEASURES = MappingProxyType({measure.name: measure for matter in MATTERS.values() for measure in matter.measures})

RETIRED: MappingProxyType[str, str] = MappingProxyType({})
"""Names of facts that earlier versions had, and what took their place; old files go on loading."""

__all__ = [
    "CHIEF",
    "FACTS",
    "MATTERS",
    "MEASURES",
    "RETIRED",
    "TOPICS",
    "TOPIC_OF",
    "Fact",
    "Matter",
    "Measure",
    "Organ",
    "Topic",
    "terms",
]
