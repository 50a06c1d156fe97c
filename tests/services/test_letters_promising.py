# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a letter does to promise and customer: foretold, done in its step, taken back with it."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.customers import Channel, CustomerDraft, Reach, ReachKind
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import LetterDraft
from servicedesk.domain.letters_promising import LetterEffect
from servicedesk.domain.promises import (
    Due,
    Every,
    MoveReason,
    Outcome,
    PromiseChip,
    PromiseDraft,
    PromiseFilter,
)
from servicedesk.domain.promises_repeating import Repeat
from servicedesk.store.engine import DeskFile
from servicedesk.store.journal import last_step
from tests.helpers.builders import words
from tests.services.letters_made import FRIDAY, TODAY, Shop, said, shop_of

NEXT_FRIDAY = date(2026, 10, 9)


@pytest.fixture
def shop(file: DeskFile) -> Shop:
    return shop_of(file)


def delay(
    shop: Shop, promise: int | None, customer: int | None = None, **values: str
) -> LetterDraft:
    draft = shop.services.letters_writing.draft("L14", customer, promise)
    return said(draft, **{"new_due": "2026-10-09", "reason": "The tap is late", **values})


def steps(shop: Shop) -> int:
    with shop.services.units.read() as reading:
        return last_step(reading)


def test_a_delay_notice_moves_its_promise_in_the_step_of_issuing(shop: Shop) -> None:
    writing, promises = shop.services.letters_writing, shop.services.promises
    promise = shop.promise(shop.customer())
    draft = delay(shop, promise)
    foretold = writing.check(draft).foretold
    assert foretold.effect == LetterEffect(tells=True, moves_to=NEXT_FRIDAY, counts_still=FRIDAY)
    before = steps(shop)
    writing.issue(draft, "Ruth")
    assert steps(shop) == before + 1
    card = promises.get(promise)
    assert (card.due.day, card.counted_due.day, card.told_on) == (NEXT_FRIDAY, FRIDAY, TODAY)
    (move,) = promises.moves(promise)
    assert (move.reason, move.words, move.who) == (
        MoveReason.NOT_AGREED,
        "The tap is late",
        "Ruth",
    )


def test_a_new_day_that_was_agreed_is_the_one_that_counts(shop: Shop) -> None:
    writing = shop.services.letters_writing
    promise = shop.promise(shop.customer())
    draft = delay(shop, promise)
    agreed = replace(draft, is_agreed=True)
    assert writing.check(agreed).foretold.effect.counts_still is None
    writing.issue(agreed, "Ruth")
    card = shop.services.promises.get(promise)
    assert (card.is_revised, card.counted_due.day, card.told_on) == (True, NEXT_FRIDAY, TODAY)


def test_taking_a_delay_notice_back_puts_the_day_back_too(shop: Shop) -> None:
    writing, promises = shop.services.letters_writing, shop.services.promises
    promise = shop.promise(shop.customer())
    before = promises.get(promise)
    card = writing.issue(delay(shop, promise), "Ruth").card
    writing.take_back(card.id, "Ruth")
    assert promises.get(promise) == before
    kinds = [line.event.value for line in promises.history(promise)]
    assert "moved" not in kinds


def test_taking_a_letter_back_leaves_what_was_changed_since(shop: Shop) -> None:
    writing, promises = shop.services.letters_writing, shop.services.promises
    promise = shop.promise(shop.customer())
    card = writing.issue(delay(shop, promise), "Ruth").card
    later = Due(day=date(2026, 10, 20))
    promises.move(promise, later, True, "By phone", "Ruth")
    writing.take_back(card.id, "Ruth")
    now = promises.get(promise)
    assert (now.due, now.told_on) == (later, None)
    assert len(promises.moves(promise)) == 2


