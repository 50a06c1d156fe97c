# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The scenarios of complaints from what is typed to what is kept in the file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.complaints import (
    Assessment,
    ComplaintCard,
    ComplaintDraft,
    Content,
    Finding,
    Priority,
    Stage,
)
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_causes import Learning
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.complaints_standing import stand_of_row, stand_words
from servicedesk.domain.complaints_timing import Clock
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from servicedesk.domain.standards import Amount, Unit
from servicedesk.services.registry import Services, open_services
from tests.helpers.builders import charter_draft, words
from tests.helpers.builders import promises as standards
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.complaints_made import RUTH
from tests.store.files import new_file, opened

MONDAY = date(2026, 9, 14)
AS_11 = Assessment(severity=2, impact=1, urgency=2)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 9, 14, 9, tzinfo=UTC))


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


@pytest.fixture
def desk(services: Services, clock: FixedClock) -> "Desk":
    return Desk(services, clock)


class Desk:
    """A shop in which complaints come in."""

    def __init__(self, services: Services, clock: FixedClock) -> None:
        self.services = services
        self.clock = clock

    def on(self, day: date) -> date:
        self.clock.set(datetime.combine(day, time(10), UTC))
        return day

    def came(self, day: date, assessment: Assessment | None = None, **said: object) -> int:
        self.on(day)
        at = datetime.combine(day, time(9), UTC)
        draft = ComplaintDraft(text="The saw stopped", received_at=at, **said)
        number = self.services.complaints.log(draft, RUTH).card.id
        if assessment is not None:
            self.services.complaints.parts.assess(number, assessment, RUTH)
        return number

    def card(self, number: int) -> ComplaintCard:
        return self.services.complaints.get(number)

    def take(self, number: int, action: Action, day: date, **said: object) -> ComplaintCard:
        given = Given(on=self.on(day), **said)
        return self.services.complaints.take(number, action, given, RUTH).card

    def letters(self, number: int, day: date) -> list[str]:
        """Those that are suggested on a day."""
        self.on(day)
        fitting = self.services.letters_writing.fitting(number)
        return [template.id for template, is_suggested in fitting if is_suggested]

    def close(self, number: int, day: date) -> ComplaintCard:
        return self.take(number, Action.CLOSE, day)

    def decide(self, number: int, day: date) -> ComplaintCard:
        said = {"words": "It was old", "channel": Channel.POST, "letter": True}
        return self.take(number, Action.DECIDE, day, finding=Finding.NO_FINDING, **said)


def test_scenario_11_each_day_is_kept(desk: Desk) -> None:
    number = desk.came(MONDAY, AS_11)
    dues = desk.card(number).dues
    (row,) = desk.services.complaints.lists.rows([number])
    assert row.priority is Priority.P2
    assert dues.acknowledge_on == date(2026, 9, 16)
    counts = desk.services.complaints.why(number).counts
    assert counts[Clock.ASSESS].day == date(2026, 9, 17)
    assert dues.update_on == date(2026, 9, 21)
    assert row.due == dues.decide_on == date(2026, 9, 28)
    assert dues.ceiling_on == date(2026, 11, 9)


def test_scenario_12_safety_goes_first(desk: Desk) -> None:
    number = desk.came(MONDAY, Assessment(severity=2, impact=1, urgency=2, is_safety=True))
    dues = desk.card(number).dues
    assert (dues.acknowledge_on, dues.decide_on) == (date(2026, 9, 15), date(2026, 9, 21))


def test_scenario_13_a_small_one_and_what_helps(desk: Desk) -> None:
    small = desk.came(MONDAY, Assessment(severity=1, impact=0, urgency=1))
    assert desk.card(small).dues.decide_on == date(2026, 10, 5)
    helped = desk.came(MONDAY, Assessment(severity=1, impact=0, urgency=1, support_need=True))
    assert desk.card(helped).dues.decide_on == date(2026, 9, 28)


