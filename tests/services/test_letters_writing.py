# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters: filled from the record, checked, issued in one step, kept as the exact PDF."""

from datetime import UTC, date, datetime

import pytest
from pypdfium2 import PdfDocument

from servicedesk.domain.calendars_kept import ClosureDraft
from servicedesk.domain.customers import Channel, CustomerDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import LetterStage, Voice
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.printing import PaperChoice
from servicedesk.domain.promises import Allowance, Due, PromiseKind
from servicedesk.domain.support import SupportDraft, SupportNeed
from servicedesk.store.contacts import contact
from servicedesk.store.engine import DeskFile
from tests.helpers.builders import words
from tests.services.letters_made import FRIDAY, TODAY, Shop, can_issue, said, shop_of, text_of


@pytest.fixture
def shop(file: DeskFile) -> Shop:
    return shop_of(file)


def test_the_letters_of_this_release_are_there_with_their_stages(shop: Shop) -> None:
    found = {one.id: one.stage for one in shop.services.letters_writing.templates()}
    assert found == {
        "L01": LetterStage.RECEIVED,
        "L02": LetterStage.PROGRESS,
        "L03": LetterStage.QUESTION,
        "L04": LetterStage.ANSWER,
        "L05": LetterStage.ANSWER,
        "L06": LetterStage.ANSWER,
        "L07": LetterStage.APOLOGY,
        "L08": LetterStage.FINAL,
        "L09": LetterStage.SECOND_LOOK,
        "L10": LetterStage.REFUND,
        "L11": LetterStage.REMEDY,
        "L12": LetterStage.GOODWILL,
        "L13": LetterStage.PROMISE,
        "L14": LetterStage.DELAY,
        "L15": LetterStage.DONE,
        "L16": LetterStage.FOLLOW_UP,
        "L17": LetterStage.COMPLIMENT,
        "L18": LetterStage.SUGGESTION,
        "L19": LetterStage.VISIT,
        "L20": LetterStage.PRICE_CHANGE,
        "L21": LetterStage.CLOSURE,
        "L22": LetterStage.ACCESS_REPLY,
        "L23A": LetterStage.DATA_RECEIVED,
        "L23B": LetterStage.DATA_ANSWER,
        "L24A": LetterStage.REQUEST_QUESTION,
        "L24B": LetterStage.REQUEST_LONGER,
        "L24C": LetterStage.REQUEST_REFUSAL,
        "L28": LetterStage.CLAIM,
        "L29": LetterStage.CANCELLATION,
        "L30": LetterStage.BEHAVIOUR,
    }


def test_a_promise_confirmation_fills_itself_from_the_promise(shop: Shop) -> None:
    writing = shop.services.letters_writing
    promise = shop.promise(shop.customer(), remedy="we take £10 off", job_ref="J-118")
    draft = writing.draft("L13", promise_id=promise)
    check = writing.check(draft)
    assert can_issue(check)
    assert check.subject == "What I promised you"
    text = text_of(writing.preview(draft))
    for part in (
        "Hollins Hardware",
        "Mrs Asha Patel",
        "LE9 2XX",
        "Dear Mrs Patel,",
        "Ring with a price",
        "2 October 2026",
        "J-118",
        "ring 01632 960123 or write to ruth@hollins.example",
        "Ruth Hollins",
        "DRAFT",
        "L-2026-0001",
    ):
        assert part in text
    assert "Ask about the cat" not in text


def test_issuing_keeps_the_exact_paper_and_writes_the_contact_in_one_step(shop: Shop) -> None:
    writing = shop.services.letters_writing
    customer = shop.customer()
    done = writing.issue(writing.draft("L13", promise_id=shop.promise(customer)), "Ruth")
    card = done.card
    assert (card.ref, card.title, card.customer_id) == (
        "L-2026-0001",
        "Promise confirmation",
        customer,
    )
    assert card.issued_on == TODAY
    text = text_of(writing.issued_job((card.id,)))
    assert "DRAFT" not in text
    assert "Our reference: L-2026-0001" in text
    assert writing.of(customer_id=customer) == (card,)
    assert writing.of(promise_id=card.promise_id) == (card,)
    assert writing.issued(card.id) == card
    with shop.services.units.read() as reading:
        kept = contact(reading, 1)
    assert kept is not None
    assert kept.letter_id == card.id
    assert kept.draft.text == "Letter sent: Promise confirmation, L-2026-0001"
    assert kept.draft.channel is Channel.POST


