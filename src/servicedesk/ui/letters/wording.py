# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The owner's own words of a letter, for every time it is written from now on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.domain.letters import LetterTemplate
from servicedesk.domain.letters_fields import CATALOGUE, VOICE_WORDS, may_name, named
from servicedesk.domain.letters_wordings import LetterWording, LineIn
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.buttons import chip_button, side_button
from servicedesk.ui.widgets.card import Card, Notice
from servicedesk.ui.widgets.fields import LongTextField
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_MOST = 20_000
_TALL = 16
"""Height of the words, in text heights."""


class WordingDialog(FormDialog):
    """Changes the words of a letter; what stands in braces is filled in each time.

    Args:
        bench: of the open file.
        template_id: which letter.
        parent: the window it belongs to.
    """

    def __init__(self, bench: Workbench, template_id: str, parent: QWidget | None = None) -> None:
        self._bench = bench
        found = bench.services.letters_writing.wordings.all()
        wording = next(one for one in found if one.template.id == template_id)
        self._template = wording.template
        super().__init__(self._template.title, parent, self._save_words())
        self.body.addWidget(
            label(
                self.tr(
                    "Words in braces are filled in for each letter. A line about something that is "
                    "not known stays away, and within a line what stands in [square brackets]. "
                    "Choose one below to put it where you type."
                ),
                "quiet",
            )
        )
        self._words = LongTextField(
            Question(
                id="words",
                kind=QuestionKind.LONG_TEXT,
                label=self.tr("Your words"),
                help=self.tr("# begins the line over the letter, - an item of a list."),
                maximum=_MOST,
            ),
            bench.labels,
            bench,
        )
        self._words.set_value(self._template.body)
        self._words.focus_target().setMinimumHeight(em(self, _TALL))
        self.add(self._words)
        self.body.addWidget(self._chips(self._template))
        if self._template.is_own:
            self.body.addWidget(self._difference(wording))
        self.save_wanted.connect(self._save)
        FormDraft(self, bench, "letter_words", template_id, is_new=False)
        if self._template.is_own:
            back = self.add_button(side_button(self.tr("Put our words back")))
            back.clicked.connect(self._put_back)

    def _save_words(self) -> str:
        return self.tr("Use these words from now on")

    def _difference(self, wording: LetterWording) -> QWidget:
        """Where the owner's words and ours differ, line by line."""
        card = Card(self.tr("Where your words differ from ours"))
        if wording.template.is_behind:
            said = self.tr("Our words of this letter have changed since you wrote your own.")
            card.body.addWidget(Notice("due", said))
        changed = [one for one in wording.lines if one.where is not LineIn.BOTH and one.text]
        for one in changed:
            whose = self._bench.labels.enum(one.where)
            words = self.tr("{whose}: {text}").format(whose=whose, text=one.text)
            tone = "strong" if one.where is LineIn.OWN else "quiet"
            card.body.addWidget(label(words, tone))
        if not changed:
            card.body.addWidget(label(self.tr("Nowhere: they say the same."), "quiet"))
        return card

    def _chips(self, template: LetterTemplate) -> QWidget:
        """What can be filled in, by its name on the screen."""
        box = QWidget()
        row = FlowLayout(box, gap=6)
        known = may_name(template.stage) - VOICE_WORDS
        at = list(CATALOGUE)
        ours_last = sorted(known, key=lambda name: (CATALOGUE[name].is_ours, at.index(name)))
        for name in ours_last:
            chip = chip_button(self._bench.labels.say(f"letter.field.{name}"))
            chip.setCheckable(False)
            chip.setAccessibleDescription(self.tr("Puts it where you type"))
            chip.clicked.connect(lambda _=False, this=name: self._put(this))
            row.addWidget(chip)
        return box

    def _put(self, name: str) -> None:
        edit = self._words.focus_target()
        edit.insertPlainText(named(name))
        edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        writing, who = self._bench.services.letters_writing, self._bench.who
        body = str(self._words.value())
        try:
            done = self._bench.do(
                lambda: writing.wordings.save(self._template.id, body, who),
                said=self.tr("These are the words of this letter from now on."),
            )
        except Refusal as refusal:
            self.show_errors({"words": self._bench.labels.refusal(refusal)})
            return
        if done is not None:
            self.accept()

    def _put_back(self) -> None:
        writing, who = self._bench.services.letters_writing, self._bench.who
        done = self._bench.do(
            lambda: writing.wordings.put_back(self._template.id, who),
            said=self.tr("Our words are back."),
        )
        if done is not None:
            self.accept()
