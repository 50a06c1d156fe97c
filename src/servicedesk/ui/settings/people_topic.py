# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings page of the people who work here: the list, and the praise that names one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.people_presenter import PeoplePresenter, Praise
from servicedesk.ui.settings.records_presenter import RecordLine
from servicedesk.ui.settings.records_topic import RecordsTopic
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.text import label

_AT_FIRST = 5
"""Compliments that are shown before somebody asks for all of them."""


class PeopleTopic(RecordsTopic):
    """People; below the list the compliments of whoever is chosen, each of which opens.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench) -> None:
        self._people = PeoplePresenter(bench)
        self._praise: tuple[Praise, ...] = ()
        super().__init__(bench, self._people)

    def _build(self) -> None:
        super()._build()
        self.praised = label("", "section")
        self._praises = QVBoxLayout()
        self._praises.setSpacing(2)
        self.all_button = link_button(self.tr("Show all of them"))
        foot = FlowLayout()
        foot.addWidget(self.all_button)
        at = self.body.count() - 1  # above what stretches
        self.body.insertWidget(at, self.praised)
        self.body.insertLayout(at + 1, self._praises)
        self.body.insertLayout(at + 2, foot)

    def _wire(self) -> None:
        super()._wire()
        self.all_button.clicked.connect(self._show_all)
        self._people.praise_changed.connect(lambda: self._show_buttons(self.list.current))

    def _show_buttons(self, line: RecordLine | None) -> None:
        super()._show_buttons(line)
        name = "" if line is None else line.cells[0]
        self._praise = self._people.praise_of(name)
        words = self.tr("{count} compliments name {name}")
        if len(self._praise) == 1:
            words = self.tr("A compliment names {name}")
        self.praised.setText(words.format(count=len(self._praise), name=name))
        self.praised.setVisible(bool(self._praise))
        self._fill(_AT_FIRST)

    def _show_all(self) -> None:
        self._fill(len(self._praise))
        rest = self._praises.itemAt(_AT_FIRST)
        row = None if rest is None else rest.widget()
        button = None if row is None else row.findChild(QPushButton)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, most: int) -> None:
        """Show so many compliments, the newest first."""
        while (item := self._praises.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for one in self._praise[:most]:
            button = link_button(one.words.replace("&", "&&"))
            button.clicked.connect(lambda _=False, chosen=one: self._show_praise(chosen))
            row = QWidget()
            FlowLayout(row).addWidget(button)
            self._praises.addWidget(row)
        self.all_button.setVisible(len(self._praise) > most)

    def _show_praise(self, praise: Praise) -> None:
        self._bench.navigator.open("feedback", "", str(praise.id))