def test_issuing_is_a_barrier_for_undo(shop: Shop) -> None:
    promise = shop.promise(shop.customer())
    shop.services.letters_writing.issue(
        shop.services.letters_writing.draft("L13", promise_id=promise), "Ruth"
    )
    assert shop.services.undo.can_undo is None


def test_a_delay_notice_tells_the_customer_once_and_can_be_taken_back(shop: Shop) -> None:
    writing = shop.services.letters_writing
    promise = shop.promise(shop.customer())
    draft = said(writing.draft("L14", promise_id=promise), new_due="2026-10-09", reason="Flood.")
    assert draft.values["old_due"] == "2026-10-02"
    assert "another day with me" in draft.values["choices"]
    card = writing.issue(draft, "Ruth").card
    assert shop.services.promises.get(promise).told_on == TODAY
    shop.clock.set(FRIDAY)
    second = writing.issue(draft, "Ruth").card
    assert second.ref == "L-2026-0002"
    assert shop.services.promises.get(promise).told_on == TODAY
    back = writing.take_back(card.id, "Ruth").card
    assert back.withdrawn_on == FRIDAY
    assert shop.services.promises.get(promise).told_on is None
    assert text_of(writing.issued_job((card.id,)))
    with pytest.raises(Refusal, match="letter_withdrawn"):
        writing.take_back(card.id, "Ruth")
    with shop.services.units.read() as reading:
        kept = contact(reading, 1)
    assert kept is not None
    assert kept.binned_at is not None


def test_taking_back_a_letter_without_a_promise_touches_the_contact_alone(shop: Shop) -> None:
    writing = shop.services.letters_writing
    shop.services.calendars.add_closure(ClosureDraft(first=date(2026, 12, 24)), "Ruth")
    draft = said(writing.draft("L21", shop.customer()), cover="Tom", urgent="Ring Tom")
    card = writing.issue(draft, "Ruth").card
    assert card.promise_id is None
    assert writing.take_back(card.id, "Ruth").card.withdrawn_on == TODAY


def test_a_letter_without_a_promise_makes_it(shop: Shop) -> None:
    writing = shop.services.letters_writing
    customer = shop.customer()
    draft = writing.draft("L13", customer)
    assert draft.values["promise.promiser"] == "Ruth Hollins"
    assert writing.check(draft).missing == ("promise.text", "promise.due")
    whole = said(draft, promise__text="Bring the price list", promise__due="2026-10-05")
    card = writing.issue(whole, "Ruth").card
    assert card.promise_id is not None
    made = shop.services.promises.get(card.promise_id)
    assert (made.draft.text, made.draft.customer_id) == ("Bring the price list", customer)


def test_an_appointment_makes_the_promise_of_a_visit(shop: Shop) -> None:
    writing = shop.services.letters_writing
    draft = said(
        writing.draft("L19", shop.customer()),
        slot__day="2026-10-05",
        slot__window="8 to 10",
        expect="An hour",
        price="45",
        change_rule="Ring us the day before",
    )
    assert draft.values["slot.place"] == "14 Market Street, Ashby-de-la-Zouch, LE65 1AG"
    card = writing.issue(draft, "Tom").card
    assert card.promise_id is not None
    made = shop.services.promises.get(card.promise_id)
    assert (made.draft.kind, made.due.day) == (PromiseKind.VISIT, date(2026, 10, 5))
    assert "8 to 10" in made.draft.text
    assert "£45.00" in text_of(writing.issued_job((card.id,)))