def test_a_promise_that_was_moved_before_is_told_of_and_stays(shop: Shop) -> None:
    writing, promises = shop.services.letters_writing, shop.services.promises
    promise = shop.promise(shop.customer())
    promises.move(promise, Due(day=NEXT_FRIDAY), False, "", "Ruth")
    draft = writing.draft("L14", promise_id=promise)
    assert (draft.values["old_due"], draft.values["new_due"]) == ("2026-10-02", "2026-10-09")
    assert writing.check(draft).foretold.effect == LetterEffect(tells=True)
    writing.issue(said(draft, reason="Flood"), "Ruth")
    assert len(promises.moves(promise)) == 1
    assert promises.get(promise).told_on == TODAY
    told = writing.draft("L14", promise_id=promise)
    assert told.values["old_due"] == "2026-10-09"
    assert "new_due" not in told.values


def test_a_day_that_is_over_is_refused_beside_its_own_field(shop: Shop) -> None:
    writing = shop.services.letters_writing
    promise = shop.promise(shop.customer())
    draft = delay(shop, promise, new_due="2026-09-29")
    assert writing.check(draft).foretold.effect.counts_still is None
    with pytest.raises(Refusal) as caught:
        writing.issue(draft, "Ruth")
    assert (caught.value.code, caught.value.field) == ("promise_moved_back", "new_due")
    assert writing.of(promise_id=promise) == ()


def test_a_done_note_ends_its_promise_and_taking_it_back_opens_it(shop: Shop) -> None:
    writing, promises = shop.services.letters_writing, shop.services.promises
    promise = shop.promise(shop.customer())
    draft = writing.draft("L15", promise_id=promise)
    assert writing.check(draft).foretold.effect == LetterEffect(done_on=TODAY)
    card = writing.issue(draft, "Ruth").card
    ending = promises.get(promise).ending
    assert ending is not None
    assert (ending.outcome, ending.on) == (Outcome.KEPT, TODAY)
    again = writing.check(writing.draft("L15", promise_id=promise))
    assert again.foretold.effect == LetterEffect()
    writing.take_back(card.id, "Ruth")
    assert promises.get(promise).is_open


def test_a_done_note_of_a_promise_that_comes_again_makes_the_next_one(shop: Shop) -> None:
    writing, promises = shop.services.letters_writing, shop.services.promises
    draft = PromiseDraft(
        customer_id=shop.customer(), text="Sweep the chimney", due=Due(day=FRIDAY), made_on=TODAY
    )
    first = promises.make_repeating(draft, Repeat(every=Every.YEAR, step=1), "Ruth").card
    card = writing.issue(writing.draft("L15", promise_id=first.id), "Ruth").card
    opened = PromiseFilter(chip=PromiseChip.OPEN)
    (after,) = promises.lists.ids(opened)
    assert after != first.id
    writing.take_back(card.id, "Ruth")
    assert list(promises.lists.ids(opened)) == [first.id]
    again = writing.issue(writing.draft("L15", promise_id=first.id), "Ruth").card
    (after,) = promises.lists.ids(opened)
    promises.wait_for(after, "the chimney pot", "Ruth")
    writing.take_back(again.id, "Ruth")
    assert set(promises.lists.ids(opened)) == {first.id, after}


def test_a_delay_notice_without_a_promise_writes_it_down_and_moves_it(shop: Shop) -> None:
    writing, promises = shop.services.letters_writing, shop.services.promises
    customer = shop.customer()
    draft = delay(shop, None, customer, promise__text="Fit the tap", old_due="2026-10-02")
    effect = writing.check(draft).foretold.effect
    assert effect.makes is not None
    assert (effect.makes.due, effect.moves_to) == (Due(day=FRIDAY), NEXT_FRIDAY)
    assert writing.check(replace(draft, keeps_promise=False)).foretold.effect == LetterEffect()
    card = writing.issue(draft, "Ruth").card
    made = promises.get(card.promise_id or 0)
    assert (made.first_due.day, made.due.day, made.told_on) == (FRIDAY, NEXT_FRIDAY, TODAY)
    assert (made.draft.customer_id, made.draft.promiser) == (customer, "Ruth Hollins")
    writing.take_back(card.id, "Ruth")
    assert promises.get(made.id).binned_at is not None
    alone = writing.issue(replace(draft, keeps_promise=False), "Ruth").card
    assert alone.promise_id is None


