# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialog in which a password is set, changed or removed. Nothing typed here is ever kept."""

from enum import Enum

from PySide6.QtWidgets import QWidget

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.password_presenter import PasswordPresenter
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.password_field import PasswordField, show_toggle
from servicedesk.ui.widgets.text import label


class Wanted(Enum):
    """What the dialog is for."""

    SET = "set"
    CHANGE = "change"
    REMOVE = "remove"


class PasswordForm(FormDialog):
    """Asks for what is needed; accepted once it will do, and then the file is closed.

    Args:
        wanted: what is to be done.
        presenter: looks at what was typed.
        bench: of the open file.
        parent: the window it belongs to.
    """

    def __init__(
        self, wanted: Wanted, presenter: PasswordPresenter, bench: Workbench, parent: QWidget
    ) -> None:
        title, verb = {
            Wanted.SET: (self.tr("Set a password"), self.tr("Set the password")),
            Wanted.CHANGE: (self.tr("Change the password"), self.tr("Change it")),
            Wanted.REMOVE: (self.tr("Remove the password"), self.tr("Remove it")),
        }[wanted]
        super().__init__(title, parent, verb)
        self._wanted = wanted
        self._presenter = presenter
        self._bench = bench
        self.close_button.setText(self.tr("Leave it as it is"))
        self.body.addWidget(label(self._about(), "strong"))
        made = []
        if wanted is not Wanted.SET:
            made.append(self._field("current", self.tr("The password you have now"), ""))
        if wanted is not Wanted.REMOVE:
            hint = self.tr(
                "At least 8 letters, figures or signs. Three or four words that do not belong "
                "together are safe, and easy to keep in mind."
            )
            made.append(self._field("password", self.tr("The new password"), hint))
            made.append(self._field("again", self.tr("The new password once more"), ""))
        row = FlowLayout()
        self.show_button = show_toggle(made)
        row.addWidget(self.show_button)
        self.body.addLayout(row)
        self.save_wanted.connect(self._save)
        presenter.refused.connect(self._refuse)
        presenter.checked.connect(self.accept)

    def _about(self) -> str:
        if self._wanted is Wanted.REMOVE:
            return self.tr("Whoever gets hold of the file can then read all of it.")
        return self.tr(
            "If you forget it, your records are gone: nobody can open the file without it. Write "
            "it by hand on the recovery sheet and lock that away."
        )

    def _field(self, question_id: str, words: str, hint: str) -> PasswordField:
        field = PasswordField(question_id, (words, hint), self._bench.labels)
        field.typed.connect(self._hush)
        self.add(field)
        return field

    def _hush(self) -> None:
        """What was wrong is not, perhaps, while it is being typed anew."""
        for field in self.fields():
            if field.error():
                field.show_error("")

    def _typed(self, question_id: str) -> str:
        return str(self.values().get(question_id, ""))

    def _save(self) -> None:
        self.show_errors({})
        if self._wanted is Wanted.REMOVE:
            self._presenter.remove(self._typed("current"))
        else:
            typed = (self._typed(one) for one in ("current", "password", "again"))
            self._presenter.change(*typed)

    def _refuse(self, sentences: dict[str, str]) -> None:
        self.show_errors(sentences)
        for field in self.fields():
            if field.question_id in sentences and isinstance(field, PasswordField):
                field.take_anew()
