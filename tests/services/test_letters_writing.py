# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters: filled from the record, checked, issued in one step, kept as the exact PDF."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from PIL import Image

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.calendars_kept import ClosureDraft
from servicedesk.domain.customers import Channel, CustomerDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.letters import LetterDraft, LetterStage, Voice
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.domain.promises import Due, PromiseKind
from servicedesk.domain.registrations import RegistrationDraft, RegistrationKind
from servicedesk.domain.support import SupportDraft, SupportNeed
from servicedesk.services.printing import Printing
from servicedesk.store.contacts import contact
from servicedesk.store.engine import DeskFile
from servicedesk.store.letters import letter_wordings
from tests.helpers.builders import words
from tests.services.letters_made import ASHA, FRIDAY, TODAY, Shop, shop_of


def png_of(width: int, height: int) -> bytes:
    """A picture of one colour."""
    target = BytesIO()
    Image.new("RGB", (width, height), "#0B5D5E").save(target, "PNG")
    return target.getvalue()


@pytest.fixture
def shop(file: DeskFile) -> Shop:
    return shop_of(file)


def text_of(job: PrintJob) -> str:
    (offer,) = job.offers
    assert words().say(f"paper.{offer.id}")
    printed = job.make(PaperChoice(paper=offer.id, size=offer.sizes[0]))
    return " ".join(" ".join(Printing().texts(printed.data)).split())


def said(draft: LetterDraft, **values: str) -> LetterDraft:
    """The draft with more values; two underscores in a name stand for its full stop."""
    more = {name.replace("__", "."): value for name, value in values.items()}
    return replace(draft, values={**draft.values, **more})


def test_the_letters_of_this_release_are_there_with_their_stages(shop: Shop) -> None:
    found = {one.id: one.stage for one in shop.services.letters_writing.templates()}
    assert found == {
        "L13": LetterStage.PROMISE,
        "L14": LetterStage.DELAY,
        "L15": LetterStage.DONE,
        "L19": LetterStage.VISIT,
        "L21": LetterStage.CLOSURE,
    }


def test_a_promise_confirmation_fills_itself_from_the_promise(shop: Shop) -> None:
    writing = shop.services.letters_writing
    promise = shop.promise(shop.customer(), remedy="we take £10 off", job_ref="J-118")
    draft = writing.draft("L13", promise_id=promise)
    check = writing.check(draft)
    assert check.can_issue
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
        "Fit the tap: due 24 December 2026",
        "Bring a list: due 24 December 2026",
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
    assert not check.can_issue


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


def test_the_voice_is_a_setting(shop: Shop) -> None:
    writing = shop.services.letters_writing
    assert writing.voice() is Voice.ONE
    assert writing.set_voice(Voice.WE, "Ruth").changes
    assert writing.voice() is Voice.WE
    assert writing.check(writing.draft("L13")).subject == "What we promised you"


def test_words_changed_by_hand_are_printed_and_checked(shop: Shop) -> None:
    writing = shop.services.letters_writing
    draft = writing.draft("L13", promise_id=shop.promise(shop.customer()))
    mine = replace(draft, subject="Hello again", words="My own words.\n\n- one\n- two {signatory}")
    check = writing.check(mine)
    assert (check.subject, check.words) == ("Hello again", mine.words)
    assert "two {signatory}" in text_of(writing.preview(mine))
    bad = replace(draft, words="We are certified to BS 8477.")
    assert not writing.check(bad).can_issue
    with pytest.raises(Refusal) as caught:
        writing.issue(bad, "Ruth")
    assert (caught.value.code, caught.value.field) == ("letter_words_blocked", "words")
    assert words().refusal(caught.value)


def test_scenario_51_own_words_of_a_template_are_blocked_on_save(shop: Shop) -> None:
    writing = shop.services.letters_writing
    ours = next(one for one in writing.templates() if one.id == "L15")
    for claim in ("We are certified to BS 8477.", "No refunds."):
        with pytest.raises(Refusal) as caught:
            writing.save_wording("L15", f"{ours.body}\n\n{claim}", "Ruth")
        assert caught.value.code == "letter_words_blocked"
        assert caught.value.params["instead"]
    assert not any(one.is_own for one in writing.templates())


def test_own_words_stand_until_ours_are_put_back(shop: Shop) -> None:
    writing = shop.services.letters_writing
    body = "# Done\n\nOn {done_on} we did this: {promise.text}. Thank you for your patience."
    own = writing.save_wording("L15", body, "Ruth").card
    assert (own.is_own, own.is_behind, own.based_on) == (True, False, 1)
    writing.save_wording("L15", body + " Tea is on us.", "Ruth")
    draft = writing.draft("L15", promise_id=shop.promise(shop.customer()))
    assert "Tea is on us" in writing.check(draft).words
    assert not writing.put_back_wording("L15", "Ruth").card.is_own
    assert "Tea" not in writing.check(draft).words
    assert not writing.put_back_wording("L15", "Ruth").changes
    with pytest.raises(Refusal, match="letter_too_long"):
        writing.save_wording("L15", "x" * 20_001, "Ruth")


