"""Rates from counts."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext

from drafter.facts.values import Rate

SMALLEST_DENOMINATOR = 10
"""Below this a percentage says less than the two counts (a decision of this project)."""

_HUNDRED = Decimal(100)
_MOST_DECIMALS = 8


def compute_rate(part: Decimal, whole: Decimal, *, smallest: int = SMALLEST_DENOMINATOR) -> Rate | None:
    """Return ``part`` in percent of ``whole``, or None where no rate may be stated.

    Two decimals, half up, trailing zeros dropped; a quotient that would round to 100 or 0 without being it gets more
    decimals. No rate on a whole smaller than ``smallest``, nor where the part exceeds the whole.
    """
    if whole < smallest or whole == 0 or part > whole or part < 0:
        return None
    with localcontext() as context:
        context.prec = 50
        percent = part * _HUNDRED / whole
        for decimals in range(2, _MOST_DECIMALS + 1):
            rounded = percent.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
            if rounded not in (0, _HUNDRED) or rounded == percent:
                return Rate(_trimmed(rounded), rounded.normalize(), computed=True)
    return None


def _trimmed(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def rounds_to(part: Decimal, whole: Decimal, typed: Rate) -> bool:
    """Whether a typed rate is the rounding of the quotient at the typed rate's own precision."""
    if whole == 0:
        return False
    with localcontext() as context:
        context.prec = 50
        percent = part * _HUNDRED / whole
        return percent.quantize(Decimal(1).scaleb(-typed.decimals), ROUND_HALF_UP) == typed.value
