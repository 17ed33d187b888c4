"""What is examined before it is published: the report, its two documents, and everything that goes with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.publication.masking import Masks
from drafter.publication.metadata import entries, file_name, tags
from drafter.wording import compose

if TYPE_CHECKING:
    import datetime as dt

    from drafter.blocks import Document
    from drafter.publication.metadata import Entry
    from drafter.report import Report


@dataclass(frozen=True, slots=True)
class Draft:
    """A report on its way to the public.

    ``full`` is the draft as the leaders see it, ``document`` the public version: without what is internal, names
    masked.
    """

    report: Report
    full: Document
    document: Document
    masks: Masks
    metadata: tuple[Entry, ...]
    tags: tuple[tuple[str, str], ...]
    name: str
    today: dt.date


def draft_of(report: Report, today: dt.date) -> Draft:
    """Return the public version of a report with its metadata.

    Raises:
        InputError: a text refers to a fact that does not exist.
        DrafterError: the pattern of the file name is wrong.
    """
    masks = Masks(report.publication.masked)
    full = compose(report)
    document = masks.document(compose(report, public=True))
    shown = entries(report, document, masks)
    name = file_name(report, document, masks)
    return Draft(report, full, document, masks, shown, tags(report, shown, masks), name, today)
