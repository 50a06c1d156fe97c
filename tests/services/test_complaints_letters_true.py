# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters say nothing that is not so: of the complaint, of who looks, of what the law gives."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.complaints import Stage
from servicedesk.domain.complaints_file import RemedyDraft, RemedyKind
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import LetterDraft
from tests.helpers.builders import words
from tests.services.complaints_letters_made import (
    ANSWER,
    DAY,
    NEXT,
    answered,
    begun,
    card,
    complaint,
    sent,
    shop_in,
    take,
    taken_back,
)
from tests.services.letters_made import Shop, can_issue, said, text_of

CLAIM = {
    "customer__name": "The maker",
    "customer__address_block": "9 Works Road",
    "claim__bought": "A saw",
    "claim__order": "118",
    "claim__fault": "It stopped",
    "claim__ask": "A new one",
}
LATER = datetime(2026, 10, 1, 10, tzinfo=UTC)
BEHAVED = {
    "behaviour.on": "2026-09-15",
    "behaviour.what": "Shouted at the counter",
    "behaviour.ask": "Please speak calmly",
}
CONTRACT = {
    "contract.what": "Decorating",
    "contract.date": "2026-09-15",
    "contract.cancel_by": "2026-09-29",
}


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from shop_in(tmp_path)


def refused(shop: Shop, draft: LetterDraft) -> str:
    """The code of what issuing refuses, which the letter says beforehand."""
    foretold = shop.services.letters_writing.check(draft).about.refusal
    assert foretold is not None
    with pytest.raises(Refusal) as caught:
        shop.services.letters_writing.issue(draft, "Ruth")
    assert (caught.value.code, caught.value.field) == (foretold.code, foretold.field)
    assert words().refusal(caught.value)
    return caught.value.code


@pytest.mark.parametrize(("template", "is_right"), [("L04", True), ("L06", False)])
def test_asking_later_begins_with_what_was_answered(
    shop: Shop, template: str, is_right: bool
) -> None:
    number = complaint(shop)
    take(shop, number, Action.INVESTIGATE)
    sent(shop, template, number, **ANSWER)
    take(shop, number, Action.RESOLVE, accepted=True)
    shop.clock.set(LATER)
    (draft,) = shop.services.letters_writing.drafts_about("L16", (number,), "Ruth")
    check = shop.services.letters_writing.check(draft)
    assert can_issue(check)
    assert ("put right what you had complained of" in check.words) == is_right
    assert ("answered your complaint" in check.words) != is_right
    assert check.subject == (
        "Is it still all right?" if is_right else "How was your complaint handled?"
    )


def test_a_reminder_is_the_one_reminder(shop: Shop) -> None:
    number = complaint(shop)
    take(shop, number, Action.INVESTIGATE)
    asked = {"items": "A photo", "why_needed": "To see it"}
    first = sent(shop, "L03", number, **asked)
    assert "will remind you once" in first.body
    shop.clock.set(LATER)
    reminder = sent(shop, "L03", number, **asked, reply_by="2026-10-15")
    assert "remind you" not in reminder.body
    assert "On 15 September 2026 I asked you for something" in reminder.body
    assert "then answer with what I have" in reminder.body


@pytest.mark.parametrize("is_answered", [False, True])
def test_a_warning_says_how_the_complaint_stands(shop: Shop, is_answered: bool) -> None:
    number = complaint(shop)
    if is_answered:
        answered(shop, number)
    letter = sent(shop, "L30", number, **BEHAVED)
    assert ("is being looked at" in letter.body) != is_answered
    assert ("changes nothing in that answer" in letter.body) == is_answered


def test_a_letter_of_a_complaint_writes_it_down_before_the_record(shop: Shop) -> None:
    shop.clock.set(NEXT)
    letters = {
        "L10": {
            "amount": "45",
            "method": "to the card",
            "sent_on": "2026-09-15",
            "expect_by": "2026-09-22",
        },
        "L11": {
            "remedy.what": "Mend it",
            "remedy.due": "2026-09-20",
            "remedy.window": "9 to 11",
            "remedy.access": "Nothing",
        },
        "L30": BEHAVED,
    }
    for template, values in letters.items():
        more = {"customer.name": "Ben Ode", "complaint.summary": "The lamp went out"}
        draft = begun(shop, template, None, **values, **more, paid_for="the lamp")
        assert shop.services.letters_writing.check(draft).about.makes
        letter = shop.services.letters_writing.issue(draft, "Ruth").card
        assert letter.complaint_id is not None
        assert card(shop, letter.complaint_id).stage is Stage.ACKNOWLEDGED


@pytest.mark.parametrize("template", ["L01", "L16", "L23A", "L30"])
def test_a_letter_that_speaks_of_a_record_does_not_go_out_without_one(
    shop: Shop, template: str
) -> None:
    values = {**BEHAVED, "complaint.summary": "Late", "complaint.answered_on": "2026-09-14"}
    shop.clock.set(NEXT)
    draft = begun(shop, template, None, **values, customer__name="Ben Ode")
    alone = LetterDraft(template=template, values=draft.values, keeps_promise=False)
    assert refused(shop, alone) == "letter_needs_complaint"


