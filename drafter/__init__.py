"""Draft, check and publish the annual report on building a law-based government (法治政府建设年度报告).

The whole line from Python::

    from drafter import check, compose, load, write
    data = load("qinghe.yaml")
    document = compose(data.report)
    findings = check(data.report, document)
    write(document, "qinghe.docx")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drafter.checks import check as check
    from drafter.store import load as load
    from drafter.wording import compose as compose
    from drafter.writers import write as write

__version__ = "0.1.0"

_HOMES = {"check": "drafter.checks", "compose": "drafter.wording", "load": "drafter.store", "write": "drafter.writers"}
__all__ = ["check", "compose", "load", "write"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(_HOMES[name]), name)
