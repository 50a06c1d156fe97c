# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the search finds of the privacy desk: its pages, requests, breaches, and legal holds.

Nobody who was forgotten, and nobody who said no to offers, is found by name: there is none.
"""

from collections.abc import Callable, Iterable
from datetime import date

from servicedesk.domain.kinds import Kind
from servicedesk.domain.letters_speech import flat
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.search import Entry, Hit, HitKind
from servicedesk.services.unit import Reading
from servicedesk.store.breaches import breach_cards
from servicedesk.store.data_requests import request_cards

TRUST = frozenset(
    {
        Kind.DATA_REQUEST,
        Kind.BREACH,
        Kind.LEGAL_HOLD,
        Kind.MARKETING_STOP,
        Kind.CUSTOMER,
    }
)
"""Kinds whose changes make the entries stale; customers, because requests show their names."""

_SHOWN = 80
"""Letters of what went wrong that a title has."""

_ROOM = "privacy"
_PAGES = ("requests", "breaches", "clearing", "holds", "marketing", "erased")


def entries_trust(
    reading: Reading, phrases: Phrases, day: Callable[[date], str]
) -> Iterable[Entry]:
    """The pages of the privacy desk, then every request and every breach.

    Args:
        reading: inside a read.
        phrases: words.
        day: a day in words.
    """
    say = phrases.say
    for page in _PAGES:
        hit = Hit(title=say(f"search.privacy.{page}"), room=_ROOM, part=page)
        yield Entry(kind=HitKind.PRIVACY, hit=hit, text=say(f"search.privacy.also.{page}"))
    for card in request_cards(reading):
        asked = say(f"enum.RequestKind.{card.draft.kind}")
        detail = say("search.privacy.request", asked=asked, day=day(card.draft.received_on))
        title = f"{card.ref}, {card.name}"
        hit = Hit(title=title, detail=detail, room=_ROOM, part="requests", item=str(card.id))
        texts = (card.draft.text, card.draft.reach, card.kept_back, say("enum.Kind.data_request"))
        yield Entry(kind=HitKind.PRIVACY, hit=hit, text=" ".join(texts))
    for breach in breach_cards(reading):
        draft = breach.draft
        detail = say("enum.Kind.breach")
        hit = Hit(
            title=_one_line(draft.what),
            detail=detail,
            room=_ROOM,
            part="breaches",
            item=str(breach.id),
        )
        yield Entry(
            kind=HitKind.PRIVACY, hit=hit, text=" ".join((draft.what, draft.whose, draft.data))
        )


def _one_line(text: str) -> str:
    """A title out of what somebody wrote, however long."""
    line = flat(text)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"
