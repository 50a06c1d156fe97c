# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The cards of Today: one for each thing that exists, none for what does not."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from servicedesk.domain.backups import (
    BackupCard,
    BackupReason,
    BackupState,
    BackupStatus,
    FolderKind,
    Outcome,
    SecondFault,
    SecondFolder,
)
from servicedesk.domain.calendars import Closure
from servicedesk.domain.calendars_kept import ClosureCard
from servicedesk.domain.registrations import RegistrationCard, RegistrationKind
from servicedesk.domain.today import (
    CharterHead,
    CharterPages,
    Seen,
    TodayAction,
    TodayCard,
    TodayGroup,
    cards_of,
    with_pages,
)
from servicedesk.domain.today_rules import RULES
from tests.helpers.builders import words

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 14, 10, tzinfo=UTC)
BACKUP = BackupCard(name="b", path="/b", at=NOW, reason=BackupReason.START, size=1)
STICK = SecondFolder(path="/s", name="BACKUP", kind=FolderKind.REMOVABLE, at=NOW)
GOOD = BackupStatus(
    folder="/backups",
    newest=BACKUP,
    count=1,
    size=1,
    changed_at=NOW,
    second=STICK,
    trial=None,
    check=None,
    state=BackupState.GOOD,
)
NOTHING = Seen(
    today=TODAY,
    facts=frozenset({"trading_name", "address", "phone"}),
    charters=(),
    charter_saved_at=None,
    registrations=(),
    closures=(),
    has_hours=True,
    holidays_up_to=date(2028, 12, 31),
    backups=GOOD,
)
PUBLISHED = CharterHead(
    number=2,
    is_published=True,
    is_draft=False,
    effective_from=date(2026, 1, 1),
    review_by=date(2027, 11, 1),
)
DRAFT = CharterHead(number=3, is_published=False, is_draft=True)
QUIET_SHOP = replace(NOTHING, charters=(PUBLISHED,))


def cards(seen: Seen) -> tuple[TodayCard, ...]:
    return cards_of(seen, RULES)


def codes(seen: Seen) -> list[str]:
    """The codes of all cards, after seeing that each has all its words."""
    found = cards(seen)
    for card in found:
        assert_spoken(card)
    return [card.code for card in found]


def assert_spoken(card: TodayCard) -> None:
    values = {"saved": "", **{name: str(value) for name, value in card.values.items()}}
    for part in ("chip", "title", "sentence"):
        assert words().say(f"today.{card.code}.{part}", **values)
    for action in card.actions:
        assert words().say(f"today.verb.{action.verb}")
    assert card.tone in ("late", "due", "ok", "quiet")


def test_a_new_shop_is_asked_for_a_charter_and_shown_the_pretend_one() -> None:
    assert codes(NOTHING) == ["charter_none", "demo"]
    first = cards(NOTHING)[0]
    assert first.actions == (TodayAction(verb="begin", room="charter", part="begin"),)
    assert first.tone == "quiet"  # a tick would say that it is done


def test_a_quiet_shop_sees_its_charter_alone() -> None:
    assert codes(QUIET_SHOP) == ["charter_published"]
    assert cards(QUIET_SHOP)[0].actions[0].deed == "print_poster"


def test_a_charter_that_comes_into_force_later_says_so() -> None:
    later = replace(PUBLISHED, effective_from=date(2026, 12, 1))
    assert codes(replace(NOTHING, charters=(later,))) == ["charter_from"]


def test_a_charter_that_is_being_written_says_when_it_was_saved() -> None:
    seen = replace(NOTHING, charters=(DRAFT, PUBLISHED), charter_saved_at=NOW)
    assert codes(seen) == ["charter_going_on", "charter_published"]
    assert cards(seen)[0].values == {"number": 3, "saved": NOW}
    assert cards(replace(seen, charter_saved_at=None))[0].values == {"number": 3}


@pytest.mark.parametrize(
    ("review", "group"),
    [
        (TODAY - timedelta(days=1), TodayGroup.NEEDED),
        (TODAY, TodayGroup.COMING),
        (TODAY + timedelta(days=60), TodayGroup.COMING),
        (TODAY + timedelta(days=61), None),
        (None, None),
    ],
)
def test_a_charter_is_due_for_review_sixty_days_ahead(review, group) -> None:
    seen = replace(NOTHING, charters=(replace(PUBLISHED, review_by=review),))
    codes(seen)
    found = [card.group for card in cards(seen) if card.code.startswith("charter_review")]
    assert found == ([] if group is None else [group])


def test_pages_are_told_once_they_are_known() -> None:
    half = CharterPages(done=5, total=15, unread=10, is_poster_ready=False)
    seen = replace(NOTHING, charters=(DRAFT,), charter_saved_at=NOW)
    told = with_pages(cards(seen), half)
    assert [card.code for card in told] == ["charter_pages_done"]
    ready = with_pages(cards(seen), replace(half, is_poster_ready=True))
    assert ready[0].code == "charter_poster_ready"
    assert ready[0].values == {"number": 3, "saved": NOW, "done": 5, "total": 15}
    assert ready[0].tone == "ok"
    for card in (*told, *ready):
        assert_spoken(card)