def test_where_we_go_to_them_an_appointment_is_at_their_address(shop: Shop) -> None:
    shop.services.business.save({"how_you_work": ("you_go",)}, "Ruth")
    writing = shop.services.letters_writing
    draft = writing.draft("L19", shop.customer())
    assert draft.values["slot.place"] == "3 Orchard Close, Kirby Muxloe, Leicester, LE9 2XX"
    nowhere = writing.draft("L19", shop.customer(CustomerDraft(name="Ben Ode")))
    assert nowhere.values["slot.place"].startswith("14 Market Street")


def test_a_done_note_has_the_day_on_which_it_was_done(shop: Shop) -> None:
    writing = shop.services.letters_writing
    promise = shop.promise(shop.customer())
    assert writing.draft("L15", promise_id=promise).values["done_on"] == TODAY.isoformat()
    shop.clock.set(FRIDAY)
    shop.services.promises.done(promise, date(2026, 10, 1), who="Ruth")
    shop.clock.set(date(2026, 10, 6))
    assert writing.draft("L15", promise_id=promise).values["done_on"] == "2026-10-01"


def test_a_time_of_the_day_is_that_of_the_shop(shop: Shop) -> None:
    at = datetime(2026, 10, 2, 16, tzinfo=UTC)
    promise = shop.promise(shop.customer(), due=Due(day=FRIDAY, at=at))
    draft = shop.services.letters_writing.draft("L13", promise_id=promise)
    assert draft.values["promise.time"] == "17:00"


def test_a_closure_notice_goes_to_each_customer_whom_it_touches_in_one_step(shop: Shop) -> None:
    writing, calendars = shop.services.letters_writing, shop.services.calendars
    asha, ben = shop.customer(), shop.customer(CustomerDraft(name="Ben Ode"))
    shop.customer(CustomerDraft(name="Nobody Else"))
    day = Due(day=date(2026, 12, 24))
    shop.promise(asha, "Fit the tap", due=day)
    shop.promise(asha, "Bring a list", due=day)
    shop.promise(ben, "Mend the gate", due=day)
    shop.promise(None, "For nobody named", due=day)
    shop.promise(asha, "Much later", due=Due(day=date(2027, 2, 1)))
    week = ClosureDraft(first=date(2026, 12, 24), last=date(2027, 1, 1), reason="Christmas")
    closure = calendars.add_closure(week, "Ruth").card.id
    drafts = writing.drafts_for_closure(closure)
    assert [one.customer_id for one in drafts] == [asha, ben]
    assert drafts[0].values["effect"].splitlines() == [
        "Fit the tap: promised for 24 December 2026, offered now for 4 January 2027",
        "Bring a list: promised for 24 December 2026, offered now for 4 January 2027",
    ]
    assert drafts[0].values["closure.back_on"] == "2027-01-04"
    ready = tuple(said(one, cover="Nobody", urgent="Leave a message") for one in drafts)
    shown = text_of(writing.preview(*ready))
    assert "Mend the gate" in shown
    assert "Fit the tap" in shown
    cards = writing.issue_all(ready, "Ruth").card
    assert [card.ref for card in cards] == ["L-2026-0001", "L-2026-0002"]
    both = text_of(writing.issued_job(tuple(card.id for card in cards)))
    assert both.count("from 24 December 2026 to 1 January 2027") == 2
    assert "Much later" not in both
    with pytest.raises(Refusal, match="record_gone"):
        writing.drafts_for_closure(99)


