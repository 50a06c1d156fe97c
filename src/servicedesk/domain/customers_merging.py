# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Two records of one customer made into one: nothing that was said in either is lost.

What the kept one says goes first; what it does not say is taken from the others. Phones, addresses
and short words are moved row by row where the records are, for their rows are moved too.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from servicedesk.domain.customers import CustomerCard, CustomerDraft, CustomerStatus
from servicedesk.domain.customers_typing import LINE_MOST, NOTES_MOST
from servicedesk.domain.names import check_length, fold

_PART = "; "
_PARAGRAPH = "\n\n"


def merged_draft(keep: CustomerDraft, others: Iterable[CustomerDraft]) -> CustomerDraft:
    """What is kept of a customer once others are merged into it.

    Args:
        keep: whose name, sort key and salutation stay.
        others: in the order in which their words follow.

    Raises:
        Refusal: ``text_too_long`` for "notes", when there is no room for the notes of all.
    """
    found = keep
    for other in others:
        found = _filled(found, other)
    check_length(found.notes, NOTES_MOST, "notes")
    return found


def fullest(cards: Iterable[CustomerCard]) -> CustomerCard:
    """Which of several records is proposed to be kept: the one that says most, then the oldest.

    Args:
        cards: one at least.
    """
    return min(cards, key=lambda card: (-_said(card.draft), card.added_on, card.id))


def _said(draft: CustomerDraft) -> int:
    """How much a record says, in answers."""
    several = (*draft.reaches, *draft.addresses, *draft.tags, *filter(None, draft.own.values()))
    single = (
        draft.name,
        draft.ask_for,
        draft.prefers,
        draft.best_time,
        draft.heard_from,
        draft.remember,
        draft.notes,
        draft.first_visit_on,
    )
    return len(several) + sum(map(bool, single))


def _filled(keep: CustomerDraft, other: CustomerDraft) -> CustomerDraft:
    remember = _joined(keep.remember, other.remember, _PART)
    notes = _joined(keep.notes, other.notes, _PARAGRAPH)
    if len(remember) > LINE_MOST:
        remember, notes = keep.remember, _joined(notes, other.remember, _PARAGRAPH)
    return replace(
        keep,
        name=keep.name or other.name,
        ask_for=keep.ask_for or other.ask_for,
        status=_bought(keep.status, other.status),
        prefers=keep.prefers or other.prefers,
        best_time=keep.best_time or other.best_time,
        heard_from=keep.heard_from or other.heard_from,
        remember=remember,
        notes=notes,
        first_visit_on=earliest(keep.first_visit_on, other.first_visit_on),
        own=MappingProxyType({**other.own, **keep.own}),
    )


def earliest(*days: date | None) -> date | None:
    """The first of those days that are known."""
    return min((day for day in days if day is not None), default=None)


def latest(*days: date | None) -> date | None:
    """The last of those days that are known."""
    return max((day for day in days if day is not None), default=None)


def _bought(*found: CustomerStatus) -> CustomerStatus:
    bought = CustomerStatus.CUSTOMER
    return bought if bought in found else CustomerStatus.ASKED


def _joined(first: str, second: str, between: str) -> str:
    """Two texts in one; the second is left out where the first says it already."""
    if fold(second) in fold(first):
        return first
    return f"{first}{between}{second}" if first else second
