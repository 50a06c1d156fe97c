# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The pack of a complaint, its copy for the customer, the sheet and the blank form."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.complaints import ComplaintDraft, Finding
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_causes import Learning
from servicedesk.domain.complaints_file import (
    BehaviourDraft,
    EntryDraft,
    EntryKind,
    IssueDraft,
    OutsideKind,
    ReferralDraft,
    RemedyDraft,
    RemedyKind,
)
from servicedesk.domain.complaints_rights import Bought, BoughtWhere, PurchaseDraft
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldKind, OwnFieldOn
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.domain.support import SupportDraft, SupportNeed
from servicedesk.services.printing import Printing
from servicedesk.store.engine import DeskFile
from servicedesk.store.letters import letters
from tests.helpers.builders import words
from tests.services.letters_made import Shop, png_of, shop_of

CAME = datetime(2026, 9, 14, 8, tzinfo=UTC)
TODAY = date(2026, 9, 30)
ANSWERED = date(2026, 9, 24)
WHOLE, COPY, SHEET = "complaint_whole", "complaint_copy", "complaint_sheet"


@pytest.fixture
def shop(file: DeskFile) -> Shop:
    return shop_of(file)


def text_of(job: PrintJob, paper: str, size: PaperSize = PaperSize.A4) -> str:
    assert words().say(f"paper.{paper}")
    printed = job.make(PaperChoice(paper=paper, size=size))
    assert printed.pages == Printing().page_count(printed.data)
    return " ".join(" ".join(Printing().texts(printed.data)).split())


def complained(shop: Shop, customer: int | None, **more: object) -> int:
    """A complaint that is looked into, with a point, a private note and notes of ours."""
    said: dict[str, object] = {
        "customer_id": customer,
        "text": "The tap drips",
        "received_at": CAME,
        "notes": "Planted-notes",
        "staff": "Planted-staff",
        "handler": "Planted-handler",
    }
    draft = ComplaintDraft(**{**said, **more})
    complaints = shop.services.complaints
    number = complaints.log(draft, "Ruth").card.id
    given = Given(on=date(2026, 9, 15), words="Planted-step")
    complaints.take(number, Action.INVESTIGATE, given, "Planted-who")
    point = IssueDraft(text="It drips", finding=Finding.UPHELD, reasons="The washer is old")
    complaints.parts.add_issue(number, point, "Ruth")
    on = date(2026, 9, 16)
    for entry in (
        EntryDraft(kind=EntryKind.FACT, text="Planted-private", on=on, is_private=True),
        EntryDraft(kind=EntryKind.NOTE, text="Planted-note", on=on),
        EntryDraft(kind=EntryKind.DOCUMENT, text="Job sheet J-118", on=on, source="folder"),
    ):
        complaints.parts.add_entry(number, entry, "Ruth")
    behaviour = BehaviourDraft(on=on, text="Planted-behaviour")
    complaints.parts.add_behaviour(number, behaviour, "Ruth")
    complaints.parts.note_costs(number, 7654321, 55, "Ruth")
    complaints.parts.hold(number, "Planted-hold", "Ruth")
    return number


def decided(shop: Shop, number: int) -> None:
    """The complaint answered by post, and a remedy promised."""
    given = Given(on=ANSWERED, words="A new washer", channel=Channel.POST, letter=True)
    shop.services.complaints.take(number, Action.DECIDE, given, "Ruth")
    remedy = RemedyDraft(kind=RemedyKind.REDO, words="fit a new washer", due=date(2026, 10, 2))
    shop.services.complaints.parts.add_remedy(number, remedy, "Ruth")
    talk = RemedyDraft(kind=RemedyKind.TRAINING, words="Planted-discipline", done_on=TODAY)
    shop.services.complaints.parts.add_remedy(number, talk, "Ruth")


