# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The overview of Improve: what every part has to say, read in three statements."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from servicedesk.domain.actions import ActionDraft
from servicedesk.domain.actions_rules import ActionCounts
from servicedesk.domain.checks import Bank
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.ideas import IdeaVerdict
from servicedesk.domain.improving import ImproveOverview
from servicedesk.domain.people import PersonDraft, Role, team_of
from servicedesk.domain.staff import NoteDraft, SkillKind
from servicedesk.domain.support import NeedSource, SupportNeed
from servicedesk.domain.written import WrittenPaper
from servicedesk.services.registry import Services, open_services
from servicedesk.store.checks import checks
from servicedesk.store.fairness import fairness_checks, offers
from servicedesk.store.ideas import ideas
from servicedesk.store.reviews import reviews
from servicedesk.store.service_plan import service_plans
from servicedesk.store.staff import skills
from servicedesk.store.support import support_needs
from tests.helpers.fakes import FixedClock
from tests.helpers.hearing import Heard, hear
from tests.services.around import surroundings
from tests.services.samples_made import RUTH, TODAY
from tests.store.files import new_file, opened

DAY = timedelta(days=1)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    return hear(monkeypatch)


@pytest.fixture
def services(tmp_path: Path, heard: Heard) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def write(services: Services, table: object, **values: object) -> None:
    with services.improving._units.change("write", RUTH) as unit:
        unit.insert(table, values)


def check(services: Services, bank: Bank, finished_on: object) -> None:
    write(
        services,
        checks,
        bank=bank,
        bank_version=1,
        is_short=False,
        has_staff=False,
        started_on=TODAY,
        finished_on=finished_on,
        who="",
        asked="",
    )


def review(services: Services, **said: object) -> None:
    blank = {"present": "", "findings": "", "changes_charter": None, "charter_change": ""}
    days = {"begun_on": TODAY, "first": TODAY, "last": TODAY, "held_on": None, "next_on": None}
    write(services, reviews, **{**blank, **days, "finished_on": None, **said})


def offer(services: Services, ends_on: object) -> None:
    words = {"name": "Plan", "per": "", "joining": "", "leaving": ""}
    write(services, offers, **words, new_pence=None, existing_pence=None, ends_on=ends_on)


def idea(
    services: Services, try_by: object, verdict: object = None, tried_on: object = None
) -> None:
    words = {"what": "x", "seen_at": "", "note": ""}
    write(services, ideas, **words, seen_on=None, try_by=try_by, tried_on=tried_on, verdict=verdict)


def test_a_new_file_has_nothing_to_say(services: Services) -> None:
    found = services.improving.overview()
    assert found == ImproveOverview()
    assert found.is_alone


def test_things_to_do_are_counted_and_the_first_three_named(services: Services) -> None:
    for name, due in (("a", None), ("b", TODAY), ("c", TODAY - DAY), ("d", TODAY + 30 * DAY)):
        services.actions.add(ActionDraft(text=name, due=due), RUTH)
    found = services.improving.overview()
    assert found.actions == ActionCounts(still_open=4, late=1, due_soon=1)
    assert [line.card.draft.text for line in found.first] == ["c", "b", "d"]


def test_only_the_check_of_ourselves_is_told_of(services: Services) -> None:
    check(services, Bank.SECURITY, TODAY)
    check(services, Bank.COMPLAINTS, None)
    assert services.improving.overview() == ImproveOverview()
    check(services, Bank.SELF_CHECK, TODAY - 9 * DAY)
    check(services, Bank.SELF_CHECK, TODAY - 3 * DAY)
    found = services.improving.overview()
    assert (found.check_open, found.checked_on) == (False, TODAY - 3 * DAY)
    (last, _) = services.checks.finished(Bank.SELF_CHECK)
    assert found.check_last == last.id
    check(services, Bank.SELF_CHECK, None)
    assert services.improving.overview().check_open


