# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lets a form be left, or the program end, without losing what was typed into it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog

from servicedesk.ui.core.drafting import DraftKeeper, Standing
from servicedesk.ui.widgets.draft_notice import draft_notice
from servicedesk.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from servicedesk.ui.core.workbench import Workbench
    from servicedesk.ui.widgets.card import Notice


class FormDraft(QObject):
    """Offers what was typed into a form before, and keeps what is typed now until it is saved.

    Args:
        dialog: with all its fields, showing what is saved.
        bench: of the open file.
        form: under which name it is kept; that of the table where it is about a record.
        subject: number of the record; "" for a new one.
        is_new: there is no such record yet; None where the subject tells.
        empty: what it shows where somebody starts empty, other than what stood there as it was
            opened: by question id; what is not named stays as it was.
    """

    def __init__(
        self,
        dialog: FormDialog,
        bench: "Workbench",
        form: str,
        subject: str,
        *,
        is_new: bool | None = None,
        empty: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(dialog)
        self._is_new = not subject if is_new is None else is_new
        self._dialog = dialog
        self._subject = subject
        self._before = dialog.values()
        self._empty = {**self._before, **(empty or {})}
        self._keeper = DraftKeeper(bench, form, self._standing, self)
        self._notice: Notice | None = None
        self._offer()
        for field in dialog.fields():
            field.typed.connect(self._keeper.note)
        dialog.finished.connect(self._on_finished)

    def _offer(self) -> None:
        found = self._keeper.kept(self._subject)
        if found is None:
            return
        self._show(found.values)
        if self._dialog.values() == self._before:
            self._keeper.drop(self._subject)
            return
        self._notice = draft_notice(found.saved_at, is_new=self._is_new)
        self._notice.acted.connect(self._start_anew)
        self._dialog.body.insertWidget(0, self._notice)

    def _show(self, values: Mapping[str, object]) -> None:
        for field in self._dialog.fields():
            if field.question_id in values:
                field.show_typed(values[field.question_id])

    @Slot()
    def _start_anew(self) -> None:
        self._show(self._empty)
        self._dialog.show_errors({})
        self._keeper.end(self._subject)
        if self._notice is not None:
            self._dialog.fields()[0].focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
            self._notice.hide()

    def _standing(self) -> Standing:
        now = self._dialog.values()
        return {self._subject: None if now in (self._before, self._empty) else now}

    @Slot(int)
    def _on_finished(self, result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            self._keeper.end(self._subject)
        else:
            self._keeper.flush()
