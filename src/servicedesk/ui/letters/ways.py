# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How a letter goes out: who speaks, by which way, how large, and what goes on record with it."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from servicedesk.domain.customers import Channel
from servicedesk.domain.letters import LetterStage, Voice
from servicedesk.domain.letters_complaints_taking import makes_complaint
from servicedesk.domain.letters_fields_complaints import ABOUT_A_COMPLAINT
from servicedesk.domain.letters_fields_feedback import ABOUT_FEEDBACK
from servicedesk.domain.letters_fields_requests import ABOUT_A_REQUEST
from servicedesk.ui.letters.presenter import LettersPresenter
from servicedesk.ui.letters.state import LetterState
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.enter import press_by_enter
from servicedesk.ui.widgets.text import label

_VOICES = (Voice.ONE, Voice.WE)
_WAYS = (Channel.POST, Channel.EMAIL, Channel.COUNTER)
_OFFERED = "cancel_right"
_NO_RECORD = frozenset({LetterStage.CLOSURE, LetterStage.PRICE_CHANGE})
"""Notices, with which no promise is written down."""


class LetterWays(QWidget):
    """Choices that stand under the words of a letter.

    Args:
        presenter: keeps the letter.
    """

    def __init__(self, presenter: LettersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.setSpacing(6)
        voices = (self.tr("I, one person"), self.tr("We, the business"))
        self._voice = ChipRow(voices, is_single=True, can_let_go=False)
        ways = (self.tr("By post"), self.tr("By e-mail"), self.tr("Handed over"))
        self._way_title = label(self.tr("How it goes out"), "strong")
        self._way = ChipRow(ways, is_single=True, can_let_go=False)
        self._each = label(
            self.tr(
                "Each goes out the way its customer likes best, and in large print where that "
                "helps them."
            ),
            "quiet",
        )
        self._large = QCheckBox(self.tr("Large print, 16 point and up"))
        self._law = QCheckBox(self.tr("Agreed at their home or at a distance: say they may cancel"))
        self._rights = QCheckBox(self.tr("Say at its end what they can ask for by law"))
        self._agreed = QCheckBox(self.tr("They have agreed to the new day already"))
        self._record = QCheckBox()
        self._ticks = (self._large, self._law, self._rights, self._agreed, self._record)
        press_by_enter(*self._ticks)
        rows.addWidget(label(self.tr("Your letters say"), "strong"))
        for widget in (self._voice, self._way_title, self._way, self._each, *self._ticks):
            rows.addWidget(widget)
        self._voice.chosen.connect(lambda: presenter.choose_voice(_VOICES[self._voice.picked()[0]]))
        self._way.chosen.connect(lambda: presenter.choose_channel(_WAYS[self._way.picked()[0]]))
        self._large.clicked.connect(presenter.choose_large)
        self._law.clicked.connect(presenter.say_cancel_right)
        self._rights.clicked.connect(presenter.say_rights)
        self._agreed.clicked.connect(presenter.choose_agreed)
        self._record.clicked.connect(presenter.choose_record)

    def _of_record(self, stage: LetterStage) -> str:
        """What goes on record with a letter of a stage; "" for nothing."""
        if makes_complaint(stage):
            return self.tr("Write the complaint down as well")
        if stage in ABOUT_FEEDBACK:
            return self.tr("Write down what they said as well")
        if stage in _NO_RECORD | ABOUT_A_COMPLAINT | ABOUT_A_REQUEST:
            return ""
        return self.tr("Write the promise down as well")

    def show_state(self, state: LetterState) -> None:
        """Show what is chosen, and hide what means nothing for this letter."""
        draft, template = state.draft, state.template
        if draft is None or template is None:
            return
        is_one, stage = state.letters == 1, template.stage
        for widget in (self._way_title, self._way, self._large):
            widget.setVisible(is_one)
        self._each.setVisible(not is_one)
        self._voice.pick((_VOICES.index(state.voice),))
        way = draft.channel
        self._way.pick((_WAYS.index(way),) if way in _WAYS else ())
        self._large.setChecked(draft.is_large)
        self._law.setVisible(bool(state.cancel_right))
        self._law.setChecked(bool(draft.values.get(_OFFERED)))
        self._rights.setVisible(is_one and state.check is not None and bool(state.check.rights))
        self._rights.setChecked(draft.tells_rights)
        self._agreed.setVisible(stage is LetterStage.DELAY)
        self._agreed.setChecked(draft.is_agreed)
        self._record.setText(self._of_record(stage))
        self._record.setVisible(not state.about.is_on_record and bool(self._record.text()))
        self._record.setChecked(draft.keeps_promise)
