# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Who was asked before the charter was written: what mattered to them, and what it changed."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject
from PySide6.QtWidgets import QWidget

from servicedesk.domain.charters_asked import AskedNote, answer_of, checked_note, notes_in
from servicedesk.domain.charters_asked import notes_for as notes_of_page
from servicedesk.domain.guides import Choice, Guide, Question, QuestionKind
from servicedesk.ui.charter.line_notes import LineNotes, Values
from servicedesk.ui.widgets.buttons import side_button

if TYPE_CHECKING:
    from servicedesk.ui.core.workbench import Workbench

_MOST = 300
_ASK_FIRST = "ask_first"


class _Asked(QObject):
    """Notes of who was asked, as ``Lines``."""

    def __init__(self, guide: Guide, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._titles = {page.id: page.title for page in guide.pages if page.id != _ASK_FIRST}
        self.title = self.tr("Add who you asked")
        text, words = QuestionKind.TEXT, QuestionKind.LONG_TEXT
        self.questions: tuple[Question, ...] = (
            Question(
                id="asked_on",
                kind=QuestionKind.DAY,
                label=self.tr("When did you ask?"),
                default=today,
                is_past=True,
            ),
            Question(
                id="who",
                kind=text,
                label=self.tr("Whom did you ask?"),
                help=self.tr("Names are not needed: “a regular” or “two drivers” will do."),
            ),
            Question(
                id="mattered",
                kind=words,
                label=self.tr("What mattered to them?"),
                is_required=True,
                maximum=_MOST,
            ),
            Question(
                id="changed",
                kind=words,
                label=self.tr("What did you change because of it?"),
                maximum=_MOST,
            ),
            Question(
                id="page",
                kind=QuestionKind.CHOICE,
                label=self.tr("Which page does it concern?"),
                choices=tuple(Choice(id=key, label=name) for key, name in self._titles.items()),
            ),
        )

    def read(self, answer: str) -> tuple[Values, ...]:
        return tuple(_values(note) for note in notes_in(answer))

    def write(self, notes: Sequence[Values]) -> str:
        return answer_of(_note(values) for values in notes)

    def check(self, values: Values) -> Values:
        return _values(checked_note(_note(values), self._today))

    def say(self, values: Values) -> str:
        note = _note(values)
        head = [note.who]
        if note.asked_on is not None:
            on = QDate(note.asked_on.year, note.asked_on.month, note.asked_on.day)
            head.insert(0, QLocale().toString(on, "d MMMM yyyy"))
        said = ", ".join(part for part in head if part)
        words = self.tr("{who}: {words}").format(who=said, words=note.mattered)
        if not said:
            words = note.mattered
        if note.changed:
            words = self.tr("{words} → {changed}").format(words=words, changed=note.changed)
        title = self._titles.get(note.page, "")
        return self.tr("{words} ({page})").format(words=words, page=title) if title else words


class AskedNotes(LineNotes):
    """Edits who was asked, and prints the sheet to ask with.

    Args:
        question: the charter's question ``asked_customers``.
        bench: services, words and colours.
    """

    def __init__(
        self, question: Question, bench: "Workbench", parent: QWidget | None = None
    ) -> None:
        guide = bench.services.charter_writing.guide
        super().__init__(question, _Asked(guide, bench.today), bench.labels, bench, parent)
        self._sheet = side_button(self.tr("Print the question sheet"))
        self._sheet.clicked.connect(lambda: self._print(bench))
        self.add_action(self._sheet)

    def notes_for(self, page: str) -> tuple[AskedNote, ...]:
        """The notes that concern one page of the charter."""
        return notes_of_page((_note(values) for values in self.notes()), page)

    def _print(self, bench: "Workbench") -> None:
        from servicedesk.ui.printing.preview import show_print

        writing = bench.services.charter_writing.current()
        if writing is not None:
            job = bench.services.charter_printing.job(writing.draft, "question_sheet")
            show_print(job, bench, self.window())


def _values(note: AskedNote) -> Values:
    return {
        "asked_on": note.asked_on or "",
        "who": note.who,
        "mattered": note.mattered,
        "changed": note.changed,
        "page": note.page,
    }


def _note(values: Values) -> AskedNote:
    on = values.get("asked_on")
    return AskedNote(
        asked_on=on if isinstance(on, date) else None,
        who=str(values.get("who", "")),
        mattered=str(values.get("mattered", "")),
        changed=str(values.get("changed", "")),
        page=str(values.get("page", "")),
    )
