# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters: whose voice they have, words of the shop's own, and what stands around them."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.calendars_kept import ClosureDraft
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.letters import Voice
from servicedesk.domain.letters_wordings import LineIn, WordingLine
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.domain.registrations import RegistrationDraft, RegistrationKind
from servicedesk.store.engine import DeskFile
from servicedesk.store.letters import letter_wordings
from tests.helpers.builders import words
from tests.services.letters_made import (
    ASHA,
    FRIDAY,
    Shop,
    can_issue,
    png_of,
    said,
    shop_of,
    text_of,
)


@pytest.fixture
def shop(file: DeskFile) -> Shop:
    return shop_of(file)


def test_the_voice_is_a_setting(shop: Shop) -> None:
    writing = shop.services.letters_writing
    assert writing.voice() is Voice.ONE
    assert writing.set_voice(Voice.WE, "Ruth").changes
    assert writing.voice() is Voice.WE
    assert writing.check(writing.draft("L13")).subject == "What we promised you"


def test_words_changed_by_hand_are_printed_and_checked(shop: Shop) -> None:
    writing = shop.services.letters_writing
    draft = writing.draft("L13", promise_id=shop.promise(shop.customer()))
    mine = replace(draft, subject="Hello again", words="My own words.\n\n- one\n- two of them")
    check = writing.check(mine)
    assert (check.subject, check.words) == ("Hello again", mine.words)
    assert "two of them" in text_of(writing.preview(mine))
    bad = replace(draft, words="We are certified to BS 8477.")
    assert not can_issue(writing.check(bad))
    with pytest.raises(Refusal) as caught:
        writing.issue(bad, "Ruth")
    assert (caught.value.code, caught.value.field) == ("letter_words_blocked", "words")
    assert words().refusal(caught.value)


def test_scenario_51_own_words_of_a_template_are_blocked_on_save(shop: Shop) -> None:
    writing = shop.services.letters_writing
    ours = next(one for one in writing.templates() if one.id == "L15")
    for claim in ("We are certified to BS 8477.", "No refunds."):
        with pytest.raises(Refusal) as caught:
            writing.wordings.save("L15", f"{ours.body}\n\n{claim}", "Ruth")
        assert caught.value.code == "letter_words_blocked"
        assert caught.value.params["instead"]
    assert not any(one.is_own for one in writing.templates())


def test_own_words_stand_until_ours_are_put_back(shop: Shop) -> None:
    writing = shop.services.letters_writing
    body = "# Done\n\nOn {done_on} we did this: {promise.text}. Thank you for your patience."
    own = writing.wordings.save("L15", body, "Ruth").card
    assert (own.is_own, own.is_behind, own.based_on) == (True, False, 1)
    writing.wordings.save("L15", body + " Tea is on us.", "Ruth")
    draft = writing.draft("L15", promise_id=shop.promise(shop.customer()))
    assert "Tea is on us" in writing.check(draft).words
    assert not writing.wordings.put_back("L15", "Ruth").card.is_own
    assert "Tea" not in writing.check(draft).words
    assert not writing.wordings.put_back("L15", "Ruth").changes
    with pytest.raises(Refusal, match="letter_too_long"):
        writing.wordings.save("L15", "x" * 20_001, "Ruth")


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
    assert job.offers[0].sizes == (PaperSize.LETTER, PaperSize.A4)
    text = text_of(job)
    for part in ("VAT number GB 123 4567 89", "Gas Safe 12345", "Please ring 01632"):
        assert part in text
    assert "Old Guild" not in text
    assert "Mutual" not in text


@pytest.mark.parametrize(
    ("facts", "way"),
    [
        ({"phone": ""}, "write to ruth@hollins.example"),
        ({"phone": "", "email": ""}, "come and see me"),
        ({"phone": "", "email": "", "how_you_work": ("you_go",)}, "write to me at the address"),
        (
            {"phone": "", "email": "", "address": "", "how_you_work": ("you_go",)},
            "speak to me when I am next with you",
        ),
        (
            {"phone": "", "email": "", "how_you_work": ("you_go", "they_come")},
            "come and see me",
        ),
        ({"phone": "", "email": "", "address": ""}, "speak to me when I am next with you"),
    ],
)
def test_how_to_reach_us_is_said_with_what_there_is(
    shop: Shop, facts: dict[str, object], way: str
) -> None:
    shop.services.business.save(facts, "Ruth")
    writing = shop.services.letters_writing
    assert way in writing.check(writing.draft("L13")).words
    writing.set_voice(Voice.WE, "Ruth")
    ours = way.replace(" me", " us").replace("I am", "we are")
    assert ours in writing.check(writing.draft("L13")).words


@pytest.mark.parametrize("voice", list(Voice))
@pytest.mark.parametrize("number", ["L13", "L14", "L15", "L19", "L21"])
def test_a_letter_speaks_with_one_voice(shop: Shop, number: str, voice: Voice) -> None:
    shop.services.business.save({"phone": "", "email": ""}, "Ruth")
    shop.services.calendars.add_closure(ClosureDraft(first=FRIDAY), "Ruth")
    writing = shop.services.letters_writing
    writing.set_voice(voice, "Ruth")
    promise = shop.promise(shop.customer())
    draft = writing.draft(number, promise_id=promise)
    words = writing.check(draft).words.replace("what we agreed", "")  # both of us agreed that
    other = {Voice.ONE: r"\b(we|us|our)\b", Voice.WE: r"\b(I|me|my)\b"}[voice]
    assert re.findall(other, words) == []


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


def test_a_signature_is_printed_over_the_name_until_it_is_taken_away(
    shop: Shop, tmp_path: Path
) -> None:
    writing = shop.services.letters_writing
    draft = writing.draft("L13", promise_id=shop.promise(shop.customer()))
    assert writing.wordings.signature() is None
    plain = made_of(writing.preview(draft))
    assert writing.wordings.set_signature(png_of(300, 80), "signed.png", "Ruth").card is not None
    picture = writing.wordings.signature()
    assert picture is not None
    assert (picture.width, picture.height) == (300, 80)
    signed = made_of(writing.preview(draft))
    assert b"/Subtype /Image" in signed
    assert b"/Subtype /Image" not in plain
    writing.wordings.set_signature(None, "", "Ruth")
    assert writing.wordings.signature() is None
    assert made_of(writing.preview(draft)) == plain
    with pytest.raises(Refusal, match="logo_not_opened"):
        writing.wordings.choose_signature(tmp_path / "nowhere.png", "Ruth")


def made_of(job: PrintJob) -> bytes:
    (offer,) = job.offers
    return job.make(PaperChoice(paper=offer.id, size=offer.sizes[0])).data


def test_what_differs_from_our_words_is_compared_line_by_line(shop: Shop) -> None:
    wordings = shop.services.letters_writing.wordings
    ours = next(one for one in wordings.all() if one.template.id == "L15")
    assert ours.lines == ()
    wordings.save("L15", f"{ours.ours.body}\n\nTea is on us.", "Ruth")
    own = next(one for one in wordings.all() if one.template.id == "L15")
    changed = [one for one in own.lines if one.where is not LineIn.BOTH and one.text]
    assert changed == [WordingLine(where=LineIn.OWN, text="Tea is on us.")]
