# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How an entry of the timeline is said: its title, the line under it, its chip."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.complaints import Stage
from servicedesk.domain.complaints_standing import ComplaintStanding, stand_of, stand_words
from servicedesk.domain.contacts_waits import wait_words
from servicedesk.domain.kinds import Kind
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.record_files import size_words
from servicedesk.domain.timeline import TimelineChip, TimelineEntry, TimelineRow

_KINDS = {
    TimelineChip.PROMISES: Kind.PROMISE,
    TimelineChip.COMPLAINTS: Kind.COMPLAINT,
    TimelineChip.FEEDBACK: Kind.FEEDBACK,
    TimelineChip.CONTACTS: Kind.CONTACT,
    TimelineChip.LETTERS: Kind.LETTER,
    TimelineChip.VISITS: Kind.CUSTOMER,
    TimelineChip.FILES: Kind.ATTACHMENT,
}
_TONES = {"kept": "ok", "late": "due", "broken": "late", "released": "quiet"}
_STANDS = {
    ComplaintStanding.LATE: "late",
    ComplaintStanding.TODAY: "due",
    ComplaintStanding.SOON: "due",
    ComplaintStanding.ANSWERED_LATE: "due",
    ComplaintStanding.IN_TIME: "ok",
}
_BECAME = {"follow_up": "due", "to_answer": "due", "complaint": "quiet"}
"""What became of feedback and how it is coloured; what was done about it is good."""

_NO_END = frozenset({Stage.EXTERNAL, Stage.WITHDRAWN, Stage.DUPLICATE})
"""Stages that are neither good news nor bad."""

_UNSAID = frozenset({"", "owner"})
"""Who does things while nobody has been chosen as serving: see ``ui.core.workbench``."""

_DAY_LETTERS = 10
_DUE_SOON = 3
"""Working days ahead in which a due day is worth its colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What an entry is said by.

    Args:
        phrases: words of the language.
        calendar: counts working days, and knows the zone.
        now: this moment, in UTC.
        today: its day.
    """

    phrases: Phrases
    calendar: WorkingCalendar
    now: datetime
    today: date


Said = tuple[str, str, str, str]
"""Title, detail, chip and its tone."""


def entry_of(row: TimelineRow, telling: Telling) -> TimelineEntry:
    """An entry in words.

    Args:
        row: as it was read.
        telling: what it is said by.
    """
    chip = TimelineChip(row.place.part)
    title, detail, chip_text, tone = _SAID[chip](row, telling)
    is_moment = chip is TimelineChip.CONTACTS and row.at is not None
    return TimelineEntry(
        kind=_KINDS[chip],
        id=row.place.id,
        chip=chip,
        place=row.place,
        day=(
            local_date(telling.calendar, row.at)
            if is_moment and row.at is not None
            else date.fromisoformat(row.place.key[:_DAY_LETTERS])
        ),
        at=row.at if is_moment else None,
        title=title,
        detail=detail,
        chip_text=chip_text,
        tone=tone,
    )


def _promise(row: TimelineRow, telling: Telling) -> Said:
    say = telling.phrases.say
    title = say(f"timeline.promise.{row.code or 'open'}", text=row.text)
    by = _by(row, telling)
    if row.channel is not None:
        by.append(say(f"enum.Channel.{row.channel.value}"))
    if row.other and not row.code:
        by.append(say("timeline.waiting_for", what=row.other))
    if row.flag:
        by.append(say("timeline.moved"))
    chip, tone = _due(row, telling) if not row.code else (say(f"timeline.ended.{row.code}"), "")
    return title, _joined(by, telling), chip, tone or _TONES[row.code]


def _by(row: TimelineRow, telling: Telling) -> list[str]:
    """Who it was; nothing where nobody had said who serves, as in a business of one."""
    return [] if row.who in _UNSAID else [telling.phrases.say("timeline.by", who=row.who)]


def _due(row: TimelineRow, telling: Telling) -> tuple[str, str]:
    """The chip of an open promise."""
    due, today, phrases = date.fromisoformat(row.last or ""), telling.today, telling.phrases
    if due < today or (due == today and row.at is not None and row.at < telling.now):
        days = telling.calendar.days_between(due, today, DayKind.WORKING)
        if days == 0:
            return phrases.say("timeline.late"), "late"
        return phrases.count("timeline.late_by", Decimal(days)), "late"
    if due == today:
        return phrases.say("timeline.due_today"), "due"
    days = telling.calendar.days_between(today, due, DayKind.OPENING)
    if days == 0:
        return phrases.say("timeline.due_soon"), "due"
    tone = "due" if days <= _DUE_SOON else "quiet"
    return phrases.count("timeline.due_in", Decimal(days)), tone


