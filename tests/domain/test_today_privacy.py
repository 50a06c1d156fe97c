# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Privacy on Today: hours first, then days, then what comes round; the fee and its rules."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.privacy_fee import FeeDraft, checked_fee, is_fee_near
from servicedesk.domain.privacy_seen import BreachSeen, PrivacySeen, RequestSeen
from servicedesk.domain.today import TodayCard, TodayGroup
from tests.domain.test_today import QUIET_SHOP, assert_spoken
from tests.domain.test_today import cards as all_cards

TODAY = QUIET_SHOP.today
DAY = timedelta(days=1)
BY = datetime(2026, 10, 26, 14, 0, tzinfo=UTC)
DIARY = BreachSeen(id=7, what="The diary was lost")


def cards(**said: object) -> list[TodayCard]:
    """What is told beside the charter of a quiet shop."""
    seen = replace(QUIET_SHOP, privacy=PrivacySeen(**said))
    found = [card for card in all_cards(seen) if card.code != "charter_published"]
    for card in found:
        assert_spoken(card)
    return found


def places(found: list[TodayCard]) -> list[tuple[str, TodayGroup, str, str]]:
    return [(card.code, card.group, card.tone, card.actions[0].item) for card in found]


def test_nothing_is_said_while_nothing_waits() -> None:
    assert cards() == []


def test_hours_of_a_breach_go_before_everything() -> None:
    found = cards(
        breaches=(replace(DIARY, by=BY), replace(DIARY, id=8, by=BY, is_over=True), DIARY),
        requests=(RequestSeen(id=1, ref="R-1", due_on=TODAY - 9 * DAY),),
    )
    needed, quiet = TodayGroup.NEEDED, TodayGroup.QUIET
    assert places(found) == [
        ("breach_hours", needed, "late", "7"),
        ("breach_over", needed, "late", "8"),
        ("data_request_late", needed, "late", "1"),
        ("breach_open", quiet, "quiet", "7"),
    ]
    assert found[0].values == {"text": DIARY.what, "day": BY.date(), "clock": "14.00"}


@pytest.mark.parametrize(
    ("ahead", "code", "group"),
    [
        (-1, "data_request_late", TodayGroup.NEEDED),
        (0, "data_request_today", TodayGroup.NEEDED),
        (1, "data_request_soon", TodayGroup.COMING),
        (10, "data_request_soon", TodayGroup.COMING),
    ],
)
def test_a_request_is_told_of_ten_days_before_its_day(ahead, code, group) -> None:
    (card,) = cards(requests=(RequestSeen(id=1, ref="R-1", due_on=TODAY + ahead * DAY),))
    assert (card.code, card.group) == (code, group)


def test_a_request_that_waits_or_has_time_is_not_told_of() -> None:
    waits = RequestSeen(id=1, ref="R-1", due_on=None)
    assert cards(requests=(RequestSeen(id=2, ref="R-2", due_on=TODAY + 11 * DAY), waits)) == []


def test_many_are_counted_after_the_third() -> None:
    many = cards(
        breaches=tuple(replace(DIARY, id=number) for number in range(5)),
        requests=tuple(RequestSeen(id=each, ref="R", due_on=TODAY) for each in range(4)),
    )
    codes = [card.code for card in many]
    assert codes.count("breach_open") == codes.count("data_request_today") == 3
    assert {card.code: card.values["count"] for card in many if "more" in card.code} == {
        "breach_more": 2,
        "data_request_more": 1,
    }


def test_what_was_kept_for_long_enough_waits_for_a_quiet_hour() -> None:
    assert places(cards(clearing=1)) == [("clearing_due", TodayGroup.QUIET, "quiet", "")]
    (card,) = cards(clearing=12)
    assert (card.code, card.values) == ("clearing_due_many", {"count": 12})


@pytest.mark.parametrize(
    ("ahead", "code"), [(31, ""), (30, "fee_soon"), (0, "fee_soon"), (-1, "fee_over")]
)
def test_the_fee_is_told_of_thirty_days_before(ahead, code) -> None:
    assert [card.code for card in cards(fee_on=TODAY + ahead * DAY)] == ([code] if code else [])


def test_the_fee_is_kept_tidy() -> None:
    tidy = checked_fee(FeeDraft(renews_on=TODAY, paid_pence=5200, reference=" Z 1 "), TODAY)
    assert (tidy.reference, tidy.is_known) == ("Z 1", True)
    assert checked_fee(FeeDraft(exempt_why="Only staff"), TODAY).is_known
    assert not FeeDraft(reference="Z1").is_known
    assert not is_fee_near(None, TODAY)


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (FeeDraft(renews_on=TODAY, exempt_why="Small"), "fee_both", "exempt_why"),
        (FeeDraft(renews_on=date(2016, 1, 1)), "fee_day_far", "renews_on"),
        (FeeDraft(paid_pence=-1), "fee_pence_off", "paid_pence"),
        (FeeDraft(paid_pence=1_000_001), "fee_pence_off", "paid_pence"),
    ],
)
def test_a_slip_about_the_fee_is_refused(draft, code, field) -> None:
    with pytest.raises(Refusal) as refusal:
        checked_fee(draft, TODAY)
    assert (refusal.value.code, refusal.value.field) == (code, field)