def test_a_closure_notice_goes_to_those_whose_date_moved_for_it_too(shop: Shop) -> None:
    writing, calendars = shop.services.letters_writing, shop.services.calendars
    asha, ben = shop.customer(), shop.customer(CustomerDraft(name="Ben Ode"))
    what = Allowance(amount=3, unit="opening", start=shop.clock.now())
    counted = {"due": calendars.due(what), "allowance": what}
    shop.promise(ben, "Mend the gate", **counted)
    shop.promise(None, "For nobody named", **counted)
    shop.promise(asha, "Fit the tap", due=Due(day=date(2026, 10, 2)))
    closure = calendars.add_closure(ClosureDraft(first=date(2026, 10, 2)), "Ruth").card.id
    to_asha, to_ben = writing.drafts_for_closure(closure)
    assert to_asha.values["effect"] == (
        "Fit the tap: promised for 2 October 2026, offered now for 5 October 2026"
    )
    assert to_ben.customer_id == ben
    assert to_ben.values["effect"] == "Mend the gate: due 6 October 2026 now, not 5 October 2026"


def test_several_letters_go_out_together_or_not_at_all(shop: Shop) -> None:
    writing = shop.services.letters_writing
    good = writing.draft("L13", promise_id=shop.promise(shop.customer()))
    with pytest.raises(Refusal) as caught:
        writing.issue_all((good, said(good, promise__text="")), "Ruth")
    assert (caught.value.code, caught.value.field) == ("letter_field_missing", "promise.text")
    assert words().refusal(caught.value)
    assert writing.of(promise_id=good.promise_id) == ()


def test_a_closure_notice_without_a_closure_asks_for_its_days(shop: Shop) -> None:
    check = shop.services.letters_writing.check(shop.services.letters_writing.draft("L21"))
    assert {"closure.from", "closure.to", "customer.name"} <= set(check.missing)
    assert not can_issue(check)


def test_large_print_and_the_channel_follow_what_helps_the_customer(shop: Shop) -> None:
    writing, support = shop.services.letters_writing, shop.services.support
    customer = shop.customer()
    assert not writing.draft("L13", customer).is_large
    for kind in (SupportNeed.LARGE_PRINT, SupportNeed.EMAIL_NOT_POST):
        draft = SupportDraft(need=kind, yes_words="yes please", agreed_on=TODAY)
        support.add_need(customer, draft, "Ruth")
    draft = writing.draft("L13", customer)
    assert (draft.is_large, draft.channel) == (True, Channel.EMAIL)
    whole = said(draft, promise__text="Ring you", promise__due="2026-10-05")
    card = writing.issue(whole, "Ruth").card
    assert card.is_large_print
    text = text_of(writing.issued_job((card.id,)))
    for part in ("arge print", "e-mail, not post", "yes please", "help"):
        assert part not in text


def test_a_letter_goes_the_way_the_customer_likes_best(shop: Shop) -> None:
    for prefers, way in ((Channel.COUNTER, Channel.COUNTER), (Channel.PHONE, Channel.POST)):
        customer = shop.customer(CustomerDraft(name="Ben Ode", prefers=prefers))
        assert shop.services.letters_writing.draft("L13", customer).channel is way


def test_an_organisation_is_written_to_for_the_attention_of_somebody(shop: Shop) -> None:
    firm = CustomerDraft(name="Ode & Sons", is_organisation=True, ask_for="Mr Ode")
    draft = shop.services.letters_writing.draft("L13", shop.customer(firm))
    assert draft.values["customer.address_block"] == "Mr Ode"


def test_the_right_to_cancel_is_offered_to_consumers_of_the_four_nations(shop: Shop) -> None:
    writing = shop.services.letters_writing
    law = writing.cancel_right()
    assert "14 calendar days" in law
    firm = CustomerDraft(name="Ode & Sons", is_consumer=False)
    assert writing.cancel_right(shop.customer()) == law
    assert writing.cancel_right(shop.customer(firm)) == ""
    draft = said(writing.draft("L19"), cancel_right=law, slot__day="2026-10-05")
    assert "14 calendar days" in writing.check(draft).words
    shop.services.business.save({"nation": "elsewhere"}, "Ruth")
    assert writing.cancel_right() == ""


