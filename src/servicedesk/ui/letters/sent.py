# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A letter that has gone out, exactly as it is on paper, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.letters.paper import LetterPane
from servicedesk.ui.letters.sent_presenter import SentPresenter, SentState
from servicedesk.ui.printing.posting import print_letter_envelopes, print_letter_labels
from servicedesk.ui.widgets.ask_file import choose_folder, save_file
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.day_field import long_day
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.text import label


class SentLetter(QWidget):
    """What has gone out.

    Args:
        bench: of the open file.

    Attributes:
        presenter: keeps it.

    Signals:
        print_wanted: somebody wants it on paper.
        other_wanted: somebody wants another letter.
    """

    print_wanted = Signal()
    other_wanted = Signal()

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = SentPresenter(bench, self)
        self._notice: Notice | None = None
        self._build()
        self._wire()

    def _build(self) -> None:
        page = ScrollPage(widest=0)
        self._body = page.body
        self._title = label("", "title")
        self._told = label("", "quiet")
        self._print = main_button(self.tr("Print"))
        self._save = side_button(self.tr("Save as PDF"))
        self._copy = side_button(self.tr("Copy for an e-mail"))
        self._mail = side_button(self.tr("Save as e-mail draft"))
        self._envelope = side_button(self.tr("Print envelope"))
        self._label = side_button(self.tr("Address label"))
        self._customer = link_button(self.tr("To the customer"))
        self._promise = link_button(self.tr("To the promise"))
        self._complaint = link_button(self.tr("To the complaint"))
        self._feedback = link_button(self.tr("To what they said"))
        self._other = link_button(self.tr("Another letter"))
        self._back = link_button(self.tr("Take it back: it did not go out"))
        buttons, links = FlowLayout(gap=10), FlowLayout(gap=10)
        for button in (
            *(self._print, self._envelope, self._label),
            *(self._save, self._copy, self._mail),
        ):
            buttons.addWidget(button)
        for link in (
            self._customer,
            self._promise,
            self._complaint,
            self._feedback,
            self._other,
            self._back,
        ):
            links.addWidget(link)
        for widget in (self._title, self._told):
            self._body.addWidget(widget)
        self._body.addLayout(buttons)
        self._body.addLayout(links)
        self._body.addStretch(1)
        self.pane = LetterPane(self._bench.theme, self._bench.labels)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(page, 1)
        across.addWidget(self.pane, 1)

    def _wire(self) -> None:
        presenter = self.presenter
        presenter.state_changed.connect(self._show_state)
        self.pane.turned.connect(presenter.turn)
        self._print.clicked.connect(self.print_wanted)
        self._save.clicked.connect(self.save_it)
        self._copy.clicked.connect(self.copy_it)
        self._mail.clicked.connect(self.mail_it)
        self._envelope.clicked.connect(
            lambda: print_letter_envelopes(self._bench, self, self.presenter.ids())
        )
        self._label.clicked.connect(
            lambda: print_letter_labels(self._bench, self, self.presenter.ids())
        )
        self._other.clicked.connect(self.other_wanted)
        self._back.clicked.connect(presenter.take_back)
        self._customer.clicked.connect(lambda: self._go("customers", "customer_id"))
        self._promise.clicked.connect(lambda: self._go("promises", "promise_id"))
        self._complaint.clicked.connect(lambda: self._go("complaints", "complaint_id"))
        self._feedback.clicked.connect(lambda: self._go("feedback", "feedback_id"))
        for key, pages in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageUp, -1)):
            turn = QShortcut(key, self)
            turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.activated.connect(lambda by=pages: presenter.turn(by))

    def first_focus(self) -> QWidget:
        """The button that prints."""
        return self._print

    def save_it(self) -> None:
        """Ask for a place and save the exact paper there."""
        if not self.presenter.state.cards:
            return
        path = save_file(
            self, self.tr("Save as PDF"), self.presenter.suggested(), self.tr("PDF (*.pdf)")
        )
        if path is not None:
            self.presenter.save(path)

    def copy_it(self) -> None:
        """Put the line over the letter and its words on the clipboard."""
        text = self.presenter.email_text()
        if text:
            QGuiApplication.clipboard().setText(text)
            said = self.tr("Copied: the subject in the first line, then the letter.")
            self._bench.bar.say(said, can_undo=False)

    def mail_it(self) -> None:
        """Ask for a place and save the letter there as a mail that is ready to be sent.

        Of several letters, those whose customers would rather have an e-mail.
        """
        if self.presenter.state.to_mail:
            folder = choose_folder(self, self.tr("Save as e-mail drafts"))
            if folder is not None:
                self.presenter.save_mails(folder)
            return
        mail = self.presenter.mail_draft()
        if mail is None:
            return
        path = save_file(
            self, self.tr("Save as e-mail draft"), mail.name, self.tr("E-mail (*.eml)")
        )
        if path is not None:
            self.presenter.save_mail(path, mail)

    def _go(self, room: str, name: str) -> None:
        number = getattr(self.presenter.state.cards[0], name)
        self._bench.navigator.open(room, "", str(number))

    def _show_state(self) -> None:
        state = self.presenter.state
        if not state.cards:
            return
        first, count = state.cards[0], len(state.cards)
        words = self.tr("{title}, {ref}").format(title=first.title, ref=first.ref)
        if count > 1:
            words = self.tr("{title}, {n} letters").format(title=first.title, n=count)
        self._title.setText(words)
        self._told.setText(self._sentence(state))
        is_one = count == 1
        self._envelope.setText(self.tr("Print envelope") if is_one else self.tr("Envelopes"))
        self._label.setText(self.tr("Address label") if is_one else self.tr("Address labels"))
        self._copy.setVisible(is_one)
        self._mail.setVisible(is_one or bool(state.to_mail))
        mails = self.tr("Save {n} as e-mail drafts").format(n=len(state.to_mail))
        self._mail.setText(self.tr("Save as e-mail draft") if is_one else mails)
        self._customer.setVisible(count == 1 and first.customer_id is not None)
        self._promise.setVisible(count == 1 and first.promise_id is not None)
        self._complaint.setVisible(count == 1 and first.complaint_id is not None)
        self._feedback.setVisible(count == 1 and first.feedback_id is not None)
        self._back.setVisible(not state.is_withdrawn)
        self._warn(state)
        self.pane.show_drawn(state.drawn)

    def _sentence(self, state: SentState) -> str:
        first = state.cards[0]
        day = long_day(first.issued_on)
        if len(state.cards) > 1:
            words = self.tr(
                "Issued on {day}. Each is kept with its customer, exactly as printed. Page Down "
                "shows the next one."
            )
        elif first.customer_name:
            words = self.tr("Issued on {day}. It is kept with {name}, exactly as it is printed.")
        else:
            words = self.tr("Issued on {day}. It is kept exactly as it is printed.")
        return words.format(day=day, name=first.customer_name)

    def _warn(self, state: SentState) -> None:
        if (self._notice is not None) == state.is_withdrawn:
            return
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        else:
            withdrawn = state.cards[0].withdrawn_on
            day = "" if withdrawn is None else long_day(withdrawn)
            said = self.tr("Taken back on {day}: it did not go out.").format(day=day)
            self._notice = Notice("due", said)
            self._body.insertWidget(2, self._notice)
