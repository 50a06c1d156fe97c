# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One paper: as it prints, what is not filled in yet and where that is done, and whose words."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from servicedesk.domain.letters_wordings import LineIn
from servicedesk.domain.written import WrittenCard, WrittenPaper
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.card import Card, Notice
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sub_page import SubPage, clear
from servicedesk.ui.widgets.text import label, single_line
from servicedesk.ui.written.editor import WrittenEditor
from servicedesk.ui.written.paper_view import PaperView
from servicedesk.ui.written.presenter import PLACES, WrittenPresenter

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob


class WrittenDetail(SubPage):
    """One paper.

    Args:
        bench: of the open file.
        presenter: what it shows.
        paper: which.

    Attributes:
        print_button, change_button, back_to_ours: what can be done with it.
        editor: the dialog that is open, or was last.
    """

    def __init__(
        self,
        bench: Workbench,
        presenter: WrittenPresenter,
        paper: WrittenPaper,
        parent: QWidget | None = None,
    ) -> None:
        card = presenter.cards[paper]
        super().__init__(
            bench,
            bench.labels.enum(paper),
            card.template.use,
            back=self.tr("Back to the papers"),
            room="improve",
            parent=parent,
        )
        self.presenter, self._paper = presenter, paper
        self.editor: WrittenEditor | None = None
        self.back_button.clicked.disconnect()
        self.back_button.clicked.connect(lambda: bench.navigator.open("improve", "papers"))
        self.print_button = main_button(self.tr("Print"))
        self.change_button = side_button(self.tr("Change the words"))
        self.back_to_ours = side_button(self.tr("Put our words back"))
        for button, deed in (
            (self.print_button, self._print),
            (self.change_button, self.change),
            (self.back_to_ours, self._put_back),
        ):
            button.clicked.connect(deed)
            self.ways.addWidget(button)
        presenter.state_changed.connect(self._show)
        self._show()

    def first_focus(self) -> QWidget | None:
        """The button that prints it."""
        return self.print_button

    def print_job(self) -> "PrintJob | None":
        """The paper."""
        return self.presenter.print_job(self._paper)

    def change(self) -> None:
        """Change its words in a dialog."""
        card = self.presenter.cards[self._paper]
        self.editor = WrittenEditor(self._bench, self.presenter, card, self.window())
        self.editor.finished.connect(lambda: self.change_button.setFocus())
        self.editor.open()

    def _print(self) -> None:
        job = self.print_job()
        if job is not None:
            show_print(job, self._bench, self.window())

    def _put_back(self) -> None:
        self.presenter.put_back(self._paper)
        self.change_button.setFocus()

    def _show(self) -> None:
        card = self.presenter.cards[self._paper]
        self.back_to_ours.setVisible(card.is_own)
        clear(self.column)
        news, tone = self.presenter.news(card)
        state = QWidget()
        line = FlowLayout(state, gap=10)
        line.addWidget(single_line(self.presenter.printed(card), "quiet"))
        if news:
            line.addWidget(Chip(news, tone))
        self.column.addWidget(state)
        for notice in self._notices(card):
            self.column.addWidget(notice)
        view = PaperView(self.tr("As it prints today"))
        view.show_parts(card.parts)
        self.column.addWidget(view)
        if card.is_own:
            self.column.addWidget(self._difference(card))

    def _notices(self, card: WrittenCard) -> list[Notice]:
        made = []
        if fault := self.presenter.fault(card):
            notice = Notice("due", fault, self.tr("Mend the words"))
            notice.acted.connect(self.change)
            made.append(notice)
        for asked in self.presenter.claims(card):
            notice = Notice("due", asked, self.tr("Open registrations"))
            notice.acted.connect(lambda: self._bench.navigator.open("settings", "registrations"))
            made.append(notice)
        for place, what in self.presenter.lacking(card):
            words = self.tr("Not filled in yet, so the paper leaves it out: {what}.")
            if card.blocking:
                words = self.tr("To print it, please fill in first: {what}.")
            where = self._bench.labels.enum(place)
            way = self.tr("Fill it in: {where}").format(where=where)
            notice = Notice("due", words.format(what=what), way)
            room, part = PLACES[place]
            notice.acted.connect(
                lambda room=room, part=part: self._bench.navigator.open(room, part)
            )
            made.append(notice)
        if card.is_law_old:
            words = self.tr(
                "What it says about the law was last looked up on {day}. Please look again before "
                "you print it."
            )
            made.append(Notice("due", words.format(day=self.presenter.law_day(card))))
        return made

    def _difference(self, card: WrittenCard) -> QWidget:
        """Where the owner's words and ours differ, line by line."""
        box = Card(self.tr("Where your words differ from ours"))
        if card.is_behind:
            said = self.tr("The text written for you has changed since you wrote your own.")
            box.body.addWidget(Notice("due", said))
        for one in card.differences:
            whose = self._bench.labels.enum(one.where)
            words = self.tr("{whose}: {text}").format(whose=whose, text=one.text)
            tone = "strong" if one.where is LineIn.OWN else "quiet"
            box.body.addWidget(label(words, tone))
        if not card.differences:
            box.body.addWidget(label(self.tr("Nowhere: they say the same."), "quiet"))
        return box
