# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The owner's own words of a paper, with the paper as it will read beside them."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.domain.letters_fields import named
from servicedesk.domain.written import WrittenCard
from servicedesk.domain.written_checking import BODY_MOST, WORDS
from servicedesk.domain.written_fields import KEEP, LAW, MAY_NAME
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.buttons import chip_button
from servicedesk.ui.widgets.fields import LongTextField
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.pair import Pair
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label
from servicedesk.ui.written.paper_view import PaperView
from servicedesk.ui.written.presenter import WrittenPresenter

_FORM = "written_papers"
_TALL = 16
"""Height of the words, in text heights."""

_PAUSE_MS = 400
"""After the last key until the preview is made again."""

_OF_SOME = (KEEP, LAW)


class WrittenEditor(FormDialog):
    """Changes the words of a paper.

    Args:
        bench: of the open file.
        presenter: fills and keeps them.
        card: of the paper.

    Attributes:
        words: the field.
        view: the paper as it will read.
        chips: buttons that put a field where one types, by its name.
    """

    wide = 80

    def __init__(
        self,
        bench: Workbench,
        presenter: WrittenPresenter,
        card: WrittenCard,
        parent: QWidget | None = None,
    ) -> None:
        title = bench.labels.enum(card.paper)
        super().__init__(title, parent, self._save_words())
        self._presenter, self._paper = presenter, card.paper
        self.body.addWidget(label(self._explained(), "quiet"))
        pair = Pair(least=56)
        self.body.addWidget(pair)
        self.words = LongTextField(
            Question(
                id=WORDS,
                kind=QuestionKind.LONG_TEXT,
                label=self.tr("Your words"),
                help=self.tr(
                    "# begins the title, ## a heading, - an item of a list, [ ] a box to tick."
                ),
                maximum=BODY_MOST,
            ),
            bench.labels,
            bench,
        )
        self.words.set_value(card.body)
        self.words.focus_target().setMinimumHeight(em(self, _TALL))
        self._fields.append(self.words)
        self.view = PaperView(self.tr("As it will read"))
        pair.put(self.words, self.view)
        self.view.show_parts(card.parts)
        self.body.addWidget(label(self.tr("What can be filled in"), "strong"))
        self.chips = self._make_chips(bench, card)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self.words.typed.connect(self._pause.start)
        self.save_wanted.connect(self._save)
        FormDraft(self, bench, _FORM, card.paper.value, is_new=False)
        self.refresh()

    def refresh(self) -> None:
        """Show the paper with what is typed now; a fault in it is told and the rest stays."""
        card, wrong = self._presenter.typed(self._paper, str(self.words.value()))
        self.foretell(wrong)
        if card is not None:
            self.view.show_parts(card.parts)

    def _save_words(self) -> str:
        return self.tr("Use these words from now on")

    def _explained(self) -> str:
        return self.tr(
            "Words in braces are filled in when it is printed, so that a new phone number or a new "
            "promise is right at once. A line about something that is not known stays away."
        )

    def _make_chips(self, bench: Workbench, card: WrittenCard) -> dict[str, QWidget]:
        """Buttons for what can be filled in: that of other papers only where it is named here."""
        box = QWidget()
        row = FlowLayout(box, gap=6)
        self.body.addWidget(box)
        made: dict[str, QWidget] = {}
        for name in sorted(MAY_NAME, key=lambda one: (one.startswith(_OF_SOME), one)):
            if name.startswith(_OF_SOME) and named(name) not in card.ours:
                continue
            chip = chip_button(bench.labels.say(f"written.field.{name}"))
            chip.setCheckable(False)
            chip.setAccessibleDescription(self.tr("Puts it where you type"))
            chip.clicked.connect(lambda _=False, this=name: self._put(this))
            row.addWidget(chip)
            made[name] = chip
        return made

    def _put(self, name: str) -> None:
        edit = self.words.focus_target()
        edit.insertPlainText(named(name))
        edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        wrong = self._presenter.save(self._paper, str(self.words.value()))
        if wrong:
            self.show_errors({WORDS: wrong})
        else:
            self.accept()