def letter_about(shop: Shop, customer: int | None, number: int, template: str = "L13") -> int:
    """A letter to a customer that went out about the complaint."""
    writing = shop.services.letters_writing
    promise = shop.promise(customer, "Ring with a price")
    draft = writing.draft("L13", promise_id=promise, who="Ruth")
    letter = writing.issue(draft, "Ruth").card.id
    with shop.services.units.change("letter about complaint", "Ruth") as unit:
        unit.update(letters, letter, {"complaint_id": number, "template": template})
    return letter


def test_demand_12_a_complaint_prints_as_a_sheet_and_as_two_packs(shop: Shop) -> None:
    number = complained(shop, shop.customer())
    decided(shop, number)
    job = shop.services.complaint_papers.job(number)
    assert [offer.id for offer in job.offers] == [SHEET, WHOLE, COPY]
    assert job.stem == "C-2026-0001 Mrs Asha Patel"
    for size in (PaperSize.A4, PaperSize.LETTER):
        text = text_of(job, SHEET, size)
        for part in ("Complaint C-2026-0001", "The tap drips", "We agree", "fit a new washer"):
            assert part in text
        assert "Ask about the cat" not in text
    assert shop.services.complaint_papers.job(number).left_out == ()
    assert job.left_out_of(PaperChoice(paper=SHEET, size=PaperSize.A4)) == ()


def test_an_answer_on_the_day_it_came_in_took_no_days(shop: Shop) -> None:
    number = complained(shop, shop.customer(), received_at=datetime(2026, 9, 15, 8, tzinfo=UTC))
    given = Given(on=date(2026, 9, 15), words="A new washer", channel=Channel.POST, letter=True)
    shop.services.complaints.take(number, Action.DECIDE, given, "Ruth")
    text = text_of(shop.services.complaint_papers.pack(number), COPY)
    assert "Time taken the same day" in text


def test_the_owner_stands_in_the_whole_file_by_name(shop: Shop) -> None:
    draft = ComplaintDraft(text="It drips", received_at=CAME)
    number = shop.services.complaints.log(draft, "owner").card.id
    given = Given(on=date(2026, 9, 15))
    shop.services.complaints.take(number, Action.INVESTIGATE, given, "owner")
    talk = ContactDraft(text="rang about it", at=CAME, complaint_id=number)
    shop.services.contacts.log(talk, "owner")
    text = text_of(shop.services.complaint_papers.pack(number), WHOLE)
    assert "We began to look into it (Ruth Hollins)" in text
    assert "owner" not in text


def test_what_ended_outside_was_neither_put_right_nor_answered_before_its_day(shop: Shop) -> None:
    complaints, number = shop.services.complaints, complained(shop, shop.customer())
    decided(shop, number)
    assert "Answer due" in text_of(shop.services.complaint_papers.pack(number), COPY)
    again = Given(on=ANSWERED, words="Not so", by_whom="Sam", channel=Channel.POST, letter=True)
    for action in (Action.SECOND_LOOK, Action.DECIDE):
        complaints.take(number, action, again, "Ruth")
    went = ReferralDraft(kind=OutsideKind.ADR, body="Taps Scheme", referred_on=TODAY)
    complaints.go_outside(number, Given(on=TODAY, letter=True), went, "Ruth")
    complaints.parts.learn(number, Learning(no_cause_because="not known"), "Ruth")
    ended = replace(went, result="Half the price back", result_on=TODAY)
    complaints.outside_result(number, Given(on=TODAY), ended, "Ruth")
    text = text_of(shop.services.complaint_papers.pack(number), COPY)
    assert "Half the price back" in text
    assert "Answer due" not in text
    assert "Put right" not in text


