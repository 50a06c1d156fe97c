# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which letter: each with the moment at which it helps."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesk.domain.letters_fields_complaints import ABOUT_A_COMPLAINT
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.letters.state import LetterState
from servicedesk.ui.widgets.buttons import WrapButton, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_NAME = 19
"""Width of the button with the name of a letter, in text heights."""


class ChooseLetter(QWidget):
    """Offers letters.

    Args:
        labels: words for the moments.

    Signals:
        chosen: (id of the letter).
        follow_up_wanted: everybody whose complaint was put right is to be asked how it went.
    """

    chosen = Signal(str)
    follow_up_wanted = Signal()

    def __init__(self, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._shown: LetterState | None = None
        self._buttons: list[WrapButton] = []
        self._page = ScrollPage()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        self._page.body.addWidget(label(self.tr("Which letter?"), "title"))
        self._page.body.addWidget(
            label(
                self.tr(
                    "Fill in what it asks for and look at it beside; nothing goes out and nothing "
                    "is kept before you issue it."
                ),
                "quiet",
            )
        )
        self._about = label("", "strong")
        self._page.body.addWidget(self._about)
        self._follow_up = side_button("")
        self._page.body.addWidget(self._follow_up)
        self._follow_up.clicked.connect(self.follow_up_wanted)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        self._page.body.addLayout(self._cards)
        self._page.body.addStretch(1)

    def show_state(self, state: LetterState) -> None:
        """Show the letters that can be chosen."""
        self._about.setText(state.about_words)
        self._about.setVisible(bool(state.about_words))
        count = state.follow_ups
        words = self.tr("Ask {n} customers whether it is still all right").format(n=count)
        self._follow_up.setText(words)
        self._follow_up.setVisible(count > 1)
        shown = self._shown
        if shown is not None and (shown.choices, shown.suggested) == (
            state.choices,
            state.suggested,
        ):
            return
        self._shown = state
        while (item := self._cards.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self._buttons = []
        headings = self._headings(state)
        for place, template in enumerate(state.choices):
            if place in headings:
                self._cards.addWidget(label(headings[place], "section"))
            card = Card()
            button = WrapButton(template.title, "side")
            button.setAccessibleDescription(template.when_to_use)
            button.clicked.connect(lambda _=False, this=template.id: self.chosen.emit(this))
            told = QVBoxLayout()
            told.addWidget(label(template.when_to_use, "quiet"))
            if template.is_own:
                told.addWidget(label(self.tr("In your own words."), "small"))
            line = QHBoxLayout()
            line.setSpacing(14)
            line.addWidget(button)
            line.addLayout(told, 1)
            card.body.addLayout(line)
            self._cards.addWidget(card)
            self._buttons.append(button)
        self._line_up()

    def _line_up(self) -> None:
        """All buttons are equally wide, so that what stands beside them is in line."""
        for one in self._buttons:
            one.fit_into(em(self, _NAME))
            one.setFixedWidth(em(self, _NAME))

    def changeEvent(self, event: QEvent) -> None:
        """Line up anew when the letters grow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_buttons"):
            self._line_up()

    def _headings(self, state: LetterState) -> dict[int, str]:
        """What stands over some of the letters, by the place of the letter below it."""
        if state.about.complaint_id is not None:
            many = len(state.suggested)
            found = {0: self.tr("Next for this complaint")} if many else {}
            more = self.tr("Also possible now") if many else self.tr("Possible now")
            return {**found, many: more} if many < len(state.choices) else found
        about = [one.stage in ABOUT_A_COMPLAINT for one in state.choices]
        if True in about and False in about:
            return {about.index(True): self.tr("About a complaint")}
        return {}

    def first_focus(self) -> QWidget | None:
        """The first letter."""
        return self._buttons[0] if self._buttons else None