def test_scenario_15_from_the_published_charter_to_the_due_date(desk: Desk) -> None:
    before = desk.came(MONDAY, AS_11)
    *others, answered = standards()
    five = Amount(value=Decimal(5), unit=Unit.DAY, days=DayKind.WORKING)
    ready = charter_draft(standards=(*others, replace(answered, limit=five)))
    desk.services.charters.publish_draft(ready, RUTH, lambda card: None)
    number = desk.came(MONDAY, AS_11)
    card = desk.card(number)
    assert card.dues.decide_on == date(2026, 9, 21)
    assert card.promised.version_id is not None
    (row,) = desk.services.complaints.lists.rows([number])
    assert row.due == date(2026, 9, 21)
    assert desk.card(before).dues.decide_on == date(2026, 9, 28)  # old ones keep theirs


def test_scenario_16_twelve_working_days_and_two_late(desk: Desk) -> None:
    number = desk.came(MONDAY, AS_11)
    desk.take(number, Action.INVESTIGATE, date(2026, 9, 15))
    update = desk.card(number).dues.update_on
    assert update is not None
    assert "L02" in desk.letters(number, date(2026, 9, 28))
    desk.decide(number, date(2026, 9, 30))
    lists = desk.services.complaints.lists
    rows = lists.rows([number])
    assert lists.days_taken(rows) == {number: 12}
    calendar = desk.services.calendars.calendar()
    stand = stand_of_row(rows[0], date(2026, 9, 30), calendar)
    assert stand_words(stand, words()) == "answered 2 working days late"


def test_scenario_17_over_christmas(desk: Desk) -> None:
    dues = desk.card(desk.came(date(2026, 12, 23), AS_11)).dues
    assert (dues.acknowledge_on, dues.decide_on) == (date(2026, 12, 29), date(2027, 1, 11))


@pytest.mark.parametrize(
    ("scenario", "nation", "received", "due"),
    [
        (20, "eng", date(2026, 9, 5), date(2026, 9, 8)),
        (21, "sct", date(2026, 6, 12), date(2026, 6, 17)),
        (21, "eng", date(2026, 6, 12), date(2026, 6, 16)),
        (22, "nir", date(2027, 7, 8), date(2027, 7, 13)),
        (22, "eng", date(2027, 7, 8), date(2027, 7, 12)),
    ],
)
def test_scenarios_20_to_22_the_holidays_of_the_nation(
    desk: Desk, scenario: int, nation: str, received: date, due: date
) -> None:
    desk.on(received)
    desk.services.business.save({"nation": nation}, RUTH)
    found = desk.card(desk.came(received)).dues.acknowledge_on
    assert found == due, scenario


@pytest.mark.parametrize("kind", ["investigating", "received", "no_cause"])
def test_scenario_26_refused_by_the_ordinary_steps_with_the_history_unchanged(
    desk: Desk, kind: str
) -> None:
    number = desk.came(MONDAY)
    day = date(2026, 9, 15)
    if kind != "received":
        desk.take(number, Action.INVESTIGATE, day)
    if kind == "no_cause":
        desk.decide(number, day)
        desk.take(number, Action.RESOLVE, day, accepted=True, content=Content.YES)
        parts = desk.services.complaints.parts
        parts.learn(number, Learning(no_action_because="none needed"), RUTH)
        parts.followed_up(number, day, 5, RUTH)
    before = desk.services.complaints.file(number)
    step = desk.decide if kind == "received" else desk.close
    with pytest.raises(Refusal) as refused:
        step(number, day)
    wanted = {
        "investigating": "no answer yet",
        "received": "first",
        "no_cause": "why it went wrong",
    }
    assert wanted[kind] in words().refusal(refused.value)
    assert desk.services.complaints.file(number) == before
    assert desk.card(number).stage is before.card.stage


def test_scenario_30_the_follow_up_comes_ten_working_days_later(desk: Desk) -> None:
    number = desk.came(MONDAY, AS_11)
    desk.take(number, Action.INVESTIGATE, date(2026, 9, 15))
    desk.decide(number, date(2026, 9, 21))
    done = desk.take(number, Action.RESOLVE, date(2026, 9, 22), accepted=True)
    assert (done.stage, done.dues.follow_up_on) == (Stage.RESOLVED, date(2026, 10, 6))
    assert "L16" in desk.letters(number, date(2026, 10, 6))
