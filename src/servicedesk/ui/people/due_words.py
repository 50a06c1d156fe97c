# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days of promises as people say them: today, tomorrow, Friday, Fri 27 November."""

from datetime import date, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from servicedesk.domain.calendars import LONDON
from servicedesk.domain.hours import clock_text
from servicedesk.domain.promises import Due
from servicedesk.ui.core.labels import Labels

_NEAR = 6
"""Days ahead that are told by their weekday alone."""


def day_said(day: date, today: date) -> str:
    """A day in the middle of a sentence.

    Args:
        day: any.
        today: the day it is said.
    """
    say = QCoreApplication.translate
    ahead = (day - today).days
    near = {-1: say("Days", "yesterday"), 0: say("Days", "today"), 1: say("Days", "tomorrow")}
    if ahead in near:
        return near[ahead]
    when = QDate(day.year, day.month, day.day)
    if 1 < ahead <= _NEAR:
        return QLocale().toString(when, "dddd")
    shape = "ddd d MMMM" if day.year == today.year else "ddd d MMMM yyyy"
    return QLocale().toString(when, shape)


def day_in_row(day: date, today: date) -> str:
    """As ``day_said``, the month in short: the end of a row leaves room for who it is."""
    is_near = -1 <= (day - today).days <= _NEAR
    return day_said(day, today) if is_near else full_day(day, today)


def full_day(day: date, today: date) -> str:
    """A day with its number, in short; the year where it is another one."""
    shape = "ddd d MMM" if day.year == today.year else "ddd d MMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), shape)


def day_written(day: date, today: date) -> str:
    """A day on paper, which stands on one line: the weekday is not parted from the number."""
    return full_day(day, today).replace(" ", "\N{NO-BREAK SPACE}")


def clock_said(due: Due, labels: Labels, zone: tzinfo = LONDON) -> str:
    """The time of day of a deadline, such as "17.30"; "" for a whole day.

    Args:
        due: by when.
        labels: words for what is named by a code.
        zone: of the business.
    """
    if due.at is None:
        return ""
    clock = due.at.astimezone(zone)
    return clock_text(clock.hour * 60 + clock.minute, labels)


def due_said(due: Due, today: date, labels: Labels, zone: tzinfo = LONDON) -> str:
    """A deadline in the middle of a sentence, such as "Friday, 17.30"."""
    clock = clock_said(due, labels, zone)
    day = day_said(due.day, today)
    if not clock:
        return day
    return QCoreApplication.translate("Days", "{day}, {clock}").format(day=day, clock=clock)


def due_written(due: Due, today: date, labels: Labels, zone: tzinfo = LONDON) -> str:
    """A deadline as paper says it, which is read on other days: "Fri 27 Nov, 17.30".

    Args:
        due: by when.
        today: the day of printing; another year is said.
        labels: words for what is named by a code.
        zone: of the business.
    """
    day, clock = day_written(due.day, today), clock_said(due, labels, zone)
    if not clock:
        return day
    return QCoreApplication.translate("Days", "{day}, {clock}").format(day=day, clock=clock)


def due_typed(due: Due, zone: tzinfo = LONDON) -> str:
    """A deadline as somebody would type it, such as "2/10/2026 17:30"."""
    day = f"{due.day.day}/{due.day.month}/{due.day.year}"
    return day if due.at is None else f"{day} {due.at.astimezone(zone):%H:%M}"
