# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Standards in sentences: what stands beside the promise, each in a sentence of its own."""

from dataclasses import replace
from datetime import time
from decimal import Decimal
from pathlib import Path

import pytest

from servicedesk.content.words import load_words
from servicedesk.domain.calendars import DayKind
from servicedesk.domain.standards import (
    Amount,
    Basis,
    ClockLimit,
    Measure,
    MeasuredBy,
    Remedy,
    RemedyClaim,
    SecondLimit,
    StandardKind,
    Unit,
    counted_in,
)
from servicedesk.domain.standards_sentences import (
    Gap,
    gaps_in,
    is_complete,
    remedy_line,
    sentences,
    short_line,
)
from tests.domain.standards_made import a_standard, amount

WORDS = load_words(root=Path(__file__).parents[2] / "resources")
SORRY = Remedy(text="we will say sorry")


def details(**changes):
    return sentences(a_standard(limit=amount("4 hours"), **changes), WORDS).details


def test_two_limits():
    second = SecondLimit(limit=amount("48 hours"), condition="it is a major main")
    assert details(second=second) == ("If it is a major main, this becomes 48 hours.",)
    spoken = SecondLimit(limit=amount("0 hours"), condition="If there is danger.")
    assert details(second=spoken) == ("If there is danger, we will do it at once.",)


@pytest.mark.parametrize(
    ("changes", "day"),
    [
        ({"limit": amount("2 working days")}, "the next working day"),
        ({"limit": amount("4 opening hours")}, "the next opening day"),
        ({"limit": amount("4 hours")}, "the next day"),
        ({"clock": ClockLimit(after=amount("1 working day"))}, "the next working day"),
        ({"clock": ClockLimit(at=time(15))}, "the next day"),
        ({}, "the next day"),
    ],
)
def test_a_cut_off_says_from_which_day_we_count(changes, day):
    standard = a_standard(cut_off=time(16), **changes)
    said = f"If you reach us after 4 pm, we count from {day}."
    assert sentences(standard, WORDS).details == (said,)


def test_updates_until_it_is_done():
    assert details(updates=amount("5 working days")) == (
        "Until it is done, we will tell you how it is going every 5 working days.",
    )
    assert details(updates=amount("1 opening day")) == (
        "Until it is done, we will tell you how it is going every opening day.",
    )


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("unless we agree another day", "This applies unless we agree another day."),
        ("When it is  dry", "This applies when it is dry."),
        ("If it rains, we will ring you.", "If it rains, we will ring you."),
        ("snow may stop us", "Snow may stop us."),
        ("May we ask?", "May we ask?"),
    ],
)
def test_a_condition_is_a_clause_or_a_sentence(condition, said):
    assert details(condition=condition) == (said,)


@pytest.mark.parametrize(
    ("fallback", "said"),
    [
        ("we will write with a new date.", "If we need longer, we will write with a new date."),
        ("You will hear why", "You will hear why."),
        ("Then we will ring you.", "Then we will ring you."),
    ],
)
def test_what_we_do_when_we_need_longer(fallback, said):
    assert details(fallback=fallback) == (said,)
    assert remedy_line(a_standard(fallback=fallback), WORDS) == said


@pytest.mark.parametrize(
    ("remedy", "said"),
    [
        (Remedy(), ()),
        (SORRY, ("If we do not, we will say sorry.",)),
        (Remedy(text="We will say sorry!"), ("If we do not, we will say sorry.",)),
        (Remedy(text="Ruth will ring you."), ("If we do not, Ruth will ring you.",)),
        (Remedy(pence=1000), ("If we do not, we will pay you £10.",)),
        (
            Remedy(pence=1000, claim=RemedyClaim.AUTOMATIC, late_pence=550),
            (
                "If we do not, we will pay you £10, and you need not ask.",
                "If we pay late, we will pay you another £5.50.",
            ),
        ),
        (
            Remedy(
                pence=1000,
                claim=RemedyClaim.CLAIMED,
                claim_within=Amount(value=Decimal(3), unit=Unit.MONTH),
            ),
            ("If we do not, you can ask us for £10.", "Please ask within 3 months."),
        ),
        (
            Remedy(pence=2000, pence_most=5000, depends_on="the type of premises."),
            ("If we do not, we will pay you £20 to £50, depending on the type of premises.",),
        ),
        (
            replace(SORRY, pence=500),
            ("If we do not, we will say sorry.", "We will also pay you £5."),
        ),
        (
            replace(SORRY, pence=500, claim=RemedyClaim.AUTOMATIC),
            (
                "If we do not, we will say sorry.",
                "We will also pay you £5, and you need not ask.",
            ),
        ),
        (
            replace(SORRY, pence=500, claim=RemedyClaim.CLAIMED),
            ("If we do not, we will say sorry.", "You can also ask us for £5."),
        ),
    ],
)
def test_remedies(remedy, said):
    assert details(remedy=remedy) == said
    assert remedy_line(a_standard(remedy=remedy), WORDS) == " ".join(said[:2])


