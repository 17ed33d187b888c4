"""What was typed into questions that were left without Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from drafter.questionnaire import Question
    from drafter.report import Path


class Begun:
    """The texts by question; ``proposals`` are those that the program itself puts into a question."""

    def __init__(self, proposals: Mapping[Path, str]) -> None:
        """Begin with nothing typed."""
        self.proposals = proposals
        self._texts: dict[Path, Any] = {}

    def keep(self, question: Question, begun: Any) -> None:
        """Keep what stands in a question, unless it is nothing or what the file holds."""
        if begun is not None and begun not in ("", question.value):
            self._texts[question.path] = begun

    def put(self, path: Path, text: str) -> None:
        """Put a text into a question that comes later."""
        self._texts[path] = text

    def taken(self, question: Question) -> Any:
        """Return what was kept of a question, which is then no longer kept; None if nothing was."""
        return self._texts.pop(question.path, None)

    def is_new(self, question: Question, begun: Any) -> bool:
        """Tell whether something stands in a question that is neither in the file nor proposed."""
        return bool(begun) and begun not in (question.value, question.default, self.proposals.get(question.path))

    def left(self, questions: Iterable[Question]) -> list[Question]:
        """Return those questions of which something is kept that is not in the file."""
        return [question for question in questions if self.is_new(question, self._texts.get(question.path))]
