# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Between ourselves: up to five promises that those who work here make to one another.

Each is the same service standard as the charter's, for the audience within (ISO 10001 read for
a shop; the internal customer of BS 8477). None of them is ever a part of a charter: they are kept
in a table of their own, and only the briefing sheet prints them.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.standards import Amount, Audience, Measure, ServiceStandard, Unit
from servicedesk.domain.standards_sentences import LIMIT, sentences

MOST = 5
"""So many are kept at most: few enough to be known by heart."""

PAGE = "between_us"
"""Stands for the page of the guide, which they have none of."""

ASKS_MOST = 40
WHAT_MOST = 120
"""Characters of who asks and of what is done: one sentence on the sheet."""

NUMBER_MOST = 999
"""Of minutes, hours, days or weeks."""

_BEGINS = re.compile(r"^(?:we(?:\s+will|[’']ll)(?:\s+|$))+", re.IGNORECASE)
"""What somebody may type before what we do, which the sentence begins with anyway."""

_NO_NAMES = frozenset(
    {"the", "a", "an", "our", "each", "any", "anybody", "another", "whoever", "somebody"}
)
"""First words of who asks that stand small inside a sentence; anything else may be a name."""


class Within(StrEnum):
    """What the time is counted in."""

    MINUTES = "minutes"
    HOURS = "hours"
    OPENING_HOURS = "opening_hours"
    WORKING_DAYS = "working_days"
    DAYS = "days"
    WEEKS = "weeks"


_COUNTED = {
    Within.MINUTES: (Unit.MINUTE, None),
    Within.HOURS: (Unit.HOUR, None),
    Within.OPENING_HOURS: (Unit.HOUR, DayKind.OPENING),
    Within.WORKING_DAYS: (Unit.DAY, DayKind.WORKING),
    Within.DAYS: (Unit.DAY, DayKind.CALENDAR),
    Within.WEEKS: (Unit.WEEK, None),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BetweenDraft:
    """One of them, as typed.

    Args:
        asks: who asks, such as "the workshop"; may be empty.
        what: what we do then, as it follows "We will".
        number: how many of ``counted`` it takes at most; None where no time is said.
        counted: what the number counts.
    """

    asks: str = ""
    what: str = ""
    number: int | None = None
    counted: Within = Within.WORKING_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class BetweenCard:
    """One of them, as kept.

    Args:
        id: of the row.
        draft: what was typed.
        standard: the same as a service standard for ourselves.
    """

    id: int
    draft: BetweenDraft
    standard: ServiceStandard


def checked_between(draft: BetweenDraft) -> BetweenDraft:
    """One of them as it is kept, on single lines, ready to follow "We will".

    Raises:
        Refusal: ``between_needs_what`` for "what"; ``between_number`` for "number"; what
            ``tidy_line`` raises.
    """
    typed = tidy_line(draft.what.replace(LIMIT, " "), "what", WHAT_MOST)
    what = _BEGINS.sub("", typed).rstrip(".! ")
    if not what:
        raise Refusal("between_needs_what", "what")
    if draft.number is not None and not 1 <= draft.number <= NUMBER_MOST:
        raise Refusal("between_number", "number", most=NUMBER_MOST)
    asks = tidy_line(draft.asks.replace(LIMIT, " "), "asks", ASKS_MOST).rstrip(".! ")
    first, *rest = asks.split(" ", 1)
    if first.lower() in _NO_NAMES:
        asks = " ".join((first.lower(), *rest))
    return replace(draft, asks=asks, what=_inside(what))


def _inside(what: str) -> str:
    """What we do as it stands inside a sentence: "Answer" small, "DVD" as it is."""
    first = what.split(" ", 1)[0]
    return what[0].lower() + what[1:] if first[1:].islower() else what


def check_room(kept: Collection[BetweenCard]) -> None:
    """Refuse another one where there are as many as can be known by heart.

    Raises:
        Refusal: ``between_us_full``.
    """
    if len(kept) >= MOST:
        raise Refusal("between_us_full", "what", most=MOST)


def free_key(kept: Collection[BetweenCard]) -> str:
    """The key of a new one, which no other has."""
    taken = {one.standard.key for one in kept}
    place = 1
    while f"{PAGE}_{place}" in taken:
        place += 1
    return f"{PAGE}_{place}"


def between_standard(draft: BetweenDraft, key: str, phrases: Phrases) -> ServiceStandard:
    """The service standard that was typed: for ourselves, and never public.

    Args:
        draft: as ``checked_between`` gives it.
        key: of the standard, for life.
        phrases: how who asks and what is done are joined.
    """
    limit, action = None, draft.what
    if draft.asks:
        action = phrases.say("between_us.asked", what=draft.what, asks=draft.asks)
    if draft.number is not None:
        joined = "between_us.asked_within" if draft.asks else "between_us.within"
        action = phrases.say(joined, what=draft.what, asks=draft.asks, limit=LIMIT)
        unit, days = _COUNTED[draft.counted]
        limit = Amount(value=Decimal(draft.number), unit=unit, days=days)
    return ServiceStandard(
        key=key,
        title=draft.what,
        action=action,
        measure=Measure.YES_NO if limit is None else Measure.DURATION,
        page=PAGE,
        audience=Audience.INTERNAL,
        limit=limit,
        is_public=False,
        is_ticked=True,
    )


def between_sentence(standard: ServiceStandard, phrases: Phrases) -> str:
    """The one sentence of a standard for ourselves."""
    return sentences(standard, phrases, say_measure=False).main
