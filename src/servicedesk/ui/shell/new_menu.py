# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The New menu: what can be written down now; an item stands here once its page is there."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from servicedesk.ui.core.rooms import Navigator, Place


class NewMenu(QMenu):
    """Offers what can be begun.

    Args:
        navigator: goes there.
        parent: the window it belongs to.
        log_complaint: opens the form of a complaint over the page that is there.
        log_feedback: opens the form of a comment or compliment over the page that is there.
        make_promise: opens the form of a promise over the page that is there.
        note_contact: opens the contact note over the page that is there.
    """

    def __init__(
        self,
        navigator: Navigator,
        parent: QWidget,
        log_complaint: Callable[[], object],
        log_feedback: Callable[[], object],
        make_promise: Callable[[], object],
        note_contact: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("New"))
        self.addAction(self.tr("Co&mplaint")).triggered.connect(lambda _=False: log_complaint())
        said = self.addAction(self.tr("Comment or compl&iment"))
        said.triggered.connect(lambda _=False: log_feedback())
        self.addAction(self.tr("&Promise")).triggered.connect(lambda _=False: make_promise())
        self.addAction(self.tr("Con&tact note")).triggered.connect(lambda _=False: note_contact())
        for words, place in (
            (self.tr("C&ustomer"), Place(room="customers", part="new")),
            (self.tr("&Letter"), Place(room="letters")),
            (self.tr("&Something to do"), Place(room="improve", part="actions", item="new")),
            (self.tr("From a l&ist…"), Place(room="importing")),
            (self.tr("&Charter: write it, or go on"), Place(room="charter", part="write")),
            (self.tr("Cl&osure"), Place(room="settings", part="closures", item="add")),
            (self.tr("P&erson"), Place(room="settings", part="people", item="add")),
            (
                self.tr("&Registration or insurance"),
                Place(room="settings", part="registrations", item="add"),
            ),
        ):
            entry = self.addAction(words)
            entry.triggered.connect(
                lambda _=False, at=place: navigator.open(at.room, at.part, at.item)
            )
