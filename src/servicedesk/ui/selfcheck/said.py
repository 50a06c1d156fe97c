# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days and law in words, as every page of a check says them."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from servicedesk.domain.checks import CheckBank, CheckCard

if TYPE_CHECKING:
    from servicedesk.ui.core.workbench import Workbench


def day_words(day: date | None) -> str:
    """A day, such as "23 November 2026"; "" for none."""
    if day is None:
        return ""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def title_of(card: CheckCard, bench: "Workbench") -> str:
    """What a check is called, such as "Check yourself, 22 key questions"."""
    title = bench.labels.enum(card.bank)
    if not card.is_short:
        return title
    words = QCoreApplication.translate("SelfCheck", "{title}, {count} key questions")
    return words.format(title=title, count=len(card.asked))


def law_words(bench: "Workbench", bank: CheckBank) -> dict[str, str]:
    """When the law that tips rest on was looked up, by id of the legal fact.

    Raises:
        Trouble: the facts cannot be read.
    """
    wanted = {question.law for question in bank.questions if question.law}
    if not wanted:
        return {}
    say = QCoreApplication.translate("SelfCheck", "UK law, as checked on {day}.")
    days = bench.services.checks.law_days()
    return {one: say.format(day=day_words(days[one])) for one in wanted if one in days}
