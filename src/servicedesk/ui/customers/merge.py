# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialog that makes one customer of several records: one question, and what comes of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.customers.merge_presenter import KEEP, MergePresenter
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.text import label


class MergeDialog(FormDialog):
    """Asks which of the records is kept, and shows what will be in it.

    Args:
        bench: of the open file.
        ids: of the records.
        parent: the window it belongs to.

    Signals:
        merged: (number) they are this customer now.

    Raises:
        Refusal: ``record_gone``.
    """

    merged = Signal(int)

    def __init__(self, bench: Workbench, ids: Sequence[int], parent: QWidget | None = None) -> None:
        self.presenter = MergePresenter(bench, ids)
        super().__init__("", parent)
        title = self.tr("Merge customers")
        self.setWindowTitle(title)
        self._head.setText(title)
        self.save_button.setText(self.tr("Merge"))
        self.presenter.setParent(self)
        self._keep = self.add(make_field(self.presenter.question(), bench.labels, bench))
        self._keep.set_value(self.presenter.first)
        self.outcome = Card(self.tr("There will be"))
        self.body.addWidget(self.outcome)
        self._lines: list[QLabel] = []
        self._keep.typed.connect(self._show_outcome)
        self.save_wanted.connect(self._merge)
        self._show_outcome()

    def _show_outcome(self) -> None:
        for line in self._lines:
            self.outcome.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        words = self.presenter.lines(str(self._keep.value()))
        self._lines = [label(text, "quiet" if text == words[-1] else "") for text in words]
        for line in self._lines:
            self.outcome.body.addWidget(line)
        self.outcome.setAccessibleDescription(" ".join(words))
        self.outcome.setVisible(bool(words))

    def _merge(self) -> None:
        keep = str(self._keep.value())
        wrong = self.presenter.merge(keep)
        if wrong is None:
            return
        self.show_errors(wrong)
        if KEEP not in wrong:
            self.accept()
            self.merged.emit(int(keep))


def show_merge(bench: Workbench, parent: QWidget | None, ids: Sequence[int]) -> MergeDialog:
    """Open the dialog over a window.

    Args:
        bench: of the open file.
        parent: the window it belongs to.
        ids: of the records, two at least.

    Raises:
        Refusal: ``record_gone``.
    """
    dialog = MergeDialog(bench, ids, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
