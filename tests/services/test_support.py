# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What helps, what to mind and what was agreed: kept, changed, looked at again, taken away."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.support import (
    ConsentChannel,
    ConsentDraft,
    SafetyDraft,
    SafetyKind,
    SupportDraft,
    SupportNeed,
    SupportSheet,
)
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"
TODAY = date(2026, 9, 14)
PRINT = SupportDraft(need=SupportNeed.LARGE_PRINT, yes_words="Yes please")
NUTS = SafetyDraft(
    kind=SafetyKind.ALLERGY,
    text="Nuts",
    yes_words="Yes, write that down",
    agreed_on=TODAY,
    ends_on=date(2027, 9, 14),
)
MAIL = ConsentDraft(channel=ConsentChannel.EMAIL, wording="May we?", given_on=TODAY, how="counter")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


@pytest.fixture
def patel(services: Services) -> int:
    return services.customers.add(CustomerDraft(name="Mrs Meena Patel"), RUTH).card.id


def test_one_without_anything_has_an_empty_sheet(services: Services, patel: int) -> None:
    assert services.support.of(patel) == SupportSheet(customer_id=patel)
    assert services.support.help_line(services.support.of(patel)) == ""


def test_everything_of_a_customer_stands_on_one_sheet(services: Services, patel: int) -> None:
    support = services.support
    done = support.add_need(patel, PRINT, RUTH)
    assert done.changes[Kind.CUSTOMER] == {patel}
    support.add_need(patel, SupportDraft(need=SupportNeed.MORE_TIME), RUTH)
    support.add_safety(patel, NUTS, RUTH)
    patch = replace(NUTS, kind=SafetyKind.PATCH_TEST, tested_on=TODAY, result="none")
    support.add_safety(patel, replace(patch, ends_on=date(2027, 1, 1)), RUTH)
    support.give_consent(patel, MAIL, RUTH)
    sheet = support.of(patel)
    assert [card.draft.need for card in sheet.needs] == ["large_print", "more_time"]
    assert sheet.needs[0].draft == replace(PRINT, agreed_on=TODAY, review_on=date(2027, 9, 14))
    assert [card.draft for card in sheet.safety] == [NUTS, replace(patch, ends_on=date(2027, 1, 1))]
    assert [card.draft for card in sheet.consents] == [MAIL]
    assert support.help_line(sheet) == "How to help: large print · more time"


def test_a_need_is_changed_kept_on_and_removed(
    services: Services, patel: int, clock: FixedClock
) -> None:
    support = services.support
    need = support.add_need(patel, PRINT, RUTH).card.needs[0]
    changed = support.change_need(patel, need.id, replace(PRINT, detail="18 point"), RUTH).card
    assert changed.needs[0].draft.detail == "18 point"
    clock.set(date(2027, 9, 14))
    kept = support.keep_need(patel, need.id, RUTH).card.needs[0]
    assert kept.draft.review_on == date(2028, 9, 14)
    assert kept.draft.agreed_on == TODAY
    assert support.remove_need(patel, need.id, RUTH).card.needs == ()
    services.undo.undo(RUTH)
    assert support.of(patel).needs == (kept,)


def test_the_same_need_is_not_added_twice(services: Services, patel: int) -> None:
    services.support.add_need(patel, PRINT, RUTH)
    with pytest.raises(Refusal, match="support_there"):
        services.support.add_need(patel, PRINT, RUTH)


def test_a_safety_note_is_changed_and_removed(services: Services, patel: int) -> None:
    note = services.support.add_safety(patel, NUTS, RUTH).card.safety[0]
    draft = replace(NUTS, text="Nuts and almonds")
    assert services.support.change_safety(patel, note.id, draft, RUTH).card.safety[0].draft == draft
    assert services.support.remove_safety(patel, note.id, RUTH).card.safety == ()


def test_a_consent_is_taken_back_and_its_note_stays(services: Services, patel: int) -> None:
    support = services.support
    given = support.give_consent(patel, MAIL, RUTH).card
    assert given.may_offer(ConsentChannel.EMAIL)
    taken = support.withdraw_consent(patel, given.consents[0].id, TODAY, RUTH).card
    assert taken.consents[0].draft == replace(MAIL, withdrawn_on=TODAY)
    assert not taken.may_offer(ConsentChannel.EMAIL)


def test_what_is_gone_cannot_be_changed(services: Services, patel: int) -> None:
    support = services.support
    for step in (
        lambda: support.change_need(patel, 9, PRINT, RUTH),
        lambda: support.keep_need(patel, 9, RUTH),
        lambda: support.remove_need(patel, 9, RUTH),
        lambda: support.change_safety(patel, 9, NUTS, RUTH),
        lambda: support.remove_safety(patel, 9, RUTH),
        lambda: support.withdraw_consent(patel, 9, TODAY, RUTH),
    ):
        with pytest.raises(Refusal, match="record_gone"):
            step()


def test_nothing_is_kept_of_a_customer_who_is_not_there(services: Services) -> None:
    for step in (
        lambda: services.support.add_need(77, PRINT, RUTH),
        lambda: services.support.add_safety(77, NUTS, RUTH),
        lambda: services.support.give_consent(77, MAIL, RUTH),
    ):
        with pytest.raises(Refusal, match="record_clash"):
            step()


def test_what_ends_soon_is_listed_for_a_look(
    services: Services, patel: int, clock: FixedClock
) -> None:
    support = services.support
    need = support.add_need(patel, PRINT, RUTH).card.needs[0]
    note = support.add_safety(patel, replace(NUTS, ends_on=date(2026, 9, 20)), RUTH).card.safety[0]
    gone = services.customers.add(CustomerDraft(name="Gone"), RUTH).card.id
    support.add_safety(gone, replace(NUTS, ends_on=date(2026, 9, 20)), RUTH)
    services.customers.bin((gone,), RUTH)
    (first,) = support.reviews()
    assert (first.customer_name, first.safety, first.need) == ("Mrs Meena Patel", note, None)
    clock.set(date(2027, 9, 10))
    assert [review.need or review.safety for review in support.reviews()] == [note, need]
