"""Questions: canned queries with headers, their parameters, the runner, and result formats."""

from mhgraph.questions.question import Column, Parameter, Question, find_question, load_questions, read_question
from mhgraph.questions.run import Answer, ask, run

__all__ = [
    "Answer",
    "Column",
    "Parameter",
    "Question",
    "ask",
    "find_question",
    "load_questions",
    "read_question",
    "run",
]
