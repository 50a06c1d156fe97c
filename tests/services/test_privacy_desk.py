# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The privacy desk and its clocks on Today, in the file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from servicedesk.domain.breaches import BreachDraft, BreachRisk
from servicedesk.domain.errors import Refusal
from servicedesk.domain.marketing import StopSource
from servicedesk.domain.privacy_desk import PrivacyOverview
from servicedesk.domain.privacy_fee import FeeDraft
from servicedesk.domain.support import ConsentChannel, ConsentDraft
from servicedesk.services.privacy_seeing import FEE_RENEWS, privacy_seen
from servicedesk.services.registry import Services
from servicedesk.store.home_privacy import PrivacyRead
from tests.helpers.fakes import FixedClock
from tests.services.customers_made import RUTH, added, shop

NOW = datetime(2026, 10, 26, 13, 0, tzinfo=UTC)
TODAY = NOW.date()
KNOWN = datetime(2026, 10, 23, 14, 0, tzinfo=UTC)
DIARY = BreachDraft(what="The diary was left on the bus", known_at=KNOWN)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with shop(tmp_path, FixedClock(NOW)) as made:
        yield made


def told(services: Services) -> list[str]:
    wanted = ("breach", "data_request", "fee", "clearing")
    codes = [card.code for card in services.home.today().cards]
    return [code for code in codes if code.startswith(wanted)]


def test_a_quiet_desk_has_nothing_on_it(services: Services) -> None:
    found = services.privacy_desk.overview()
    assert found == PrivacyOverview(fee=found.fee)
    assert "£52" in found.fee.sentence
    assert told(services) == []


def test_scenario_36_today_tells_of_the_hours_of_a_breach(services: Services) -> None:
    number = services.breaches.add(DIARY, RUTH).card.id
    (card,) = [one for one in services.home.today().cards if one.code == "breach_hours"]
    assert card.values == {"text": DIARY.what, "day": date(2026, 10, 26), "clock": "14.00"}
    judged = replace(DIARY, risk=BreachRisk.UNLIKELY, risk_why="It came back")
    services.breaches.change(number, judged, RUTH)
    assert told(services) == ["breach_open"]
    services.breaches.change(number, replace(judged, did="Rang"), RUTH)
    services.breaches.close(number, RUTH)
    assert told(services) == []
    assert services.privacy_desk.overview().breaches == 1


def test_hours_that_are_over_are_said_and_somewhere_else_there_are_none(services: Services) -> None:
    services.breaches.add(replace(DIARY, known_at=KNOWN.replace(day=22)), RUTH)
    services.breaches.add(DIARY, RUTH)
    assert told(services) == ["breach_over", "breach_hours"]
    seen = services.privacy_desk.overview().seen
    assert [one.is_over for one in seen.breaches] == [True, False]
    services.business.save({"nation": "elsewhere"}, RUTH)
    assert told(services) == ["breach_open"] * 2
    assert services.privacy_desk.fee().sentence == ""


def test_the_fee_is_kept_reminded_of_and_taken_back(services: Services) -> None:
    soon = FeeDraft(renews_on=date(2026, 11, 20), paid_pence=5200, reference="Z1")
    assert services.privacy_desk.keep_fee(soon, RUTH).card.draft == soon
    assert told(services) == ["fee_soon"]
    late = FeeDraft(renews_on=date(2026, 10, 1))
    services.privacy_desk.keep_fee(late, RUTH)
    assert told(services) == ["fee_over"]
    services.privacy_desk.keep_fee(FeeDraft(exempt_why="Paper only"), RUTH)
    assert told(services) == []
    with pytest.raises(Refusal, match="fee_both"):
        services.privacy_desk.keep_fee(replace(soon, exempt_why="Paper only"), RUTH)
    services.undo.undo(RUTH)
    assert services.privacy_desk.fee().draft == late


def test_a_day_of_the_fee_that_cannot_be_read_is_none(services: Services) -> None:
    for written in ("", "nonsense", "5", '{"day": "soon"}'):
        seen = privacy_seen(PrivacyRead(), {FEE_RENEWS: written}, "eng", services.home._around)
        assert seen.fee_on is None


def test_the_desk_counts_who_may_be_sent_offers_once(services: Services) -> None:
    ann = added(services, "Ann", emails=("ann@example.org",), phones=("01632 960123",))
    for channel in (ConsentChannel.EMAIL, ConsentChannel.SMS):
        draft = ConsentDraft(channel=channel, wording="May we?", given_on=TODAY)
        services.support.give_consent(ann.id, draft, RUTH)
    services.marketing.stop_address("tom@example.org", (), StopSource.ASKED, RUTH)
    found = services.privacy_desk.overview()
    assert (found.may_be_sent, found.stops) == (1, 1)


def test_what_was_kept_for_long_enough_is_told_for_a_week_once_a_month(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = services.home._around.clock
    desk = services.privacy_desk
    assert (desk.count_clearing(), desk.note_clearing(0, RUTH).changes) == (0, {})
    assert desk.note_clearing(3, RUTH).changes
    assert told(services) == ["clearing_due_many"]
    assert not desk.note_clearing(3, RUTH).changes
    for days, codes in ((7, ["clearing_due_many"]), (8, []), (29, []), (30, [])):
        later = NOW + timedelta(days=days)
        monkeypatch.setattr(type(clock), "now", lambda _, at=later: at)
        monkeypatch.setattr(type(clock), "today", lambda _, at=later: at.date())
        assert told(services) == codes
    assert desk.note_clearing(3, RUTH).changes
    assert told(services) == ["clearing_due_many"]
    desk.note_clearing(0, RUTH)
    assert told(services) == []
