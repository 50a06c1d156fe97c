# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Says that a form shows what was being typed before, and offers to go without it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from servicedesk.ui.widgets.card import Notice


def draft_notice(saved_at: datetime, *, is_new: bool) -> Notice:
    """A quiet notice over a form; its link asks for the form as it was before.

    Args:
        saved_at: when somebody was typing, aware.
        is_new: without what was typed the form is empty; else it shows what is saved.
    """
    say = QCoreApplication.translate
    local = saved_at.astimezone()
    day = QLocale().toString(QDate(local.year, local.month, local.day), "dddd d MMMM")
    words = say("Drafts", "Here is what you were typing on {day}, {time}. It is not saved yet.")
    back = say("Drafts", "Start empty") if is_new else say("Drafts", "Back to what is saved")
    return Notice("quiet", words.format(day=day, time=f"{local:%H:%M}"), back)
