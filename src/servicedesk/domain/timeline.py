# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What happened with one customer, as one list in the order of time, and its figures."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from servicedesk.domain.customers import Channel
from servicedesk.domain.kinds import Kind


class TimelineChip(StrEnum):
    """Which entries are shown."""

    ALL = "all"
    PROMISES = "promises"
    COMPLAINTS = "complaints"
    FEEDBACK = "feedback"
    CONTACTS = "contacts"
    LETTERS = "letters"
    VISITS = "visits"
    FILES = "files"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePlace:
    """Where an entry stands, so that those after it can be asked for.

    Args:
        key: its day or moment, as it sorts.
        part: which sort of entry.
        id: of the record.
    """

    key: str
    part: str
    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """An entry as it was read: what each means depends on its part.

    Args:
        place: where it stands.
        text: of a promise, a complaint, feedback or a contact, the title of a letter, the name of a
            file.
        code: outcome of a promise, stage of a complaint, kind of feedback, template of a letter,
            kind of record that a file lies with.
        channel: or None.
        who: promised, spoke, or signed; what a complaint without words is about; may be empty.
        first_on: day a promise was made, a complaint was answered, a low mark is to be followed
            up, or an enquiry comes up again.
        last: day a promise or the answer to a complaint is due; day or promise that answered an
            enquiry; what became of feedback, or None.
        at: the minute, in UTC, or None.
        number: minutes waited, points of satisfaction, or bytes.
        flag: a promise whose day was moved; a complaint that goes first; a contact that came in;
            a visit that bought more.
        other: what a promise waits for; "1" for a contact sorted at once; number of a letter, of
            a complaint or of feedback.
    """

    place: TimelinePlace
    text: str = ""
    code: str = ""
    channel: Channel | None = None
    who: str = ""
    first_on: date | None = None
    last: str | None = None
    at: datetime | None = None
    number: int | None = None
    flag: bool = False
    other: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One thing that happened, or is due.

    Args:
        kind: of the record that opens from it.
        id: of that record; with ``chip`` it names the entry.
        chip: which sort of entry it is.
        place: where it stands in the list; the entries after it are asked for with it.
        day: it stands under this day.
        at: the minute, in UTC, where one is known.
        title: in words.
        detail: in words; may be empty.
        chip_text: what its chip says; "" for none.
        tone: of that chip: "late", "due", "ok" or "quiet".
    """

    kind: Kind
    id: int
    chip: TimelineChip
    place: TimelinePlace
    day: date
    at: datetime | None = None
    title: str
    detail: str = ""
    chip_text: str = ""
    tone: str = "quiet"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineFigures:
    """A customer in a few numbers.

    Args:
        kept, late, broken: promises that ended so; ``late`` are those done late.
        open_promises: promises nobody has said the end of.
        overdue: open promises whose day has passed.
        enquiries: open ones.
        complaints: all of them, without those that are the same as another.
        open_complaints: those in which something may still be owed.
        feedback: what they said of the service, or answered when asked.
        heard_on: the day we last heard from them, or None.
        heard_by: on which channel.
        first_on: the earliest day there is anything of; the day they were added at the latest.
    """

    kept: int = 0
    late: int = 0
    broken: int = 0
    open_promises: int = 0
    overdue: int = 0
    enquiries: int = 0
    complaints: int = 0
    open_complaints: int = 0
    feedback: int = 0
    heard_on: date | None = None
    heard_by: Channel | None = None
    first_on: date | None = None
