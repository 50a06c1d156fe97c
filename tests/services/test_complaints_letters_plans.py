# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a letter says will be done is on record with it: remedies, their promises, what changes."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.actions import ActionDraft
from servicedesk.domain.complaints import Finding, Stage
from servicedesk.domain.complaints_file import RemedyDraft, RemedyKind
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.errors import Refusal
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.promises import PromiseKind
from servicedesk.store.journal import last_step
from tests.services.complaints_letters_made import (
    ANSWER,
    DAY,
    begun,
    card,
    complaint,
    sent,
    shop_in,
    take,
    taken_back,
)
from tests.services.letters_made import Shop

FRIDAY = date(2026, 9, 18)
SAID = {
    **ANSWER,
    "remedies": "£40 back to your card by Friday 18 September\nTom tells you how it goes",
    "change": "We look at every blade before it is sold",
}


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from shop_in(tmp_path)


def begin(shop: Shop) -> int:
    number = complaint(shop)
    take(shop, number, Action.INVESTIGATE)
    return number


def test_what_an_answer_says_will_be_done_is_promised_with_it(shop: Shop) -> None:
    number = begin(shop)
    draft = begun(shop, "L04", number, **SAID)
    plans = shop.services.letters_writing.check(draft).about.plans
    assert [one.due for one in plans.promises] == [FRIDAY]
    assert plans.words == ("Tom tells you how it goes",)
    with shop.services.units.read() as reading:
        before = last_step(reading)
    shop.services.letters_writing.issue(draft, "Ruth")
    with shop.services.units.read() as reading:
        assert last_step(reading) == before + 1
    file = shop.services.complaints.file(number)
    (remedy,) = file.remedies
    assert (remedy.draft.kind, remedy.draft.amount_pence) == (RemedyKind.REFUND_PART, 4000)
    assert (remedy.draft.words, remedy.draft.due) == ("£40 back to your card", FRIDAY)
    assert remedy.promise_id is not None
    promise = shop.services.promises.get(remedy.promise_id)
    assert (promise.draft.kind, promise.due.day) == (PromiseKind.REMEDY, FRIDAY)
    assert promise.draft.customer_id == file.card.draft.customer_id
    assert [one.draft.text for one in file.actions] == ["We look at every blade before it is sold"]
    assert (file.card.stage, file.card.finding) == (Stage.DECIDED, Finding.UPHELD)


def test_nothing_is_written_twice(shop: Shop) -> None:
    number = begin(shop)
    parts = shop.services.complaints.parts
    money = RemedyDraft(
        kind=RemedyKind.REFUND_PART, amount_pence=4000, due=FRIDAY, words="Money back"
    )
    parts.add_remedy(number, money, "Ruth")
    parts.add_action(number, ActionDraft(text="We look at every blade"), "Ruth")
    more = {name: text for name, text in ANSWER.items() if name not in ("remedies", "change")}
    draft = begun(shop, "L04", number, **more)
    assert "£40.00" in draft.values["remedies"]
    assert draft.values["change"] == "We look at every blade"
    before = shop.services.complaints.file(number)
    shop.services.letters_writing.issue(draft, "Ruth")
    sent(
        shop, "L07", number, **{**more, "remedies": "£40 back", "change": "We look at every blade."}
    )
    after = shop.services.complaints.file(number)
    assert (after.remedies, after.actions) == (before.remedies, before.actions)


def test_a_letter_that_did_not_go_out_promises_nothing(shop: Shop) -> None:
    number = begin(shop)
    before = shop.services.complaints.file(number)
    letter = sent(shop, "L04", number, **SAID)
    promise_id = shop.services.complaints.file(number).remedies[0].promise_id
    assert promise_id is not None
    taken_back(shop, letter)
    after = shop.services.complaints.file(number)
    assert (after.remedies, after.actions) == ((), ())
    assert (after.card.stage, after.card.dues) == (before.card.stage, before.card.dues)
    assert shop.services.promises.get(promise_id).binned_at is not None


def test_an_answer_that_is_undone_promises_nothing(shop: Shop) -> None:
    number = begin(shop)
    sent(shop, "L04", number, **SAID)
    promise_id = shop.services.complaints.file(number).remedies[0].promise_id
    assert promise_id is not None
    take(shop, number, Action.UNDO)
    after = shop.services.complaints.file(number)
    assert (after.remedies, after.actions) == ((), ())
    assert shop.services.promises.get(promise_id).binned_at is not None


def test_what_was_kept_since_stays_when_the_letter_is_taken_back(shop: Shop) -> None:
    number = begin(shop)
    letter = sent(shop, "L04", number, **SAID)
    (remedy,) = shop.services.complaints.file(number).remedies
    shop.services.complaints.parts.remedy_done(number, remedy.id, DAY, "Ruth")
    taken_back(shop, letter)
    (left,) = shop.services.complaints.file(number).remedies
    assert (left.draft.done_on, left.promise_id) == (DAY, remedy.promise_id)
    assert shop.services.promises.get(remedy.promise_id or 0).binned_at is None


def test_work_with_a_day_puts_it_right_from_its_letter_on(shop: Shop) -> None:
    number = begin(shop)
    sent(shop, "L04", number, **{**ANSWER, "remedies": "We are sorry"})
    work = {"remedy__what": "Sand the door", "remedy__due": FRIDAY.isoformat()}
    more = {"remedy__window": "9 to 12", "remedy__access": "A way in"}
    sent(shop, "L11", number, **work, **more)
    (remedy,) = shop.services.complaints.file(number).remedies
    assert (remedy.draft.kind, remedy.draft.due) == (RemedyKind.REDO, FRIDAY)
    assert card(shop, number).stage is Stage.REMEDY_PENDING


def test_a_gift_is_on_record_with_its_letter_whatever_was_found(shop: Shop) -> None:
    number = begin(shop)
    sent(shop, "L06", number, **ANSWER, goodwill="£10 off the next visit")
    (gift,) = shop.services.complaints.file(number).remedies
    assert (gift.draft.kind, gift.draft.amount_pence) == (RemedyKind.GOODWILL, 1000)
    assert gift.promise_id is None
    given = {"gift_reason": "You were patient", "gift": "£10 off the next visit"}
    sent(shop, "L12", number, **given, valid_until="2026-12-31")
    assert shop.services.complaints.file(number).remedies == (gift,)


def test_a_letter_before_the_record_promises_as_well(shop: Shop) -> None:
    told = {"complaint__summary": "The saw stopped", "customer__name": "Ben Ode"}
    letter = sent(shop, "L04", None, **SAID, **told)
    file = shop.services.complaints.file(letter.complaint_id or 0)
    assert [one.draft.due for one in file.remedies] == [FRIDAY]


def test_more_than_its_giver_may_give_holds_the_letter_beside_its_words(shop: Shop) -> None:
    shop.services.people.add(PersonDraft(name="Ruth", limit_pence=1000), "Ruth")
    number = begin(shop)
    draft = begun(shop, "L04", number, **SAID)
    refusal = shop.services.letters_writing.check(draft).about.refusal
    assert refusal is not None
    assert (refusal.code, refusal.field) == ("remedy_over_limit", "remedies")
    with pytest.raises(Refusal, match="remedy_over_limit"):
        shop.services.letters_writing.issue(draft, "Ruth")
    assert shop.services.complaints.file(number).remedies == ()
