# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What follows from feedback: low marks, complaints that were agreed to, praise that is printed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import (
    Decision,
    FeedbackCard,
    FeedbackDraft,
    FeedbackKind,
    Handled,
    MayQuote,
    Quoting,
    Scale,
    Scores,
)
from servicedesk.domain.feedback_listed import FeedbackRow
from servicedesk.domain.feedback_rules import (
    Quote,
    check_complaint,
    check_decision,
    check_step,
    check_wall,
    due_after_change,
    follow_up_due,
    low_scales,
    named_in,
    quotable,
    said_on_wall,
    stays_on_wall,
)
from tests.helpers.builders import words

MONDAY = date(2026, 9, 14)
WEDNESDAY = date(2026, 9, 16)
FRIDAY = date(2026, 9, 18)
CALENDAR = WorkingCalendar()
AT = datetime(2026, 9, 14, 9, tzinfo=UTC)


def card(text: str = "Quick and tidy", **said: object) -> FeedbackCard:
    """Feedback as kept; what its card has besides the draft goes there."""
    own = {name: said.pop(name) for name in list(said) if name in FeedbackCard.__slots__}
    typed = FeedbackDraft(**{"text": text, "given_on": MONDAY, **said})
    return FeedbackCard(**{"id": 7, "ref": "F-2026-0007", "written_at": AT, "draft": typed, **own})


def refused(step: Callable[[], object]) -> str:
    """The code with which a step is refused; its sentence can be said."""
    with pytest.raises(Refusal) as found:
        step()
    assert words().refusal(found.value)
    return found.value.code


@pytest.mark.parametrize(
    ("scores", "low"),
    [
        (Scores(), ()),
        (Scores(satisfaction=2, recommendation=6, effort=3), tuple(Scale)[:3]),
        (Scores(satisfaction=3, recommendation=7, effort=4), ()),
        (Scores(satisfaction=1), (Scale.SATISFACTION,)),
        (Scores(recommendation=0), (Scale.RECOMMENDATION,)),
        (Scores(handling={Handled.OVERALL: 4, Handled.SPEED: 2}), (Scale.HANDLING,)),
        (Scores(handling={Handled.OVERALL: 3}), ()),
    ],
)
def test_low_marks_are_low_on_their_own_scale(scores: Scores, low: tuple[Scale, ...]) -> None:
    assert low_scales(scores) == low


def test_scenario_45_a_low_mark_with_contact_details_is_followed_up_in_two_working_days() -> None:
    low, high = Scores(satisfaction=2), Scores(satisfaction=3)
    assert follow_up_due(low, True, MONDAY, CALENDAR) == WEDNESDAY
    assert follow_up_due(low, True, FRIDAY, CALENDAR) == date(2026, 9, 22)
    assert follow_up_due(low, False, MONDAY, CALENDAR) is None
    assert follow_up_due(high, True, MONDAY, CALENDAR) is None


def test_a_day_that_was_set_stays_while_the_mark_is_low() -> None:
    low, high = Scores(satisfaction=2), Scores(satisfaction=4)

    def after(kept: FeedbackCard, scores: Scores, can_reach: bool = True) -> date | None:
        return due_after_change(kept, scores, can_reach, FRIDAY, CALENDAR)

    waiting = card(follow_up_due=WEDNESDAY)
    assert after(waiting, low) == WEDNESDAY
    assert after(waiting, high) is None
    assert after(waiting, low, can_reach=False) is None
    assert after(card(), low) == date(2026, 9, 22)
    done = card(follow_up_due=WEDNESDAY, followed_up_on=MONDAY)
    assert after(done, high) == WEDNESDAY


def test_nobody_s_words_become_a_complaint_unasked() -> None:
    assert refused(lambda: check_complaint(card(), False)) == "feedback_not_asked_for"
    check_complaint(card(), True)
    check_complaint(card(wants_answer=True), False)
    assert refused(lambda: check_complaint(card(complaint_id=3), True)) == "feedback_is_complaint"
    assert refused(lambda: check_complaint(card(binned_at=AT), True)) == "feedback_in_bin"


def test_a_step_happens_after_it_was_said_and_not_ahead() -> None:
    kept = card()
    check_step(kept, None, MONDAY)
    check_step(kept, MONDAY, MONDAY)
    assert refused(lambda: check_step(kept, WEDNESDAY, MONDAY)) == "feedback_step_ahead"
    early = date(2026, 9, 13)
    assert refused(lambda: check_step(kept, early, MONDAY)) == "feedback_step_before"
    assert refused(lambda: check_step(card(binned_at=AT), None, MONDAY)) == "feedback_in_bin"


PRAISE = {
    "kind": FeedbackKind.COMPLIMENT,
    "quoting": Quoting(may=MayQuote.YES, shown_as="Mrs P., Leeds", is_incentivised=False),
}


def quoting(**said: object) -> Quoting:
    return replace(PRAISE["quoting"], **said)


