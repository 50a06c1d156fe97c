# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whole things made with little typing: a charter that may be published, and pieces of one.

Everything has values that fit together; a test names only what it is about.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from servicedesk.content.guides import load_guide
from servicedesk.content.law import facts_for
from servicedesk.content.words import Words, load_words
from servicedesk.domain.calendars import DayKind
from servicedesk.domain.charters import CharterDraft
from servicedesk.domain.charters_obstacles import FINDING, Obstacle
from servicedesk.domain.charters_text import CharterSource
from servicedesk.domain.guides import AnswerValue, Guide
from servicedesk.domain.hours import WeeklyHours, parse_week
from servicedesk.domain.standards import (
    Amount,
    Measure,
    MeasuredBy,
    Remedy,
    ServiceStandard,
    StartEvent,
    StopEvent,
    Unit,
)

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TODAY = date(2026, 11, 23)

READ = (
    "who_for",
    "count_on",
    "reach_us",
    "how_fast",
    "visits",
    "prices",
    "the_job",
    "safe",
    "late",
    "not_right",
    "complaints",
    "easier",
    "your_information",
    "we_ask",
    "we_check",
)
"""Every page with words of ours."""


@cache
def words() -> Words:
    """The words of British English as the program reads them."""
    return load_words(root=RESOURCES)


def obstacle_sentence(line: Obstacle) -> str:
    """The sentence of a line about a charter, filled with its values."""
    key = line.code if line.code.startswith(FINDING) else f"obstacle.{line.code}"
    return words().say(key, **{name: str(value) for name, value in line.params.items()})


@cache
def charter_guide() -> Guide:
    """The guide of the charter."""
    return load_guide(RESOURCES, "charter")


@cache
def law_of(nation: str) -> Mapping[str, str]:
    """The legal sentences that a charter prints in a nation."""
    return facts_for(RESOURCES, nation)


def amount(value: int, unit: Unit, days: DayKind | None = None) -> Amount:
    return Amount(value=Decimal(value), unit=unit, days=days)


def opening_days(value: int) -> Amount:
    return amount(value, Unit.DAY, DayKind.OPENING)


def working_days(value: int) -> Amount:
    return amount(value, Unit.DAY, DayKind.WORKING)


CLOSED_ALL_WEEK = WeeklyHours(days=((),) * 7)


def open_hours() -> WeeklyHours:
    """Monday to Saturday, 8.00 to 17.30."""
    days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
    return parse_week({day: ["08:00-17:30"] for day in days})


def promise(key: str = "email", **said: object) -> ServiceStandard:
    """A complete, ticked promise; what is named takes the place of what stands here."""
    values: dict[str, object] = {
        "title": f"Promise about {key}",
        "action": f"answer your {key} {{limit}} of getting it",
        "measure": Measure.DURATION,
        "page": "how_fast",
        "limit": opening_days(2),
        "remedy": Remedy(text="we will ring you to say sorry"),
        "measured_by": MeasuredBy.RECORDS,
        "is_ticked": True,
    }
    return ServiceStandard(key=key, **{**values, **said})


def complaint_promises() -> tuple[ServiceStandard, ServiceStandard]:
    """Told within 2 days that we have it, answered within 10."""
    told = promise(
        "complaint_ack",
        title="Told we have your complaint",
        action="tell you that we have your complaint {limit} of getting it",
        page="complaints",
        limit=opening_days(2),
        start_event=StartEvent.COMPLAINT_RECEIVED,
        stop_event=StopEvent.COMPLAINT_ACKNOWLEDGED,
    )
    answered = promise(
        "complaint_decide",
        title="Complaints answered with reasons",
        action="answer your complaint, with reasons, {limit} of getting it",
        page="complaints",
        limit=opening_days(10),
        start_event=StartEvent.COMPLAINT_RECEIVED,
        stop_event=StopEvent.COMPLAINT_DECIDED,
    )
    return told, answered


def promises() -> tuple[ServiceStandard, ...]:
    """Four promises that a charter may be published with."""
    call = promise(
        "call",
        title="Missed calls returned",
        action="ring you back after a missed call {limit}",
        limit=amount(4, Unit.HOUR, DayKind.OPENING),
        measured_by=MeasuredBy.SAMPLE_WEEK,
    )
    return (call, promise("email", title="E-mails answered"), *complaint_promises())


def answers(**said: AnswerValue | None) -> dict[str, AnswerValue]:
    """Answers that a charter may be published with; None takes one away."""
    made: dict[str, AnswerValue | None] = {
        "asked_customers": "Eleven people at the counter, May 2026. We open earlier since.",
        "trading_name": "Hollins Hardware",
        "owner_name": "Ruth Hollins",
        "address": "18 Bridge Street\nTodmorden\nOL14 5AX",
        "town": "Todmorden",
        "since_year": 1987,
        "nation": "eng",
        "how_you_work": ("they_come", "they_leave"),
        "is_service": True,
        "customer_groups": "Everyone who comes to the shop.",
        "aim": "Straight answers, fair prices. If we get it wrong we put it right.",
        "values": ("straight_answers", "clear_prices", "put_right"),
        "phone": "01632 960 123",
        "email": "counter@hollins.example",
        "opening_hours": open_hours(),
        "count_days": "opening",
        "price_rule": "The price on the shelf is the whole price.",
        "safety_checks": "We test every tool that we hire out.",
        "late_text": "We ring you, say why, and give you a new day.",
        "late_choices": ("wait", "cancel"),
        "not_right_text": "Bring it back and we put it right.",
        "complaint_ways": "Tell anyone here, ring or write.",
        "complaint_person": "Ruth Hollins",
        "complaint_stand_in": "Tom",
        "outside_help_status": "none",
        "adjustments": "Large print\nA chair at the counter",
        "information_kept": "Your name and number, if you order something.",
        "information_why": "To tell you when it has come.",
        "marketing": "We send none.",
        "asks_of_you": "Keep your receipt",
        "measures_published": "How many of these promises we kept.",
        "in_force_from": date(2026, 12, 1),
        "review_by": date(2027, 12, 1),
        "read_pages": READ,
        **said,
    }
    return {key: value for key, value in made.items() if value is not None}


def charter_draft(
    standards: tuple[ServiceStandard, ...] | None = None, **said: AnswerValue | None
) -> CharterDraft:
    """A draft that may be published, but for what is named."""
    return CharterDraft(
        trade="hardware_shop",
        guide_version=1,
        answers=answers(**said),
        standards=promises() if standards is None else standards,
    )


def charter_source(
    draft: CharterDraft | None = None, today: date = TODAY, **said: AnswerValue | None
) -> CharterSource:
    """What the papers of a charter are made of; answers that are named change the draft."""
    made = charter_draft(**said) if draft is None else draft
    nation = made.answers.get("nation", "")
    return CharterSource(
        draft=made,
        guide=charter_guide(),
        phrases=words(),
        law=law_of(str(nation)),
        today=today,
    )
