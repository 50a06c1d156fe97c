# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The live page: how we are doing against our charter, standard by standard."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from servicedesk.ui.charter.live_presenter import (
    OFFERED,
    SAMPLES,
    LiveLine,
    LivePresenter,
)
from servicedesk.ui.charter.live_row import LiveRow
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.workbench import Workbench

_WIDEST = 64
"""Width of the page, in text heights: rows of figures are looked along, not read."""


class LiveCharterPage(QWidget):
    """How each standard is kept.

    Args:
        bench: services, words and colours.

    Attributes:
        presenter: what it shows.
    """

    def __init__(self, bench: "Workbench", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._lines: tuple[LiveLine, ...] = ()
        self._earlier: tuple[LiveLine, ...] = ()
        self.presenter = LivePresenter(bench, self)
        self._build()
        self._wire()

    def _build(self) -> None:
        scroll = ScrollPage(widest=_WIDEST)
        body = scroll.body
        back = FlowLayout()
        body.addLayout(back)
        self._home = link_button(self.tr("Back to our charter"))
        back.addWidget(self._home)
        body.addWidget(label(self.tr("How we are doing against our charter"), "title"))
        self._about = label("", "quiet")
        body.addWidget(self._about)
        self._periods = ChipRow(
            [self._bench.labels.enum(name) for name in OFFERED], is_single=True, can_let_go=False
        )
        body.addWidget(self._periods)
        self._ways = QWidget()
        row = FlowLayout(self._ways)
        self._print = main_button(self.tr("Print the page for the wall"))
        self._evidence = side_button(self.tr("Evidence list for an adviser"))
        self._sample = side_button(self.tr("Plan a sample week"))
        for button in (self._print, self._evidence, self._sample):
            row.addWidget(button)
        body.addWidget(self._ways)
        self._now, self._now_rows = _list()
        body.addWidget(self._now)
        self._before = label(self.tr("As earlier versions said it"), "section")
        self._before.setAccessibleName(self._before.text())
        body.addWidget(self._before)
        self._old, self._old_rows = _list()
        body.addWidget(self._old)
        self._build_none(body)
        body.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(scroll)

    def _build_none(self, body: QVBoxLayout) -> None:
        self._none = Card()
        self._none.body.addWidget(
            label(self.tr("Once a charter is on the wall, you see here how well it is kept."))
        )
        row = FlowLayout()
        self._write = main_button(self.tr("Write our charter"))
        row.addWidget(self._write)
        self._none.body.addLayout(row)
        body.addWidget(self._none)

    def _wire(self) -> None:
        navigator = self._bench.navigator
        self.presenter.state_changed.connect(self._show)
        self._home.clicked.connect(lambda: navigator.open("charter"))
        self._write.clicked.connect(lambda: navigator.open("charter", "write"))
        self._sample.clicked.connect(lambda: self.presenter.count_by_hand(SAMPLES))
        self._print.clicked.connect(lambda: self._show_job(self.presenter.wall_job()))
        self._evidence.clicked.connect(lambda: self._show_job(self.presenter.evidence_job()))
        self._periods.chosen.connect(self._on_period)

    # --- public -----------------------------------------------------------------------------

    def open(self) -> None:
        """Show the results as they are now."""
        self.presenter.open()
        self._show()

    def close_down(self) -> None:
        """Another place is shown."""
        self.presenter.close()

    def first_focus(self) -> QWidget:
        """The periods, or the way to a charter."""
        return self._periods.resting() if self.presenter.state.is_on_wall else self._write

    def print_job(self) -> "PrintJob | None":
        """The page for the wall."""
        return self.presenter.wall_job()

    # --- showing ----------------------------------------------------------------------------

    def _show(self) -> None:
        state = self.presenter.state
        self._none.setVisible(not state.is_on_wall)
        for part in (self._about, self._periods, self._ways, self._now):
            part.setVisible(state.is_on_wall)
        self._about.setText(state.about)
        self._periods.pick((OFFERED.index(state.period),))
        self._sample.setVisible(state.has_samples)
        if state.lines != self._lines:
            self._lines = state.lines
            self._fill(self._now_rows, state.lines)
        if state.earlier != self._earlier:
            self._earlier = state.earlier
            self._fill(self._old_rows, state.earlier)
        for part in (self._before, self._old):
            part.setVisible(bool(state.earlier))

    def _fill(self, rows: QVBoxLayout, lines: Sequence[LiveLine]) -> None:
        while (item := rows.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for line in lines:
            row = LiveRow(line, self.presenter)
            rows.addWidget(row)
            row.show()  # at once: whoever listens to the page need not wait for its next turn

    def _on_period(self) -> None:
        for position in self._periods.picked():
            self.presenter.choose(OFFERED[position])

    def _show_job(self, job: "PrintJob | None") -> None:
        if job is not None:
            show_print(job, self._bench, self.window())


def _list() -> tuple[QFrame, QVBoxLayout]:
    """A box with rows under one another."""
    frame = QFrame()
    frame.setObjectName("card")
    rows = QVBoxLayout(frame)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    return frame, rows
