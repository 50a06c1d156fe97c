# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints made with little typing: a test names only what it is about."""

import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest

from servicedesk.content.law import legal_figures
from servicedesk.domain import complaints_clocks, complaints_stepping
from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.calendars_segments import NamedCalendar
from servicedesk.domain.complaints import (
    Assessment,
    ComplaintCard,
    ComplaintDraft,
    Dates,
    Dues,
    Finding,
    Stage,
)
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_file import (
    ComplaintFile,
    IssueCard,
    IssueDraft,
    PauseCard,
    RemedyCard,
    RemedyDraft,
    RemedyKind,
    StepCard,
)
from servicedesk.domain.complaints_guards import Case
from servicedesk.domain.complaints_stages import Action, check
from servicedesk.domain.complaints_timing import Clock, Counted, Timing
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from tests.helpers.builders import RESOURCES, words

RECEIVED = date(2026, 9, 14)
SOON, FIRST, IN_TURN = (
    Assessment(severity=2, impact=1, urgency=2),
    Assessment(severity=2, impact=1, urgency=2, is_safety=True),
    Assessment(severity=1, impact=0, urgency=1),
)
"""Priorities P2, P1 and P3."""


@cache
def calendar(nation: str = "eng") -> WorkingCalendar:
    """The working days of a nation as they are shipped: eng, sct or nir."""
    text = (RESOURCES / "holidays" / f"{nation}.toml").read_text("utf-8")
    holidays = tomllib.loads(text)["holidays"]
    return WorkingCalendar(bank_holidays=frozenset(one["date"] for one in holidays))


ENG = calendar()
LAW = legal_figures(RESOURCES)
"""What the law says in figures, as it is shipped."""


def at(day: date, hour: int = 10, minute: int = 0) -> datetime:
    """A moment by the clock of the shop, in UTC."""
    local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=ENG.zone)
    return local.astimezone(UTC)


def timing(received: date = RECEIVED, **said: object) -> Timing:
    """What the clocks run by; a P2 received on 14 September unless it says otherwise."""
    values: dict[str, object] = {"received_at": at(received), "assessment": SOON}
    return Timing(**{**values, **said})


def dues(of: Timing, days: WorkingCalendar = ENG) -> Dues:
    """Every day by which something is to happen, by the law as it is shipped."""
    return complaints_clocks.dues(of, days, LAW)


def judged_on(of: Timing, days: WorkingCalendar = ENG) -> date:
    """The day after which an answer counts as late."""
    found = dues(of, days)
    return found.judged_on or found.decide_on


def counts(of: Timing, known: NamedCalendar) -> dict[Clock, Counted]:
    """The same with the parts of each day."""
    return complaints_clocks.counts(of, known, LAW)


def recounted(file: ComplaintFile, days: WorkingCalendar = ENG) -> ComplaintCard:
    """A complaint with its days counted anew, by the law as it is shipped."""
    return complaints_stepping.recounted(file, days, LAW)


def draft(**said: object) -> ComplaintDraft:
    """A complaint about a late visit, told at the counter."""
    values: dict[str, object] = {
        "text": "The plumber came two hours late",
        "received_at": at(RECEIVED),
        "taken_by": "Ann",
        "handler": "Ann",
    }
    return ComplaintDraft(**{**values, **said})


def card(stage: Stage = Stage.INVESTIGATING, **said: object) -> ComplaintCard:
    """A complaint as kept; its days are those that the rules give where none are named."""
    values: dict[str, object] = {
        "id": 1,
        "ref": "C-2026-0001",
        "draft": draft(),
        "assessment": SOON,
        "dates": Dates(),
        "dues": Dues(
            acknowledge_on=date(2026, 9, 16),
            decide_on=date(2026, 9, 28),
            ceiling_on=date(2026, 11, 9),
        ),
    }
    return ComplaintCard(stage=stage, **{**values, **said})


def step(number: int, action: str, before: Stage | None, after: Stage, **said: object) -> StepCard:
    """A step in the history, on the day of receipt unless it says otherwise."""
    values: dict[str, object] = {
        "happened_on": RECEIVED,
        "written_at": at(RECEIVED),
        "who": "Ann",
    }
    return StepCard(
        id=number, complaint_id=1, action=action, before=before, after=after, **{**values, **said}
    )


def case(
    of: ComplaintCard,
    today: date = date(2026, 9, 18),
    people: tuple[str, ...] = (),
    **parts: object,
) -> Case:
    """A complaint about to take a step; ``parts`` hang on it."""
    file = ComplaintFile(card=of, **parts)
    return Case(file=file, today=today, calendar=ENG, law=LAW, people=people)


def given(on: date = date(2026, 9, 18), **said: object) -> Given:
    """What is typed with a step."""
    return Given(on=on, **said)


TODAY = date(2026, 9, 18)


def ready(stage: Stage) -> ComplaintCard:
    """A complaint in a stage that lacks nothing for any step."""
    return card(
        stage,
        assessment=IN_TURN,
        finding=Finding.UPHELD,
        outcome_words="We were late",
        learning=Learning(causes=(Cause.SLIP,), no_action_because="It was the snow"),
        dates=Dates(decided_on=RECEIVED, resolved_on=RECEIVED, follow_up_on=TODAY),
        level=1,
    )


HISTORY = (
    step(1, "log", None, Stage.RECEIVED),
    step(2, "investigate", Stage.RECEIVED, Stage.INVESTIGATING),
)
WAITED = PauseCard(id=1, complaint_id=1, from_on=RECEIVED, reminded_on=date(2026, 9, 15))
LATER = date(2026, 9, 30)
"""Long enough after the reminder."""

PLANNED = RemedyCard(
    id=1, complaint_id=1, draft=RemedyDraft(kind=RemedyKind.REDO, due=date(2026, 9, 30))
)
DONE = replace(PLANNED, draft=replace(PLANNED.draft, done_on=date(2026, 9, 17)))
SAID = Given(
    on=TODAY,
    words="all that is asked for",
    channel=Channel.EMAIL,
    letter=True,
    by_whom="Tom",
    master_id=2,
    accepted=True,
)


def refused(code: str, action: Action, about: Case, said: Given = SAID) -> Refusal:
    """The step is refused with this code, whose sentence is whole."""
    with pytest.raises(Refusal) as raised:
        check(about, action, said)
    assert raised.value.code == code
    sentence = words().refusal(raised.value)
    assert sentence.endswith((".", "?")), sentence
    return raised.value


def issue(place: int, finding: Finding | None, reasons: str = "we looked") -> IssueCard:
    """A separate point of a complaint."""
    about = IssueDraft(text="late", finding=finding, reasons=reasons)
    return IssueCard(id=place, complaint_id=1, place=place, draft=about)
