# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is said over the fields of a letter before anything is typed into them."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.letters.state import LetterState
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.draft_notice import draft_notice


class LetterTold(QWidget):
    """That words were kept, what to remember, and whether our own words have changed meanwhile.

    Args:
        bench: knows the day.

    Signals:
        anew_wanted: what was kept is not wanted.
    """

    anew_wanted = Signal()

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    def show_state(self, state: LetterState) -> None:
        """Say what is to be said of a letter that is begun."""
        while (item := self._rows.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        if state.kept_at is not None:
            notice = draft_notice(state.kept_at, is_new=True)
            notice.acted.connect(self.anew_wanted)
            self._rows.addWidget(notice)
        if state.remember:
            said = self.tr("Remember: {words}").format(words=state.remember)
            remember = MarkedLabel(said, "due", "chip_due")
            remember.setWordWrap(True)
            self._rows.addWidget(remember)
        old = "" if state.draft is None else state.draft.values.get("old_due", "")
        if old and date.fromisoformat(old) < self._bench.today:
            said = self.tr(
                "That day has passed already. Ring first if you can, and say sorry for not telling "
                "them in time."
            )
            self._rows.addWidget(Notice("due", said))
        if state.template is not None and state.template.is_behind:
            said = self.tr("Our words of this letter have changed since you wrote your own.")
            self._rows.addWidget(Notice("quiet", said))
        self.setVisible(self._rows.count() > 0)
