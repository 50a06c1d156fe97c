# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A visiting card, made into a customer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from servicedesk.domain.customers import (
    Address,
    CustomerDraft,
    CustomerStatus,
    Reach,
    ReachKind,
)
from servicedesk.domain.customers_typing import checked_customer
from servicedesk.domain.errors import Refusal
from servicedesk.domain.importing import Candidate, Meaning, Refused
from servicedesk.domain.importing_names import NameParts, named
from servicedesk.domain.importing_rows import is_here, shown_beginning
from servicedesk.domain.names import clean_name, clean_text

_NAME_PARTS = (Meaning.FAMILY, Meaning.GIVEN, Meaning.MIDDLE, Meaning.TITLE, Meaning.SUFFIX)
"""Of the property N, in its order (RFC 6350, 6.2.2)."""

_FIRMS = frozenset({"org", "organization", "company"})
_NO_PHONE = frozenset({"fax", "pager", "modem"})
_LABELS = {"cell": "mobile", "iphone": "mobile", "home": "home", "work": "work"}
_CODE = 5
_COUNTRY = 6
_PARTS_OF_ADDRESS = 7
"""Of the property ADR: box, extended, street, town, county, postcode, country (RFC 6350, 6.3.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A property of a card.

    Args:
        name: in capital letters.
        kinds: such as "home", in small letters.
        parts: of its value.
    """

    name: str
    kinds: tuple[str, ...]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card as it was read.

    Args:
        line: of its beginning in the file.
        properties: in their order.
    """

    line: int
    properties: tuple[Property, ...]

    @property
    def shown_name(self) -> str:
        """The name as the card has it, for a first look at it; "" without one."""
        parts = _names(self)
        return parts.whole or parts.person or parts.company

    def first(self, name: str) -> str:
        """The first value of a property, for a first look at it; "" without one."""
        found = (one.parts[0] for one in self.properties if one.name == name and one.parts)
        return clean_name(next(found, ""))


def read_card(card: Card, status: CustomerStatus, today: date) -> Candidate | Refused:
    """The customer of a card, or why there is none.

    Args:
        card: the card.
        status: of those who are new.
        today: the day of the import.
    """
    try:
        return Candidate(line=card.line, draft=_draft(card, status, today))
    except Refusal as refusal:
        code = "import_nobody" if refusal.code == "customer_needs_something" else refusal.code
        shown = shown_beginning([part for one in card.properties for part in one.parts])
        return Refused(line=card.line, code=code, params=refusal.params, shown=shown)


def _draft(card: Card, status: CustomerStatus, today: date) -> CustomerDraft:
    name = named(_names(card))
    addresses = [_address(one) for one in card.properties if one.name == "ADR"]
    addresses = [one for one in addresses if one.lines or one.postcode]
    notes = [part for one in card.properties if one.name == "NOTE" for part in one.parts]
    if name.firm_beside and addresses:
        lines = f"{name.firm_beside}\n{addresses[0].lines}".strip()
        addresses[0] = replace(addresses[0], lines=lines)
    elif name.firm_beside:
        notes.append(name.firm_beside)
    tags = [
        tag
        for one in card.properties
        if one.name == "CATEGORIES"
        for part in one.parts
        for tag in part.split(",")
    ]
    draft = CustomerDraft(
        name=name.name,
        is_organisation=name.is_organisation,
        is_consumer=not name.is_organisation,
        ask_for=name.ask_for,
        status=status,
        reaches=tuple(reach for one in card.properties for reach in _reaches(one)),
        addresses=tuple(addresses),
        tags=tuple(tags),
        notes="\n".join(notes),
    )
    return checked_customer(draft, today)


def _names(card: Card) -> NameParts:
    """What the card says of names; a card of a firm says so, or has no name of a person."""
    found: dict[Meaning, Sequence[str]] = {}
    firm, is_firm = "", False
    for one in card.properties:
        if one.name == "N":
            said = zip(_NAME_PARTS, one.parts, strict=False)
            found.update({meaning: [clean_name(part)] for meaning, part in said if part.strip()})
        elif one.name == "FN":
            found.setdefault(Meaning.NAME, [clean_name(one.parts[0])])
        elif one.name == "ORG":
            firm = firm or clean_name(one.parts[0])
        elif one.name in ("KIND", "X-ABSHOWAS"):
            is_firm = is_firm or one.parts[0].strip().casefold() in _FIRMS
    if is_firm:
        firm = firm or "".join(found.get(Meaning.NAME, ()))
        found[Meaning.NAME] = [firm]
    found[Meaning.COMPANY] = [firm]
    return NameParts.of(found)


def _reaches(one: Property) -> tuple[Reach, ...]:
    shown = clean_text(one.parts[0]).strip() if one.parts else ""
    label = next((_LABELS[kind] for kind in one.kinds if kind in _LABELS), "")
    if one.name == "EMAIL" and shown:
        return (Reach(kind=ReachKind.EMAIL, shown=shown, label=label),)
    if one.name == "TEL" and shown and not _NO_PHONE & set(one.kinds):
        number = shown[4:] if shown[:4].casefold() == "tel:" else shown
        return (Reach(kind=ReachKind.PHONE, shown=number, label=label),)
    return ()


def _address(one: Property) -> Address:
    parts = [clean_text(part).strip() for part in one.parts]
    parts += [""] * (_PARTS_OF_ADDRESS - len(parts))
    country = "" if is_here(parts[_COUNTRY]) else parts[_COUNTRY]
    lines = [part for part in (*parts[:_CODE], country) if part]
    label = next((_LABELS[kind] for kind in one.kinds if kind in _LABELS), "")
    return Address(lines="\n".join(lines), postcode=parts[_CODE], label=label)