def test_own_words_that_lack_what_a_newer_program_needs_are_passed_over(shop: Shop) -> None:
    with shop.services.units.change("an older program", "Ruth") as unit:
        row = {"template": "L15", "based_on": 0, "body": "Only {promise.text}."}
        unit.insert(letter_wordings, row)
    found = {one.id: one for one in shop.services.letters_writing.templates()}
    assert not found["L15"].is_own
    assert "{done_on}" in found["L15"].body


def test_the_fields_that_are_typed_begin_with_those_that_are_needed(shop: Shop) -> None:
    names = [one.name for one in shop.services.letters_writing.fields("L14")]
    assert names[:3] == ["customer.name", "promise.text", "old_due"]
    assert {"customer.address_block", "stand_in"} <= set(names)
    assert not {"today", "our_ref", "business.name"} & set(names)


def test_the_letterhead_has_logo_registrations_and_its_own_sheet(shop: Shop) -> None:
    business, registrations = shop.services.business, shop.services.registrations
    business.set_logo(png_of(60, 30), "logo.png", "Ruth")
    business.save({"page_size": "letter", "vat_number": "GB 123 4567 89", "email": ""}, "Ruth")
    held, insured = RegistrationKind.REGISTRATION, RegistrationKind.INSURANCE
    for kind, body, number, ends in (
        (held, "Gas Safe", "12345", 2027),
        (held, "Old Guild", "1", 2026),
        (insured, "Mutual", "2", 2027),
    ):
        draft = RegistrationDraft(
            kind=kind,
            body=body,
            number=number,
            checked_on=date(2026, 1, 5),
            ends_on=date(ends, 3, 1),
        )
        registrations.add(draft, "Ruth")
    writing = shop.services.letters_writing
    job = writing.preview(writing.draft("L13", promise_id=shop.promise(shop.customer())))
    assert job.offers[0].sizes == (PaperSize.LETTER,)
    text = text_of(job)
    for part in ("VAT number GB 123 4567 89", "Gas Safe 12345", "Please ring 01632"):
        assert part in text
    assert "Old Guild" not in text
    assert "Mutual" not in text


@pytest.mark.parametrize(
    ("facts", "way"),
    [
        ({"phone": ""}, "write to ruth@hollins.example"),
        ({"phone": "", "email": ""}, "come and see us"),
    ],
)
def test_how_to_reach_us_is_said_with_what_there_is(
    shop: Shop, facts: dict[str, str], way: str
) -> None:
    shop.services.business.save(facts, "Ruth")
    writing = shop.services.letters_writing
    assert way in writing.check(writing.draft("L13")).words


@pytest.mark.parametrize("about", [{"customer_id": 99}, {"promise_id": 99}])
def test_who_or_what_is_gone_is_refused(shop: Shop, about: dict[str, int]) -> None:
    with pytest.raises(Refusal, match="record_gone"):
        shop.services.letters_writing.draft("L13", **about)
    with pytest.raises(Refusal, match="record_gone"):
        shop.services.letters_writing.issued(99)


def test_a_closure_that_never_ends_names_no_day(shop: Shop) -> None:
    calendars, writing = shop.services.calendars, shop.services.letters_writing
    for year in (2026, 2027, 2028):
        first = date(year, 12, 24)
        last = date(year + 1, 12, 23)
        calendars.add_closure(ClosureDraft(first=first, last=last), "Ruth")
    assert "closure.back_on" not in writing.draft("L21").values


def test_a_letter_is_found_by_what_touched_it(shop: Shop) -> None:
    writing = shop.services.letters_writing
    customer = shop.customer(replace(ASHA, name="Zoë Łąchowski"))
    done = writing.issue(writing.draft("L13", promise_id=shop.promise(customer)), "Ruth")
    assert done.changes[Kind.LETTER] == {done.card.id}
    assert Kind.CONTACT in done.changes
    assert done.card.customer_name == "Zoë Łąchowski"
    assert done.card.values["customer.name"] == "Zoë Łąchowski"
    assert "What I promised you" in done.card.body


def test_a_letter_about_a_promise_that_nobody_named_has_no_contact_of_a_customer(
    shop: Shop,
) -> None:
    writing = shop.services.letters_writing
    draft = writing.draft("L13", promise_id=shop.promise(None))
    card = writing.issue(said(draft, customer__name="The man with the van"), "Ruth").card
    assert (card.customer_id, card.customer_name) == (None, "")
    assert "The man with the van" in text_of(writing.issued_job((card.id,)))


def test_a_letter_moves_with_a_merge_and_back_with_its_undo(shop: Shop) -> None:
    """Issuing bars undo; what happens to a letter afterwards is undone like anything else."""
    writing = shop.services.letters_writing
    one, other = shop.customer(), shop.customer(CustomerDraft(name="A. Patel"))
    card = writing.issue(writing.draft("L13", promise_id=shop.promise(other)), "Ruth").card
    shop.services.customers_merging.merge(one, (other,), "Ruth")
    assert writing.issued(card.id).customer_id == one
    shop.services.undo.undo("Ruth")
    assert writing.issued(card.id).customer_id == other
