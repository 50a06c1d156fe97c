# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the forms of a request ask: one for what came in, a short one for each step."""

from enum import Enum

from PySide6.QtCore import QCoreApplication

from servicedesk.domain.customers import Channel
from servicedesk.domain.data_requests import (
    LINE_MOST,
    TEXT_MOST,
    RequestKind,
    RequestOutcome,
)
from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.ui.core.labels import Labels


class RequestPart(Enum):
    """The forms; each with the field of its text."""

    FACTS = ("facts", "text")
    ASK_IDENTITY = ("ask_identity", "asked")
    ASK_CLARITY = ("ask_clarity", "asked")
    SEEN = ("seen", "how")
    CLEAR = ("clear", "said")
    LONGER = ("longer", "why")
    ANSWER = ("answer", "kept_back")

    @property
    def text(self) -> str:
        """The field of what is written."""
        return str(self.value[1])


def title_of(part: RequestPart, *, is_new: bool) -> str:
    """What stands over a form."""
    say = QCoreApplication.translate
    if is_new:
        return say("Requests", "Somebody asks about their information")
    return {
        RequestPart.FACTS: say("Requests", "Change the request"),
        RequestPart.ASK_IDENTITY: say("Requests", "Ask who they are"),
        RequestPart.ASK_CLARITY: say("Requests", "Ask what they mean"),
        RequestPart.SEEN: say("Requests", "They showed who they are"),
        RequestPart.CLEAR: say("Requests", "They have answered"),
        RequestPart.LONGER: say("Requests", "It takes longer"),
        RequestPart.ANSWER: say("Requests", "Note the answer"),
    }[part]


def facts_asked(labels: Labels, *, has_law: bool) -> tuple[Question, ...]:
    """What is asked of a request, below whose information it is.

    Args:
        labels: words of the choices.
        has_law: a law of ours counts the days; else the owner names the day.
    """
    say = QCoreApplication.translate
    own = _day("own_due", say("Requests", "You want to answer by"), is_past=False)
    return (
        Question(
            id="kind",
            kind=QuestionKind.CHOICE,
            label=say("Requests", "What do they ask?"),
            choices=tuple(Choice(id=one.value, label=labels.enum(one)) for one in RequestKind),
            is_required=True,
        ),
        _day("received_on", say("Requests", "Came in on"), is_required=True),
        Question(
            id="channel",
            kind=QuestionKind.CHOICE,
            label=say("Requests", "How did it come?"),
            help=say("Requests", "A word at the counter counts as much as a letter."),
            choices=tuple(Choice(id=one.value, label=labels.enum(one)) for one in Channel),
        ),
        Question(
            id="reach",
            kind=QuestionKind.TEXT,
            label=say("Requests", "How to reach them"),
            maximum=LINE_MOST,
        ),
        _text("text", say("Requests", "What they said"), say("Requests", "In their words.")),
        *(() if has_law else (own,)),
    )


def step_asked(part: RequestPart, labels: Labels) -> tuple[Question, ...]:
    """What the short form of a step asks."""
    say = QCoreApplication.translate
    on = _day("on", _day_label(part), is_required=True)
    match part:
        case RequestPart.ASK_IDENTITY:
            hint = say("Requests", "No more than you need to be sure. The clock stands still.")
            return (_text("asked", say("Requests", "What do you ask for?"), hint), on)
        case RequestPart.ASK_CLARITY:
            hint = say("Requests", "The clock stands still until they answer.")
            return (_text("asked", say("Requests", "What do you ask them?"), hint), on)
        case RequestPart.SEEN:
            hint = say("Requests", "Such as: known at the counter for years. Keep no copy of it.")
            return (_text("how", say("Requests", "How do you know?"), hint), on)
        case RequestPart.CLEAR:
            return (_text("said", say("Requests", "What did they say?"), ""), on)
        case RequestPart.LONGER:
            hint = say("Requests", "Tell them within the first month. It helps only once.")
            return (_text("why", say("Requests", "Why does it take longer?"), hint), on)
    choices = tuple(Choice(id=one.value, label=labels.enum(one)) for one in RequestOutcome)
    hint = say("Requests", "Needed where it was done in part or not at all.")
    return (
        Question(
            id="outcome",
            kind=QuestionKind.CHOICE,
            label=say("Requests", "What came of it?"),
            choices=choices,
            is_required=True,
        ),
        on,
        _text("kept_back", say("Requests", "What was left out or not done, and why"), hint),
    )


def _day_label(part: RequestPart) -> str:
    say = QCoreApplication.translate
    if part in (RequestPart.ASK_IDENTITY, RequestPart.ASK_CLARITY):
        return say("Requests", "Asked on")
    if part is RequestPart.LONGER:
        return say("Requests", "Told them on")
    return say("Requests", "On")


def _text(name: str, label: str, help: str) -> Question:
    return Question(id=name, kind=QuestionKind.LONG_TEXT, label=label, help=help, maximum=TEXT_MOST)


def _day(name: str, label: str, *, is_past: bool = True, is_required: bool = False) -> Question:
    return Question(
        id=name, kind=QuestionKind.DAY, label=label, is_past=is_past, is_required=is_required
    )
