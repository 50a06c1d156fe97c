# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Every version of the charter, and what changed between two, sentence by sentence."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from servicedesk.domain.charters import ChangeKind
from servicedesk.ui.charter.versions_presenter import Change, PageChanges, VersionsPresenter
from servicedesk.ui.core.days_said import plain_day
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.calm import FittedCombo
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.services.charters import VersionLine
    from servicedesk.ui.core.workbench import Workbench

_TONES = {ChangeKind.ADDED: "ok", ChangeKind.REMOVED: "late", ChangeKind.REWORDED: "due"}
_MOST_ROWS = 6
_ROW = 2.2


class VersionsPage(QWidget):
    """The list of versions with their differences.

    Args:
        bench: services, words and colours.

    Attributes:
        presenter: what it shows.
    """

    def __init__(self, bench: "Workbench", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = VersionsPresenter(bench, self)
        self._is_showing = False
        self._build()
        self._wire()

    def _build(self) -> None:
        scroll = ScrollPage()
        body = scroll.body
        self._home = link_button(self.tr("Back to our charter"))
        back = FlowLayout()
        body.addLayout(back)
        back.addWidget(self._home)
        body.addWidget(label(self.tr("Versions of our charter"), "title"))
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Versions"))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body.addWidget(self._list)
        row = FlowLayout()
        body.addLayout(row)
        self._print = side_button(self.tr("Print this version"))
        self._with = FittedCombo()
        self._with.setAccessibleName(self.tr("Compare with"))
        row.addWidget(self._print)
        row.addWidget(label(self.tr("Compare with")))
        row.addWidget(self._with)
        self._changes = QVBoxLayout()
        self._changes.setSpacing(12)
        body.addLayout(self._changes)
        body.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(scroll)

    def _wire(self) -> None:
        self.presenter.state_changed.connect(self._show)
        self._list.currentRowChanged.connect(self._on_row)
        self._with.activated.connect(self._on_other)
        self._print.clicked.connect(self._on_print)
        self._home.clicked.connect(lambda: self._bench.navigator.open("charter"))
        self._bench.theme.changed.connect(self._fit)

    def open(self, item: str = "") -> None:
        """Show every version; see the presenter."""
        self.presenter.open(item)

    def first_focus(self) -> QWidget:
        """The list."""
        return self._list

    def print_job(self) -> "PrintJob | None":
        """The version that is looked at."""
        return self.presenter.print_job()

    # --- showing ----------------------------------------------------------------------------

    def _show(self) -> None:
        self._is_showing = True
        state = self.presenter.state
        lines = [self._line(one) for one in state.versions]
        if [self._list.item(at).text() for at in range(self._list.count())] != lines:
            self._list.clear()
            for line in lines:
                item = QListWidgetItem(line)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, line)
                self._list.addItem(item)
        ids = [one.id for one in state.versions]
        if state.chosen in ids:
            self._list.setCurrentRow(ids.index(state.chosen))
        others = [one for one in state.versions if one.id != state.chosen]
        self._with.clear()
        for one in others:
            words = self.tr("version {number}").format(number=one.number)
            self._with.addItem(words, one.id)
        self._with.setCurrentIndex(self._with.findData(state.compared))
        self._with.setEnabled(bool(others))
        self._print.setEnabled(bool(state.versions))
        self._show_changes()
        self._fit()
        self._is_showing = False

    def _line(self, one: "VersionLine") -> str:
        status = self._bench.labels.enum(one.status)
        said = [self.tr("Version {number}: {status}").format(number=one.number, status=status)]
        if one.published_on is not None:
            said.append(self.tr("from {day}").format(day=plain_day(one.published_on)))
        if one.ended_on is not None:
            said.append(self.tr("until {day}").format(day=plain_day(one.ended_on)))
        return ", ".join(said)

    def _show_changes(self) -> None:
        while (item := self._changes.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        state = self.presenter.state
        if not state.compared:
            return
        if not state.pages:
            self._changes.addWidget(label(self.tr("Both say the same, word for word."), "quiet"))
        for page in state.pages:
            self._changes.addWidget(self._card(page))

    def _card(self, page: PageChanges) -> Card:
        card = Card(page.title or self.tr("Elsewhere"))
        for change in page.changes:
            card.body.addWidget(self._change(change))
        return card

    def _change(self, change: Change) -> QWidget:
        made = QWidget()
        beside = QHBoxLayout(made)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        chip = Chip(self._bench.labels.enum(change.kind), _TONES[change.kind])
        beside.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout()
        rows.setSpacing(3)
        beside.addLayout(rows, 1)
        if change.before and change.after:
            rows.addWidget(label(self.tr("before: {words}").format(words=change.before), "quiet"))
            rows.addWidget(label(self.tr("now: {words}").format(words=change.after)))
        else:
            rows.addWidget(label(change.after or change.before))
        return made

    def _fit(self) -> None:
        """As high as the versions there are, up to a few."""
        rows = min(max(self._list.count(), 1), _MOST_ROWS)
        row = max(em(self, _ROW), self._list.sizeHintForRow(0))
        self._list.setFixedHeight(row * rows + em(self, 0.6))

    # --- slots ------------------------------------------------------------------------------

    def _on_row(self, row: int) -> None:
        versions = self.presenter.state.versions
        if not self._is_showing and 0 <= row < len(versions):
            self.presenter.choose(versions[row].id)

    def _on_other(self) -> None:
        self.presenter.compare(self.presenter.state.chosen, int(self._with.currentData()))

    def _on_print(self) -> None:
        job = self.presenter.print_job()
        if job is not None:
            show_print(job, self._bench, self.window())
