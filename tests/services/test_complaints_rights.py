# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can they ask for, as told beside a complaint."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.complaints_rights import (
    NOTHING_TICKED,
    Bought,
    BoughtWhere,
    NoCancelling,
    Purchase,
    PurchaseDraft,
)
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.promises_made import RUTH, WEDNESDAY
from tests.store.files import new_file, opened


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(WEDNESDAY)))


KETTLE = Purchase(what=Bought.GOODS, where=BoughtWhere.WITH_US, on=date(2026, 9, 1))


def test_days_are_told_in_the_sentences_of_the_law(services: Services) -> None:
    told = services.complaint_rights.shown(KETTLE, is_consumer=True)
    assert told is not None
    assert "1 October 2026" in told.lines[0]
    assert "1 March 2027" in told.lines[1]
    assert "Citizens Advice" in told.advice
    assert told.checked_on == date(2026, 11, 22)


def test_every_sentence_is_there_and_has_its_day(services: Services) -> None:
    for what in Bought:
        for where in BoughtWhere:
            for why in (None, *NoCancelling):
                bought = Purchase(
                    what=what,
                    where=where,
                    on=date(2026, 9, 1),
                    no_cancelling=why,
                    refund_agreed_on=date(2026, 9, 14),
                )
                told = services.complaint_rights.shown(bought, is_consumer=True)
                assert told is not None
                assert not [line for line in told.lines if "[" in line]


def test_a_business_and_another_country_are_told_nothing(services: Services) -> None:
    assert services.complaint_rights.shown(KETTLE, is_consumer=False) is None
    services.business.save({"nation": "elsewhere"}, RUTH)
    assert services.complaint_rights.shown(KETTLE, is_consumer=True) is None


def test_what_is_ticked_stays_with_its_complaint(services: Services) -> None:
    draft = ComplaintDraft(
        text="The kettle leaks", received_at=datetime(2026, 9, 30, 9, tzinfo=UTC)
    )
    card = services.complaints.log(draft, RUTH).card
    rights = services.complaint_rights
    assert rights.ticked(card.id) == NOTHING_TICKED
    assert not rights.tick(card.id, NOTHING_TICKED, RUTH).changes
    half = PurchaseDraft(what=Bought.GOODS)
    assert rights.tick(card.id, half, RUTH).changes == {Kind.COMPLAINT: {card.id}}
    assert not rights.tick(card.id, half, RUTH).changes
    whole = PurchaseDraft(
        what=Bought.GOODS,
        where=BoughtWhere.AT_A_DISTANCE,
        on=date(2026, 9, 1),
        price_pence=4500,
        no_cancelling=NoCancelling.UNSEALED,
        refund_agreed_on=date(2026, 9, 14),
    )
    rights.tick(card.id, whole, RUTH)
    assert rights.ticked(card.id) == whole
    services.undo.undo(RUTH)
    assert rights.ticked(card.id) == half
    services.undo.undo(RUTH)
    assert rights.ticked(card.id) == NOTHING_TICKED
    for wrong, code in (
        (replace(whole, price_pence=-500), "complaint_amount_below"),
        (replace(whole, on=date(2027, 9, 1)), "purchase_ahead"),
        (replace(whole, refund_agreed_on=date(2027, 9, 1)), "purchase_ahead"),
    ):
        with pytest.raises(Refusal, match=code):
            rights.tick(card.id, wrong, RUTH)
    with pytest.raises(Refusal, match="record_gone"):
        rights.tick(99, whole, RUTH)
