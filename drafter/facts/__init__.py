"""The values that a fact of a report can have, and the arithmetic that is allowed with them.

Five states and nothing else: a value; zero (``0`` or 无); absent (``None``); still to come (待填); not applicable
(不适用). A number keeps the characters that the clerk wrote and is never a float.
"""

from drafter.facts.numbers import parse_number, parse_rate
from drafter.facts.rates import compute_rate, rounds_to
from drafter.facts.values import (
    NOT_APPLICABLE,
    PENDING,
    Chosen,
    Mark,
    Names,
    Number,
    Rate,
    Text,
    Value,
    ValueFault,
    decimals,
    is_zero,
    parse_names,
    parse_text,
    without_edges,
)

__all__ = [
    "NOT_APPLICABLE",
    "PENDING",
    "Chosen",
    "Mark",
    "Names",
    "Number",
    "Rate",
    "Text",
    "Value",
    "ValueFault",
    "compute_rate",
    "decimals",
    "is_zero",
    "parse_names",
    "parse_number",
    "parse_rate",
    "parse_text",
    "rounds_to",
    "without_edges",
]
