# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers as visiting cards (vCard 3.0, RFC 2426), which every address book and phone reads.

Text is UTF-8 as it is, so accents come out right; long lines are folded between letters, never
inside one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_LINE_MOST: Final = 75
"""Bytes of a line before it is folded, as the standard asks."""

_AT_ONCE: Final = 200
_ESCAPED: Final = str.maketrans(
    {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None, "\0": None}
)
_KINDS: Final = {"home": "HOME", "work": "WORK", "mobile": "CELL"}
"""Labels that the standard has a word for; any other is told in a line of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardOut:
    """One customer on a visiting card.

    Args:
        number: ours, such as "K-0042".
        name: as shown; never empty.
        is_organisation: then ``ask_for`` is the person and ``name`` the firm.
        ask_for: whom to ask for; may be empty.
        phones, emails: label and number or address, the one to try first at the head.
        addresses: label, lines without the postcode, postcode.
        tags: short words.
        notes: longer text; may be empty.
    """

    number: str
    name: str
    is_organisation: bool = False
    ask_for: str = ""
    phones: tuple[tuple[str, str], ...] = ()
    emails: tuple[tuple[str, str], ...] = ()
    addresses: tuple[tuple[str, str, str], ...] = ()
    tags: tuple[str, ...] = ()
    notes: str = ""


def card_pieces(cards: Iterable[CardOut]) -> Iterator[bytes]:
    """Cards as the bytes of one file, some at a time."""
    some: list[str] = []
    for card in cards:
        some.append(card_text(card))
        if len(some) == _AT_ONCE:
            yield "".join(some).encode("utf-8", "replace")
            some = []
    if some:
        yield "".join(some).encode("utf-8", "replace")


def card_text(card: CardOut) -> str:
    """One card, its lines ended and folded as the standard asks."""
    person = (card.ask_for or card.name) if card.is_organisation else card.name
    family, given = _parted(person)
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:{_text(card.number)}",
        f"FN:{_text(card.name)}",
        f"N:{_text(family)};{_text(given)};;;",
    ]
    if card.is_organisation:
        lines.append(f"ORG:{_text(card.name)}")
    place = 0
    for name, pairs in (("TEL", card.phones), ("EMAIL", card.emails)):
        for label, shown in pairs:
            place += 1
            lines += _labelled(name, label, _text(shown), place)
    for label, street, postcode in card.addresses:
        place += 1
        lines += _labelled("ADR", label, f";;{_text(street)};;;{_text(postcode)};", place)
    if card.tags:
        lines.append(f"CATEGORIES:{','.join(map(_text, card.tags))}")
    if card.notes:
        lines.append(f"NOTE:{_text(card.notes)}")
    lines.append("END:VCARD")
    return "".join(map(_folded, lines))


def _labelled(name: str, label: str, value: str, place: int) -> list[str]:
    """A property with its label: a word of the standard, or a line that both belong to."""
    known = _KINDS.get(label.casefold())
    if known is not None:
        return [f"{name};TYPE={known}:{value}"]
    if not label:
        return [f"{name}:{value}"]
    return [f"item{place}.{name}:{value}", f"item{place}.X-ABLabel:{_text(label)}"]


def _parted(name: str) -> tuple[str, str]:
    """Family name and the rest, as address books sort by; a single word is the family name."""
    words = name.split()
    return (words[-1], " ".join(words[:-1])) if words else ("", "")


def _text(text: str) -> str:
    return text.translate(_ESCAPED)


def _folded(line: str) -> str:
    """A line of at most 75 bytes, the rest on lines that begin with a space."""
    if len(line.encode("utf-8", "replace")) <= _LINE_MOST:
        return f"{line}\r\n"
    made: list[str] = []
    so_far, length = "", 0
    for letter in line:
        size = len(letter.encode("utf-8", "replace"))
        if length + size > _LINE_MOST:
            made.append(so_far)
            so_far, length = " ", 1
        so_far += letter
        length += size
    made.append(so_far)
    return "".join(f"{one}\r\n" for one in made)