def test_people_and_what_they_are_to_renew(services: Services) -> None:
    first = services.people.add(PersonDraft(name="Ruth", role=Role.OWNER), RUTH).card
    assert services.improving.overview().is_alone
    services.people.add(PersonDraft(name="Tom"), RUTH)
    for renew in (None, TODAY - DAY, TODAY + 30 * DAY, TODAY + 31 * DAY):
        write(
            services,
            skills,
            person_id=first.id,
            what="First aid",
            kind=SkillKind.TRAINING,
            learned_on=None,
            renew_on=renew,
            note="",
        )
    found = services.improving.overview()
    assert (found.people, found.is_alone, found.training_due) == (2, False, 2)


@pytest.mark.parametrize(
    ("roles", "is_alone"),
    [
        ((), True),
        ((Role.OWNER,), True),
        ((Role.STAFF,), False),
        ((Role.STAND_IN,), False),
        ((Role.OWNER, Role.OWNER), False),
        ((Role.OWNER, Role.STAFF), False),
    ],
)
def test_everywhere_the_same_shops_are_a_business_of_one(
    services: Services, roles: tuple[Role, ...], is_alone: bool
) -> None:
    for name, role in zip("ABC", roles, strict=False):
        services.people.add(PersonDraft(name=name, role=role), RUTH)
    found = services.improving.overview()
    assert found.is_alone is is_alone
    assert found.team == len(team_of(services.people.all()))
    assert services.staff.view().works_alone is is_alone
    assert services.checks.has_staff() is not is_alone
    assert ("one list" in services.written.get(WrittenPaper.ROLES).body) is is_alone


def test_what_helpers_left_behind_is_still_found_when_they_are_gone(services: Services) -> None:
    services.people.add(PersonDraft(name="Ruth", role=Role.OWNER), RUTH)
    services.staff.add_note(NoteDraft(text="The phone rings all day", said_on=TODAY), RUTH)
    assert services.staff.view().works_alone
    assert not services.staff.view().is_one_line
    assert not services.improving.overview().is_alone


def test_reviews_tell_when_the_last_was_and_the_next_is(services: Services) -> None:
    next_on = TODAY + 180 * DAY
    review(services, held_on=TODAY - DAY, finished_on=TODAY, next_on=next_on)
    found = services.improving.overview()
    assert (found.review_open, found.reviewed_on) == (False, TODAY - DAY)
    assert found.review_next == next_on
    review(services, next_on=TODAY + 900 * DAY)
    found = services.improving.overview()
    assert (found.review_open, found.review_next) == (True, next_on)


def test_offers_ideas_and_the_plan(services: Services) -> None:
    for ends_on in (None, TODAY, TODAY - DAY):
        offer(services, ends_on)
    write(services, fairness_checks, drawn_on=TODAY, finished_on=None)
    assert services.improving.overview().fair_on is None
    write(services, fairness_checks, drawn_on=TODAY, finished_on=TODAY)
    idea(services, None)
    idea(services, TODAY)
    idea(services, TODAY + DAY)
    idea(services, TODAY, IdeaVerdict.KEEP, TODAY)
    idea(services, TODAY, None, TODAY)
    idea(services, TODAY, IdeaVerdict.TRY_AGAIN, TODAY - DAY)
    write(services, service_plans, decides="", stands_in="", put_right="")
    found = services.improving.overview()
    assert (found.offers, found.fair_on) == (2, TODAY)
    assert (found.ideas_open, found.ideas_due, found.has_plan) == (5, 2, True)


def test_what_helps_customers_is_counted_by_customer(services: Services) -> None:
    made = services.customers.add(CustomerDraft(name="Mrs Patel"), RUTH).card.id
    for review_on in (TODAY, TODAY + DAY, None):
        write(
            services,
            support_needs,
            customer_id=made,
            need=SupportNeed.LARGE_PRINT,
            detail="",
            source=NeedSource.CUSTOMER_SAID,
            yes_words="",
            agreed_on=TODAY,
            is_temporary=False,
            review_on=review_on,
            visible_to="",
        )
    found = services.improving.overview()
    assert (found.helped, found.asks_due) == (1, 1)
    services.customers.bin([made], RUTH)
    found = services.improving.overview()
    assert (found.helped, found.asks_due) == (0, 0)
    assert services.extra_help.now().total == 0


def test_it_takes_three_statements(services: Services, heard: Heard) -> None:
    with heard.only_this():
        services.improving.overview()
    assert heard.verbs().count("SELECT") <= 3
