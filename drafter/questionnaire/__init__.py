"""The questionnaire: questions derived from the outline, and the session that asks them. No terminal."""

from drafter.questionnaire.question import AnswerFault, Option, Question
from drafter.questionnaire.sections import SECTIONS, questions
from drafter.questionnaire.session import (
    Progress,
    State,
    answer,
    back,
    choose,
    jump,
    leave_section,
    open_questions,
    pass_matter,
    progress,
    resume,
    revisit,
    start,
    waiting,
    was_quick,
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
    "choose",
    "jump",
    "leave_section",
    "open_questions",
    "pass_matter",
    "progress",
    "questions",
    "resume",
    "revisit",
    "start",
    "waiting",
    "was_quick",
]
