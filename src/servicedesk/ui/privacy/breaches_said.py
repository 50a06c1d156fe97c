# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A breach in words: its facts line by line, its hours, and what is next."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from servicedesk.domain.breaches import BreachCard, BreachLaw
from servicedesk.domain.breaches_clock import BreachClock
from servicedesk.domain.calendars import LONDON
from servicedesk.domain.hours import clock_text
from servicedesk.ui.core.days_said import listed_day
from servicedesk.ui.core.labels import Labels


def moment_said(moment: datetime, labels: Labels) -> str:
    """A moment by the clock of the shop, such as "Mon 26 Oct 2026, 14.00"."""
    say = QCoreApplication.translate
    local = moment.astimezone(LONDON)
    clock = clock_text(local.hour * 60 + local.minute, labels)
    return say("Breach", "{day}, {clock}").format(day=listed_day(local.date()), clock=clock)


def left_said(clock: BreachClock) -> str:
    """How much time there is, or how long it is over."""
    say = QCoreApplication.translate
    hours, minutes = clock.hours_left, clock.minutes_left
    if clock.is_over:
        many = say("Breach", "late by {hours} hours")
        one, less = say("Breach", "late by 1 hour"), say("Breach", "late by {minutes} minutes")
    else:
        many = say("Breach", "{hours} hours left")
        one, less = say("Breach", "1 hour left"), say("Breach", "{minutes} minutes left")
    if hours:
        return one if hours == 1 else many.format(hours=hours)
    return less.format(minutes=minutes)


def why_said(clock: BreachClock, labels: Labels) -> str:
    """How the last moment comes about, in sentences."""
    say = QCoreApplication.translate
    known, by = moment_said(clock.known, labels), moment_said(clock.by, labels)
    words = say(
        "Breach",
        "You knew on {known}. {hours} hours later it is {by}. Nights, weekends and holidays count.",
    )
    said = words.format(known=known, hours=clock.hours, by=by)
    if clock.shift < timedelta(0):
        back = say("Breach", "The clocks go back in between, so the clock says an hour less.")
        return f"{said} {back}"
    if clock.shift:
        ahead = say("Breach", "The clocks go forward in between, so the clock says an hour more.")
        return f"{said} {ahead}"
    return said


def facts_said(card: BreachCard, labels: Labels, law: BreachLaw) -> tuple[tuple[str, str], ...]:
    """What is known, a label and words for each thing that somebody filled in."""
    say, draft = QCoreApplication.translate, card.draft
    people = "" if draft.people is None else QLocale().toString(draft.people)
    happened = "" if draft.happened_on is None else listed_day(draft.happened_on)
    told = "" if draft.told_on is None else listed_day(draft.told_on)
    closed = "" if card.closed_on is None else listed_day(card.closed_on)
    reported = "" if draft.reported_at is None else moment_said(draft.reported_at, labels)
    by = law.regulator or say("Breach", "the authority")
    lines = (
        (say("Breach", "Happened on"), happened),
        (say("Breach", "We knew on"), moment_said(draft.known_at, labels)),
        (say("Breach", "Whose information"), draft.whose),
        (say("Breach", "What information"), draft.data),
        (say("Breach", "About how many people"), people),
        (say("Breach", "What came of it, or may"), draft.effects),
        (say("Breach", "Risk to people"), "" if draft.risk is None else labels.enum(draft.risk)),
        (say("Breach", "Why we think so"), draft.risk_why),
        (say("Breach", "Reported to {name} on").format(name=by), reported),
        (say("Breach", "Their number for it"), draft.report_ref),
        (say("Breach", "Why the report was late"), draft.late_why),
        (say("Breach", "Why it was not reported"), draft.no_report_why),
        (say("Breach", "People told on"), told),
        (say("Breach", "How they were told"), draft.told_how),
        (say("Breach", "Why they were not told"), draft.no_tell_why),
        (say("Breach", "What we did about it"), draft.did),
        (say("Breach", "Written down on"), listed_day(card.logged_on)),
        (say("Breach", "Closed on"), closed),
    )
    return tuple((title, words) for title, words in lines if words)


def short_day(moment: datetime) -> str:
    """The day of a moment by the clock of the shop, for a list."""
    day = moment.astimezone(LONDON).date()
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
