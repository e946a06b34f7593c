"""Questions: canned queries with their headers, what may be filled in, and the runner that answers them."""

from mhgraph.questions.answer import Answer
from mhgraph.questions.header import find_question, list_questions, load_questions, read_question
from mhgraph.questions.question import Column, Parameter, Question
from mhgraph.questions.run import ask, run

__all__ = [
    "Answer",
    "Column",
    "Parameter",
    "Question",
    "ask",
    "find_question",
    "list_questions",
    "load_questions",
    "read_question",
    "run",
]
