# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Envelopes and labels for chosen customers and for letters that went out."""

import pytest

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.customers import Address, CustomerDraft, Reach, ReachKind
from servicedesk.domain.errors import Refusal
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.services.printing import Printing
from servicedesk.store.engine import DeskFile
from tests.helpers.builders import words
from tests.services.letters_made import Shop, shop_of

ZOE = CustomerDraft(
    name="Ζωή Łąchowska",
    is_organisation=False,
    addresses=(Address(lines="Flat 2\n4 High Street", postcode="LS1 4DY"),),
)
CAFE = CustomerDraft(
    name="Corner Café",
    is_organisation=True,
    ask_for="Mr Đặng",
    addresses=(Address(lines="9 Mill Lane\nWalsall", postcode="WS1 1AA"),),
)
BY_PHONE = CustomerDraft(reaches=(Reach(kind=ReachKind.PHONE, shown="01632 960777"),))


@pytest.fixture
def shop(file: DeskFile) -> Shop:
    return shop_of(file)


def text_of(job: PrintJob, paper: str, size: PaperSize) -> str:
    assert words().say(f"paper.{paper}")
    assert words().say(f"sheet.{size.value}")
    printed = job.make(PaperChoice(paper=paper, size=size))
    assert not printed.missing
    return " ".join(" ".join(Printing().texts(printed.data)).split())


@pytest.mark.parametrize("size", [PaperSize.DL, PaperSize.C5, PaperSize.C6])
def test_demand_15_an_envelope_shows_customer_and_sender_and_nothing_else(
    shop: Shop, size: PaperSize
) -> None:
    job = shop.services.envelopes.for_customers([shop.customer(ZOE)])
    assert job.offers[0].sizes == (PaperSize.DL, PaperSize.C5, PaperSize.C6)
    assert job.stem == "Envelope Ζωή Łąchowska"
    assert text_of(job, "envelope", size) == (
        "From: Hollins Hardware, 14 Market Street, Ashby-de-la-Zouch, LE65 1AG "
        "Ζωή Łąchowska Flat 2 4 High Street LS1 4DY"
    )


def test_an_organisation_has_whom_to_ask_for_and_several_have_a_page_each(shop: Shop) -> None:
    ids = [shop.customer(CAFE), shop.customer(ZOE)]
    job = shop.services.envelopes.for_customers(ids)
    printed = job.make(PaperChoice(paper="envelope", size=PaperSize.DL))
    first, second = Printing().texts(printed.data)
    assert "Corner Café\nMr Đặng\n9 Mill Lane" in first
    assert "Ζωή" in second
    assert job.stem == "Envelope"


def test_a_business_without_an_address_sends_without_a_sender(shop: Shop) -> None:
    shop.services.business.save({"address": ""}, "Ruth")
    job = shop.services.envelopes.for_customers([shop.customer(ZOE)])
    assert text_of(job, "envelope", PaperSize.C6).startswith("Ζωή")


def test_whoever_has_no_address_is_named_and_the_others_print(shop: Shop) -> None:
    ids = [shop.customer(ZOE), shop.customer(BY_PHONE)]
    job = shop.services.envelopes.labels(ids)
    assert job.left_out == ("No address is on record for: 01632 960777.",)
    assert "960777" not in text_of(job, "labels_21", PaperSize.A4)
    with pytest.raises(Refusal, match="no_address") as refused:
        shop.services.envelopes.for_customers(ids[1:])
    assert refused.value.params["name"] == "01632 960777"
    with pytest.raises(Refusal, match="no_addresses"):
        shop.services.envelopes.labels([ids[1], shop.customer(BY_PHONE)])


def test_labels_begin_where_the_sheet_is_free(shop: Shop) -> None:
    ids = [shop.customer(ZOE)]
    envelopes = shop.services.envelopes
    papers = [offer.id for offer in envelopes.labels(ids, 14).offers]
    assert papers == ["labels_21", "labels_14", "labels_30"]
    assert [offer.id for offer in envelopes.labels(ids, 15).offers] == ["labels_21", "labels_30"]
    for start in (0, 31):
        with pytest.raises(Refusal, match="label_start"):
            envelopes.labels(ids, start)
    shop.services.business.save({"page_size": "letter"}, "Ruth")
    job = envelopes.labels(ids, 30)
    assert [offer.id for offer in job.offers] == ["labels_30"]
    assert "Flat 2" in text_of(job, "labels_30", PaperSize.LETTER)


def test_a_letter_goes_where_it_was_addressed_when_it_went_out(shop: Shop) -> None:
    customer = shop.customer()
    writing = shop.services.letters_writing
    draft = writing.draft("L13", promise_id=shop.promise(customer), who="Ruth")
    letter = writing.issue(draft, "Ruth").card.id
    card = shop.services.customers.get(customer)
    moved = CustomerDraft(name=card.draft.name, addresses=(Address(lines="1 New Road"),))
    shop.services.customers.change(customer, moved, "Ruth")
    envelopes = shop.services.envelopes
    for job in (envelopes.for_letters([letter]), envelopes.labels_for_letters([letter])):
        text = text_of(job, job.offers[0].id, job.offers[0].sizes[0])
        assert "Mrs Asha Patel 3 Orchard Close Kirby Muxloe Leicester LE9 2XX" in text
        assert "New Road" not in text


def test_somebody_who_is_gone_has_no_envelope(shop: Shop) -> None:
    for wanted in (shop.services.envelopes.for_customers, shop.services.envelopes.for_letters):
        with pytest.raises(Refusal, match="record_gone"):
            wanted([99])
