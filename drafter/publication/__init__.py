"""公开: from a data file to what goes on the website, and the gate that refuses what must not.

A layer above the store and the writers: it reads reports and makes files, and prints nothing.
"""

from drafter.publication.calendar import Deadline, deadlines
from drafter.publication.draft import Draft, draft_of
from drafter.publication.gate import Verdict, examined, waivable, waiver_lines
from drafter.publication.release import papers, published, write_all
from drafter.publication.rules import RULES

__all__ = [
    "RULES",
    "Deadline",
    "Draft",
    "Verdict",
    "deadlines",
    "draft_of",
    "examined",
    "papers",
    "published",
    "waivable",
    "waiver_lines",
    "write_all",
]
