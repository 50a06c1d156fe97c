# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days in words as all rooms say them, in the language of the screen."""

from datetime import date

from PySide6.QtCore import QDate, QLocale


def plain_day(day: date) -> str:
    """A day without its weekday, such as "23 November 2026"."""
    return _said(day, "d MMMM yyyy")


def listed_day(day: date) -> str:
    """A day in short with its weekday, as lists show it, such as "Mon 7 Dec 2026"."""
    return _said(day, "ddd d MMM yyyy")


def _said(day: date, shape: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), shape)
