# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Getting better, on Today as it is read: rows of actions, and cards of what is begun or due."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from servicedesk.domain.actions import ActionDraft, ActionSource
from servicedesk.domain.checks import Bank
from servicedesk.domain.ideas import IdeaDraft
from servicedesk.domain.kinds import Kind
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.routines import OFFER_AFTER, Routine
from servicedesk.domain.samples import Verdict
from servicedesk.domain.staff import SkillDraft
from servicedesk.domain.today import TodayCard
from servicedesk.domain.today_rows import RowGroup, TodayRow
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.checks_made import KEY, YES, bank_made, taken
from tests.services.samples_made import RUTH, TODAY, jobs, publish
from tests.store.files import new_file, opened

DAY = timedelta(days=1)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock, check_bank=bank_made))


def rows(services: Services) -> list[TodayRow]:
    return [row for row in services.home.today().rows if row.item.kind is Kind.ACTION]


def cards(services: Services) -> dict[str, TodayCard]:
    ours = ("check", "review", "security", "charter_check", "fairness", "self_check")
    ends = ("_going", "_due", "_offer")
    names = {f"{one}{end}" for one in ours for end in ends}
    names |= {f"{one}{end}" for one in ("skill_renew", "idea_try") for end in ("", "_many")}
    return {card.code: card for card in services.home.today().cards if card.code in names}


@pytest.mark.parametrize("source", ActionSource)
def test_an_action_from_anywhere_is_a_row(services: Services, source: ActionSource) -> None:
    late = ActionDraft(text="Charge saws", due=TODAY - DAY, owner="Tom", source=source)
    number = services.actions.add(late, RUTH).card.id
    services.actions.add(ActionDraft(text="Paint", due=TODAY + 60 * DAY), RUTH)
    services.actions.add(ActionDraft(text="Some day"), RUTH)
    (row,) = rows(services)
    assert (row.group, row.item.id, row.item.by) == (RowGroup.LATE, number, "Tom")
    assert not row.item.is_check
    assert not row.item.is_remedy


def test_what_was_done_is_looked_at_again_after_90_days(
    services: Services, clock: FixedClock
) -> None:
    number = services.actions.add(ActionDraft(text="Charge saws", due=TODAY), RUTH).card.id
    assert [row.group for row in rows(services)] == [RowGroup.TODAY]
    services.actions.done(number, TODAY, "", RUTH)
    assert rows(services) == []
    clock.set(TODAY + 89 * DAY)
    assert rows(services) == []
    clock.set(TODAY + 120 * DAY)
    (row,) = rows(services)
    assert (row.group, row.item.is_check, row.item.made_on) == (RowGroup.TODAY, True, TODAY)
    services.actions.checked(number, clock.today(), True, "", RUTH)
    assert rows(services) == []


def test_a_check_shows_from_its_first_answer_to_the_next_year(
    services: Services, clock: FixedClock
) -> None:
    check = services.checks.begin(Bank.SELF_CHECK, is_short=False, who=RUTH).card
    services.checks.answer(check.id, KEY, YES, RUTH)
    going = cards(services)["check_going"]
    assert (going.values["answered"], going.values["asked"]) == (1, len(check.asked))
    services.checks.finish(check.id, RUTH)
    assert cards(services) == {}
    clock.set(TODAY.replace(year=TODAY.year + 1))
    assert set(cards(services)) == {"self_check_due"}


def test_the_security_check_is_due_by_its_own_year(services: Services, clock: FixedClock) -> None:
    taken(services, {KEY: YES}, Bank.SECURITY)
    taken(services, {KEY: YES}, Bank.COMPLAINTS)
    clock.set(TODAY.replace(year=TODAY.year + 1))
    assert set(cards(services)) == {"security_due"}


def test_a_shop_whose_charter_has_stood_is_offered_one_thing(
    services: Services, clock: FixedClock
) -> None:
    publish(services)
    assert cards(services) == {}
    clock.set(TODAY + OFFER_AFTER)
    assert set(cards(services)) == {f"{Routine.SELF_CHECK.value}_offer"}


def test_trainings_and_ideas_come_up_on_their_day(services: Services, clock: FixedClock) -> None:
    tom = services.people.add(PersonDraft(name="Tom"), RUTH).card.id
    renew = SkillDraft(person_id=tom, what="First aid", renew_by=TODAY + 20 * DAY)
    services.staff.add_skill(renew, RUTH)
    idea = services.ideas.add(IdeaDraft(what="A bell", try_by=TODAY + DAY), RUTH).card
    assert cards(services) == {}
    clock.set(TODAY + 6 * DAY)
    found = cards(services)
    assert set(found) == {"skill_renew", "idea_try"}
    assert found["skill_renew"].values["text"] == "First aid (Tom)"
    assert found["skill_renew"].actions[0].item == str(tom)
    assert found["idea_try"].actions[0].item == str(idea.id)


def test_a_review_that_is_begun_goes_on(services: Services) -> None:
    services.reviews.begin(RUTH)
    assert set(cards(services)) == {"review_going"}


def test_jobs_that_were_drawn_go_on_until_each_was_looked_at(
    services: Services, clock: FixedClock
) -> None:
    publish(services)
    jobs(services, 2)
    check = services.samples.draw(RUTH).card
    assert set(cards(services)) == {"charter_check_going"}
    for job in check.jobs:
        for key, _ in job.verdicts:
            services.samples.answer(job.id, key, Verdict.MET, RUTH)
    assert cards(services) == {}
    clock.set(TODAY.replace(year=TODAY.year + 1))
    assert "charter_check_due" in cards(services)
