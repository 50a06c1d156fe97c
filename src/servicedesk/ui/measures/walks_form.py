# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialog in which a walk is written down; what is typed stays when it is closed."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.domain.walks import WalkCard
from servicedesk.domain.walks_checking import NAME_MOST
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.measures.walks_presenter import WalksPresenter
from servicedesk.ui.measures.walks_steps import PARTS, StepsField
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft

_FORM = "walks"
"""As its table: whoever removes a walk takes the half-typed form with it."""


class WalkForm(FormDialog):
    """Writes a walk down, or changes one.

    Args:
        bench: of the open file.
        presenter: keeps it.
        card: of the walk; None for a new one.

    Attributes:
        steps: the field of the steps.
    """

    wide = 60

    def __init__(
        self,
        bench: Workbench,
        presenter: WalksPresenter,
        card: WalkCard | None,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Walk the customer’s way") if card is None else self.tr("Change the walk")
        super().__init__(title, parent)
        self._presenter = presenter
        self._id = None if card is None else card.id
        for question in self._questions():
            self.add(make_field(question, bench.labels, bench))
        self.steps = StepsField(self._asked_steps(), bench, presenter.promised())
        self.add(self.steps)
        self.steps.added.connect(lambda: QTimer.singleShot(0, self, self._show_added))
        self._page.verticalScrollBar().rangeChanged.connect(self._show_added)
        name, day, who, steps = self.fields()
        if card is None:
            day.set_value(bench.today)
            who.set_value(presenter.who)
        else:
            draft = card.draft
            name.set_value(draft.name)
            day.set_value(draft.walked_on)
            who.set_value(draft.who)
            steps.set_value(tuple(getattr(step, part) for step in draft.steps for part in PARTS))
        FormDraft(self, bench, _FORM, "" if card is None else str(card.id))
        self.save_wanted.connect(self._save)

    def _questions(self) -> tuple[Question, ...]:
        return (
            Question(
                id="name",
                kind=QuestionKind.TEXT,
                label=self.tr("What do you walk?"),
                help=self.tr("Such as: from a missed call to the invoice."),
                is_required=True,
                maximum=NAME_MOST,
            ),
            Question(
                id="walked_on",
                kind=QuestionKind.DAY,
                label=self.tr("Walked on"),
                is_required=True,
                is_past=True,
            ),
            Question(id="who", kind=QuestionKind.TEXT, label=self.tr("By whom"), maximum=NAME_MOST),
        )

    def _asked_steps(self) -> Question:
        return Question(
            id="steps",
            kind=QuestionKind.LONG_TEXT,
            label=self.tr("Step by step, as the customer"),
            help=self.tr(
                "Up to eight steps; what you leave blank can be written in on paper. Ctrl, Shift "
                "and the arrow up or down move a step."
            ),
        )

    def _show_added(self) -> None:
        """Bring a new step into sight; asked again whenever the page has made more room."""
        first = self.steps.boxes[-1].edits[PARTS[0]]
        if first.hasFocus():
            self._page.show_whole(first)

    def _save(self) -> None:
        wrong = self._presenter.keep(self._id, self.values(), self.steps.steps())
        if not wrong:
            self.accept()
            return
        field, sentence = wrong
        self.steps.show_error_at("", "")
        if "." in field:
            self.show_errors({})
            self.steps.show_error_at(field, sentence)
        else:
            self.show_errors({field: sentence})
