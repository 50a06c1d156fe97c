# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What follows from feedback: a low mark is followed up, a complaint needs a yes, a quotation too.

Low marks of people who can be reached are followed up (ISO 10004, using the results). A comment
becomes a complaint only when an answer is expected or the customer agrees (ISO 10002).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import (
    FOLLOW_UP_DAYS,
    LOW,
    Decision,
    FeedbackCard,
    FeedbackKind,
    MayQuote,
    Scale,
    Scores,
)
from servicedesk.domain.names import TITLES, fold

_NAME_LEAST = 3
"""Letters from which a word of a name is looked for."""

_ARTICLES = frozenset({"a", "an", "the"})
"""Words before what somebody is, folded."""

_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What may be printed of feedback, as its giver agreed.

    Args:
        text: what they said.
        name: how they are shown; "" for without a name.
        source: where it was seen; "" for what we were told ourselves.
        given_on: the day they said it.
    """

    text: str
    name: str
    source: str
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which questions are asked besides how satisfied they were and what could be better.

    Args:
        recommendation: whether they would recommend us.
        effort: whether we were easy to deal with.
        elements: the six things that customers notice about service.
        handling: how we handled a complaint.
    """

    recommendation: bool = False
    effort: bool = False
    elements: bool = False
    handling: bool = False


ASKED_FACTS = ("asks_recommendation", "asks_effort", "asks_elements", "asks_handling")
"""Facts of the business that say which questions are asked, in the order of ``Asked``."""


def low_scales(scores: Scores) -> tuple[Scale, ...]:
    """The scales on which a low mark was given; elements have none."""
    given = {
        Scale.SATISFACTION: scores.satisfaction,
        Scale.RECOMMENDATION: scores.recommendation,
        Scale.EFFORT: scores.effort,
        Scale.HANDLING: min(scores.handling.values(), default=None),
    }
    return tuple(
        scale for scale, point in given.items() if point is not None and point <= LOW[scale]
    )


def follow_up_due(
    scores: Scores, can_reach: bool, today: date, calendar: WorkingCalendar
) -> date | None:
    """By when somebody with a low mark is to hear from us; None where nothing follows.

    The days are counted from the day on which it was written down, on which we got to know it.

    Args:
        scores: as given.
        can_reach: they left a phone number or an e-mail address, or we have one of theirs.
        today: the day of writing.
        calendar: counts working days.
    """
    if not (can_reach and low_scales(scores)):
        return None
    return calendar.add_days(today, FOLLOW_UP_DAYS, DayKind.WORKING)


def due_after_change(
    card: FeedbackCard, scores: Scores, can_reach: bool, today: date, calendar: WorkingCalendar
) -> date | None:
    """By when they are to hear from us once what is written was changed.

    A day that was set stays while the mark is low, and for good once they were followed up.

    Args:
        card: before.
        scores: as given now.
        can_reach: they can be rung or written to now.
        today: the day of writing.
        calendar: counts working days.
    """
    due = follow_up_due(scores, can_reach, today, calendar)
    if card.followed_up_on is not None:
        return card.follow_up_due
    return due if due is None or card.follow_up_due is None else card.follow_up_due


def check_complaint(card: FeedbackCard, agreed: bool) -> None:
    """Refuse to make a complaint of feedback that nobody wants to be one.

    Args:
        card: as kept.
        agreed: the customer agreed that we handle it as a complaint.

    Raises:
        Refusal: ``feedback_in_bin``, ``feedback_is_complaint`` or ``feedback_not_asked_for``.
    """
    check_kept(card)
    if card.complaint_id is not None:
        raise Refusal("feedback_is_complaint", ref=card.ref)
    if not (card.draft.wants_answer or agreed):
        raise Refusal("feedback_not_asked_for", "agreed")


def check_kept(card: FeedbackCard) -> None:
    """Refuse to go on with what lies in the bin.

    Raises:
        Refusal: ``feedback_in_bin``.
    """
    if card.binned_at is not None:
        raise Refusal("feedback_in_bin", ref=card.ref)


def check_step(card: FeedbackCard, on: date | None, today: date) -> None:
    """Refuse a day that cannot be for something that was done about feedback; None takes it back.

    Raises:
        Refusal: ``feedback_in_bin``, ``feedback_step_ahead`` or ``feedback_step_before``.
    """
    check_kept(card)
    if on is None:
        return
    if on > today:
        raise Refusal("feedback_step_ahead", "on")
    if on < card.draft.given_on:
        raise Refusal("feedback_step_before", "on")