def test_the_whole_file_has_everything_and_the_copy_nothing_that_is_ours(shop: Shop) -> None:
    customer = shop.customer()
    shop.services.support.add_need(
        customer,
        SupportDraft(need=SupportNeed.QUIET_TIME, yes_words="yes", agreed_on=TODAY),
        "Ruth",
    )
    number = complained(shop, customer)
    talk = ContactDraft(customer_id=customer, text="Planted-talk", at=CAME, complaint_id=number)
    shop.services.contacts.log(talk, "Planted-who")
    decided(shop, number)
    pack = shop.services.complaint_papers.pack(number)
    assert [offer.id for offer in pack.offers] == [WHOLE, COPY]
    whole, copy = text_of(pack, WHOLE), text_of(pack, COPY)
    for part in (
        *("notes", "staff", "handler", "step", "private", "note", "behaviour", "hold"),
        *("discipline", "talk", "who"),
    ):
        assert f"Planted-{part}" in whole
    assert "£76,543.21" in whole
    assert "Planted" not in copy
    assert "76,543" not in copy
    for text in (whole, copy):
        assert "Ask about the cat" not in text
        assert "quiet" not in text
        for part in (
            "3 Orchard Close",
            "01632 960555",
            "by post",
            "The washer is old",
            "Job sheet J-118",
            "Promised by 2 October 2026",
        ):
            assert part in text


def test_the_copy_says_what_it_leaves_out(shop: Shop) -> None:
    number = complained(shop, shop.customer())
    choice = PaperChoice(paper=COPY, size=PaperSize.A4)
    (ours,) = shop.services.complaint_papers.pack(number).left_out_of(choice)
    assert "notes" in ours
    shop.services.record_files.add(Kind.COMPLAINT, number, b"Dear sir", "mail.txt", "Ruth")
    said = shop.services.complaint_papers.pack(number).left_out_of(choice)
    assert len(said) == 2


def test_letters_follow_exactly_and_only_the_customers_own_in_the_copy(shop: Shop) -> None:
    customer = shop.customer()
    number = complained(shop, customer)
    sent = letter_about(shop, customer, number)
    claim = letter_about(shop, customer, number, "L28")
    back = letter_about(shop, customer, number)
    shop.services.letters_writing.take_back(back, "Ruth")
    pack = shop.services.complaint_papers.pack(number)
    cards = {one: shop.services.letters_writing.issued(one).ref for one in (sent, claim, back)}
    whole, copy = text_of(pack, WHOLE), text_of(pack, COPY)
    for ref in cards.values():
        assert f"Our reference: {ref}" in whole
    assert "did not go out" in whole
    assert f"Our reference: {cards[sent]}" in copy
    for other in (claim, back):
        assert cards[other] not in copy
    printed = pack.make(PaperChoice(paper=COPY, size=PaperSize.A4))
    texts = Printing().texts(printed.data)
    (page,) = [at for at, text in enumerate(texts, 1) if "Our reference:" in text]
    title = shop.services.letters_writing.issued(sent).title
    assert f"{cards[sent]} {title} {page}" in " ".join(" ".join(texts).split())
    assert f"Page 1 of {printed.pages}" in texts[0]  # the feet count what follows, as a viewer does


def test_pictures_follow_and_what_is_none_stays_in_the_list(shop: Shop) -> None:
    number = complained(shop, shop.customer())
    files = shop.services.record_files
    files.add(Kind.COMPLAINT, number, png_of(90, 60), "tap.png", "Ruth")
    files.add(Kind.COMPLAINT, number, b"\x89PNG\r\n\x1a\nbroken", "broken.png", "Ruth")
    files.add(Kind.COMPLAINT, number, b"Dear sir", "mail.txt", "Ruth")
    pack = shop.services.complaint_papers.pack(number)
    choice = PaperChoice(paper=WHOLE, size=PaperSize.A4)
    printed = pack.make(choice)
    texts = Printing().texts(printed.data)
    assert "File 1: tap.png" in texts[-1]
    assert pack.left_out_of(choice) == (
        "These files are too large or damaged, so they stand in the list only: broken.png.",
    )
    index = " ".join(" ".join(texts).split())
    assert f"1 tap.png 1 kB 30 September 2026 {len(texts)}" in index
    for name in ("broken.png", "mail.txt"):
        assert name in index
    assert "tap.png" not in text_of(pack, COPY)