def test_harm_comes_before_a_letter_that_says_what_was_found_without_a_record(shop: Shop) -> None:
    burnt = {"complaint.summary": "The kettle burned my hand", "customer.name": "Ben Ode"}
    for template in ("L04", "L06", "L07"):
        draft = begun(shop, template, None, **{**ANSWER, **burnt})
        assert refused(shop, draft) == "letter_harm_first"
    found = {**ANSWER, **burnt, "finding": "not_upheld", "review_result": "It stays"}
    for template in ("L08", "L09", "L23B"):
        assert refused(shop, begun(shop, template, None, **found)) == "letter_harm_first"
    letter = sent(shop, "L01", None, **burnt)
    assert letter.complaint_id is not None
    assert card(shop, letter.complaint_id).draft.is_safety


def test_a_business_is_not_told_of_a_right_that_people_have(shop: Shop) -> None:
    firm = shop.customer(CustomerDraft(name="Ode Ltd", is_consumer=False))
    draft = said(shop.services.letters_writing.draft("L29", firm, who="Ruth"), **CONTRACT)
    assert refused(shop, draft) == "letter_consumers_only"
    person = said(shop.services.letters_writing.draft("L29", shop.customer()), **CONTRACT)
    assert shop.services.letters_writing.check(person).about.refusal is None


@pytest.mark.parametrize(
    ("amount", "left"),
    [("£25.00", []), ("£20.00", [500]), ("£5.00", [2000]), ("£1.00", [2000, 500])],
)
def test_a_refund_confirms_what_comes_to_its_amount(
    shop: Shop, amount: str, left: list[int]
) -> None:
    number = complaint(shop)
    answered(shop, number, remedies="We are sorry for it")
    parts = shop.services.complaints.parts
    for pence in (2000, 500):
        remedy = RemedyDraft(kind=RemedyKind.REFUND_PART, amount_pence=pence, due=date(2026, 10, 2))
        parts.add_remedy(number, remedy, "Ruth")
    draft = begun(shop, "L10", number, paid_for="The saw", method="to the card")
    assert draft.values["amount"] == "£25.00"
    shop.services.letters_writing.issue(said(draft, amount=amount), "Ruth")
    remedies = [one.draft for one in shop.services.complaints.file(number).remedies]
    assert [one.amount_pence for one in remedies if one.done_on is None] == left
    assert all(one.done_on in (None, DAY) for one in remedies)


def test_the_last_word_says_when_the_scheme_was_looked_up(shop: Shop) -> None:
    facts = {
        "outside_help_status": "trade_body",
        "outside_help_body": "Fair Blades",
        "outside_help_accredited": "yes",
        "outside_help_checked_on": date(2026, 9, 2),
    }
    shop.services.business.save(facts, "Ruth")
    number = complaint(shop)
    shop.clock.set(datetime(2026, 11, 10, 10, tzinfo=UTC))
    writing = shop.services.letters_writing
    assert "2 September 2026" in text_of(writing.preview(begun(shop, "L08", number)))
    assert "2 September 2026" not in text_of(writing.preview(begun(shop, "L06", number)))


def test_an_address_that_a_letter_was_given_is_there_for_the_next_one(shop: Shop) -> None:
    number = complaint(shop, customer_id=None, called="Mrs Jean O'Brien")
    where = {"customer__address_block": "4 Elm Road\nLeeds", "customer__salutation": "Jean"}
    taken_back(shop, sent(shop, "L01", number, customer__address_block="1 Wrong Road"))
    assert "customer.address_block" not in begun(shop, "L02", number).values
    sent(shop, "L01", number, **where)
    found = begun(shop, "L02", number).values
    assert found["customer.address_block"] == "4 Elm Road\nLeeds"
    assert (found["customer.name"], found["customer.salutation"]) == ("Mrs Jean O'Brien", "Jean")
    sent(shop, "L28", number, **CLAIM)
    assert begun(shop, "L02", number).values["customer.address_block"] == "4 Elm Road\nLeeds"


def test_an_address_typed_for_a_customer_without_one_is_nobody_elses(shop: Shop) -> None:
    customers = shop.services.customers
    jean, lee = (customers.add(CustomerDraft(name=one), "Ruth").card.id for one in ("Jean", "Lee"))
    number = complaint(shop, customer_id=jean)
    sent(shop, "L01", number, customer__address_block="4 Elm Road")
    draft = shop.services.letters_writing.draft
    assert draft("L02", complaint_id=number).values["customer.address_block"] == "4 Elm Road"
    other = draft("L02", customer_id=lee, complaint_id=number).values
    assert "customer.address_block" not in other