def test_scenario_52_praise_is_printed_with_permission_source_and_no_incentive() -> None:
    assert quotable(card(**PRAISE)) == Quote(
        text="Quick and tidy", name="Mrs P., Leeds", source="", given_on=MONDAY
    )
    review = {**PRAISE, "kind": FeedbackKind.REVIEW, "source": "a site"}
    assert quotable(card(**review)).source == "a site"
    bare = {**PRAISE, "quoting": quoting(shown_as="")}
    assert quotable(card(**bare)).name == ""


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"quoting": Quoting(is_incentivised=False)}, "quote_not_asked"),
        ({"quoting": quoting(may=MayQuote.NO)}, "quote_no"),
        ({"quoting": quoting(is_incentivised=None)}, "quote_incentive_unsaid"),
        ({"quoting": quoting(is_incentivised=True)}, "quote_incentive"),
        ({"kind": FeedbackKind.REVIEW}, "quote_no_source"),
        ({"text": ""}, "quote_no_words"),
        ({"binned_at": AT}, "feedback_in_bin"),
    ],
)
def test_scenario_52_praise_is_blocked_with_a_sentence_each(
    said: dict[str, object], code: str
) -> None:
    assert refused(lambda: quotable(card(**{**PRAISE, **said}))) == code


def test_a_compliment_asks_for_no_decision() -> None:
    check_decision(card(kind=FeedbackKind.SUGGESTION))
    praise = card(kind=FeedbackKind.COMPLIMENT)
    assert refused(lambda: check_decision(praise)) == "feedback_nothing_to_decide"
    assert refused(lambda: check_decision(card(binned_at=AT))) == "feedback_in_bin"


DONE = {
    "decision": Decision.DONE,
    "answer": "We open on Sundays now.",
    "quoting": Quoting(may=MayQuote.YES),
}


def test_the_wall_shows_what_was_done_or_is_planned() -> None:
    check_wall(card(**DONE))
    check_wall(card(**{**DONE, "decision": Decision.PLANNED}))
    assert said_on_wall(card("Slow", better="Open on Sundays")) == "Open on Sundays"
    assert said_on_wall(card("Slow")) == "Slow"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"decision": None}, "wall_undecided"),
        ({"decision": Decision.NOT_NOW}, "wall_not_now"),
        ({"answer": ""}, "wall_needs_answer"),
        ({"quoting": Quoting()}, "wall_not_asked"),
        ({"quoting": Quoting(may=MayQuote.NO)}, "wall_said_no"),
        ({"text": "", "scores": Scores(satisfaction=5)}, "wall_no_words"),
        ({"called": "Ann Smith", "text": "Smith's queue was long"}, "wall_names"),
        ({"customer_name": "Mrs Patel", "answer": "Mrs Patel was right"}, "wall_names"),
        ({"staff": "Tom", "text": "I think Tom was slow"}, "wall_names"),
        ({"called": "Łucja", "text": "Lucja waited an hour"}, "wall_names"),
        ({"text": "Rose was slow"}, "wall_names"),
        ({"binned_at": AT}, "feedback_in_bin"),
    ],
)
def test_the_wall_names_nobody_and_says_nothing_undone(said: dict[str, object], code: str) -> None:
    kept = card(**{**DONE, "is_on_wall": True, **said})
    assert refused(lambda: check_wall(kept, ["Rose Hill"])) == code
    assert not stays_on_wall(kept, ["Rose Hill"])


def test_what_fits_stays_on_the_wall() -> None:
    assert stays_on_wall(card(**DONE, is_on_wall=True))
    assert not stays_on_wall(card(**DONE))


@pytest.mark.parametrize(
    ("text", "theirs", "name"),
    [
        ("Give Mrs Patel her due", "Mrs Patel", "Patel"),
        ("PATEL was here", "Mrs Patel", "PATEL"),
        ("Lucja waited", "Łucja", "Lucja"),
        ("Łucja's tea was cold", "Łucja", "Łucja"),
        ("Ask Ann of the bakery", "Ann from next door", "Ann"),
        ("The Park was shut", "A friend from the Park", "Park"),
        ("Ask a Mrs Somebody", "Mrs Patel", ""),
        ("Al is it", "Al", ""),
        ("Tomorrow is fine", "Tom", ""),
        ("No cakes for a rose", "Rose Hill", ""),
        ("a rose is no Lily", "Rose", ""),
        ("The two dogs got water", "A lady with two dogs", ""),
        ("Two dogs and a Lady", "A lady with two dogs", ""),
        ("Baker Street is loud", "The Baker of bread", ""),
        ("The queue was long", "Friends of The Elm", ""),
        ("3rd time, 100 %", "3rd customer of 100", ""),
        ("Anything", "", ""),
        ("", "Ann", ""),
    ],
)
def test_a_name_counts_only_as_one(text: str, theirs: str, name: str) -> None:
    assert named_in(text, [theirs], []) == name
    assert named_in(text, [], [theirs]) == name


def test_ordinary_words_of_who_it_was_stand_on_the_wall() -> None:
    said = {"called": "A lady with two dogs", "text": "Two dogs had to wait outside"}
    check_wall(card(**{**DONE, **said, "answer": "A ring for dogs is at the door."}))


def test_a_line_tells_what_is_open() -> None:
    row = FeedbackRow(id=1, ref="F-1", kind=FeedbackKind.COMMENT, given_on=MONDAY)
    assert not row.is_follow_up_open
    assert not row.is_answer_open
    assert replace(row, follow_up_due=MONDAY).is_follow_up_open
    assert not replace(row, follow_up_due=MONDAY, followed_up_on=MONDAY).is_follow_up_open
    waits = replace(row, wants_answer=True)
    assert waits.is_answer_open
    assert not replace(waits, answered_on=MONDAY).is_answer_open
    assert not replace(waits, complaint_id=3).is_answer_open
