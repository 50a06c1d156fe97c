# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Offers: who may be sent them, a no that outlives everything, and a yes that lifts it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.customers import CustomerCard
from servicedesk.domain.errors import Refusal
from servicedesk.domain.forgetting import ErasureWhy
from servicedesk.domain.kinds import Kind
from servicedesk.domain.marketing import MarketingStanding, StopSource
from servicedesk.domain.support import ConsentBasis, ConsentChannel, ConsentDraft
from servicedesk.services.marketing_stopping import stop_before_forgetting
from servicedesk.services.registry import Services
from servicedesk.store import driver
from servicedesk.store.driver import Access
from servicedesk.store.support import consents
from tests.helpers.fakes import FixedClock
from tests.services.customers_made import RUTH, added, shop

TODAY = date(2026, 9, 14)
EMAIL, SMS, PHONE, POST = ConsentChannel
ASKED = StopSource.ASKED
ANN = "ann.canary@example.org"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with shop(tmp_path, FixedClock(TODAY)) as made:
        yield made


def ann(services: Services) -> CustomerCard:
    return added(
        services,
        "Ann Canary",
        emails=(ANN,),
        phones=("01632 960123",),
        place=("12 Mill Lane\nLeeds", "LS1 4DY"),
    )


def agree(
    services: Services,
    card: CustomerCard,
    channel: ConsentChannel = EMAIL,
    basis: ConsentBasis = ConsentBasis.YES,
) -> int:
    draft = ConsentDraft(channel=channel, wording="May we?", given_on=TODAY, basis=basis)
    return services.support.give_consent(card.id, draft, RUTH).card.consents[0].id


def names(services: Services, channel: ConsentChannel = EMAIL) -> list[str]:
    return [row.agreed.name for row in services.marketing.may_be_sent(channel)]


def test_only_who_agreed_on_a_channel_may_be_sent_offers_there(services: Services) -> None:
    card = ann(services)
    other = added(services, "Ben", emails=("ben@example.org",))
    assert services.marketing.counts() == {EMAIL: 0, SMS: 0, PHONE: 0, POST: 0}
    for channel in ConsentChannel:
        agree(services, card, channel)
    reached = {
        channel: services.marketing.may_be_sent(channel)[0].reach for channel in ConsentChannel
    }
    assert reached == {
        EMAIL: ANN,
        SMS: "01632 960123",
        PHONE: "01632 960123",
        POST: "12 Mill Lane, Leeds, LS1 4DY",
    }
    assert services.marketing.counts() == dict.fromkeys(ConsentChannel, 1)
    assert services.marketing.only_allowed((other.id, card.id), EMAIL) == (card.id,)


def test_a_sale_stands_in_for_a_yes_on_messages_alone(services: Services) -> None:
    card = ann(services)
    agree(services, card, EMAIL, ConsentBasis.SALE)
    assert services.support.of(card.id).consents[0].draft.basis is ConsentBasis.SALE
    assert names(services) == ["Ann Canary"]
    with pytest.raises(Refusal, match="consent_sale_channel"):
        agree(services, card, POST, ConsentBasis.SALE)


def test_a_yes_taken_back_stays_a_no_until_the_next_yes(services: Services) -> None:
    card = ann(services)
    number = agree(services, card)
    services.support.withdraw_consent(card.id, number, TODAY, RUTH)
    shown = services.marketing.overview(EMAIL)
    assert [row.standing for row in shown.rows] == [MarketingStanding.WITHDREW]
    (stop,) = shown.stops
    assert (stop.source, stop.customers) == (StopSource.WITHDREW, ((card.id, "Ann Canary"),))
    with pytest.raises(Refusal, match="consent_stopped"):
        agree(services, card, EMAIL, ConsentBasis.SALE)
    agree(services, card)
    assert services.marketing.overview(EMAIL).stops == ()
    assert names(services) == ["Ann Canary"]
    services.undo.undo(RUTH)
    assert names(services) == []
    services.undo.undo(RUTH)
    assert names(services) == ["Ann Canary"]
    assert services.marketing.overview(EMAIL).stops == ()


