# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What to do first: the gaps of a check, ticked to go on the list of things to do."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.checks_scores import Gap
from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.ui.core.drafting import DraftKeeper, Standing
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.selfcheck.result_presenter import ResultPresenter
from servicedesk.ui.selfcheck.result_state import ResultState
from servicedesk.ui.widgets.buttons import chip_button, link_button, main_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.pair import Pair
from servicedesk.ui.widgets.sub_page import clear
from servicedesk.ui.widgets.text import label

FIRST = 3
"""So many are ticked beforehand: what three weeks can hold."""

MANY = 8
"""So many are shown at once; the rest waits behind a button."""

_SOON = timedelta(days=28)

_FORM = "checks"
"""As its table: whoever removes a check takes this with it. While a check is not finished its
half-typed notes are kept there; from then on it is what was ticked.
"""

_TICKED = "ticked"


class GapRow:
    """One thing to do: a tick or what became of it, and beside it what and why.

    Args:
        gap: of the check.
        bench: words.
        is_planned: it is on the list already.
        is_key_named: a key question is called one, because there are others beside it.

    Attributes:
        id: of the question.
        tick: puts it on the list; None where it is there.
        parts: what stands at the left, and the words.
    """

    def __init__(self, gap: Gap, bench: Workbench, *, is_planned: bool, is_key_named: bool) -> None:
        say = QCoreApplication.translate
        self.id = gap.question.id
        self.tick: QPushButton | None = None
        left: QWidget
        if is_planned:
            left = Chip(say("GapRow", "on the list"), "ok")
        else:
            left = self.tick = chip_button(say("GapRow", "Do it"), is_ticked=True)
            named = say("GapRow", "Do it: {action} ({question})")
            left.setAccessibleName(
                named.format(action=gap.question.action, question=gap.question.text)
            )
        words = QWidget()
        rows = QVBoxLayout(words)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(label(gap.question.action, "strong"))
        said = say("GapRow", "You said {answer}: {question}")
        if gap.question.is_key and is_key_named:
            said = say("GapRow", "Key question. You said {answer}: {question}")
        answer = bench.labels.enum(gap.answer).lower()
        rows.addWidget(label(said.format(answer=answer, question=gap.question.text), "quiet"))
        self.parts = (left, words)

    def set_visible(self, is_visible: bool) -> None:
        """Show it, or keep it back."""
        for part in self.parts:
            part.setVisible(is_visible)


