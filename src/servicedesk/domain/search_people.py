# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Finding a person at the counter: what was typed as words or as a phone number, who it may be.

A number is found in any spacing, with the country in front or without, and by its last digits.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from servicedesk.domain.customers import CustomerRow
from servicedesk.domain.kinds import Kind
from servicedesk.domain.names import fold

FEWEST_DIGITS = 4
"""A phone number is looked for from its last four digits on."""

_PHONE = re.compile(r"[\d\s+().,/-]+")
_DIGITS = re.compile(r"\d+")
_COUNTRY = "44"
_WHOLE_NUMBER = 11
"""Digits from which on a number may begin with the country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """Something that is still open with a customer.

    Args:
        kind: PROMISE, or CONTACT for an enquiry.
        id: of its row.
        text: what it is about.
        due_on: by which day; for an enquiry, the day to come back to it.
        waiting_for: whom or what we wait for; may be empty.
    """

    kind: Kind
    id: int
    text: str
    due_on: date
    waiting_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNow:
    """A customer who was chosen, with what is open.

    Args:
        row: the customer as lists show them.
        items: what is open, the first due at the head; not all where there are many.
        open_count: how many there are in all.
    """

    row: CustomerRow
    items: tuple[OpenItem, ...]
    open_count: int


def phone_digits(text: str) -> str:
    """The digits of a typed phone number as they stand within a kept one.

    Args:
        text: as typed, in any spacing.

    Returns:
        Its digits without the country and the first nought, so that "07700 900123",
        "+44 7700 900123" and "900 123" are all found in the same number; "" for what is no
        number, or has fewer than ``FEWEST_DIGITS`` digits.
    """
    folded = fold(text).strip()
    if _PHONE.fullmatch(folded) is None:
        return ""
    digits = "".join(_DIGITS.findall(folded))
    if len(digits) < FEWEST_DIGITS or not digits.isascii():
        return ""
    bare = digits.lstrip("0")
    if len(bare) >= _WHOLE_NUMBER and bare.startswith(_COUNTRY):
        bare = bare[len(_COUNTRY) :].lstrip("0")
    elif len(digits) < _WHOLE_NUMBER - 1:
        return digits  # the last ones of a number, whose noughts count
    return bare


def is_phone(text: str) -> bool:
    """Whether what was typed is a phone number rather than a name."""
    return bool(phone_digits(text))


def named_so(rows: Iterable[CustomerRow], typed: str) -> CustomerRow | None:
    """The one customer whose name is exactly what was typed, but for accents and case.

    Args:
        rows: those that were found.
        typed: a name.

    Returns:
        None when there is none, or when several are named so.
    """
    wanted = fold(typed).split()
    same = [row for row in rows if wanted and fold(row.shown_name).split() == wanted]
    return same[0] if len(same) == 1 else None
