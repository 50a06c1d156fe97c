# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the search finds of things counted by hand: their pages, sample weeks, checks and walks."""

from collections.abc import Callable, Iterable
from datetime import date

from servicedesk.domain.kinds import Kind
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.search import Entry, Hit, HitKind
from servicedesk.services.unit import Reading
from servicedesk.store.samples import job_check_cards, sample_week_cards
from servicedesk.store.walks import walk_cards

BY_HAND = frozenset({Kind.SAMPLE_WEEK, Kind.JOB_CHECK, Kind.SERVED, Kind.WALK})
"""Kinds whose changes make the entries stale."""

_ROOM = "measures"
_PAGES = ("samples", "checks", "served", "walks")


def entries_by_hand(
    reading: Reading, phrases: Phrases, day: Callable[[date], str]
) -> Iterable[Entry]:
    """The four pages and that of comment cards, then every sample week, check and walk.

    Args:
        reading: inside a read.
        phrases: words.
        day: a day in words.
    """
    say = phrases.say
    for page in _PAGES:
        hit = Hit(title=say(f"search.by_hand.{page}"), room=_ROOM, part=page)
        yield Entry(kind=HitKind.BY_HAND, hit=hit)
    cards = Hit(title=say("search.by_hand.cards"), room="feedback", part="cards")
    yield Entry(kind=HitKind.BY_HAND, hit=cards)
    for week in sample_week_cards(reading):
        days = say("search.by_hand.week", first=day(week.first), last=day(week.last))
        titles = " ".join(line.title for line in week.lines)
        hit = Hit(title=days, detail=week.note, room=_ROOM, part="samples", item=str(week.id))
        yield Entry(kind=HitKind.BY_HAND, hit=hit, text=titles)
    for check in job_check_cards(reading):
        title = say("search.by_hand.check", day=day(check.drawn_on))
        labels = " ".join(job.label for job in check.jobs)
        hit = Hit(title=title, room=_ROOM, part="checks", item=str(check.id))
        yield Entry(kind=HitKind.BY_HAND, hit=hit, text=labels)
    for walk in walk_cards(reading):
        draft = walk.draft
        texts = (
            text for one in draft.steps for text in (one.what, one.snag, one.promise, one.action)
        )
        detail = say("search.by_hand.walked", day=day(draft.walked_on))
        hit = Hit(title=draft.name, detail=detail, room=_ROOM, part="walks", item=str(walk.id))
        yield Entry(kind=HitKind.BY_HAND, hit=hit, text=" ".join((draft.who, *texts)))
