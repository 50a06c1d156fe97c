# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is asked about something that helps, something to mind, and a yes to offers."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.domain.support import (
    ConsentBasis,
    ConsentChannel,
    NeedSource,
    SafetyKind,
    SupportNeed,
)
from servicedesk.domain.support_rules import DETAIL_MOST, WORDS_MOST
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.people.support_presenter import CONSENT, FOR_A_WHILE, NEED, SAFETY

PATCH_TEST_ONLY = frozenset({"tested_on", "result"})
"""What only a patch test is asked."""

GUARDED = frozenset({"detail", "text", "result"})
"""Own words, in which a gentle word may be said."""


def questions(part: str, labels: Labels) -> tuple[Question, ...]:
    """The questions of a form, in order.

    Args:
        part: NEED, SAFETY or CONSENT.
        labels: words for what is named by a code.
    """
    return {NEED: _need, SAFETY: _safety, CONSENT: _consent}[part](labels)


def _need(labels: Labels) -> tuple[Question, ...]:
    say = QCoreApplication.translate
    return (
        Question(
            id="need",
            kind=QuestionKind.CHOICE,
            label=say("Support", "What helps"),
            choices=_choices(SupportNeed, labels),
        ),
        _line(
            "detail",
            say("Support", "In your own words"),
            say("Support", "What helps, not why: the language, who is to be included, how large."),
            DETAIL_MOST,
        ),
        _line(
            "yes_words",
            say("Support", "Their yes, in their words"),
            say(
                "Support", "With it you keep this until you ask again. Without, for this job only."
            ),
            WORDS_MOST,
        ),
        _past("agreed_on", say("Support", "Day of the yes"), say("Support", "Empty means today.")),
        Question(
            id="source",
            kind=QuestionKind.CHOICE,
            label=say("Support", "How you know"),
            choices=_choices(NeedSource, labels),
            is_required=True,
        ),
        Question(
            id="is_temporary",
            kind=QuestionKind.CHOICES,
            label=say("Support", "How long"),
            choices=(Choice(id=FOR_A_WHILE, label=say("Support", "For a while only")),),
        ),
        Question(
            id="review_on",
            kind=QuestionKind.DAY,
            label=say("Support", "Ask again on"),
            help=say("Support", "Empty: in 12 months; in 3 for a while; in 30 days without a yes."),
        ),
    )


def _safety(labels: Labels) -> tuple[Question, ...]:
    say = QCoreApplication.translate
    return (
        Question(
            id="kind",
            kind=QuestionKind.CHOICE,
            label=say("Support", "What it is"),
            choices=_choices(SafetyKind, labels),
            is_required=True,
        ),
        _line("text", say("Support", "What to mind"), "", WORDS_MOST),
        _past("tested_on", say("Support", "Day of the test"), ""),
        _line("result", say("Support", "How it came out"), "", DETAIL_MOST),
        _line(
            "yes_words",
            say("Support", "Their yes, in their words"),
            say("Support", "This is about health: it is kept only with their own clear yes."),
            WORDS_MOST,
        ),
        _past("agreed_on", say("Support", "Day of the yes"), say("Support", "Empty means today.")),
        Question(
            id="ends_on",
            kind=QuestionKind.DAY,
            label=say("Support", "Kept until"),
            help=say("Support", "Then you are reminded to ask again, or to remove it."),
        ),
    )


def _consent(labels: Labels) -> tuple[Question, ...]:
    say = QCoreApplication.translate
    return (
        Question(
            id="channel",
            kind=QuestionKind.CHOICE,
            label=say("Support", "Offers by"),
            choices=_choices(ConsentChannel, labels),
            is_required=True,
        ),
        Question(
            id="basis",
            kind=QuestionKind.CHOICE,
            label=say("Support", "Why you may"),
            help=say(
                "Support",
                "A sale counts for e-mails and texts about similar things of your own, if they "
                "could say no then and can each time.",
            ),
            choices=_choices(ConsentBasis, labels),
            is_required=True,
        ),
        _line(
            "wording",
            say("Support", "What you asked"),
            say("Support", "In the words they heard or read; with a sale, how they could say no."),
            WORDS_MOST,
        ),
        _past("given_on", say("Support", "Day of the yes"), say("Support", "Empty means today.")),
        _line(
            "how",
            say("Support", "How they said it"),
            say("Support", "Such as a form."),
            DETAIL_MOST,
        ),
    )


def _choices(codes: Iterable[StrEnum], labels: Labels) -> tuple[Choice, ...]:
    return tuple(Choice(id=code.value, label=labels.enum(code)) for code in codes)


def _line(id: str, label: str, help: str, most: int) -> Question:
    return Question(id=id, kind=QuestionKind.TEXT, label=label, help=help, maximum=most)


def _past(id: str, label: str, help: str) -> Question:
    return Question(id=id, kind=QuestionKind.DAY, label=label, help=help, is_past=True)
