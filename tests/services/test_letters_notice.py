# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The letter about a new price: choices to begin with, a warning when it is late, no promise."""

import pytest

from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.fairness import OfferDraft
from servicedesk.store.engine import DeskFile
from tests.services.letters_made import Shop, can_issue, said, shop_of, text_of


@pytest.fixture
def shop(file: DeskFile) -> Shop:
    return shop_of(file)


def test_a_notice_of_a_new_price_begins_with_choices_and_warns_when_it_is_late(shop: Shop) -> None:
    writing = shop.services.letters_writing
    draft = said(
        writing.draft("L20", customer_id=shop.customer()),
        notice__what="Boiler care plan",
        notice__old="12",
        notice__new="£14 with parts",
        notice__from="2026-10-20",
        notice__why="Parts cost more",
        notice__leave="ring me",
        notice__better="There is none",
    )
    assert "Leave before that day" in draft.values["notice.choices"]
    check = writing.check(draft)
    assert can_issue(check)
    assert [one.code for one in check.findings] == ["notice_short"]
    text = text_of(writing.preview(draft))
    for part in ("£12.00", "£14 with parts", "20 October 2026", "Ask me for something", "ring me"):
        assert part in text
    early = said(draft, notice__from="2026-10-30")
    assert writing.check(early).findings == ()
    before = len(shop.services.promises.open_of(draft.customer_id or 0))
    writing.issue(early, "Ruth")
    assert len(shop.services.promises.open_of(draft.customer_id or 0)) == before
    with pytest.raises(Refusal, match="letter_coming_over"):
        writing.issue(said(draft, notice__from="2026-09-29"), "Ruth")


PLAN = OfferDraft(name="Boiler care plan", per="a month", new_pence=1200, existing_pence=1550)


def test_a_notice_about_an_offer_begins_with_its_prices(shop: Shop) -> None:
    writing = shop.services.letters_writing
    plan = shop.services.fairness.add_offer(PLAN, "Ruth").card
    draft = writing.draft("L20", customer_id=shop.customer(), offer_id=plan.id)
    assert draft.values["notice.old"] == "£15.50 a month"
    assert draft.values["notice.new"] == "£12.00 a month"
    assert "Leave before that day" in draft.values["notice.choices"]
    shop.services.fairness.remove_offer(plan.id, "Ruth")
    with pytest.raises(Refusal, match="record_gone"):
        writing.draft("L20", offer_id=plan.id)


def test_the_same_notice_goes_to_several_at_once_or_to_nobody(shop: Shop) -> None:
    writing = shop.services.letters_writing
    whom = tuple(shop.customer(CustomerDraft(name=name)) for name in ("Ben Ode", "Cy Young"))
    plan = shop.services.fairness.add_offer(PLAN, "Ruth").card
    drafts = writing.drafts_to("L20", whom, "Ruth", offer_id=plan.id)
    assert [one.customer_id for one in drafts] == list(whom)
    assert [one.values["customer.name"] for one in drafts] == ["Ben Ode", "Cy Young"]
    ready = tuple(
        said(
            one,
            notice__from="2026-12-01",
            notice__why="Parts cost more",
            notice__leave="ring me",
            notice__better="There is none",
        )
        for one in drafts
    )
    late = (ready[0], said(ready[1], notice__from="2026-09-29"))
    with pytest.raises(Refusal, match="letter_coming_over"):
        writing.issue_all(late, "Ruth")
    assert not writing.of(customer_id=whom[0])
    cards = writing.issue_all(ready, "Ruth").card
    assert [one.customer_id for one in cards] == list(whom)
    assert len(writing.of(customer_id=whom[0])) == len(writing.of(customer_id=whom[1])) == 1
    with pytest.raises(Refusal, match="record_gone"):
        writing.drafts_to("L20", (*whom, 9_999))
