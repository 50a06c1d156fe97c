# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Dialogs of clearing out: keeping something longer, and the last question before it goes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from servicedesk.domain.clearing import REASON_MOST, Due
from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.privacy.clearing_presenter import ClearingPresenter
from servicedesk.ui.widgets.buttons import danger_button, side_button
from servicedesk.ui.widgets.day_field import FarDayField
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.form_values import unread
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sizes import take_room
from servicedesk.ui.widgets.text import label

_FORM = "kept_longer"
_WIDE, _HIGH = 40, 24
_MARGIN = 20


class KeepForm(FormDialog):
    """Says why something is kept for longer, and until when.

    Args:
        bench: of the open file.
        presenter: keeps it.
        dues: lines of the list.
    """

    def __init__(
        self,
        bench: Workbench,
        presenter: ClearingPresenter,
        dues: Sequence[Due],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Keep it for longer"), parent)
        self._bench, self._presenter, self._dues = bench, presenter, dues
        asked = (
            Question(
                id="reason",
                kind=QuestionKind.TEXT,
                label=self.tr("Why is it still needed?"),
                help=self.tr("Such as: their boiler is still under warranty."),
                is_required=True,
                maximum=REASON_MOST,
            ),
            Question(
                id="until",
                kind=QuestionKind.DAY,
                label=self.tr("Look at it again on"),
                is_required=True,
            ),
        )
        for question in asked:
            if question.kind is QuestionKind.DAY:
                self.add(FarDayField(question, bench.labels, bench))
            else:
                self.add(make_field(question, bench.labels, bench))
        FormDraft(self, bench, _FORM, "")
        self.save_wanted.connect(self._save)

    def _save(self) -> None:
        wrong = unread(self, self._bench.labels)
        wrong = wrong or self._presenter.keep_longer(self._dues, self.values())
        if wrong:
            self.show_errors(wrong)
        else:
            self.accept()


class ClearDialog(QDialog):
    """Asks once more, with the safe way first, for it cannot be undone.

    Signals:
        clear_wanted: it shall go.

    Args:
        count: how many lines.
    """

    clear_wanted = Signal()

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Clear out what is ticked: {count}").format(count=count)
        self.setWindowTitle(title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = ScrollPage(widest=0)
        page.body.addWidget(label(title, "title"))
        page.body.addWidget(
            label(
                self.tr(
                    "Names and words go, letters and files too. What happened is still counted. "
                    "This cannot be undone."
                )
            )
        )
        page.body.addStretch(1)
        whole.addWidget(page, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(_MARGIN, 12, _MARGIN, _MARGIN)
        buttons = FlowLayout()
        foot.addLayout(buttons)
        self.keep_button = side_button(self.tr("Keep it"))
        self.keep_button.setDefault(True)
        self.clear_button = danger_button(self.tr("Clear it out"))
        for button in (self.keep_button, self.clear_button):
            buttons.addWidget(button)
        whole.addLayout(foot)
        self.keep_button.clicked.connect(self.reject)
        self.clear_button.clicked.connect(self.accept)
        self.accepted.connect(self.clear_wanted)
        take_room(self, _WIDE, _HIGH)