def test_a_done_note_without_a_promise_writes_it_down_where_its_day_is_said(shop: Shop) -> None:
    writing, promises = shop.services.letters_writing, shop.services.promises
    draft = said(writing.draft("L15", shop.customer()), promise__text="Mend the gate")
    assert writing.check(draft).foretold.effect == LetterEffect()
    dated = said(draft, promise__due="2026-09-28")
    card = writing.issue(dated, "Ruth").card
    made = promises.get(card.promise_id or 0)
    assert made.ending is not None
    assert (made.ending.outcome, made.draft.made_on) == (Outcome.LATE, date(2026, 9, 28))
    names = [one.name for one in writing.fields("L15", with_record=True)]
    assert {"promise.due", "promise.made_on"} <= set(names)
    assert "promise.due" not in [one.name for one in writing.fields("L15")]


def test_refusals_about_the_promise_stand_beside_the_fields_of_the_letter(shop: Shop) -> None:
    writing = shop.services.letters_writing
    promise = shop.promise(shop.customer())
    ahead = said(writing.draft("L15", promise_id=promise), done_on="2026-10-01")
    with pytest.raises(Refusal) as caught:
        writing.issue(ahead, "Ruth")
    assert (caught.value.code, caught.value.field) == ("promise_done_ahead", "done_on")
    early = said(
        writing.draft("L13", shop.customer()), promise__text="Ring", promise__due="2026-09-01"
    )
    with pytest.raises(Refusal) as caught:
        writing.issue(early, "Ruth")
    assert (caught.value.code, caught.value.field) == ("promise_due_before_made", "promise.due")


def test_somebody_new_becomes_a_customer_in_the_step_of_issuing(shop: Shop) -> None:
    writing = shop.services.letters_writing
    draft = said(
        writing.draft("L13"),
        customer__name="Mr Ben Ode",
        customer__salutation="Mr Ode",
        customer__address_block="4 High Street\nLeeds\nls1 4dy",
        promise__text="Ring you",
        promise__due="2026-10-05",
    )
    assert writing.check(draft).foretold.adds == ""
    whole = replace(draft, adds_customer=True)
    assert writing.check(whole).foretold.adds == "Mr Ben Ode"
    before = steps(shop)
    card = writing.issue(whole, "Ruth").card
    assert steps(shop) == before + 1
    ben = shop.services.customers.get(card.customer_id or 0)
    assert (ben.draft.name, ben.draft.salutation) == ("Mr Ben Ode", "Mr Ode")
    assert ben.draft.addresses[0].postcode == "LS1 4DY"
    promise = shop.services.promises.get(card.promise_id or 0)
    assert promise.draft.customer_id == ben.id
    nameless = writing.issue(draft, "Ruth").card
    assert (nameless.customer_id, nameless.values["customer.name"]) == (None, "Mr Ben Ode")


def test_somebody_new_without_an_address_has_none(shop: Shop) -> None:
    writing = shop.services.letters_writing
    draft = said(
        writing.draft("L13"), customer__name="Zoë", promise__text="Ring", promise__due="2026-10-05"
    )
    card = writing.issue(replace(draft, adds_customer=True), "Ruth").card
    assert shop.services.customers.get(card.customer_id or 0).draft.addresses == ()


def test_what_stops_a_letter_from_reaching_anybody_is_said(shop: Shop) -> None:
    writing = shop.services.letters_writing
    assert writing.check(writing.draft("L13", shop.customer())).lacks == ()
    ben = shop.customer(CustomerDraft(name="Ben Ode"))
    draft = writing.draft("L13", ben)
    assert writing.check(draft).lacks == ("to_address",)
    by_email = replace(draft, channel=Channel.EMAIL)
    assert writing.check(by_email).lacks == ("to_email",)
    email = Reach(kind=ReachKind.EMAIL, shown="zoe@ode.example")
    zoe = shop.customer(CustomerDraft(name="Zoe Ode", reaches=(email,)))
    assert writing.check(replace(by_email, customer_id=zoe)).lacks == ()
    shop.services.business.save({"phone": "", "email": "", "address": ""}, "Ruth")
    assert writing.check(writing.draft("L13", shop.customer())).lacks == ("address", "reach")


def test_every_new_sentence_has_its_words() -> None:
    for code in ("name", "address", "reach", "to_address", "to_email"):
        assert words().say(f"letter.lacks.{code}")
