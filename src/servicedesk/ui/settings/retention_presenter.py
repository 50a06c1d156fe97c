# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How long things are kept, as the owner reads and types it: "6 years", "18 months"."""

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from servicedesk.domain.business import RETENTION_PREFIX
from servicedesk.domain.entries import read_period
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Answers, AnswerValue, Page, Question, QuestionKind
from servicedesk.domain.retention import RetainedKind, rule_for
from servicedesk.ui.guide.facts_presenter import FactsPresenter, FactsState

if TYPE_CHECKING:  # a presenter brings no widgets in
    from servicedesk.ui.core.workbench import Workbench


_YEAR = 12


class RetentionPresenter(FactsPresenter):
    """Facts in whole months, shown and typed in words.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(bench, parent=parent)

    def page(self, page_id: str) -> Page:
        """The questions of a page, each a line of words with the usual time under it."""
        page = super().page(page_id)
        return replace(page, questions=tuple(map(self._in_words, page.questions)))

    def keep(self, question_id: str, value: object) -> bool:
        """Keep a time that was typed in words; see ``FactsPresenter.keep``."""
        typed = str(value)
        if not typed.strip():
            return super().keep(question_id, "")
        try:
            months = read_period(typed, question_id)
        except Refusal as refusal:
            self.say_wrong(question_id, self._bench.labels.refusal(refusal))
            return False
        return super().keep(question_id, months)

    def words(self, months: int) -> str:
        """A time in words, such as "6 years" or "1 year 6 months"."""
        years, rest = divmod(months, _YEAR)
        parts = []
        if years:
            parts.append(self.tr("1 year") if years == 1 else self.tr("{n} years").format(n=years))
        if rest or not years:
            parts.append(self.tr("1 month") if rest == 1 else self.tr("{n} months").format(n=rest))
        return " ".join(parts)

    def _usual(self, question: Question) -> int:
        kind = RetainedKind(question.id.removeprefix(RETENTION_PREFIX))
        return rule_for(kind, self._bench.services.calendars.nation()).months or 0

    def _in_words(self, question: Question) -> Question:
        return replace(
            question,
            kind=QuestionKind.TEXT,
            help=self.tr("{help} Usually {time}; from {least} to {most}.").format(
                help=question.help,
                time=self.words(self._usual(question)),
                least=self.words(question.minimum or 0),
                most=self.words(question.maximum or 0),
            ),
            minimum=None,
            maximum=40,
        )

    def _to(self, state: FactsState) -> None:
        super()._to(replace(state, answers=MappingProxyType(self._worded(state.answers))))

    def _worded(self, answers: Answers) -> dict[str, AnswerValue]:
        """The answers with every time in words, the usual one where nothing was said."""
        worded = dict(answers)
        for page in self.pages:
            for question in page.questions:
                if question.id.startswith(RETENTION_PREFIX):
                    known = answers.get(question.id)
                    if not isinstance(known, str):
                        months = known if isinstance(known, int) else self._usual(question)
                        worded[question.id] = self.words(months)
        return worded

    def fixed(self) -> tuple[str, ...]:
        """What is not for the owner to choose, a sentence each."""
        labels = self._bench.labels
        nation = self._bench.services.calendars.nation()
        rules = (rule_for(kind, nation) for kind in RetainedKind)
        lines = (
            self.tr("{what}: {done}, {start}.").format(
                what=labels.enum(rule.kind),
                done=labels.enum(rule.end),
                start=labels.enum(rule.start),
            )
            for rule in rules
            if not rule.months
        )
        return tuple(f"{line[:1].upper()}{line[1:]}" for line in lines)
