# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Our charter: what it is and how to begin, how far it has come, or the poster on the wall."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.errors import Trouble
from servicedesk.ui.charter.home_presenter import HomePresenter, HomeState
from servicedesk.ui.core.days_said import plain_day
from servicedesk.ui.core.messages import ask
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.widgets.ask_file import open_file, save_file
from servicedesk.ui.widgets.buttons import danger_button, link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.page_image import PageImage
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.workbench import Workbench

_SIDE_BY_SIDE = 46
"""Width from which the poster stands beside the words, in text heights."""

_POSTER = (18, 25)
"""Least size of the poster, in text heights."""


class HomePage(QWidget):
    """The first page of the room.

    Args:
        bench: services, words and colours.

    Attributes:
        presenter: what it shows.
    """

    def __init__(self, bench: "Workbench", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = HomePresenter(bench, self)
        self._build()
        self.presenter.state_changed.connect(self._show)
        bench.theme.changed.connect(self._fit)

    def _build(self) -> None:
        self._scroll = ScrollPage(widest=0)
        self._title = label(self.tr("Our charter"), "title")
        self._scroll.body.addWidget(self._title)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(22)
        self._scroll.body.addLayout(self._across, 1)
        words = QWidget()
        self._words = QVBoxLayout(words)
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words.setSpacing(14)
        self._across.addWidget(words, 1)
        self._build_published()
        self._build_writing()
        self._build_none()
        self._build_files()
        self._words.addStretch(1)
        theme = self._bench.theme
        self._poster = PageImage(theme.colour("focus"), theme.colour("field_border"))
        self._poster.setAccessibleName(self.tr("The poster"))
        self._across.addWidget(self._poster, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._scroll)

    def _card(self, title: str) -> tuple[Card, FlowLayout]:
        card = Card(title)
        row = FlowLayout()
        self._words.addWidget(card)
        return card, row

    def _build_published(self) -> None:
        self._wall, row = self._card(self.tr("On the wall"))
        self._wall_words = label("")
        self._wall.body.addWidget(self._wall_words)
        self._wall.body.addLayout(row)
        self._print = self._button(main_button(self.tr("Print")), row, self._on_print)
        self._live = self._button(side_button(self.tr("How we are doing")), row, self._on_live)
        self._change = self._button(side_button(self.tr("Change it")), row, self._on_write)
        self._versions = self._button(side_button(self.tr("Versions")), row, self._on_versions)
        self._down = self._button(danger_button(self.tr("Take it down")), row, self._on_down)

    def _build_writing(self) -> None:
        self._draft, row = self._card(self.tr("Being written"))
        self._draft_words = label("")
        self._draft.body.addWidget(self._draft_words)
        self._draft.body.addLayout(row)
        self._go_on = self._button(main_button(self.tr("Go on writing")), row, self._on_write)
        self._print_draft = self._button(
            side_button(self.tr("Print a draft")), row, self._on_print_draft
        )
        self._again = self._button(side_button(self.tr("Start again")), row, self._on_begin)

    def _build_none(self) -> None:
        self._none, row = self._card(self.tr("No charter yet"))
        self._none.body.addWidget(
            label(
                self.tr(
                    "A charter says what customers can count on from you, and what you do if "
                    "you miss it. It takes about ten minutes to a poster for the wall."
                )
            )
        )
        self._none.body.addLayout(row)
        self._write = self._button(main_button(self.tr("Write it")), row, self._on_begin)
        self._example = self._button(
            side_button(self.tr("Show me an example")), row, self._bench.doors.open_demo
        )

    def _build_files(self) -> None:
        row = FlowLayout()
        self._words.addLayout(row)
        self._load = self._button(link_button(self.tr("Load answers")), row, self.ask_for_answers)
        self._save = self._button(link_button(self.tr("Save answers")), row, self._on_save)
        self._fault = label("", "error")
        self._fault.hide()
        self._words.addWidget(self._fault)

    def _button(self, button: QPushButton, row: FlowLayout, act: Callable[[], None]) -> QPushButton:
        row.addWidget(button)
        button.clicked.connect(lambda: act())
        return button

    # --- public -----------------------------------------------------------------------------

    def open(self) -> None:
        """Show the charter as it is now."""
        self.presenter.open()
        self._show()

    def close_down(self) -> None:
        """Another place is shown."""
        self.presenter.close()

    def first_focus(self) -> QWidget:
        """The button that goes on."""
        state = self.presenter.state
        if state.writing is not None:
            return self._go_on
        return self._print if state.published is not None else self._write

    def print_job(self) -> "PrintJob | None":
        """The charter on the wall, or the one being written."""
        return self.presenter.print_job()

    # --- showing ----------------------------------------------------------------------------

    def _show(self) -> None:
        state = self.presenter.state
        self._wall.setVisible(state.published is not None)
        self._draft.setVisible(state.writing is not None)
        self._none.setVisible(state.published is None and state.writing is None)
        self._change.setVisible(state.writing is None)
        self._save.setVisible(state.published is not None or state.writing is not None)
        self._wall_words.setText(self._about_published(state))
        self._draft_words.setText(self._about_draft(state))
        self._fault.setText(state.fault)
        self._fault.setVisible(bool(state.fault))
        self._poster.setVisible(state.published is not None or state.writing is not None)
        picture = state.picture
        self._poster.show_page(
            picture.png if picture is not None else b"", self.tr("The poster is being drawn.")
        )
        self._poster.setAccessibleDescription(picture.words if picture is not None else "")
        self._fit()

    def _about_published(self, state: HomeState) -> str:
        card = state.published
        if card is None:
            return ""
        said = [self.tr("Version {number}").format(number=card.number)]
        if card.effective_from is not None:
            said.append(self.tr("in force from {day}").format(day=plain_day(card.effective_from)))
        if card.review_by is not None:
            said.append(self.tr("review by {day}").format(day=plain_day(card.review_by)))
        answers = card.draft.answers
        name = answers.get("signed_name") or answers.get("owner_name")
        if name:
            said.append(self.tr("signed by {name}").format(name=name))
        return " · ".join(said)

    def _about_draft(self, state: HomeState) -> str:
        if state.writing is None:
            return ""
        words = self.tr("Version {number}: {done} of {pages} pages are done.").format(
            number=state.writing.number, done=state.done, pages=state.pages
        )
        if state.published is None:
            return words
        more = self.tr("The one on the wall stays as it is until you publish this one.")
        return f"{words} {more}"

    def _fit(self) -> None:
        """Stand the poster beside the words, or below them."""
        is_wide = self.width() >= em(self, _SIDE_BY_SIDE)
        way = QBoxLayout.Direction
        self._across.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
        width, height = _POSTER
        self._poster.setMinimumSize(em(self, width), em(self, height))

    # --- slots ------------------------------------------------------------------------------

    def _on_write(self) -> None:
        self._bench.navigator.open("charter", "write")

    def _on_begin(self) -> None:
        self._bench.navigator.open("charter", "begin")

    def _on_live(self) -> None:
        self._bench.navigator.open("charter", "live")

    def _on_versions(self) -> None:
        self._bench.navigator.open("charter", "versions")

    def _on_print(self) -> None:
        self._print_job(self.presenter.print_job())

    def _on_print_draft(self) -> None:
        self._print_job(self.presenter.draft_job())

    def _print_job(self, job: "PrintJob | None") -> None:
        if job is not None:
            show_print(job, self._bench, self.window())

    def ask_for_answers(self) -> None:
        """Ask for a file of answers and load it; what is wrong with it is said on this page."""
        path = open_file(self, self.tr("Load answers"), self.tr("Answers (*.toml)"))
        if path is not None:
            self.load(path)

    def load(self, path: Path) -> None:
        """Load a file of answers and go on with it."""
        if self.presenter.load(path):
            self._on_write()
        else:
            self._bench.navigator.open("charter")

    def _on_save(self) -> None:
        name = self.tr("charter answers") + ".toml"
        path = save_file(self, self.tr("Save answers"), name, self.tr("Answers (*.toml)"))
        if path is not None:
            self.presenter.save(path)

    def _on_down(self) -> None:
        card = self.presenter.state.published
        if card is None:
            return
        words = self._bench.labels.trouble(Trouble("charter_take_down", number=card.number))
        if ask(words, self.tr("Take it down"), self.tr("Leave it up"), self.window()):
            self.presenter.take_down()

    # --- Qt ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose where the poster stands."""
        super().resizeEvent(event)
        self._fit()
