# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Finding a person at the counter: who may be meant, and what is open with whoever was chosen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from servicedesk.domain.complaints import About
from servicedesk.domain.customers import CustomerDraft, CustomerRow, Reach, ReachKind
from servicedesk.domain.kinds import Kind
from servicedesk.domain.names import fold
from servicedesk.domain.search_typing import read_typed


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """Something that is still open with a customer.

    Args:
        kind: PROMISE, COMPLAINT, or CONTACT for an enquiry.
        id: of its row.
        text: what it is about; may be empty for a complaint, which then says ``about``.
        due_on: by which day; for an enquiry, the day to come back to it; for a complaint, the day
            of the first thing that is to happen.
        waiting_for: whom or what we wait for; may be empty.
        about: what a complaint is about, or None.
    """

    kind: Kind
    id: int
    text: str
    due_on: date
    waiting_for: str = ""
    about: About | None = None


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


def is_phone(text: str) -> bool:
    """Whether what was typed is a phone number rather than a name."""
    typed = read_typed(text)
    return typed is not None and bool(typed.number)


def newcomer(text: str) -> CustomerDraft:
    """Who becomes a customer by what was typed of them: a name, a phone or an e-mail address."""
    if "@" in text:
        return CustomerDraft(reaches=(Reach(kind=ReachKind.EMAIL, shown=text),))
    if is_phone(text):
        return CustomerDraft(reaches=(Reach(kind=ReachKind.PHONE, shown=text),))
    return CustomerDraft(name=text)


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