def test_somebody_on_record_signs_and_their_stand_in_is_named(shop: Shop) -> None:
    people, writing = shop.services.people, shop.services.letters_writing
    tom = people.add(PersonDraft(name="Tom Reed"), "Ruth").card.id
    people.add(PersonDraft(name="Ruth Hollins", stand_in_id=tom), "Ruth")
    assert writing.voice() is Voice.WE
    mine = writing.draft("L13", who="owner").values
    assert (mine["signatory"], mine["stand_in"]) == ("Ruth Hollins", "Tom Reed")
    toms = writing.draft("L13", who="Tom Reed").values
    assert toms["signatory"] == "Tom Reed"
    assert "stand_in" not in toms


def test_what_the_law_says_comes_from_its_file_and_is_told_of_when_it_is_old(shop: Shop) -> None:
    writing = shop.services.letters_writing
    draft = writing.draft("L12", shop.customer())
    check = writing.check(draft)
    assert "This does not affect your legal rights." in check.words
    assert check.law_checked_on is None
    shop.clock.set(date(2027, 6, 1))
    assert writing.check(draft).law_checked_on == date(2026, 11, 22)
    assert writing.check(writing.draft("L15")).law_checked_on is None


def test_the_right_to_cancel_in_a_visit_is_told_of_when_it_is_old(shop: Shop) -> None:
    writing = shop.services.letters_writing
    plain = said(writing.draft("L19", shop.customer()), slot__day="2027-06-05")
    draft = said(plain, cancel_right=writing.cancel_right())
    assert writing.check(draft).law_checked_on is None
    shop.clock.set(date(2027, 6, 1))
    assert writing.check(draft).law_checked_on == date(2026, 11, 22)
    assert writing.check(plain).law_checked_on is None


def test_somewhere_else_no_letter_rests_on_our_law(shop: Shop) -> None:
    writing = shop.services.letters_writing
    assert "L23A" in {one.id for one in writing.templates()}
    shop.services.business.save({"nation": "elsewhere"}, "Ruth")
    assert not {"L23A", "L23B", "L29"} & {one.id for one in writing.templates()}
    assert "legal rights" not in writing.check(writing.draft("L12")).words


@pytest.mark.parametrize("field", ["gift", "gift_reason"])
def test_scenario_50_no_typed_word_leads_to_the_closed_platform(shop: Shop, field: str) -> None:
    writing = shop.services.letters_writing
    values = {"gift": "£10", "gift_reason": "Thank you", "valid_until": "2026-10-30"}
    values[field] = "See ec.europa.eu/consumers/odr"
    draft = said(writing.draft("L12", shop.customer()), **values)
    assert not can_issue(writing.check(draft))
    with pytest.raises(Refusal) as caught:
        writing.issue(draft, "Ruth")
    assert caught.value.code == "letter_link_closed"
    assert "ec.europa.eu/consumers/odr" in words().refusal(caught.value)


@pytest.mark.parametrize("typed", ["We are certified to BS 8477", "No refunds"])
def test_scenario_51_owners_words_are_refused_with_another_way_to_say_it(
    shop: Shop, typed: str
) -> None:
    writing = shop.services.letters_writing
    body = f"{writing.templates()[0].body}\n\n{typed}"
    with pytest.raises(Refusal) as caught:
        writing.wordings.save("L01", body, "Ruth")
    assert caught.value.code == "letter_words_blocked"
    assert caught.value.params["instead"]


def test_the_file_of_a_letter_says_when_it_went_out_and_to_whom(shop: Shop) -> None:
    writing = shop.services.letters_writing
    promise = shop.promise(shop.customer())
    shop.clock.set(datetime(2026, 9, 30, 15, 5, tzinfo=UTC))
    card = writing.issue(writing.draft("L13", promise_id=promise), "Ruth").card
    job = writing.issued_job((card.id,))
    offer = job.offers[0]
    made = job.make(PaperChoice(paper=offer.id, size=offer.sizes[0])).data
    said = PdfDocument(made).get_metadata_dict()
    assert said["CreationDate"] == "D:20260930150500+00'00'"
    assert said["Title"] == f"{card.title} for Mrs Asha Patel"