def _complaint(row: TimelineRow, telling: Telling) -> Said:
    say, stage = telling.phrases.say, Stage(row.code)
    due = date.fromisoformat(row.last or "")
    stand = stand_of(stage, due, row.first_on, telling.today, telling.calendar)
    details = [row.other]
    if row.flag:
        details.append(say("timeline.serious"))
    if row.channel is not None:
        details.append(say(f"enum.Channel.{row.channel.value}"))
    if stand.standing not in (ComplaintStanding.WAITING, ComplaintStanding.ENDED):
        details.append(stand_words(stand, telling.phrases))
    text = row.text or say(f"enum.About.{row.who}")
    tone = "quiet" if stage in _NO_END else _STANDS.get(stand.standing, "quiet")
    title = say("timeline.complaint", text=text)
    return title, _joined(details, telling), say(f"enum.Stage.{stage.value}"), tone


def _feedback(row: TimelineRow, telling: Telling) -> Said:
    say = telling.phrases.say
    said = row.text or say("timeline.feedback.no_words")
    title = say("timeline.feedback.title", kind=say(f"enum.FeedbackKind.{row.code}"), text=said)
    details = [row.other]
    if row.number is not None:
        details.append(say("timeline.feedback.satisfied", points=str(row.number)))
    if row.channel is not None:
        details.append(say(f"enum.Channel.{row.channel.value}"))
    chip, tone = "", "quiet"
    if row.last is not None:
        chip, tone = say(f"timeline.feedback.{row.last}"), _BECAME.get(row.last, "ok")
        if row.first_on is not None and row.first_on < telling.today:
            tone = "late"
    return title, _joined(details, telling), chip, tone


def _contact(row: TimelineRow, telling: Telling) -> Said:
    say = telling.phrases.say
    way = "in" if row.flag else "out"
    name = "social" if row.channel is None else row.channel.value
    how = say(f"timeline.contact.{way}_{name}")
    details = [how] if row.text else []
    if row.number is not None:
        wait = wait_words(row.number, telling.phrases)
        details.append(
            say(
                "timeline.answered_at_once" if not row.number else "timeline.answered_in", wait=wait
            )
        )
    details += _by(row, telling)
    chip, tone = _enquiry(row, telling)
    return row.text or how, _joined(details, telling), chip, tone


def _enquiry(row: TimelineRow, telling: Telling) -> tuple[str, str]:
    """The chip of a contact."""
    say = telling.phrases.say
    if row.first_on is None:
        return (say("timeline.sorted"), "ok") if row.other == "1" else ("", "quiet")
    if row.last is not None:
        return say("timeline.answered"), "ok"
    if row.first_on < telling.today:
        return say("timeline.enquiry_late"), "late"
    return say("timeline.enquiry_open"), "due"


def _letter(row: TimelineRow, telling: Telling) -> Said:
    say = telling.phrases.say
    details = [say("timeline.letter_ref", ref=row.other)] if row.other else []
    if row.who:
        details.append(say("timeline.signed", who=row.who))
    return say("timeline.letter", title=row.text), _joined(details, telling), "", "quiet"


def _visit(row: TimelineRow, telling: Telling) -> Said:
    say = telling.phrases.say
    return say("timeline.visit"), say("timeline.bought_else") if row.flag else "", "", "quiet"


def _file(row: TimelineRow, telling: Telling) -> Said:
    return (
        telling.phrases.say("timeline.file", name=row.text),
        size_words(row.number or 0, telling.phrases),
        "",
        "quiet",
    )


def _joined(parts: list[str], telling: Telling) -> str:
    return telling.phrases.say("timeline.between").join(parts)


_SAID: dict[TimelineChip, Callable[[TimelineRow, Telling], Said]] = {
    TimelineChip.PROMISES: _promise,
    TimelineChip.COMPLAINTS: _complaint,
    TimelineChip.FEEDBACK: _feedback,
    TimelineChip.CONTACTS: _contact,
    TimelineChip.LETTERS: _letter,
    TimelineChip.VISITS: _visit,
    TimelineChip.FILES: _file,
}
