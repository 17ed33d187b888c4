"""The model of the data file: what a clerk has answered, checked for form."""

from drafter.report.model import (
    Achievement,
    Action,
    AttachmentData,
    Item,
    Opening,
    OwnFact,
    Plan,
    Report,
    Shortcoming,
)
from drafter.report.places import Path, Places, spelled

__all__ = [
    "Achievement",
    "Action",
    "AttachmentData",
    "Item",
    "Opening",
    "OwnFact",
    "Path",
    "Places",
    "Plan",
    "Report",
    "Shortcoming",
    "spelled",
]
