# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Offers: who may be sent them, and how a no is known again without naming anybody."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.marketing import (
    Agreed,
    MarketingStanding,
    in_order,
    newest_only,
    post_key,
    standing_of,
    stop_digest,
)
from servicedesk.domain.support import ConsentBasis, ConsentChannel

DAY = date(2026, 9, 14)
EMAIL, POST = ConsentChannel.EMAIL, ConsentChannel.POST
SALT = "00ff"
YES = Agreed(
    customer_id=5,
    name="Ann",
    channel=EMAIL,
    consent_id=1,
    basis=ConsentBasis.YES,
    wording="May we?",
    given_on=DAY,
    reaches=(("Ann@Example.org", "ann@example.org"), ("ann@work.org", "ann@work.org")),
)


def test_the_first_address_is_the_one_to_write_to() -> None:
    row = standing_of(YES, (), SALT)
    assert (row.standing, row.reach) == (MarketingStanding.MAY, "Ann@Example.org")
    others = standing_of(YES, (stop_digest(SALT, EMAIL, "tom@example.org"),), SALT)
    assert others.standing is MarketingStanding.MAY


def test_a_no_by_one_address_stops_them_all() -> None:
    stopped = standing_of(YES, (stop_digest(SALT, EMAIL, "ann@work.org"),), SALT)
    assert (stopped.standing, stopped.reach) == (MarketingStanding.STOPPED, "")


def test_a_no_on_another_channel_or_under_another_salt_is_another_no() -> None:
    digest = stop_digest(SALT, EMAIL, "ann@work.org")
    assert digest != stop_digest(SALT, POST, "ann@work.org")
    assert digest != stop_digest("11ff", EMAIL, "ann@work.org")


def test_what_was_taken_back_or_leads_nowhere_sends_nothing() -> None:
    back = standing_of(replace(YES, withdrawn_on=DAY), (), SALT)
    assert back.standing is MarketingStanding.WITHDREW
    nowhere = standing_of(replace(YES, reaches=()), (), SALT)
    assert nowhere.standing is MarketingStanding.NO_ADDRESS


def test_those_who_may_be_written_to_come_first() -> None:
    rows = [
        standing_of(replace(YES, name=name, withdrawn_on=day), (), SALT)
        for name, day in (("Ann", DAY), ("Ben", None), ("Cas", DAY), ("Dee", None))
    ]
    assert [row.agreed.name for row in in_order(rows)] == ["Ben", "Dee", "Ann", "Cas"]


def test_what_somebody_said_last_counts() -> None:
    later = replace(YES, consent_id=2, withdrawn_on=DAY)
    earlier = replace(YES, consent_id=3, given_on=date(2026, 1, 1))
    by_post = replace(YES, channel=POST, consent_id=4)
    assert newest_only((YES, later, earlier, by_post)) == (later, by_post)


def test_an_address_is_known_again_however_it_is_written() -> None:
    one = post_key("12 Mill Lane,\nLeeds", "ls1 4dy")
    assert one == post_key("12, MILL LANE\nLEEDS", "LS14DY")
    assert one != post_key("14 Mill Lane,\nLeeds", "ls1 4dy")
    assert post_key("Łódź Café", "") == post_key("ŁÓDŹ CAFE\N{COMBINING ACUTE ACCENT}", "")
    assert post_key(" - ", "") == ""


@given(st.text(max_size=40))
def test_a_digest_shows_nothing_of_what_it_was_made_from(normal) -> None:
    digest = stop_digest(SALT, EMAIL, normal)
    assert len(digest) == 32
    assert set(digest) <= set("0123456789abcdef")
    assert digest == stop_digest(SALT, EMAIL, normal)
