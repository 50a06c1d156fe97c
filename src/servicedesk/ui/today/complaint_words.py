# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The row of a complaint on Today in words: what happened, and what is to happen next."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from servicedesk.domain.complaints_standing import DueWarning, Warned
from servicedesk.domain.complaints_timing import Clock
from servicedesk.domain.today_complaints import ComplaintDue
from servicedesk.domain.today_rows import OpenItem, RowGroup, TodayRow
from servicedesk.ui.core.labels import Labels

_LETTERS_SHOWN = 120
"""Of what happened; the rest is where the complaint opens."""


def beginning(text: str) -> str:
    """As much of somebody's words as a row has room for, on one line."""
    said = " ".join(text.split())
    return said if len(said) <= _LETTERS_SHOWN else f"{said[:_LETTERS_SHOWN].rstrip()}…"


class ComplaintWords(QObject):
    """Turns complaints into words.

    Args:
        labels: words for what is named by a code.
        day: writes a day in few letters.
        parent: owns it.
    """

    def __init__(self, labels: Labels, day: Callable[[date], str], parent: QObject) -> None:
        super().__init__(parent)
        self._labels = labels
        self._day = day

    def text(self, item: OpenItem, due: ComplaintDue) -> str:
        """What happened, or what it is about where nobody said more."""
        return beginning(item.text) or ("" if due.about is None else self._labels.enum(due.about))

    def sentence(self, row: TodayRow, due: ComplaintDue, today: date) -> str:
        """What it is, what is to happen next, whose it is."""
        item = row.item
        is_first = due.is_first
        parts = [
            self.tr("Serious complaint") if is_first else self.tr("Complaint"),
            self._labels.enum(due.clock),
        ]
        if due.law_on is not None and due.law_from is not None and due.law_from <= today:
            words = self.tr("by law, tell them you have it by {day}")
            parts.append(words.format(day=self._day(due.law_on)))
        parts.append(item.customer or self.tr("No customer yet"))
        if row.group in (RowGroup.LATE, RowGroup.TODAY) and item.due.day != today:
            parts.append(self.tr("due {day}").format(day=self._day(item.due.day)))
        parts += [self._near(one) for one in row.near]
        if is_first and due.aim_on is not None and due.aim_on < item.due.day:
            parts.append(self.tr("aim for {day}").format(day=self._day(due.aim_on)))
        parts += [due.ref, item.job_ref]
        if item.waiting_for:
            parts.append(self.tr("waiting for {what}").format(what=item.waiting_for))
        return " · ".join(part for part in parts if part)

    def _near(self, one: DueWarning) -> str:
        """Another day that comes near, or is over."""
        if one.warned is Warned.HALF:
            return self.tr("half the time for the answer is over")
        if one.clock is Clock.DECIDE:
            said = self.tr("answer due {day}")
            over = self.tr("answer was due {day}")
        else:
            said = self.tr("eight weeks end {day}")
            over = self.tr("eight weeks ended {day}")
        words = over if one.warned is Warned.LATE else said
        return words.format(day=self._day(one.on))
