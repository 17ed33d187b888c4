"""The questionnaire: questions derived from the outline, and the session that asks them. No terminal."""

from drafter.questionnaire.question import AnswerFault, Option, Question
from drafter.questionnaire.sections import SECTIONS, questions
from drafter.questionnaire.session import (
    Progress,
    State,
    answer,
    back,
    jump,
    open_questions,
    progress,
    revisit,
    start,
    waiting,
)

__all__ = [
    "SECTIONS",
    "AnswerFault",
    "Option",
    "Progress",
    "Question",
    "State",
    "answer",
    "back",
    "jump",
    "open_questions",
    "progress",
    "questions",
    "revisit",
    "start",
    "waiting",
]
