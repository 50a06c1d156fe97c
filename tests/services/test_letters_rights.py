# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a customer can ask for, in a letter about their complaint: only where it was put in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import pytest

from servicedesk.content.law import load_facts
from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.complaints_rights import Bought, BoughtWhere, NoCancelling, PurchaseDraft
from servicedesk.domain.customers import CustomerDraft
from tests.services.letters_made import Shop, can_issue, shop_of, text_of
from tests.store.files import new_file, opened

CAME = datetime(2026, 9, 29, 9, tzinfo=UTC)
GOODS = PurchaseDraft(what=Bought.GOODS, where=BoughtWhere.WITH_US, on=date(2026, 9, 14))
TOLD = "In general, this is what the law gives you with a purchase like yours."
NO_RIGHT = "ask_no_cancel"
"""Told to the owner alone."""

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with opened(new_file(tmp_path)) as file:
        yield shop_of(file)


def about(shop: Shop, ticks: PurchaseDraft = GOODS, **said: object) -> int:
    """A complaint with what is ticked beside it; its number."""
    values = {"customer_id": shop.customer(), "text": "The saw stopped", **said}
    draft = ComplaintDraft(received_at=CAME, **values)
    number = shop.services.complaints.log(draft, "Ruth").card.id
    shop.services.complaint_rights.tick(number, ticks, "Ruth")
    return number


def begun(shop: Shop, number: int | None, template: str = "L01", *, tells: bool = True):
    draft = shop.services.letters_writing.draft(template, complaint_id=number, who="Ruth")
    return replace(draft, tells_rights=tells)


def test_it_is_offered_and_stands_in_the_letter_only_where_it_was_put_in(shop: Shop) -> None:
    writing, number = shop.services.letters_writing, about(shop)
    without = writing.check(begun(shop, number, tells=False))
    assert without.rights.startswith(TOLD)
    assert TOLD not in without.words
    assert TOLD not in text_of(writing.preview(begun(shop, number, tells=False)))
    told = writing.check(begun(shop, number))
    assert "can be handed back for the money until 14 October 2026." in told.words
    assert "Until 14 March 2027 a fault counts" in told.words
    assert "This is general information and not legal advice. Free and independent" in told.words
    assert can_issue(told)
    assert TOLD in text_of(writing.preview(begun(shop, number)))


def test_what_was_put_in_goes_out_with_the_letter_and_is_kept(shop: Shop) -> None:
    writing = shop.services.letters_writing
    card = writing.issue(begun(shop, about(shop)), "Ruth").card
    assert TOLD in writing.issued(card.id).body


@pytest.mark.parametrize("template", ["L28", "L23A", "L29"])
def test_letters_to_others_and_those_with_law_of_their_own_do_not_tell_it(
    shop: Shop, template: str
) -> None:
    assert shop.services.letters_writing.check(begun(shop, about(shop), template)).rights == ""


def test_nothing_is_told_without_a_complaint_or_before_the_three_ticks(shop: Shop) -> None:
    writing = shop.services.letters_writing
    assert writing.check(begun(shop, None)).rights == ""
    number = about(shop, PurchaseDraft(what=Bought.GOODS))
    assert writing.check(begun(shop, number)).rights == ""
    assert TOLD not in writing.check(begun(shop, number)).words
    shop.services.complaint_rights.tick(number, PurchaseDraft(), "Ruth")
    assert writing.check(begun(shop, number)).rights == ""


def test_a_business_customer_and_another_country_are_told_nothing(shop: Shop) -> None:
    writing = shop.services.letters_writing
    firm = CustomerDraft(name="Hall & Sons", is_organisation=True, is_consumer=False)
    theirs = about(shop, customer_id=shop.customer(firm))
    assert writing.check(begun(shop, theirs)).rights == ""
    number = about(shop)
    shop.services.business.save({"nation": "elsewhere"}, "Ruth")
    assert writing.check(begun(shop, number)).rights == ""


def test_free_advice_is_told_once(shop: Shop) -> None:
    writing, number = shop.services.letters_writing, about(shop)
    words = writing.check(begun(shop, number, "L08")).words
    assert words.count("Free and independent advice") == 1
    assert TOLD in words


def test_words_changed_by_hand_are_left_as_they_are(shop: Shop) -> None:
    draft = replace(begun(shop, about(shop)), words="Dear Mrs Patel, thank you.")
    assert shop.services.letters_writing.check(draft).words == "Dear Mrs Patel, thank you."


def test_it_warns_once_what_it_says_was_looked_up_too_long_ago(shop: Shop) -> None:
    writing, number = shop.services.letters_writing, about(shop)
    oldest = min(fact.checked_on for fact in load_facts(RESOURCES))
    assert writing.check(begun(shop, number)).law_checked_on is None
    shop.clock.set(date(2027, 9, 1))
    assert writing.check(begun(shop, number)).law_checked_on == oldest
    assert writing.check(begun(shop, number, tells=False)).law_checked_on is None


def test_no_wording_of_it_is_blamed_and_every_one_is_there(shop: Shop) -> None:
    writing = shop.services.letters_writing
    number = about(shop)
    usual = len(writing.check(begun(shop, number, tells=False)).findings)
    refund = (None, date(2026, 9, 20))
    for what, where, why, on in product(Bought, BoughtWhere, (None, *NoCancelling), refund):
        ticks = PurchaseDraft(
            what=what,
            where=where,
            on=date(2026, 9, 14),
            no_cancelling=why,
            refund_agreed_on=on,
        )
        shop.services.complaint_rights.tick(number, ticks, "Ruth")
        found = writing.check(begun(shop, number))
        assert "[" not in found.rights
        assert " they " not in found.rights
        assert len(found.findings) == usual


def test_each_sentence_for_the_owner_has_one_for_the_customer() -> None:
    facts = {one.id: one for one in load_facts(RESOURCES)}
    for fact in facts.values():
        if fact.id.startswith("ask_") and fact.id != NO_RIGHT:
            told = facts[fact.id.replace("ask_", "tell_", 1)]
            assert told.nations == fact.nations
            assert ("[day]" in told.text) == ("[day]" in fact.text)
            assert told.source == f"As {fact.id}."
    assert NO_RIGHT in facts
    assert NO_RIGHT.replace("ask_", "tell_") not in facts
