# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days in letters about complaints: what was promised is kept, and nothing impossible goes out."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.complaints_file import BehaviourDraft
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.errors import Refusal
from tests.helpers.builders import words
from tests.services.complaints_letters_made import (
    begun,
    card,
    complaint,
    sent,
    shop_in,
    take,
    taken_back,
)
from tests.services.letters_made import Shop

NEWS = {"progress": "We asked the maker", "still_to_do": "They test it", "reason": "It is shut"}
CEILING = date(2026, 11, 9)
BEHAVED = {
    "behaviour.on": "2026-09-15",
    "behaviour.what": "Shouted at the counter",
    "behaviour.ask": "Please speak calmly",
}


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from shop_in(tmp_path)


@pytest.mark.parametrize("day", [date(2026, 9, 18), date(2026, 10, 8)])
def test_the_day_promised_in_the_first_letter_is_the_one_due_date(shop: Shop, day: date) -> None:
    number = complaint(shop)
    before = card(shop, number)
    assert before.dues.decide_on == date(2026, 9, 28)
    letter = sent(shop, "L01", number, decide_by=day.isoformat())
    assert card(shop, number).dues.decide_on == day
    taken_back(shop, letter)
    assert card(shop, number) == before


def test_more_time_after_a_day_in_writing_needs_a_day_of_its_own(shop: Shop) -> None:
    number = complaint(shop)
    sent(shop, "L01", number, decide_by="2026-09-18")
    with pytest.raises(Refusal, match="complaint_extend_needs_day"):
        take(shop, number, Action.EXTEND, letter=True, words="The maker is shut")
    assert take(
        shop, number, Action.EXTEND, letter=True, words="The maker is shut", due=date(2026, 10, 1)
    ).dues.decide_on == date(2026, 10, 1)


def test_the_day_that_is_due_anyway_changes_nothing(shop: Shop) -> None:
    number = complaint(shop)
    sent(shop, "L01", number)
    assert card(shop, number).dates.promised_for is None


@pytest.mark.parametrize("day", [date(2026, 9, 24), date(2026, 10, 1), date(2026, 10, 30)])
def test_the_new_day_of_news_is_the_one_due_date(shop: Shop, day: date) -> None:
    number = complaint(shop)
    take(shop, number, Action.INVESTIGATE)
    before = card(shop, number)
    letter = sent(shop, "L02", number, **NEWS, new_date=day.isoformat())
    after = card(shop, number)
    assert after.dues.decide_on == day
    assert after.assessment.is_complex == (day > before.dues.decide_on)
    taken_back(shop, letter)
    assert card(shop, number) == before


def test_news_can_put_it_off_again_and_says_so_each_time(shop: Shop) -> None:
    number = complaint(shop)
    take(shop, number, Action.INVESTIGATE)
    for day in ("2026-10-01", "2026-10-09"):
        sent(shop, "L02", number, **NEWS, new_date=day)
        assert card(shop, number).dues.decide_on.isoformat() == day


@pytest.mark.parametrize(("template", "field"), [("L01", "decide_by"), ("L02", "new_date")])
def test_a_day_past_the_eight_weeks_is_refused_beside_its_field(
    shop: Shop, template: str, field: str
) -> None:
    number = complaint(shop)
    take(shop, number, Action.INVESTIGATE)
    draft = begun(shop, template, number, **NEWS, **{field: "2027-03-01"})
    foretold = shop.services.letters_writing.check(draft).about.refusal
    assert foretold is not None
    assert (foretold.code, foretold.field) == ("complaint_extend_past_ceiling", field)
    with pytest.raises(Refusal, match="complaint_extend_past_ceiling"):
        shop.services.letters_writing.issue(draft, "Ruth")
    assert card(shop, number).dues.decide_on == date(2026, 9, 28)
    sent(shop, template, number, **NEWS, **{field: CEILING.isoformat()})
    assert card(shop, number).dues.decide_on == CEILING


def test_once_the_eight_weeks_are_nearly_over_news_can_give_its_reasons(shop: Shop) -> None:
    number = complaint(shop)
    take(shop, number, Action.INVESTIGATE)
    shop.clock.set(datetime(2026, 11, 9, 10, tzinfo=UTC))
    sent(shop, "L01", number, decide_by="2026-11-20")
    assert card(shop, number).dues.decide_on == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("template", "values", "field"),
    [
        ("L01", {}, "decide_by"),
        ("L02", NEWS, "new_date"),
        ("L12", {"gift_reason": "Thank you", "gift": "£10 off"}, "valid_until"),
        ("L30", BEHAVED, "behaviour.review_on"),
    ],
)
def test_a_day_that_is_over_is_not_promised(
    shop: Shop, template: str, values: dict[str, str], field: str
) -> None:
    number = complaint(shop)
    shouted = BehaviourDraft(on=date(2026, 9, 15), text="Shouted")
    shop.services.complaints.parts.add_behaviour(number, shouted, "Ruth")
    take(shop, number, Action.INVESTIGATE)
    before = shop.services.complaints.file(number)
    draft = begun(shop, template, number, **{**values, field: "2026-09-14"})
    with pytest.raises(Refusal) as caught:
        shop.services.letters_writing.issue(draft, "Ruth")
    assert (caught.value.code, caught.value.field) == ("letter_coming_over", field)
    assert words().refusal(caught.value)
    assert shop.services.complaints.file(number) == before
