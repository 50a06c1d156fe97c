# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Finding a person at the counter: who may be meant, and what is open with whoever was chosen."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from servicedesk.domain.complaints import About
from servicedesk.domain.customers import CustomerDraft, CustomerRow, Reach, ReachKind
from servicedesk.domain.kinds import Kind
from servicedesk.domain.names import TITLES, fold
from servicedesk.domain.search_typing import read_typed

_BESIDE = re.compile(
    r"(?P<before>.*?)[\s,;]*(?P<found>\+?\(?\d[\d\s().-]{4,}\d|\S+@\S+)(?P<after>.*)"
)
"""A number or an e-mail address with what stands around it."""

_NOBODY = frozenset(
    re.findall(
        r"\w+",
        "the a an some any one no my our your his her their this that these those man woman men "
        "women lady gentleman gent chap guy bloke boy girl lad kid child couple customer client "
        "guest caller visitor neighbour tenant owner driver somebody someone anybody anyone "
        "nobody unknown anonymous stranger person people name",
    )
)
"""First words by which somebody is described rather than named."""

_FULL = 2
"""Words of a name that tells somebody from others, at least."""


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
    """Who becomes a customer by what was typed of them.

    Args:
        text: a name, a phone, an e-mail address, or a name with one of these beside it.
    """
    name, reach = _taken_apart(text)
    return CustomerDraft(name=name, reaches=() if reach is None else (reach,))


def tells_who(text: str) -> bool:
    """Whether what was typed names somebody so that they can be told from others.

    A phone or an e-mail does, and so does a name of two words or one after a title; a first name
    alone, or how somebody looked, does not.

    Args:
        text: as typed.
    """
    name, reach = _taken_apart(text.strip())
    if reach is not None:
        return True
    words = name.split()
    if len(words) < _FULL or not all(any(map(str.isalpha, word)) for word in words):
        return False
    first = fold(words[0]).rstrip(".")
    if first in _NOBODY:
        return False
    return first in TITLES or (words[0][0].isupper() and words[-1][0].isupper())


def _taken_apart(text: str) -> tuple[str, Reach | None]:
    """A name, and the number or address that was typed with it; either may be nothing."""
    found = _BESIDE.fullmatch(text)
    shown = "" if found is None else found["found"]
    if found is None or not ("@" in shown or is_phone(shown)):
        return ("", Reach(kind=ReachKind.PHONE, shown=text)) if is_phone(text) else (text, None)
    kind = ReachKind.EMAIL if "@" in shown else ReachKind.PHONE
    around = f"{found['before']} {found['after']}".split()
    return " ".join(around).strip(" ,;"), Reach(kind=kind, shown=shown)


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
