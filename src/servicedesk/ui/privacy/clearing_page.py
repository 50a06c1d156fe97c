# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What was kept for long enough: looked through, then cleared out or kept for longer."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from servicedesk.domain.clearing import Due
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.privacy.clearing_form import ClearDialog, KeepForm
from servicedesk.ui.privacy.clearing_presenter import ClearingPresenter
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.sub_page import SubPage, clear
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place

_SHOWN = 50
"""Lines that the page shows at a time; the rest follows when these are dealt with."""


_SHORT = 8
"""Lines that stand together whatever they are; more of them are parted by kind."""


class ClearingPage(SubPage):
    """The page.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        boxes: a tick for each line that is shown.
        clear_button, keep_button, all_button: what is done with those that are ticked.
        stop_button: while they are cleared out.
        form, dialog: that is open, or was last.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(
            bench,
            self.tr("Kept for long enough"),
            self.tr(
                "Nothing goes by itself. Look at each line, tick what may go, or keep it for "
                "longer and say why."
            ),
            back=self.tr("Back to the privacy desk"),
            room="privacy",
            parent=parent,
        )
        self.presenter = ClearingPresenter(bench, self)
        self.boxes: list[tuple[QCheckBox, Due]] = []
        self.form: KeepForm | None = None
        self.dialog: ClearDialog | None = None
        self.clear_button = main_button(self.tr("Clear out what is ticked"))
        self.keep_button = side_button(self.tr("Keep it for longer"))
        self.stop_button = side_button(self.tr("Stop"))
        self.all_button = side_button(self.tr("Tick all"))
        self.print_button = side_button(self.tr("Print the list"))
        self.settings_button = link_button(self.tr("How long things are kept"))
        self._buttons = (
            self.clear_button,
            self.stop_button,
            self.keep_button,
            self.all_button,
            self.print_button,
            self.settings_button,
        )
        for button in self._buttons:
            self.ways.addWidget(button)
        self.clear_button.clicked.connect(self._ask)
        self.stop_button.clicked.connect(self.presenter.stop)
        self.keep_button.clicked.connect(self._keep)
        self.all_button.clicked.connect(self._tick_all)
        self.print_button.clicked.connect(self._print)
        self.settings_button.clicked.connect(lambda: bench.navigator.open("settings", "retention"))
        self.presenter.state_changed.connect(self._show)

    def arrive(self, place: "Place") -> None:
        """Show what there is."""
        del place
        self.presenter.open()

    def leave(self) -> None:
        """What was typed stands in its dialog."""
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """The first line, or the way to the settings."""
        return self.boxes[0][0] if self.boxes else self.settings_button

    def print_job(self) -> "PrintJob | None":
        """The list."""
        return self.presenter.list_job()

    def ticked(self) -> tuple[Due, ...]:
        """The lines that are ticked."""
        return tuple(due for box, due in self.boxes if box.isChecked())

    def _ask(self) -> None:
        dues = self.ticked()
        if not dues:
            self._bench.bar.say(self.tr("Tick what may go first."), can_undo=False)
            return
        self.dialog = ClearDialog(len(dues), self.window())
        self.dialog.clear_wanted.connect(lambda: self.presenter.clear(dues))
        self.dialog.open()

    def _keep(self) -> None:
        dues = self.ticked()
        if not dues:
            self._bench.bar.say(self.tr("Tick what is still needed first."), can_undo=False)
            return
        self.form = KeepForm(self._bench, self.presenter, dues, self.window())
        self.form.open()

    def _tick_all(self) -> None:
        is_on = not all(box.isChecked() for box, _ in self.boxes)
        for box, _ in self.boxes:
            box.setChecked(is_on)

    def _show(self) -> None:
        clear(self.column)
        self.boxes = []
        show = self.presenter
        for button in self._buttons[:-1]:
            button.setVisible(bool(show.state))
        self.clear_button.setEnabled(not show.is_busy)
        self.stop_button.setVisible(show.is_busy)
        self.stop_button.setEnabled(not show.is_stopping)
        if not show.state:
            nothing = self.tr("Nothing has been kept for too long. There is nothing to do here.")
            self.column.addWidget(label(nothing, "quiet"))
        else:
            for card in self._cards():
                self.column.addWidget(card)
        if len(show.state) > _SHOWN:
            more = self.tr("More lines follow when these are dealt with: {count}.")
            self.column.addWidget(label(more.format(count=len(show.state) - _SHOWN), "quiet"))
        for rule in show.elsewhere:
            words = self.tr(
                "{what} are not kept in this program. Clear them out where you keep them, "
                "{years} years after their day."
            )
            what = self._bench.labels.enum(rule.kind).capitalize()
            years = (rule.months or 0) // 12
            self.column.addWidget(label(words.format(what=what, years=years), "quiet"))
        order_tabs([self.back_button, *self._buttons, *(box for box, _ in self.boxes)])

    def _cards(self) -> Iterator[Card]:
        """A card for each kind, the one with the oldest line first; none while the list is short.

        Yields:
            Each with a tick for each line, and what that is about under it.
        """
        shown = self.presenter.state[:_SHOWN]
        if len(shown) <= _SHORT:
            yield self._lines("", list(enumerate(shown, start=1)))
            return
        kinds: dict[str, list[Due]] = {}
        for due in shown:
            kinds.setdefault(self.presenter.what(due), []).append(due)
        first = 1
        for kind, dues in kinds.items():
            yield self._lines(
                self.tr("{kind}: {count}").format(kind=kind, count=len(dues)),
                list(enumerate(dues, start=first)),
            )
            first += len(dues)

    def _lines(self, title: str, numbered: list[tuple[int, Due]]) -> Card:
        """A tick for each line, with what it is about under it."""
        card = Card(title)
        for number, due in numbered:
            one = due.candidate
            kind = self.presenter.what(due)
            box = QCheckBox(" ".join(part for part in (f"{number}.", kind, one.ref) if part))
            box.setAccessibleName(box.text())
            line = QVBoxLayout()
            line.setSpacing(2)
            line.addWidget(box)
            if one.about:
                line.addWidget(label(one.about))
            line.addWidget(label(self.presenter.detail(due), "quiet"))
            card.body.addLayout(line)
            self.boxes.append((box, due))
        return card

    def _print(self) -> None:
        job = self.print_job()
        if job is not None:
            show_print(job, self._bench, self.window())
