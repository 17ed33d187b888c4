"""Rules on the text of a report, wherever it comes from: a data file, Word, Markdown, plain text.

``check_text`` applies them. A rule is a function of a ``TextSubject``; ``subject.find`` looks in the normalised view,
``subject.hit`` leads a place back to the original. Every rule has a case file in ``tests/data/rules``.
"""

from drafter.checks.text.applied import check_text
from drafter.checks.text.build import subject_of_document, subject_of_lines
from drafter.checks.text.recognise import Line
from drafter.checks.text.subject import Paragraph, Section, TextSubject

__all__ = ["Line", "Paragraph", "Section", "TextSubject", "check_text", "subject_of_document", "subject_of_lines"]
