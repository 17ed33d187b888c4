"""From a report to a document: wording files, the clerk's prose, and the composer that makes sentences of them."""

from drafter.wording.document import compose

__all__ = ["compose"]