def test_unread_pages_of_a_published_charter_wait_for_a_quiet_hour() -> None:
    half = CharterPages(done=5, total=15, unread=10, is_poster_ready=True)
    told = with_pages(cards(QUIET_SHOP), half)
    assert [card.code for card in told] == ["charter_published", "charter_unread"]
    assert_spoken(told[1])
    assert with_pages(cards(QUIET_SHOP), replace(half, unread=0)) == cards(QUIET_SHOP)


def registration(ends_on: date | None, kind: RegistrationKind) -> RegistrationCard:
    return RegistrationCard(id=4, kind=kind, body="Gas Safe Register", ends_on=ends_on)


@pytest.mark.parametrize("kind", list(RegistrationKind))
def test_registrations_and_insurance_are_told_before_and_after_they_end(kind) -> None:
    days = (None, TODAY + timedelta(days=61), TODAY + timedelta(days=60), TODAY - timedelta(days=1))
    seen = replace(QUIET_SHOP, registrations=tuple(registration(day, kind) for day in days))
    assert codes(seen) == [f"{kind}_ended", f"{kind}_ends", "charter_published"]
    assert cards(seen)[0].actions[0].item == "4"


def closure(first: date, last: date) -> ClosureCard:
    return ClosureCard(id=1, days=Closure(first=first, last=last), reason="Christmas")


def test_closures_are_told_three_weeks_ahead_and_while_they_last() -> None:
    soon, far = TODAY + timedelta(days=21), TODAY + timedelta(days=22)
    seen = replace(
        QUIET_SHOP,
        closures=(
            closure(TODAY - timedelta(days=1), TODAY),
            closure(TODAY, TODAY),
            closure(soon, soon),
            closure(soon, soon + timedelta(days=5)),
            closure(far, far),
        ),
    )
    assert codes(seen) == [
        "closed_now", "closed_now_day", "closure_day", "closure", "charter_published"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("end", "code"),
    [
        (TODAY - timedelta(days=1), "holidays_ended"),
        (TODAY + timedelta(days=60), "holidays_end"),
        (TODAY + timedelta(days=61), None),
        (None, None),
    ],
)
def test_the_end_of_the_bank_holidays_is_told(end, code) -> None:
    found = codes(replace(QUIET_SHOP, holidays_up_to=end))
    assert found[:-1] == ([] if code is None else [code])


BAD = Outcome(at=NOW, is_good=False)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"state": BackupState.NONE, "newest": None}, ["backup_none"]),
        ({"state": BackupState.FIRST, "newest": None}, []),
        ({"state": BackupState.LATE}, ["backup_late"]),
        ({"trial": BAD, "check": BAD}, ["backup_trial_bad", "file_check_bad"]),
        ({"trial": replace(BAD, is_good=True)}, []),
        ({"second": replace(STICK, fault=SecondFault.GONE)}, ["backup_second_gone"]),
        ({"second": replace(STICK, fault=SecondFault.FULL)}, ["backup_second_failed"]),
        ({"second": None, "state": BackupState.ONE_FOLDER}, ["backup_one_folder"]),
    ],
)
def test_backups_are_told_of_when_there_is_something_to_do(changes, expected) -> None:
    found = codes(replace(QUIET_SHOP, backups=replace(GOOD, **changes)))
    assert [code for code in found if code != "charter_published"] == expected


def test_what_is_missing_waits_for_a_quiet_hour() -> None:
    seen = replace(QUIET_SHOP, has_hours=False)
    assert codes(seen)[1:] == ["hours_missing"]
    assert codes(replace(seen, facts=frozenset())) == [
        "charter_published", "name_missing", "hours_missing"
    ]  # fmt: skip
    named = replace(seen, facts=frozenset({"trading_name", "phone"}))
    assert codes(named)[1:] == ["letterhead_missing", "hours_missing"]


@pytest.mark.parametrize(
    ("facts", "code", "field"),
    [
        ((), "name_missing", "trading_name"),
        (("trading_name",), "letterhead_missing", "address"),
        (("trading_name", "phone"), "letterhead_missing", "address"),
        (("trading_name", "address"), "letterhead_missing", "phone"),
        (("trading_name", "address", "phone"), "hours_missing", "opening_hours"),
    ],
)
def test_fill_in_leads_to_the_field_that_is_empty(facts, code, field) -> None:
    seen = replace(QUIET_SHOP, has_hours=False, facts=frozenset(facts))
    card = next(one for one in cards_of(seen, RULES) if one.code == code)
    (action,) = card.actions
    assert (action.room, action.item) == ("settings", field)


def test_a_list_can_be_brought_while_there_is_no_customer() -> None:
    seen = replace(QUIET_SHOP, has_customers=False)
    found = {card.code: card for card in cards_of(seen, RULES)}["customers_none"]
    assert [(action.room, action.part) for action in found.actions] == [
        ("importing", ""),
        ("customers", "new"),
    ]


def test_a_later_record_type_adds_a_rule() -> None:
    def rule(seen: Seen):
        yield TodayCard(code="promise_due", group=TodayGroup.NEEDED, tone="due", day=seen.today)

    found = cards_of(QUIET_SHOP, (*RULES, rule))
    assert [card.code for card in found] == ["promise_due", "charter_published"]
