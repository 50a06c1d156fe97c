# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sets the owner's PIN, changes it, or takes it away."""

from PySide6.QtWidgets import QWidget

from servicedesk.domain.errors import Refusal
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.pin import ask_pin
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.password_field import PasswordField
from servicedesk.ui.widgets.text import label


class PinForm(FormDialog):
    """Asks for a new PIN, twice. What is typed is kept nowhere until it is set.

    Args:
        bench: of the open file.

    Attributes:
        pins: the PIN, and the PIN once more.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench.theme.tr("A new PIN"), parent, save=bench.theme.tr("Set it"))
        self._bench = bench
        asked = (
            ("pin", self.tr("PIN"), self.tr("4 to 8 figures.")),
            ("again", self.tr("Once more"), ""),
        )
        self.pins = tuple(
            PasswordField(id, (words, about), bench.labels) for id, words, about in asked
        )
        for field in self.pins:
            self.add(field)
        self.save_wanted.connect(self._save)

    def _save(self) -> None:
        bench = self._bench
        pin, again = (field.value() for field in self.pins)
        try:
            bench.do(
                lambda: bench.services.owner_pin.set(pin, again, bench.who),
                said=self.tr("The PIN is set."),
                can_undo=False,
            )
        except Refusal as refusal:
            self.show_errors({refusal.field or "pin": bench.labels.refusal(refusal)})
            return
        self.accept()


class PinBox(Card):
    """The card of the PIN.

    Args:
        bench: of the open file.

    Attributes:
        set_button: sets one, or another.
        remove_button: asks for none any more.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._bench = bench
        self.body.addWidget(label(self.tr("The owner’s PIN"), "section"))
        about = self.tr(
            "Asked before the page about your people, before complaints that name one of them, "
            "and before everything is taken out in the window, once until the screen is hidden. "
            "It keeps the curious out of a page and nobody out of the file: a command such as "
            "“servicedesk export” asks for the password of the file only, and lists, backups and "
            "what is held on one customer go out without it. If it is forgotten, a password or "
            "a backup does not bring it back."
        )
        self.body.addWidget(label(about, "quiet"))
        ways = FlowLayout(gap=10)
        self.body.addLayout(ways)
        self.set_button = side_button("")
        self.remove_button = side_button(self.tr("Ask for no PIN any more"))
        ways.addWidget(self.set_button)
        ways.addWidget(self.remove_button)
        self.set_button.clicked.connect(self._set)
        self.remove_button.clicked.connect(self._remove)
        self.show_state()

    def show_state(self) -> None:
        """Show whether there is one."""
        is_set = self._bench.services.owner_pin.is_set()
        self.set_button.setText(self.tr("Change the PIN…") if is_set else self.tr("Set a PIN…"))
        self.remove_button.setVisible(is_set)

    def _set(self) -> None:
        if ask_pin(self._bench, self.window()):
            form = PinForm(self._bench, self.window())
            form.exec()
            form.deleteLater()
            self.show_state()

    def _remove(self) -> None:
        bench = self._bench
        if ask_pin(bench, self.window()):
            bench.do(
                lambda: bench.services.owner_pin.remove(bench.who),
                said=self.tr("No PIN is asked for any more."),
                can_undo=False,
            )
            self.show_state()
