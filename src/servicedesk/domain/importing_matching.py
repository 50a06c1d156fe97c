# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Who of a list is there already, and what an update makes of them: blanks never erase.

Two are the same when two things agree: name, e-mail address, phone or postcode. One alone does
not do: families share a phone, and there is more than one John Smith.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from servicedesk.domain.customers import Address, CustomerDraft, Reach
from servicedesk.domain.customers_names import made_sort_key
from servicedesk.domain.customers_typing import checked_customer, normal_postcode, without_made
from servicedesk.domain.names import fold

_ALIKE_MOST = 50
"""Customers with one phone or name that are looked at; more share it by a convention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """By what a customer is known again.

    Args:
        key: number of the customer; below 0 for one whom this import adds.
        name: in plain words, sorted; empty without one.
        emails, phones, postcodes: in the form in which they are compared.
        ref: such as "K-0001"; "" where nobody asks for it.
    """

    key: int
    name: str
    ref: str = ""
    emails: frozenset[str]
    phones: frozenset[str]
    postcodes: frozenset[str]


def plain_name(name: str, *, is_organisation: bool) -> str:
    """A name for comparing: without titles and marks, its words in the order of letters.

    Args:
        name: as written; may be empty.
        is_organisation: a firm's.
    """
    if not name:
        return ""
    return " ".join(sorted(made_sort_key(name, is_organisation=is_organisation).split()))


class Known:
    """The customers there are, and those whom this import has added so far.

    Args:
        traits: of those there are.
    """

    def __init__(self, traits: Iterable[Traits]) -> None:
        self._by: defaultdict[tuple[str, str], list[Traits]] = defaultdict(list)
        self._numbers: dict[str, Traits] = {}
        for one in traits:
            self.add(one)

    def add(self, traits: Traits) -> None:
        """Know one more."""
        if traits.ref:
            self._numbers.setdefault(traits.ref, traits)
        for sign in _signs(traits):
            self._by[sign].append(traits)

    def numbered(self, ref: str, traits: Traits) -> int | None:
        """The key of whoever has a number and is not plainly somebody else; else as ``same_as``.

        Args:
            ref: such as "K-0001"; may be empty.
            traits: of the row.
        """
        found = self._numbers.get(ref)
        if found is not None and (
            not traits.name
            or found.name == traits.name
            or found.emails & traits.emails
            or found.phones & traits.phones
        ):
            return found.key
        return self.same_as(traits)

    def same_as(self, traits: Traits) -> int | None:
        """The key of the customer whom a row is about, or None for somebody new.

        Args:
            traits: of the row; its own key is not looked at.
        """
        best: tuple[int, int] | None = None
        for sign in _signs(traits):
            for other in self._by.get(sign, ())[:_ALIKE_MOST]:
                agreeing = _agreement(traits, other)
                if agreeing and (best is None or (agreeing, -abs(other.key)) > best):
                    best = (agreeing, -abs(other.key))
                    found = other.key
        if best is not None:
            return found
        namesakes = self._by.get(("name", traits.name), ()) if traits.name else ()
        if len(namesakes) == 1 and _says_nothing_else(traits, namesakes[0]):
            return namesakes[0].key
        return None


def _signs(traits: Traits) -> list[tuple[str, str]]:
    signs = [("email", one) for one in traits.emails]
    signs += [("phone", one) for one in traits.phones]
    if traits.name:
        signs.append(("name", traits.name))
    return signs


def _agreement(one: Traits, other: Traits) -> int:
    """How many things agree, or 0 when they are too few for one and the same customer."""
    email = bool(one.emails & other.emails)
    phone = bool(one.phones & other.phones)
    postcode = bool(one.postcodes & other.postcodes)
    name = bool(one.name) and one.name == other.name
    agreeing = email + phone + postcode + name
    if name and agreeing > 1:
        return agreeing
    is_nameless = not one.name or not other.name
    if (email and phone) or (is_nameless and (email or phone)):
        return agreeing
    return 0


def _says_nothing_else(one: Traits, other: Traits) -> bool:
    """Whether there is nothing by which two of one name could be told apart."""
    return not (
        (one.emails and other.emails)
        or (one.phones and other.phones)
        or (one.postcodes and other.postcodes)
    )


def updated(
    before: CustomerDraft,
    row: CustomerDraft,
    normals: Mapping[Reach, str],
    today: date,
    *,
    takes_name: bool = False,
) -> CustomerDraft:
    """A customer as a row of a list brings them up to date.

    What the row leaves empty stays as it was. Phones, e-mail addresses, tags and notes are added
    to what is there; an address takes the place of the one with its postcode, else it goes to the
    head, with the others behind it.

    Args:
        before: as kept.
        row: as the list tells of them.
        normals: of the phones and e-mail addresses of both, by which they are compared.
        today: the day of the import.
        takes_name: the name is written as in the list, where it says one; else it stays.

    Raises:
        Refusal: what ``checked_customer`` raises.
    """
    name = (row.name if takes_name else "") or before.name or row.name
    is_renamed = fold(name) != fold(before.name)
    changed = replace(
        before,
        name=name,
        is_organisation=row.is_organisation if is_renamed else before.is_organisation,
        is_consumer=row.is_consumer if is_renamed else before.is_consumer,
        ask_for=row.ask_for or before.ask_for,
        reaches=_reaches(before.reaches, row.reaches, normals),
        addresses=_addresses(before.addresses, row.addresses),
        tags=_tags(before.tags, row.tags),
        heard_from=row.heard_from or before.heard_from,
        remember=row.remember or before.remember,
        notes=_notes(before.notes, row.notes),
        first_visit_on=row.first_visit_on or before.first_visit_on,
        own={**before.own, **row.own},
    )
    if changed == before:
        return before
    return checked_customer(without_made(changed, before), today)


def _tags(before: tuple[str, ...], row: tuple[str, ...]) -> tuple[str, ...]:
    there = {fold(tag) for tag in before}
    return (*before, *(tag for tag in row if fold(tag) not in there))


def _reaches(
    before: tuple[Reach, ...], row: tuple[Reach, ...], normals: Mapping[Reach, str]
) -> tuple[Reach, ...]:
    there = {(one.kind, normals[one]): place for place, one in enumerate(before)}
    kept = list(before)
    for one in row:
        sign = (one.kind, normals[one])
        if sign not in there:
            there[sign] = len(kept)
            kept.append(one)
        elif one.label and not kept[there[sign]].label:
            kept[there[sign]] = replace(kept[there[sign]], label=one.label)
    return tuple(kept)


def _addresses(before: tuple[Address, ...], row: tuple[Address, ...]) -> tuple[Address, ...]:
    kept = list(before)
    for one in reversed(row):
        if any(_is_same(one, other) for other in kept):
            continue
        code = normal_postcode(one.postcode)
        there = [other for other in kept if code and normal_postcode(other.postcode) == code]
        siblings = [other for other in row if normal_postcode(other.postcode) == code]
        if len(there) == 1 and len(siblings) == 1:
            old = there[0]
            new = replace(one, lines=one.lines or old.lines, label=one.label or old.label)
            kept[kept.index(old)] = new
        else:
            kept.insert(0, one)
    return tuple(kept)


def _is_same(one: Address, other: Address) -> bool:
    same_code = normal_postcode(one.postcode) == normal_postcode(other.postcode)
    return same_code and fold(one.lines) == fold(other.lines)


def _notes(before: str, row: str) -> str:
    if not row or row in before:
        return before
    return f"{before}\n{row}" if before else row
