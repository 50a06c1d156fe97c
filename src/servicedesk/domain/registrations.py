# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Registrations and insurance that the business keeps: under what number, until when.

The charter's own answer (``charters_registrations``) is a line for each of them; what is kept
here writes that line, so that the two never tell different things.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal

NUMBER_MOST = 60
"""Characters of a number or the name of a policy."""

YEARS_AHEAD = 30
"""An end further away than this is a slip of the year."""

YEARS_BACK = 60
"""A day longer ago than this is one too."""


class RegistrationKind(StrEnum):
    """What it is."""

    REGISTRATION = "registration"
    INSURANCE = "insurance"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationDraft:
    """What was typed about a registration or an insurance.

    Args:
        kind: which of the two.
        body: who keeps the register, or insures.
        number: under which the business is there; may be empty.
        checked_on: the day it was last looked up, or None.
        ends_on: its last day, or None where it has none.
    """

    kind: RegistrationKind
    body: str
    number: str = ""
    checked_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationCard:
    """A registration or insurance as kept; the other fields are those of the draft.

    Args:
        id: of the row.
        kind, body, number, checked_on, ends_on: as in RegistrationDraft.
    """

    id: int
    kind: RegistrationKind
    body: str
    number: str = ""
    checked_on: date | None = None
    ends_on: date | None = None

    @property
    def draft(self) -> RegistrationDraft:
        """What would have to be typed to get this."""
        return RegistrationDraft(
            kind=self.kind,
            body=self.body,
            number=self.number,
            checked_on=self.checked_on,
            ends_on=self.ends_on,
        )

    def has_ended(self, today: date) -> bool:
        """Whether its last day is over; one without a last day has not ended."""
        return self.ends_on is not None and self.ends_on < today

    def days_left(self, today: date) -> int | None:
        """Days until its last day, below 0 once it has ended; None where it has none."""
        return None if self.ends_on is None else (self.ends_on - today).days


def checked_registration(draft: RegistrationDraft, today: date) -> RegistrationDraft:
    """The registration as kept, tidied. One that has ended already may be kept.

    Args:
        draft: as typed.
        today: the day of typing.

    Raises:
        Refusal: ``registration_needs_body``, ``entry_odd_character`` or ``entry_too_long`` for
            "body" or "number"; ``registration_checked_ahead`` or ``registration_day_far`` for
            "checked_on"; ``registration_day_far`` or ``registration_ends_before_checked`` for
            "ends_on".
    """
    body = tidy_line(draft.body, "body")
    if not body:
        raise Refusal("registration_needs_body", "body")
    number = tidy_line(draft.number, "number", NUMBER_MOST)
    checked_on, ends_on = draft.checked_on, draft.ends_on
    for field, day in (("checked_on", checked_on), ("ends_on", ends_on)):
        if day is not None and not -YEARS_BACK <= day.year - today.year <= YEARS_AHEAD:
            raise Refusal("registration_day_far", field, year=day.year)
    if checked_on is not None and checked_on > today:
        raise Refusal("registration_checked_ahead", "checked_on")
    if checked_on is not None and ends_on is not None and ends_on < checked_on:
        raise Refusal("registration_ends_before_checked", "ends_on")
    return replace(draft, body=body, number=number)


def ending_within(
    cards: Iterable[RegistrationCard], today: date, days: int
) -> tuple[RegistrationCard, ...]:
    """Those that have ended or end soon, the first to end first.

    Args:
        cards: any.
        today: the day it is.
        days: how many days ahead still count as soon.
    """
    found = [card for card in cards if _left(card, today) <= days]
    return tuple(sorted(found, key=lambda card: (_left(card, today), card.id)))


def charter_lines(cards: Iterable[RegistrationCard]) -> str:
    """The charter's answer "body | number | checked on | ends on", a line for each registration.

    Args:
        cards: any; insurance is another question of the charter and is passed over.
    """
    return "\n".join(
        " | ".join(
            (_without_bar(card.body), _without_bar(card.number), *map(_iso, _days_of(card)))
        ).rstrip(" |")
        for card in cards
        if card.kind is RegistrationKind.REGISTRATION
    )


def _left(card: RegistrationCard, today: date) -> int:
    left = card.days_left(today)
    return date.max.toordinal() if left is None else left


def _days_of(card: RegistrationCard) -> tuple[date | None, date | None]:
    return card.checked_on, card.ends_on


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _without_bar(text: str) -> str:
    return text.replace("|", "/")