def quotable(card: FeedbackCard) -> Quote:
    """What may be printed of feedback on a poster, a leaflet or a page.

    Reviews that are made up, bought in secret or chosen to mislead are banned (Digital Markets,
    Competition and Consumers Act 2024, Schedule 20): a source, a yes and the word that nothing was
    given for it are on record, or it is not printed.

    Raises:
        Refusal: ``feedback_in_bin``, ``quote_no_words``, ``quote_not_asked``, ``quote_no``,
            ``quote_no_source``, ``quote_incentive_unsaid`` or ``quote_incentive``.
    """
    check_kept(card)
    draft, quoting = card.draft, card.draft.quoting
    if not draft.text:
        raise Refusal("quote_no_words", "text")
    if quoting.may is MayQuote.NOT_ASKED:
        raise Refusal("quote_not_asked", "may_quote")
    if quoting.may is MayQuote.NO:
        raise Refusal("quote_no", "may_quote")
    if draft.kind is FeedbackKind.REVIEW and not draft.source:
        raise Refusal("quote_no_source", "source")
    if quoting.is_incentivised is None:
        raise Refusal("quote_incentive_unsaid", "is_incentivised")
    if quoting.is_incentivised:
        raise Refusal("quote_incentive", "is_incentivised")
    return Quote(
        text=draft.text, name=quoting.shown_as, source=draft.source, given_on=draft.given_on
    )


def check_decision(card: FeedbackCard) -> None:
    """Refuse to decide about what asks for nothing.

    Raises:
        Refusal: ``feedback_in_bin`` or ``feedback_nothing_to_decide`` for a compliment.
    """
    check_kept(card)
    if card.draft.kind is FeedbackKind.COMPLIMENT:
        raise Refusal("feedback_nothing_to_decide", ref=card.ref)


def said_on_wall(card: FeedbackCard) -> str:
    """What they said, as it stands on "you said, we did": what could be better comes first."""
    return card.draft.better or card.draft.text


def check_wall(card: FeedbackCard, people: Iterable[str] = ()) -> None:
    """Refuse what does not belong on "you said, we did", where everybody reads it.

    Args:
        card: as kept.
        people: names of those who work here.

    Raises:
        Refusal: ``feedback_in_bin``, ``wall_no_words``, ``wall_undecided``, ``wall_not_now``,
            ``wall_needs_answer``, ``wall_not_asked`` or ``wall_said_no`` where they did not let us
            print it, or ``wall_names`` where a name stands in it.
    """
    check_kept(card)
    said = said_on_wall(card)
    if not said:
        raise Refusal("wall_no_words", "text")
    if card.decision is None:
        raise Refusal("wall_undecided", "decision")
    if card.decision is Decision.NOT_NOW:
        raise Refusal("wall_not_now", "decision")
    if not card.answer:
        raise Refusal("wall_needs_answer", "answer")
    if card.draft.quoting.may is not MayQuote.YES:  # it hangs there in their own words
        said_no = card.draft.quoting.may is MayQuote.NO
        raise Refusal("wall_said_no" if said_no else "wall_not_asked", "may_quote")
    theirs = (card.customer_name, card.draft.called, card.draft.staff)
    for text, field in ((card.answer, "answer"), (said, "text")):
        if name := named_in(text, theirs, people):
            raise Refusal("wall_names", field, name=name)


def stays_on_wall(card: FeedbackCard, people: Iterable[str] = ()) -> bool:
    """Whether what stood on the wall may stay there as it is now."""
    try:
        check_wall(card, people)
    except Refusal:
        return False
    return card.is_on_wall


def named_in(text: str, theirs: Iterable[str], people: Iterable[str]) -> str:
    """A name that stands in a text as a word with a capital letter; "" for none.

    A word in small letters is no name: a rose is no Rose.

    Args:
        text: what is to be read by everybody.
        theirs: lines by which people are told, which are names or describe them.
        people: names of those who work here.
    """
    known = {fold(part) for line in (*theirs, *people) for part in _names_in(line)}
    words: list[str] = _WORDS.findall(text)
    return next((word for word in words if _is_capital(word) and fold(word) in known), "")


def _names_in(line: str) -> list[str]:
    """The names in a line by which somebody is known, such as "A lady with two dogs", or "Ann".

    Titles and articles tell nothing, nor does what comes after an article at the beginning.
    """
    words: list[str] = _WORDS.findall(line)
    if words and fold(words[0]) in _ARTICLES:
        words = words[2:]
    unlike = TITLES | _ARTICLES
    return [
        word
        for word in words
        if len(word) >= _NAME_LEAST and _is_capital(word) and fold(word) not in unlike
    ]


def _is_capital(word: str) -> bool:
    """Whether a word begins as names do; a script without capitals has no small letters either."""
    return word[0].isalpha() and not word[0].islower()
