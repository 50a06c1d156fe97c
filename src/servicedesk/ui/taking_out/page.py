# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page that writes everything into a folder."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QProgressBar, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.printing import PrintJob
from servicedesk.ui.core.page import Page
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.pin import PinCard
from servicedesk.ui.taking_out.presenter import OutState, TakingOutPresenter
from servicedesk.ui.widgets.ask_file import choose_folder
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.card import Card, Notice
from servicedesk.ui.widgets.enter import press_by_enter
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sub_page import clear
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

_WIDEST = 60
"""Of the column, in text heights."""


class TakingOutPage(Page):
    """The page.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self.presenter = TakingOutPresenter(bench, self)
        self._lines_shown: tuple[str, ...] = ()
        self._news_shown: tuple[str, ...] = ()
        self._build()
        self._wire()
        self._show()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        page = ScrollPage(widest=_WIDEST)
        whole.addWidget(page)
        self._body = page.body
        self._body.addWidget(label(self.tr("Take it all with you"), "title"))
        self._body.addWidget(
            label(
                self.tr(
                    "Everything you keep here is yours. This writes all of it into one folder that "
                    "other programs can read: to move to another program, for your accountant, or "
                    "to look at it without this one. Your own file stays as it is."
                ),
                "quiet",
            )
        )
        self.kept = PinCard(
            bench=self._bench, why=self.tr("Everything goes out here, what is kept by it too.")
        )
        self._body.addWidget(self.kept)
        self._build_what()
        self._build_where()
        self._body.addStretch(1)

    def _build_what(self) -> None:
        card = Card(self.tr("What is written"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        card.body.addLayout(self._lines)
        self.help_box = QCheckBox(self.tr("With what helps each customer, and safety notes"))
        words = self.tr(
            "They can say a lot about a person, so they stay here unless you ask for them."
        )
        self.help_box.setAccessibleDescription(words)
        press_by_enter(self.help_box)
        card.body.addWidget(self.help_box)
        card.body.addWidget(label(words, "quiet"))
        self._body.addWidget(card)

    def _build_where(self) -> None:
        card = Card(self.tr("Where it goes"))
        self._target = label("")
        card.body.addWidget(self._target)
        card.body.addWidget(
            label(self.tr("Nothing in it has a password. Keep it somewhere safe."), "quiet")
        )
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How far it is"))
        self._news = QVBoxLayout()
        card.body.addLayout(self._news)
        card.body.addWidget(self._bar)
        self.write_button = main_button(self.tr("Write everything"))
        self.choose_button = side_button(self.tr("Choose a folder…"))
        self.stop_button = side_button(self.tr("Stop"))
        line = FlowLayout(gap=10)
        for button in (self.write_button, self.choose_button, self.stop_button):
            line.addWidget(button)
        card.body.addLayout(line)
        self._body.addWidget(card)
        self._where = card

    def _wire(self) -> None:
        self.kept.opened.connect(self._show_kept)
        self.help_box.clicked.connect(self.presenter.choose_help)
        self.choose_button.clicked.connect(self._choose)
        self.write_button.clicked.connect(self.presenter.write)
        self.stop_button.clicked.connect(self.presenter.stop)
        self.presenter.state_changed.connect(self._show)

    def arrive(self, place: Place) -> None:
        """Count what there is."""
        del place
        self._show_kept()
        self.presenter.reload()

    def first_focus(self) -> QWidget | None:
        """The button for the next step."""
        if self.presenter.is_kept():
            return self.kept.open_button
        return self.write_button if self.presenter.state.target is not None else self.choose_button

    def print_job(self) -> PrintJob | None:
        """What the page says."""
        return self.presenter.job()

    def _show_kept(self) -> None:
        """Ask for the owner's PIN first, where there is one."""
        is_kept = self.presenter.is_kept()
        self.kept.setVisible(is_kept)
        self._where.setVisible(not is_kept)

    def _choose(self) -> None:
        folder = choose_folder(self, self.tr("Where shall the folder be made?"))
        if folder is not None:
            self.presenter.choose(folder)
            self.write_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        state = self.presenter.state
        if state.lines != self._lines_shown:
            self._lines_shown = state.lines
            clear(self._lines)
            for line in state.lines:
                self._lines.addWidget(label(line))
        self.help_box.setChecked(state.with_help)
        self.help_box.setEnabled(not state.is_running)
        self._target.setText(self._target_words(state))
        had_focus = self._focused(state)
        self._bar.setVisible(state.is_running)
        self._bar.setMaximum(state.total)  # none yet: it shows that something is going on
        self._bar.setValue(state.step)
        self.stop_button.setVisible(state.is_running)
        self.stop_button.setEnabled(not state.is_stopping)
        self.choose_button.setVisible(not state.is_running)
        self.choose_button.setText(
            self.tr("Choose a folder…")
            if state.target is None
            else self.tr("Choose another folder…")
        )
        self.write_button.setVisible(not state.is_running and state.target is not None)
        if had_focus is not None:
            had_focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_news(state)

    def _focused(self, state: OutState) -> QPushButton | None:
        """The button that takes the keyboard over from one that goes; None where none goes."""
        if state.is_running and (self.write_button.hasFocus() or self.choose_button.hasFocus()):
            return self.stop_button
        if not state.is_running and self.stop_button.hasFocus():
            return self.choose_button
        return None

    def _target_words(self, state: OutState) -> str:
        if state.target is None:
            return self.tr("Choose where: a new folder is made there.")
        folder, name = state.target.parent, state.target.name
        return self.tr("A new folder “{name}” in {folder}").format(name=name, folder=folder)

    def _show_news(self, state: OutState) -> None:
        done = state.done
        said = (
            ""
            if done is None
            else self.tr("{n} files were written to {folder}.").format(
                n=f"{done.files:,}", folder=done.folder
            )
        )
        lost = self.presenter.left_out(done)
        news = (state.error, state.warning, lost, said)
        if news == self._news_shown:
            return
        self._news_shown = news
        clear(self._news)
        for tone, text in (("late", state.error), ("due", state.warning), ("late", lost)):
            if text:
                self._tell(Notice(tone, text))
        if said:
            notice = Notice("ok", said, self.tr("Open the folder"))
            notice.acted.connect(self.presenter.open_folder)
            self._tell(notice)
            order_tabs([self.help_box, notice, self.write_button, self.choose_button])

    def _tell(self, notice: Notice) -> None:
        self._news.addWidget(notice)
        notice.show()
