# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One breach on the page: how its hours stand, what is known, and one next step."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.breaches import BreachCard, BreachDraft, BreachLaw, BreachStep
from servicedesk.domain.breaches_clock import BreachClock
from servicedesk.ui.privacy.breaches_presenter import FACTS
from servicedesk.ui.privacy.breaches_said import facts_said, left_said, moment_said, why_said
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.ui.core.labels import Labels

_SHOWN = 90
"""Characters of what happened in the names of its buttons."""


class BreachBox(Card):
    """One breach.

    Signals:
        part_wanted: (str) somebody wants to fill this part in.
        close_wanted, reopen_wanted, print_wanted, remove_wanted: somebody wants that.

    Args:
        card: of the breach.
        law: of the place.
        clock: how its hours stand; None where they do not matter.
        step: what is next; None for a closed one.
        labels: words for what is named by a code.

    Attributes:
        first_button: takes the next step, or the first thing there is.
    """

    part_wanted = Signal(str)
    close_wanted = Signal()
    reopen_wanted = Signal()
    print_wanted = Signal()
    remove_wanted = Signal()

    def __init__(
        self,
        card: BreachCard,
        law: BreachLaw,
        clock: BreachClock | None,
        step: BreachStep | None,
        labels: "Labels",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(card.draft.what, parent)
        self.id = card.id
        self._what = _shown(card.draft.what)
        chips = FlowLayout()
        self.body.addLayout(chips)
        self._chips(chips, card, clock)
        if clock is not None:
            by = self.tr("Report it by {moment}, unless harm to people is unlikely.")
            if clock.is_over:
                by = self.tr(
                    "It was to be reported by {moment}. Report it now, unless harm to people is "
                    "unlikely."
                )
            self.body.addWidget(label(by.format(moment=moment_said(clock.by, labels))))
            self.body.addWidget(label(why_said(clock, labels), "small"))
        rows = QVBoxLayout()
        rows.setSpacing(2)
        self.body.addLayout(rows)
        for title, words in facts_said(card, labels, law):
            line = self.tr("{title}: {words}").format(title=title, words=words)
            rows.addWidget(label(line, "quiet"))
        self._ways = FlowLayout(gap=10)
        self.body.addLayout(self._ways)
        self.first_button: QPushButton | None = None
        if step is not None:
            self._next(step)
        for part, words in self._changes(card.draft, step):
            self._way(side_button(words)).clicked.connect(
                lambda _=False, to=part: self.part_wanted.emit(to)
            )
        if step is None:
            self._way(side_button(self.tr("Open again"))).clicked.connect(self.reopen_wanted)
        self._way(side_button(self.tr("Print this one"))).clicked.connect(self.print_wanted)
        self._way(link_button(self.tr("Remove"))).clicked.connect(self.remove_wanted)

    def _chips(self, chips: FlowLayout, card: BreachCard, clock: BreachClock | None) -> None:
        if card.closed_on is not None:
            chips.addWidget(Chip(self.tr("Closed"), "ok"))
            return
        if clock is not None:
            tone = "late" if clock.is_over else "due"
            chips.addWidget(Chip(left_said(clock), tone))
        else:
            chips.addWidget(Chip(self.tr("Open"), "due"))

    def _next(self, step: BreachStep) -> None:
        words = {
            BreachStep.JUDGE: self.tr("Say how bad it is"),
            BreachStep.REPORT: self.tr("Note the report"),
            BreachStep.TELL: self.tr("Note that people were told"),
            BreachStep.ACT: self.tr("Write what you did"),
            BreachStep.CLOSE: self.tr("Nothing is left to do"),
        }[step]
        button = self._way(main_button(words))
        if step is BreachStep.CLOSE:
            button.clicked.connect(self.close_wanted)
        else:
            button.clicked.connect(lambda: self.part_wanted.emit(step.value))

    def _changes(self, draft: BreachDraft, step: BreachStep | None) -> tuple[tuple[str, str], ...]:
        """Parts that are filled in already, with the words of the button that opens each."""
        is_reported = draft.reported_at is not None or draft.no_report_why or draft.report_ref
        is_told = draft.told_on is not None or draft.told_how or draft.no_tell_why
        parts = (
            (FACTS, self.tr("Change what happened"), True),
            (BreachStep.JUDGE.value, self.tr("Change how bad it is"), draft.risk is not None),
            (BreachStep.REPORT.value, self.tr("Change the report"), bool(is_reported)),
            (BreachStep.TELL.value, self.tr("Change who was told"), bool(is_told)),
            (BreachStep.ACT.value, self.tr("Change what was done"), bool(draft.did)),
        )
        now = "" if step is None else step.value
        return tuple((part, words) for part, words, is_there in parts if is_there and part != now)

    def _way(self, button: QPushButton) -> QPushButton:
        button.setAccessibleName(", ".join((button.text(), self._what)))
        self._ways.addWidget(button)
        self.first_button = self.first_button or button
        return button


def _shown(what: str) -> str:
    line = " ".join(what.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"
