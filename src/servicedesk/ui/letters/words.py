# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The words of a letter: filled from the fields, or changed by hand, checked while typing."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.domain.letters_checking import LetterFinding
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.letters.presenter import LettersPresenter
from servicedesk.ui.letters.state import LetterState
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.field_notices import Notice as Advice
from servicedesk.ui.widgets.fields import LongTextField, TextField
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_MOST = 10_000
_TALL = 15
"""Height of the words, in text heights: most letters are seen whole."""


class LetterWords(QWidget):
    """The line over a letter and its words.

    Args:
        bench: of the open file.
        presenter: keeps the letter.
    """

    def __init__(
        self, bench: Workbench, presenter: LettersPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._labels = bench.labels
        self._presenter = presenter
        self._fault: Notice | None = None
        self._subject = TextField(
            Question(id="subject", kind=QuestionKind.TEXT, label=self.tr("Line over the letter")),
            bench.labels,
            bench,
        )
        self._words = LongTextField(
            Question(
                id="words",
                kind=QuestionKind.LONG_TEXT,
                label=self.tr("The words"),
                help=self.tr(
                    "An empty line begins a new paragraph; “- ” begins an item of a list, "
                    "“## ” a heading."
                ),
                maximum=_MOST,
            ),
            bench.labels,
            bench,
        )
        self._words.focus_target().setMinimumHeight(em(self, _TALL))
        self._by_hand = label(
            self.tr(
                "You have changed the words yourself, so the fields above change them no more."
            ),
            "small",
        )
        self._back = link_button(self.tr("Go back to the words from the fields"))
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        for widget in (self._subject, self._words, self._by_hand, self._back):
            self._place.addWidget(widget)
        self._subject.typed.connect(lambda: presenter.write_subject(str(self._subject.value())))
        self._words.typed.connect(lambda: presenter.write_words(str(self._words.value())))
        self._words.notice_acted.connect(self._take_advice)
        self._back.clicked.connect(presenter.use_template)
        self._advised: tuple[LetterFinding, ...] = ()

    def show_state(self, state: LetterState) -> None:
        """Show the words as they stand; what is being typed is left alone."""
        self.setVisible(state.letters == 1)
        draft, check = state.draft, state.check
        if draft is None:
            return
        is_by_hand = bool(draft.subject or draft.words)
        self._by_hand.setVisible(bool(draft.words))
        self._back.setVisible(is_by_hand)
        if check is not None:
            for field, own, found in (
                (self._subject, draft.subject, check.subject),
                (self._words, draft.words, check.words),
            ):
                if not own and field.value() != found:
                    field.set_value(found)
                elif own and str(field.value()).strip() != own.strip():
                    field.set_value(own)
            if check.findings != self._advised:
                self._advise(check.findings)
        self._say(state.fault)

    def first_focus(self) -> QWidget:
        """Where the words are mended."""
        return self._words.focus_target()

    def _advise(self, findings: tuple[LetterFinding, ...]) -> None:
        self._advised = findings
        text = str(self._words.value())
        self._words.set_notices(
            [
                Advice(
                    text=self._sentence(one),
                    tone="late" if one.is_block else "due",
                    span=_within(text, one.found),
                    action_text=self._action(one, text),
                )
                for one in findings
            ]
        )

    def _sentence(self, one: LetterFinding) -> str:
        key = f"letter.tone.{one.code}" if one.is_tone else f"finding.{one.code}"
        return self._labels.say(key, found=one.found)

    def _action(self, one: LetterFinding, text: str) -> str:
        if not one.instead or one.paragraph not in text:
            return ""
        return self.tr("Say: {instead}").format(instead=one.instead)

    def _take_advice(self, at: int) -> None:
        one = self._advised[at]
        text = str(self._words.value()).replace(one.paragraph, one.instead, 1)
        self._words.set_value(text)
        self._presenter.write_words(text)

    def _say(self, fault: str) -> None:
        if self._fault is not None and self._fault.text() == fault:
            return
        if self._fault is not None:
            self._fault.hide()
            self._fault.deleteLater()
        self._fault = Notice("late", fault) if fault else None
        if self._fault is not None:
            self._place.insertWidget(0, self._fault)


def _within(text: str, found: str) -> tuple[int, int] | None:
    """Where words stand in the text that is edited; None when they stand over it."""
    at = text.find(found)
    return (at, at + len(found)) if found and at >= 0 else None
