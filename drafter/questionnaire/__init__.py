"""The questionnaire: questions derived from the outline, and the session that asks them. No terminal."""

from drafter.questionnaire.question import AnswerFault, Option, Question
from drafter.questionnaire.sections import SECTIONS, questions
from drafter.questionnaire.session import State, answer, back, jump, open_questions, start

__all__ = [
    "SECTIONS",
    "AnswerFault",
    "Option",
    "Question",
    "State",
    "answer",
    "back",
    "jump",
    "open_questions",
    "questions",
    "start",
]