def test_a_no_by_phone_or_mail_holds_for_whoever_comes_later(services: Services) -> None:
    done = services.marketing.stop_address(" ANN.canary@Example.org ", (), ASKED, RUTH)
    assert (done.card, set(done.changes)) == (1, {Kind.MARKETING_STOP, Kind.BUSINESS})
    both = services.marketing.stop_address("+44 1632 960123", (SMS, PHONE, POST), ASKED, RUTH)
    assert both.card == 2
    assert services.marketing.stop_address("01632960123", (SMS,), ASKED, RUTH).card == 0
    (stop,) = services.marketing.overview(EMAIL).stops
    assert stop.customers == ()
    card = ann(services)
    for channel in ConsentChannel:
        consent = ConsentDraft(channel=channel, wording="On a list", given_on=TODAY)
        with services.units.change("bring", RUTH) as unit:
            unit.insert(
                consents,
                {
                    "customer_id": card.id,
                    "channel": channel,
                    "wording": consent.wording,
                    "given_on": TODAY,
                    "how": "",
                },
            )
    assert [names(services, channel) for channel in ConsentChannel] == [[], [], [], ["Ann Canary"]]
    assert services.marketing.overview(EMAIL).rows[0].standing is MarketingStanding.STOPPED
    services.marketing.lift(stop.id, RUTH)
    assert names(services) == ["Ann Canary"]
    with pytest.raises(Refusal, match="record_gone"):
        services.marketing.lift(stop.id, RUTH)


def test_what_is_no_address_is_said(services: Services) -> None:
    for typed, code in ((" ", "stop_needs_address"), ("Ann", "stop_not_read")):
        with pytest.raises(Refusal, match=code):
            services.marketing.stop_address(typed, (PHONE,), ASKED, RUTH)
    with pytest.raises(Refusal, match="stop_needs_channel"):
        services.marketing.stop_address("01632 960123", (EMAIL,), ASKED, RUTH)


def test_a_customer_is_stopped_by_all_they_are_reached_by(services: Services) -> None:
    card = ann(services)
    agree(services, card, POST)
    assert services.marketing.stop_customer(card.id, POST, ASKED, RUTH).card == 1
    assert services.marketing.overview(POST).rows[0].standing is MarketingStanding.WITHDREW
    again = added(services, "A. Canary", place=("12 Mill Lane,\nLeeds", "ls14dy"))
    agree(services, card, SMS)
    bare = added(services, "Nobody")
    assert services.marketing.stop_customer(bare.id, POST, ASKED, RUTH).card == 0
    assert dict(services.marketing.overview(POST).may)[POST] == 0
    (stop,) = services.marketing.overview(POST).stops
    assert {number for number, _ in stop.customers} == {card.id, again.id}


def test_what_is_kept_of_a_no_names_nobody(services: Services, tmp_path: Path) -> None:
    services.marketing.stop_address(ANN, (), ASKED, RUTH)
    services.marketing.stop_address("01632 960123", (SMS, PHONE), ASKED, RUTH)
    (file,) = tmp_path.glob("*.servicedesk")
    connection = driver.open_bare(file, Access.READ_ONLY)
    told = "\n".join(connection.iterdump()) if hasattr(connection, "iterdump") else ""
    rows = connection.execute("SELECT * FROM marketing_stops").fetchall()
    images = connection.execute("SELECT before, after FROM journal").fetchall()
    connection.close()
    kept = f"{told}{rows}{images}".casefold()
    assert rows
    assert not [part for part in ("canary", "example.org", "960123") if part in kept]


def test_an_old_no_is_kept_before_somebody_is_forgotten(services: Services) -> None:
    card = ann(services)
    number = agree(services, card)
    with services.units.change("as before there were stops", RUTH) as unit:
        unit.update(consents, number, {"withdrawn_on": TODAY})
    assert services.marketing.overview(EMAIL).stops == ()
    with services.units.change("forget", RUTH) as unit:
        assert stop_before_forgetting(unit, card.id, TODAY) == 1
        assert stop_before_forgetting(unit, card.id, TODAY) == 0
    assert len(services.marketing.overview(EMAIL).stops) == 1


def test_demand_26_a_no_outlives_whoever_is_forgotten(services: Services) -> None:
    card = ann(services)
    number = agree(services, card)
    with services.units.change("as before there were stops", RUTH) as unit:
        unit.update(consents, number, {"withdrawn_on": TODAY})
    services.forgetting.forget(card.id, ErasureWhy.ASKED, RUTH)
    again = ann(services)
    shown = services.marketing.overview(EMAIL)
    assert [stop.customers for stop in shown.stops] == [((again.id, "Ann Canary"),)]
    with pytest.raises(Refusal, match="consent_stopped"):
        agree(services, again, EMAIL, ConsentBasis.SALE)


def test_the_law_is_told_where_it_holds(services: Services) -> None:
    shown = services.marketing.overview(EMAIL)
    assert len(shown.sentences) == 2
    assert shown.checked_on is not None
    services.business.save({"nation": "elsewhere"}, RUTH)
    assert services.marketing.overview(EMAIL).sentences == ()


def test_who_is_out_of_use_is_on_no_list(services: Services) -> None:
    card = ann(services)
    agree(services, card)
    services.customers.archive((card.id,), True, RUTH)
    assert names(services) == []
