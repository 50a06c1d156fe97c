# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Asks for the owner's PIN before what is about the people who work here."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.buttons import main_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.password_field import PasswordField
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place


class PinForm(FormDialog):
    """One field; it closes once the PIN is right. What is typed is kept nowhere.

    Args:
        bench: of the open file.

    Attributes:
        field: for the PIN.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        say = QCoreApplication.translate
        super().__init__(say("Pin", "The owner’s PIN"), parent, save=say("Pin", "Open"))
        self._bench = bench
        self.field = PasswordField("pin", (self.tr("PIN"), ""), bench.labels)
        self.add(self.field)
        self.save_wanted.connect(self._try)

    def _try(self) -> None:
        if self._bench.services.owner_pin.let_in(str(self.field.value())):
            self.accept()
            return
        self.field.set_value("")
        self.show_errors({"pin": self.tr("That is not the PIN. Nothing was opened.")})


def ask_pin(bench: Workbench, parent: QWidget) -> bool:
    """Ask for the PIN where there is one and nobody gave it yet; whether pages may be shown."""
    if bench.services.owner_pin.is_open():
        return True
    form = PinForm(bench, parent)
    is_right = form.exec() == PinForm.DialogCode.Accepted
    form.deleteLater()
    return is_right


class PinCard(Card):
    """Stands in the place of what the PIN keeps.

    Signals:
        opened: the PIN was given.

    Args:
        bench: of the open file.
        why: what is kept, in a sentence.

    Attributes:
        open_button: asks for it.
    """

    opened = Signal()

    def __init__(self, bench: Workbench, why: str, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Pin", "For the owner"), parent)
        self._bench = bench
        self.body.addWidget(label(why))
        ways = FlowLayout()
        self.body.addLayout(ways)
        self.open_button = main_button(self.tr("Enter the owner’s PIN…"))
        self.open_button.clicked.connect(self._ask)
        ways.addWidget(self.open_button)

    def _ask(self) -> None:
        if ask_pin(self._bench, self.window()):
            self.opened.emit()


class PinnedPage(Page):
    """A page that is made and shown once the PIN is given, where there is one.

    Args:
        bench: of the open file.
        build: makes the page.
        why: what is kept, in a sentence.

    Attributes:
        card: stands in its place until then.
    """

    def __init__(self, bench: Workbench, build: Callable[[Workbench], Page], why: str) -> None:
        super().__init__()
        self._bench = bench
        self._build = build
        self._place: Place | None = None
        self.page: Page | None = None
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._shut = ScrollPage()
        self.card = PinCard(bench, why)
        self.card.opened.connect(self._open)
        self._shut.body.addWidget(self.card)
        self._shut.body.addStretch(1)
        self._stack.addWidget(self._shut)

    def arrive(self, place: "Place") -> None:
        """Show the page, or ask first."""
        self._place = place
        if self._bench.services.owner_pin.is_open():
            self._open()
        else:
            self._stack.setCurrentWidget(self._shut)

    def _open(self) -> None:
        if self.page is None:
            self.page = self._build(self._bench)
            self._stack.addWidget(self.page)
        self._stack.setCurrentWidget(self.page)
        if self._place is not None:
            self.page.arrive(self._place)

    @property
    def _shown(self) -> Page | None:
        return self.page if self._stack.currentWidget() is self.page else None

    def leave(self) -> None:
        """Keep what was typed."""
        if self._shown is not None:
            self._shown.leave()

    def first_focus(self) -> QWidget | None:
        """The button that asks, or what the page wants."""
        return self.card.open_button if self._shown is None else self._shown.first_focus()

    def print_job(self) -> "PrintJob | None":
        """What the page prints; nothing while it is kept."""
        return None if self._shown is None else self._shown.print_job()
