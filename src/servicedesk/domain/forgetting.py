# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Forgetting a person: what goes, what stays without a name, what must be kept, and why.

Figures stay as they are: the records stay as rows with their days and choices, and nothing in them
says any more whose they were (UK data protection, erasure; domain: forget or make nameless).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from servicedesk.domain.backups import BackupCard
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind


class Erasing(StrEnum):
    """How much of a person or record goes."""

    FORGET = "forget"
    """All that was said by them and about them; only what is counted stays."""
    ANONYMISE = "anonymise"
    """Who they are; what happened stays, without their name in it."""


class ErasureWhy(StrEnum):
    """Why somebody was forgotten."""

    ASKED = "asked"
    KEPT_LONG_ENOUGH = "kept_long_enough"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureCard:
    """A line of the list of the forgotten. Nothing in it tells who they were.

    Args:
        id: of the row.
        mark: finds the same row, and no other, in any backup of this file; made from when and in
            which line of the history the record was added.
        kind: of the record: a customer, or a record that named somebody.
        record_id: its number, which is never used twice in one file.
        ref: the reference that stayed, such as "K-0042".
        how: how much went.
        why: they asked, or it had been kept for long enough.
        erased_on: the day.
        who: did so.
        stands_in: what stands where words were.
        also: records of others that named them and do so no more, each as "table number", with
            commas between them.
    """

    id: int
    mark: str
    kind: Kind
    record_id: int
    ref: str
    how: Erasing
    why: ErasureWhy
    erased_on: date
    who: str
    stands_in: str
    also: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A record of somebody or something else in which the person is named.

    Args:
        table: where it lies, as the file calls it.
        record_id: of the row.
        kind: of the record that the row is, or is a part of.
        words: the text in which they are named.
        is_sure: it can hardly mean somebody else; False where only a part of a name stands that
            others have too.
        is_past: it stands in the history of the record only.
    """

    table: str
    record_id: int
    kind: Kind
    words: str
    is_sure: bool = True
    is_past: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StillHeld:
    """Backups that hold somebody who is to be forgotten, or was.

    Args:
        count: how many.
        until: the day by which the last of them will have made room for newer ones; None while
            one of them stays by itself, or there is none.
        pinned: how many of them are kept for good.
        away: how many of them lie in the second folder, which cannot be reached now.
        damaged: how many of them were kept of a damaged file; nothing can be taken out of those.
    """

    count: int = 0
    until: date | None = None
    pinned: int = 0
    away: int = 0
    damaged: int = 0


class KeptBecause(StrEnum):
    """Why a person cannot be forgotten yet."""

    LEGAL_HOLD = "legal_hold"
    OPEN_COMPLAINT = "open_complaint"
    OPEN_PROMISE = "open_promise"
    OPEN_REQUEST = "open_request"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """One thing that keeps a person.

    Args:
        why: it does.
        what: a line to it: its reference, or the reason that was written down.
        kind: of the record that is to be dealt with; None where it is a reason to keep.
        record_id: its number, or None.
    """

    why: KeptBecause
    what: str
    kind: Kind | None = None
    record_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """What forgetting somebody would do.

    Args:
        customer_id: whom.
        ref: their reference, which stays.
        shown_name: as shown.
        goes: how much goes, by kind.
        stays: how many records stay for the figures, without a name, by kind.
        because: what keeps them; forgetting is refused while there is any.
        answers: references of their open requests to be forgotten, which this answers.
        mentions: other records that name them, the sure ones first.
        letters: references of letters to others that name them; what was sent stays as it was.
        alike: other customers of the very same name, who may be the same person.
        held: backups.
        drafts: half-typed forms that go.
        history: lines of the history that are emptied.
    """

    customer_id: int
    ref: str
    shown_name: str
    goes: tuple[tuple[Kind, int], ...] = ()
    stays: tuple[tuple[Kind, int], ...] = ()
    because: tuple[Keeping, ...] = ()
    answers: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    letters: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    held: StillHeld = StillHeld()
    drafts: int = 0
    history: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was done.

    Args:
        ref: the reference that stayed.
        how: how much went.
        held: backups that still hold the person.
        is_clean: the file was written anew as well, so that nothing is left in its gaps; False
            where there was no room or a read was in its way, and the next time will do it.
        answers: references of their requests to be forgotten, which are answered with it.
    """

    ref: str
    how: Erasing
    held: StillHeld
    is_clean: bool = True
    answers: tuple[str, ...] = ()


def check_free(because: Iterable[Keeping]) -> None:
    """Refuse to forget somebody who must be kept.

    Args:
        because: what keeps them.

    Raises:
        Refusal: ``forget_on_hold``, ``forget_open_complaint``, ``forget_open_promise`` or
            ``forget_open_request``, with the first line of each as ``what``.
    """
    for one in because:
        raise Refusal(_REFUSED[one.why], what=one.what)


_REFUSED = {
    KeptBecause.LEGAL_HOLD: "forget_on_hold",
    KeptBecause.OPEN_COMPLAINT: "forget_open_complaint",
    KeptBecause.OPEN_PROMISE: "forget_open_promise",
    KeptBecause.OPEN_REQUEST: "forget_open_request",
}


_ROTATION = timedelta(days=366)
"""A backup that is kept as the one of its month makes room after twelve months at the latest."""


def held_until(cards: Sequence[BackupCard], *, away: int = 0, damaged: int = 0) -> StillHeld:
    """The backups that hold somebody, and until when.

    Args:
        cards: of those that do.
        away: how many of them cannot be reached: they make no room while they are not plugged in.
        damaged: how many of them were kept of a damaged file: they make room for nothing.
    """
    pinned = sum(card.is_pinned for card in cards)
    last = max((card.at for card in cards), default=None)
    until = None if last is None or pinned or away or damaged else (last + _ROTATION).date()
    return StillHeld(count=len(cards), until=until, pinned=pinned, away=away, damaged=damaged)
