"""The day on which a command runs."""

from __future__ import annotations

import datetime as dt

from drafter.errors import DrafterError


def day_of(today: str | None = None) -> dt.date:
    """Return the day that ``--today`` gives, else the clerk's own.

    Raises:
        DrafterError: it is no day.
    """
    if today is None:
        return dt.date.today()  # noqa: DTZ011 - the clerk's own day
    try:
        return dt.date.fromisoformat(today)
    except ValueError:
        raise DrafterError(f"“{today}”不是日期。请写成 2025-01-20。") from None
