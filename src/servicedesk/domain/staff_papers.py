# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The ten-minute briefing sheet: what whoever helps here needs to know, on one page.

What helpers told the owner never stands on it, and nobody's need is told by name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from servicedesk.domain.between_us import between_sentence
from servicedesk.domain.blocks import Block, Bullets, Heading, Paper, Paragraph, Table, Tone
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.people import PersonCard, Role, team_of
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.staff import Praise, StaffView
from servicedesk.domain.standards_amounts import money_text

PRAISE_FOR = timedelta(days=31)
"""Compliments of so many days are told."""

SAID_MOST = 140
"""Characters of a compliment on the sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How much of what can be told at length the sheet has room for.

    Args:
        promises: of the charter, at most.
        praise: compliments, at most.
    """

    promises: int
    praise: int


ROOMS = (
    Room(promises=12, praise=4),
    Room(promises=12, praise=2),
    Room(promises=10, praise=1),
    Room(promises=8, praise=1),
    Room(promises=7, praise=0),
    Room(promises=5, praise=0),
)
"""Tried one after the other, until everything stands on one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """What the sheet is made of.

    Args:
        business: trading name; may be empty.
        today: the day of printing.
        view: the people here.
        promises: what customers can count on, a sentence each; empty without a charter.
    """

    business: str
    today: date
    view: StaffView
    promises: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[PersonCard, ...]:
        """Everybody, in order."""
        return tuple(one.person for one in self.view.people)

    @property
    def praise(self) -> tuple[Praise, ...]:
        """Compliments of the last month, the newest first, each of them once."""
        those = (one for person in self.view.people for one in person.praise)
        since = self.today - PRAISE_FOR
        fresh = {one.feedback_id: one for one in those if one.given_on >= since}
        return tuple(
            sorted(fresh.values(), key=lambda one: (one.given_on, one.feedback_id), reverse=True)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingSheet:
    """All that the sheet says.

    Args:
        language: as PDF names it.
        business: trading name; may be empty.
        heading, intro: over the sheet.
        sections: each opens with a level 2 Heading.
        foot: the lines to sign.
        footer: the day, and the version of the charter.
    """

    language: str
    business: str
    heading: str
    intro: str
    sections: tuple[tuple[Block, ...], ...]
    foot: tuple[Block, ...]
    footer: str


def briefing_sheet(briefing: Briefing, phrases: Phrases, room: Room = ROOMS[0]) -> BriefingSheet:
    """The sheet.

    Args:
        briefing: what it is made of.
        phrases: ``briefing_sheet.*``.
        room: how much it tells.
    """
    say = phrases.say
    number = briefing.view.stand.number
    parts = (
        day_words(briefing.today, phrases),
        "" if number is None else say("briefing_sheet.version", number=str(number)),
    )
    return BriefingSheet(
        language=say("letter.language"),
        business=briefing.business,
        heading=say("briefing_sheet.heading"),
        intro=say("briefing_sheet.intro"),
        sections=tuple(_sections(briefing, phrases, room)),
        foot=(
            Heading(text=say("briefing_sheet.sign")),
            _signs(briefing.people, phrases),
        ),
        footer=" · ".join(part for part in parts if part),
    )


def flowing(sheet: BriefingSheet) -> Paper:
    """The sheet as running text: for large print, and where one page has no room for it."""
    return Paper(
        title=sheet.heading,
        language=sheet.language,
        author=sheet.business,
        blocks=(
            Heading(text=sheet.heading, level=1),
            Paragraph(text=sheet.intro, tone=Tone.LEAD),
            *(block for section in sheet.sections for block in section),
            *sheet.foot,
        ),
        footer=sheet.footer,
    )


def left_out(briefing: Briefing, phrases: Phrases, room: Room) -> tuple[str, ...]:
    """What a sheet with so much room does not tell, a sentence each."""
    more = len(briefing.promises) - room.promises
    unsaid = len(briefing.praise) - room.praise
    found = []
    if more > 0:
        found.append(phrases.count("briefing_sheet.left_promises", Decimal(more)))
    if unsaid > 0:
        found.append(phrases.count("briefing_sheet.left_praise", Decimal(unsaid)))
    return tuple(found)


def _sections(briefing: Briefing, phrases: Phrases, room: Room) -> Iterator[tuple[Block, ...]]:
    say, lead = phrases.say, _lead(briefing, phrases)
    yield _promised(briefing, phrases, room)
    if briefing.view.between:
        standards = (one.standard for one in briefing.view.between)
        lines = tuple(between_sentence(one, phrases) for one in standards)
        yield Heading(text=say("briefing_sheet.between")), Bullets(items=lines)
    yield Heading(text=say("briefing_sheet.help")), Bullets(items=_lines(phrases, "help", 3))
    wrong = _lines(phrases, "wrong", 4, name=lead)
    yield Heading(text=say("briefing_sheet.wrong")), Bullets(items=wrong)
    helpers = (one for one in briefing.people if one.role is not Role.OWNER)
    if limits := tuple(_limit(one, briefing, phrases) for one in helpers):
        yield Heading(text=say("briefing_sheet.limits")), Bullets(items=limits)
    if praise := briefing.praise[: room.praise]:
        said = tuple(_said(one, phrases) for one in praise)
        yield Heading(text=say("briefing_sheet.praise")), Bullets(items=said)


def _promised(briefing: Briefing, phrases: Phrases, room: Room) -> tuple[Block, ...]:
    """What customers can count on, or whom to ask while no charter says it."""
    heading = Heading(text=phrases.say("briefing_sheet.promises"))
    told = briefing.promises[: room.promises]
    if not told:
        lead = _lead(briefing, phrases)
        return heading, Paragraph(text=phrases.say("briefing_sheet.no_charter", name=lead))
    more = len(briefing.promises) - len(told)
    if not more:
        return heading, Bullets(items=told)
    rest = phrases.count("briefing_sheet.more", Decimal(more))
    return heading, Bullets(items=told), Paragraph(text=rest, tone=Tone.SMALL)


def _lines(phrases: Phrases, part: str, count: int, **values: str) -> tuple[str, ...]:
    return tuple(
        phrases.say(f"briefing_sheet.{part}_{place}", **values) for place in range(1, count + 1)
    )


def _lead(briefing: Briefing, phrases: Phrases, asking: PersonCard | None = None) -> str:
    """Who is told of what went wrong, or asked: the lead, else the owner; never oneself."""
    for role in (Role.SERVICE_LEAD, Role.OWNER):
        for one in briefing.people:
            if one.role is role and one != asking:
                return one.name
    return phrases.say("briefing_sheet.owner")


def _limit(person: PersonCard, briefing: Briefing, phrases: Phrases) -> str:
    """Up to what a helper may give back; where nobody set a sum, nobody gave leave either."""
    if not person.limit_pence:
        asked = _lead(briefing, phrases, person)
        return phrases.say("briefing_sheet.no_sum", name=person.name, asked=asked)
    return phrases.say("briefing_sheet.up_to", name=person.name, sum=money_text(person.limit_pence))


def _said(praise: Praise, phrases: Phrases) -> str:
    words = " ".join(praise.text.split())
    if len(words) > SAID_MOST:
        words = words[: SAID_MOST - 1].rsplit(" ", 1)[0] + "…"
    key = "briefing_sheet.said" if words else "briefing_sheet.said_bare"
    return phrases.say(key, words=words, name=praise.staff)


def _signs(people: Sequence[PersonCard], phrases: Phrases) -> Table:
    say = phrases.say
    return Table(
        caption=say("briefing_sheet.sign"),
        head=(
            say("briefing_sheet.name"),
            say("briefing_sheet.day"),
            say("briefing_sheet.signature"),
        ),
        rows=tuple((one.name, "", "") for one in team_of(people)),
    )
