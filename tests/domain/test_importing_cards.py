# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Visiting cards made into customers."""

from datetime import date

from servicedesk.domain.customers import Address, CustomerDraft, CustomerStatus, Reach, ReachKind
from servicedesk.domain.importing import Candidate, Refused
from servicedesk.domain.importing_cards import Card, Property, read_card

TODAY = date(2026, 11, 22)
ASKED = CustomerStatus.ASKED


def said(name: str, *parts: str, kinds: tuple[str, ...] = ()) -> Property:
    return Property(name=name, kinds=kinds, parts=parts)


def read(*properties: Property) -> Candidate | Refused:
    return read_card(Card(line=3, properties=properties), ASKED, TODAY)


def draft(*properties: Property) -> CustomerDraft:
    found = read(*properties)
    assert isinstance(found, Candidate)
    return found.draft


def test_a_card_becomes_a_customer() -> None:
    found = draft(
        said("N", "Hill", "Ann", "B", "Dr", "Jr"),
        said("TEL", "tel:+44 1632 960123", kinds=("home",)),
        said("TEL", "07700 900123", kinds=("cell", "pref")),
        said("TEL", "01632 960999", kinds=("fax", "work")),
        said("TEL", ""),
        said("EMAIL", "ann@x.example", kinds=("work",)),
        said("EMAIL"),
        said("ADR", "", "", "1 High St", "Leeds", "", "LS1 1AA", "UK", kinds=("home",)),
        said("ADR", "", "", "2 Rue X", "Lyon", "", "69001", "France"),
        said("ADR", ""),
        said("CATEGORIES", "friends,vip", "web"),
        said("NOTE", "rings twice"),
        said("TITLE", "Boss"),
    )
    assert (found.name, found.status) == ("Dr Ann B Hill Jr", ASKED)
    assert found.reaches == (
        Reach(kind=ReachKind.PHONE, shown="+44 1632 960123", label="home"),
        Reach(kind=ReachKind.PHONE, shown="07700 900123", label="mobile"),
        Reach(kind=ReachKind.EMAIL, shown="ann@x.example", label="work"),
    )
    assert found.addresses == (
        Address(lines="1 High St\nLeeds", postcode="LS1 1AA", label="home"),
        Address(lines="2 Rue X\nLyon\nFrance", postcode="69001"),
    )
    assert (found.tags, found.notes) == (("friends", "vip", "web"), "rings twice")


def test_the_name_on_the_card_is_the_name() -> None:
    found = draft(said("FN", "Ann Hill, MBE"), said("N", "Hill", "Ann"), said("FN", "other"))
    assert found.name == "Ann Hill"
    assert draft(said("FN", "Mr Bob Roe")).name == "Mr Bob Roe"


def test_a_firm_says_so_or_has_no_person() -> None:
    firm = draft(said("ORG", "Hill Ltd", "Sales"), said("ORG", "Other"))
    assert (firm.name, firm.is_organisation, firm.is_consumer) == ("Hill Ltd", True, False)
    shown = draft(said("N", "Hill", "Ann"), said("ORG", "Acer"), said("X-ABSHOWAS", "COMPANY"))
    assert (shown.name, shown.ask_for) == ("Acer", "Ann Hill")
    alone = draft(said("FN", "Acer"), said("KIND", "org"))
    assert (alone.name, alone.is_organisation) == ("Acer", True)


def test_the_firm_of_a_person_stands_over_their_address_or_in_the_notes() -> None:
    person = (said("FN", "Ann Hill"), said("N", "Hill", "Ann"), said("ORG", "Acer"))
    assert draft(*person).notes == "Acer"
    address = said("ADR", "", "", "1 High St", "", "", "", "")
    assert draft(*person, address).addresses == (Address(lines="Acer\n1 High St"),)


def test_a_card_can_be_looked_at() -> None:
    card = Card(line=3, properties=(said("TEL"), said("TEL", " 0123 "), said("N", "Hill", "Ann")))
    assert (card.shown_name, card.first("TEL"), card.first("EMAIL")) == ("Ann Hill", "0123", "")
    assert Card(line=3, properties=(said("ORG", "Acer"),)).shown_name == "Acer"
    assert Card(line=3, properties=(said("FN", "Bob"),)).shown_name == "Bob"


def test_a_card_of_nobody_is_refused() -> None:
    found = read(said("ADR", "", "", "1 High St"))
    assert isinstance(found, Refused)
    assert (found.line, found.code, found.shown) == (3, "import_nobody", "1 High St")
    too_long = read(said("FN", "x" * 300))
    assert isinstance(too_long, Refused)
    assert too_long.code == "text_too_long"
