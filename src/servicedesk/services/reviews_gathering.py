# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Gathers what is on record for a review, and when what is looked at once a year was last done."""

from dataclasses import replace
from datetime import date, timedelta

from servicedesk.content.law import Fact, load_facts
from servicedesk.domain.calendars import Nation
from servicedesk.domain.checks import Bank
from servicedesk.domain.figures import Report
from servicedesk.domain.periods import Period
from servicedesk.domain.reviews import BecameOf, Decision, ReviewCard, Yearly, YearlyLine
from servicedesk.domain.reviews_inputs import LawLine, LawUse, OnRecord, law_lines
from servicedesk.domain.reviews_rules import became_of, yearly_line
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.facts import nation_in, read_facts
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading
from servicedesk.store.calendars import closures_from
from servicedesk.store.checks import finished_checks
from servicedesk.store.reviews import action_count, decision_actions
from servicedesk.store.samples import job_check_cards

Became = tuple[tuple[Decision, BecameOf], ...]
"""Decisions of a review, each with what became of it."""


def on_record(
    reading: Reading,
    around: Surroundings,
    period: Period,
    report: Report,
    before: ReviewCard | None,
) -> OnRecord:
    """What is on record.

    Args:
        reading: inside a read or a change.
        around: the clock and the data files.
        period: that the review is about.
        report: its figures.
        before: the review before it, or None.
    """
    today, nation = around.clock.today(), nation_in(read_facts(reading))
    is_open, late, done = action_count(reading, today, period)
    return OnRecord(
        report=report,
        actions_open=is_open,
        actions_late=late,
        actions_done=done,
        days_shut=_days_shut(reading, around, period),
        laws=_laws(around, nation, period.first),
        knows_law=nation is not Nation.ELSEWHERE,
        last_time=None if before is None else became_in(reading, before, today),
    )


def became_in(reading: Reading, card: ReviewCard, today: date) -> Became:
    """What was decided at a review, each with what became of it."""
    actions = decision_actions(reading, card.id)
    return tuple((one.draft, became_of(actions.get(str(one.id)), today)) for one in card.decisions)


def yearly_in(reading: Reading, today: date) -> tuple[YearlyLine, ...]:
    """What is looked at once a year, each with when it was last done to the end."""
    jobs = (check.drawn_on for check in job_check_cards(reading) if check.is_answered)
    last = {
        Yearly.CHARTER: max(jobs, default=None),
        Yearly.OURSELVES: _last_check(reading, Bank.SELF_CHECK),
        Yearly.SECURITY: _last_check(reading, Bank.SECURITY),
    }
    return tuple(yearly_line(what, last[what], today) for what in Yearly)


def _last_check(reading: Reading, bank: Bank) -> date | None:
    days = (card.finished_on for card in finished_checks(reading, bank))
    return max((day for day in days if day is not None), default=None)


def _days_shut(reading: Reading, around: Surroundings, period: Period) -> int:
    """Days on which the business would have been open, were it not for its closures."""
    calendar = calendar_in(reading, around.resources).days
    week = replace(calendar, closures=())
    days = {
        card.days.first + timedelta(days=ahead)
        for card in closures_from(reading, period.first)
        for ahead in range((card.days.last - card.days.first).days + 1)
    }
    return sum(period.first <= day <= period.last and bool(week.intervals_on(day)) for day in days)


def _laws(around: Surroundings, nation: Nation, since: date) -> tuple[LawLine, ...]:
    """The laws where the business is that were looked up again since a day."""
    facts = load_facts(around.resources)
    return law_lines(
        (fact.source, use)
        for fact in facts
        if nation in fact.nations and fact.checked_on >= since
        for use in _uses(fact)
    )


def _uses(fact: Fact) -> tuple[LawUse, ...]:
    """Where a shop says it."""
    charter = (LawUse.CHARTER,) if fact.pages else ()
    letters = (LawUse.LETTERS,) if fact.letter else ()
    return (*charter, *letters) or (LawUse.PAPERS,)