def test_own_fields_stand_in_the_whole_file_alone(shop: Shop) -> None:
    fields = shop.services.own_fields
    on = OwnFieldOn.COMPLAINT
    text = fields.add(OwnFieldDraft(on=on, name="Boiler"), "Ruth").card
    day = fields.add(OwnFieldDraft(on=on, name="Seen on", kind=OwnFieldKind.DAY), "Ruth").card
    yes = fields.add(OwnFieldDraft(on=on, name="Warranty", kind=OwnFieldKind.YES_NO), "Ruth").card
    own = {str(text.id): "Baxi 24", str(day.id): "2026-09-15", str(yes.id): "yes"}
    pack = shop.services.complaint_papers.pack(complained(shop, None, called="Ben", own=own))
    whole = text_of(pack, WHOLE)
    for part in ("Boiler Baxi 24", "Seen on 15 September 2026", "Warranty Yes"):
        assert part in whole
    assert "Baxi" not in text_of(pack, COPY)
    assert "Customer Ben" in whole


def test_what_they_can_ask_for_stands_in_our_own_copy_alone(shop: Shop) -> None:
    number = complained(shop, shop.customer())
    rights = shop.services.complaint_rights
    half = PurchaseDraft(what=Bought.GOODS, price_pence=4500)
    rights.tick(number, half, "Ruth")
    heading, law = "What can they ask for?", "not legal advice, looked up on"
    whole = text_of(shop.services.complaint_papers.pack(number), WHOLE)
    assert heading in whole
    assert "The whole price £45.00" in whole
    assert law not in whole
    rights.tick(number, replace(half, where=BoughtWhere.WITH_US, on=date(2026, 9, 1)), "Ruth")
    job = shop.services.complaint_papers.job(number)
    whole = text_of(job, WHOLE)
    for part in (heading, "Agreed At our place", law, "1 October 2026", "Citizens Advice"):
        assert part in whole
    copy = text_of(job, COPY)
    for part in (heading, law, "1 October 2026", "At our place"):
        assert part not in copy
    shop.services.business.save({"nation": "elsewhere"}, "Ruth")
    assert law not in text_of(shop.services.complaint_papers.pack(number), WHOLE)


def test_the_blank_form_has_the_head_of_the_business(shop: Shop) -> None:
    job = shop.services.complaint_papers.blank_form()
    text = text_of(job, "complaint_form")
    for part in (
        "Hollins Hardware",
        "LE65 1AG",
        "ring 01632 960123",
        "how you used my information",
    ):
        assert part in text
    shop.services.business.save({"page_size": "letter"}, "Ruth")
    job = shop.services.complaint_papers.blank_form()
    (offer,) = job.offers
    assert offer.sizes[0] is PaperSize.LETTER
    assert offer.can_be_large
    assert job.make(PaperChoice(paper=offer.id, size=PaperSize.LETTER)).pages == 2


def test_a_complaint_that_is_gone_has_no_paper(shop: Shop) -> None:
    for wanted in (shop.services.complaint_papers.job, shop.services.complaint_papers.pack):
        with pytest.raises(Refusal, match="record_gone"):
            wanted(99)


def test_the_whole_file_says_whether_the_insurer_knows(shop: Shop) -> None:
    number = complained(shop, shop.customer(), is_safety=True)
    papers, parts = shop.services.complaint_papers, shop.services.complaints.parts
    assert "Insurer told Not told yet" in text_of(papers.pack(number), WHOLE)
    parts.told_insurer(number, None, "Nobody was hurt.", "Ruth")
    assert "They need not know: Nobody was hurt" in text_of(papers.pack(number), WHOLE)
    parts.told_insurer(number, date(2026, 9, 16), "", "Ruth")
    assert "Insurer told 16 September 2026" in text_of(papers.pack(number), WHOLE)
    calm = complained(shop, None)
    whole = text_of(papers.pack(calm), WHOLE)
    assert "Insurer told" not in whole
    assert "How bad for them: A loss. How many: One customer, a small matter." in whole