def test_a_remedy_of_the_customers_own_right_and_of_a_share():
    assert details(who="you", remedy=SORRY) == ("If we do not let you, we will say sorry.",)
    assert details(measure=Measure.SHARE, remedy=SORRY) == ("If we miss this, we will say sorry.",)


def test_what_a_promise_rests_on_is_said_when_it_is_given():
    legal = a_standard(limit=amount("14 calendar days"), basis=Basis.LEGAL)
    assert sentences(legal, WORDS).details == ()
    assert sentences(legal, WORDS, basis="So says the law.").details == ("So says the law.",)


@pytest.mark.parametrize("how", [how for how in MeasuredBy if how is not MeasuredBy.NONE])
def test_how_we_will_know(how):
    standard = a_standard(limit=amount("4 hours"), measured_by=how)
    (said,) = sentences(standard, WORDS).details
    assert said.startswith("We will know ")
    assert sentences(standard, WORDS, say_measure=False).details == ()


def test_details_have_one_order():
    said = details(
        second=SecondLimit(limit=amount("8 hours"), condition="it is dark"),
        cut_off=time(16),
        updates=amount("1 day"),
        condition="unless we agree",
        fallback="we will ring",
        remedy=replace(SORRY, pence=500),
        measured_by=MeasuredBy.RECORDS,
    )
    starts = ("If it is", "If you reach", "Until", "This applies", "If we need", "If we do", "We")
    assert len(said) == 8
    assert all(sentence.startswith(start) for sentence, start in zip(said, starts, strict=False))
    assert said[-1] == "We will know from our records."


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("  We   ring back ", "We ring back"),
        ("One two three four five six seven eight", "One two three four five six seven eight"),
        ("1 2 3 4 5 6 7 8 9 10", "1 2 3 4 5 6 7 8…"),
        ("", ""),
    ],
)
def test_the_short_line_is_at_most_eight_words(title, line):
    assert short_line(a_standard(title=title)) == line


def test_the_remedy_line_is_empty_when_nothing_happens():
    assert remedy_line(a_standard(), WORDS) == ""


def test_what_makes_a_promise_complete():
    complete = a_standard(limit=amount("4 opening hours"), remedy=SORRY)
    assert is_complete(complete)
    assert is_complete(replace(complete, measure=Measure.YES_NO, limit=None))
    assert gaps_in(replace(complete, limit=None)) == (Gap.LEVEL,)
    assert gaps_in(replace(complete, remedy=Remedy())) == (Gap.REMEDY,)
    assert gaps_in(replace(complete, title=" ")) == (Gap.TITLE,)
    assert gaps_in(replace(complete, action=" {limit} ")) == (Gap.ACTION,)
    assert not is_complete(replace(complete, remedy=Remedy()))


def test_an_aim_is_no_promise():
    aim = a_standard(limit=amount("4 hours"), kind=StandardKind.AIM)
    assert gaps_in(aim) == (Gap.TARGET,)
    assert gaps_in(replace(aim, target_pct=Decimal(90))) == ()
    assert gaps_in(replace(aim, average=True)) == ()
    assert not is_complete(replace(aim, target_pct=Decimal(90), remedy=SORRY))


def test_days_can_be_counted_the_owners_one_way():
    standard = a_standard(
        limit=amount("2 opening days"),
        up_to=amount("3 opening days"),
        updates=amount("4 opening hours"),
        second=SecondLimit(limit=amount("4 opening days"), condition="it is dark"),
        clock=ClockLimit(after=amount("1 opening day")),
    )
    counted = counted_in(standard, DayKind.WORKING)
    assert (counted.limit, counted.up_to) == (amount("2 working days"), amount("3 working days"))
    assert counted.updates == amount("4 opening hours")
    assert counted.second.limit == amount("4 working days")
    assert counted.clock.after == amount("1 working day")
    plain = a_standard(limit=amount("14 calendar days"))
    assert counted_in(plain, DayKind.OPENING) == plain
