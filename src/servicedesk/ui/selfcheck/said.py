# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days and law in words, as every page of a check says them."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from servicedesk.domain.checks import CheckBank, CheckCard
from servicedesk.domain.checks_scores import CheckResult
from servicedesk.ui.core.days_said import plain_day

if TYPE_CHECKING:
    from servicedesk.ui.core.workbench import Workbench


def day_words(day: date | None) -> str:
    """A day, such as "23 November 2026"; "" for none."""
    return "" if day is None else plain_day(day)


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


def outcome_words(result: CheckResult) -> str:
    """What a check came to in a few words, such as "72 of 100"; how far it came without one."""
    say = QCoreApplication.translate
    if result.shown is None:
        words = say("SelfCheck", "no number, {done} of {all} answered")
        return words.format(done=result.answered, all=result.asked)
    return say("SelfCheck", "{points} of 100").format(points=result.shown)