class PlanBox(Card):
    """The gaps, who does them, and by when.

    Args:
        bench: of the open file.
        presenter: puts them on the list.

    Attributes:
        rows: what is shown, in order.
        who, due: fields.
        plan_button: puts what is ticked on the list.
        list_button: leads to the list.
        more_button: shows the rest.

    Signals:
        list_wanted: somebody wants to see the list of things to do.
    """

    list_wanted = Signal()

    def __init__(
        self, bench: Workbench, presenter: ResultPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._bench = bench
        self._presenter = presenter
        self._of: int | None = None
        self._is_whole = False
        self.rows: list[GapRow] = []
        self.body.addWidget(label(self.tr("What to do first"), "section"))
        self._words = label("", "quiet")
        self.body.addWidget(self._words)
        self._gaps = QGridLayout()
        self._gaps.setHorizontalSpacing(14)
        self._gaps.setVerticalSpacing(12)
        self._gaps.setColumnStretch(1, 1)
        self.body.addLayout(self._gaps)
        self.more_button = link_button("")
        self.more_button.clicked.connect(self._show_all)
        more = FlowLayout()
        more.addWidget(self.more_button)
        self.body.addLayout(more)
        self._asks = self._build_asks()
        self._begun: dict[str, object] = {}
        self._keeper = DraftKeeper(bench, _FORM, self._standing, self)
        self.body.addWidget(self._asks)
        foot = FlowLayout(gap=10)
        self.plan_button = main_button(self.tr("Put these on the list of things to do"))
        self.list_button = link_button(self.tr("Open the list of things to do"))
        foot.addWidget(self.plan_button)
        foot.addWidget(self.list_button)
        self.body.addLayout(foot)
        self.plan_button.clicked.connect(self._plan)
        self.list_button.clicked.connect(self.list_wanted)
        for field in (self.who, self.due):
            field.typed.connect(self._keeper.note)

    def _standing(self) -> Standing:
        """What was typed or ticked, other than it was put there to begin with."""
        if self._of is None:
            return {}
        now = self._values()
        return {str(self._of): None if now == self._begun else now}

    def _values(self) -> dict[str, object]:
        fields = {field.question_id: field.value() for field in (self.who, self.due)}
        return {**fields, _TICKED: self.ticked()}

    def leave(self) -> None:
        """Keep what was typed."""
        self._keeper.flush()

    def _take_in(self) -> None:
        """Another check: what was ticked and typed for it before the program ended comes back."""
        self._begun = self._values()
        found = self._keeper.kept(str(self._of))
        if found is None:
            return
        for field in (self.who, self.due):
            if field.question_id in found.values:
                field.show_typed(found.values[field.question_id])
        ticked = found.values.get(_TICKED)
        for row in self.rows:
            if row.tick is not None and isinstance(ticked, tuple):
                row.tick.setChecked(row.id in ticked)

    def _build_asks(self) -> Pair:
        pair = Pair()
        self.who = self._field(
            Question(id="owner", kind=QuestionKind.TEXT, label=self.tr("Who does it?"))
        )
        self.due = self._field(Question(id="due", kind=QuestionKind.DAY, label=self.tr("By when?")))
        pair.put(self.who, self.due)
        return pair

    def _field(self, question: Question) -> Field:
        return make_field(question, self._bench.labels, self._bench)

    def show_state(self, state: ResultState) -> None:
        """Show the gaps of a check; what is ticked stays while it is the same check."""
        card = state.card
        if card is None:
            return
        is_other = card.id != self._of
        ticked = None if is_other else set(self.ticked())
        known = {row.id for row in self.rows}
        if is_other:
            self._keeper.flush()  # of the one before
            self._of, self._is_whole = card.id, False
            self.who.set_value(self._presenter.who)
            self.due.set_value(self._bench.today + _SOON)
            for field in (self.who, self.due):
                field.show_error("")
        clear(self._gaps)
        self.rows = []
        first = {gap.question.id for gap in state.open_gaps[:FIRST]}
        top = Qt.AlignmentFlag.AlignTop
        for at, gap in enumerate(state.gaps):
            row = GapRow(
                gap,
                self._bench,
                is_planned=gap.question.id in state.planned,
                is_key_named=not card.is_short,
            )
            if row.tick is not None:
                was = ticked is not None and row.id in known
                row.tick.setChecked(row.id in (ticked or ()) if was else row.id in first)
                row.tick.clicked.connect(self._keeper.note)
            self._gaps.addWidget(row.parts[0], at, 0, top | Qt.AlignmentFlag.AlignLeft)
            self._gaps.addWidget(row.parts[1], at, 1, top)
            self.rows.append(row)
        has_open = bool(state.open_gaps)
        self._words.setText(self._lead_in(state))
        self._asks.setVisible(has_open)
        self.plan_button.setVisible(has_open)
        self.list_button.setVisible(len(state.open_gaps) < len(state.gaps))
        self._show_rest()
        if is_other:
            self._take_in()

    def _lead_in(self, state: ResultState) -> str:
        if not state.gaps and state.is_empty:
            return self.tr("Nothing, as no answer counts.")
        if not state.gaps:
            return self.tr("Nothing: every answer that counts is yes, or has its reason.")
        if not state.open_gaps:
            return self.tr("All of it is on your list of things to do.")
        if state.card is not None and state.card.is_short:
            return self.tr("Three are enough to begin with; change the ticks.")
        return self.tr(
            "Key questions come first. Three are enough to begin with; change the ticks."
        )

    def _show_all(self) -> None:
        self._is_whole = True
        self._show_rest()
        rest = [row.tick for row in self.rows[MANY:] if row.tick is not None]
        if rest:
            rest[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_rest(self) -> None:
        hidden = 0 if self._is_whole else max(0, len(self.rows) - MANY)
        for at, row in enumerate(self.rows):
            row.set_visible(at < len(self.rows) - hidden)
        self.more_button.setText(self.tr("Show {count} more").format(count=hidden))
        self.more_button.setAccessibleName(
            self.tr("Show {count} more things to do").format(count=hidden)
        )
        self.more_button.setVisible(bool(hidden))

    def stops(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        ticks = [row.tick for row in self.rows if row.tick is not None]
        return [*ticks, self.more_button, self._asks, self.plan_button, self.list_button]

    def ticked(self) -> tuple[str, ...]:
        """Ids of the questions that are ticked, in order."""
        return tuple(row.id for row in self.rows if row.tick is not None and row.tick.isChecked())

    def _plan(self) -> None:
        for field in (self.who, self.due):
            field.show_error("")
        wrong = self._presenter.plan(self.ticked(), str(self.who.value()), self.due.value())
        if wrong is None:
            self._keeper.end(str(self._of))
            self._begun = self._values()
            self.list_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        name, sentence = wrong
        field = self.who if name == "owner" else self.due
        field.show_error(sentence)
        field.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
