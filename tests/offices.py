"""The invented offices of the tests, one of each type."""

from __future__ import annotations

from drafter.outline import Organ

FULL_NAMES = {
    Organ.PROVINCE: "示例省人民政府",
    Organ.CITY: "示例市人民政府",
    Organ.COUNTY: "示例市云溪区人民政府",
    Organ.DEPARTMENT: "示例市云溪区司法局",
    Organ.TOWN: "示例县白石镇人民政府",
    Organ.STREET: "示例市云溪区人民政府清河街道办事处",
    Organ.COMMITTEE: "示例市东湖管理区管理委员会",
}
