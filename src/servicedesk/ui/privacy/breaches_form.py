# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialogs about a breach: what happened, then one short form for each thing that follows."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from servicedesk.domain.breaches import BreachCard, BreachRisk, BreachStep
from servicedesk.domain.breaches_rules import (
    LINE_MOST,
    PEOPLE_MOST,
    REF_MOST,
    TEXT_MOST,
    WHAT_MOST,
)
from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_field import DueField
from servicedesk.ui.privacy.breaches_presenter import FACTS, MOMENTS, BreachesPresenter
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.form_values import unread

_FORM = "breaches"
"""As its table: whoever removes a breach takes the half-typed forms with it."""


class BreachForm(FormDialog):
    """Asks about a breach.

    Args:
        bench: of the open file.
        presenter: keeps it.
        card: of the breach; None for a new one.
        part: FACTS, or the step that is taken.
        parent: the window it belongs to.
    """

    def __init__(
        self,
        bench: Workbench,
        presenter: BreachesPresenter,
        card: BreachCard | None,
        part: str = FACTS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_title(part, is_new=card is None), parent)
        self._bench = bench
        self._presenter = presenter
        self._card = card
        if part == BreachStep.REPORT.value and card is not None and presenter.is_over(card):
            self.foretell(self.tr("The hours are over. Report it all the same, and write why."))
        for question in _asked(part, bench, is_late=card is not None and presenter.is_over(card)):
            if question.id in MOMENTS:
                label = question.label
                self.add(DueField(bench, label, presenter.read_past, question.id, is_past=True))
            else:
                self.add(make_field(question, bench.labels, bench))
        self._fill()
        mine = "" if card is None else str(card.id)
        subject = mine if part == FACTS else f"{mine}-{part}"
        FormDraft(self, bench, _FORM, subject, is_new=card is None)
        self.save_wanted.connect(self._save)

    def _fill(self) -> None:
        show = self._presenter
        for field in self.fields():
            name = field.question_id
            if self._card is None:
                if name == "known_at":
                    field.set_value(show.now)
                continue
            kept = getattr(self._card.draft, name)
            if name in MOMENTS and kept is not None:
                kept = show.typed(kept)
            field.set_value(kept.value if isinstance(kept, BreachRisk) else kept)

    def _save(self) -> None:
        wrong = unread(self, self._bench.labels)
        for name in MOMENTS:
            wrong.pop(name, None)  # a day with a time is read by the presenter
        wrong = wrong or self._presenter.keep(self._card, self.values())
        if wrong:
            self.show_errors(wrong)
        else:
            self.accept()


def _title(part: str, *, is_new: bool) -> str:
    say = QCoreApplication.translate
    if part == FACTS:
        return say("Breach", "A breach") if is_new else say("Breach", "Change what happened")
    return {
        BreachStep.JUDGE.value: say("Breach", "How bad is it for people?"),
        BreachStep.REPORT.value: say("Breach", "The report"),
        BreachStep.TELL.value: say("Breach", "Telling the people"),
        BreachStep.ACT.value: say("Breach", "What you did about it"),
    }[part]


def _asked(part: str, bench: Workbench, *, is_late: bool) -> tuple[Question, ...]:
    if part == FACTS:
        return _facts()
    if part == BreachStep.JUDGE.value:
        return _judged(bench)
    if part == BreachStep.REPORT.value:
        return _reported(is_late=is_late)
    return _told() if part == BreachStep.TELL.value else _done()


def _facts() -> tuple[Question, ...]:
    say = QCoreApplication.translate
    return (
        _text(
            "what",
            say("Breach", "What happened?"),
            say("Breach", "Such as: an e-mail with a list of names went to the wrong person."),
            WHAT_MOST,
            is_required=True,
        ),
        _day("known_at", say("Breach", "When did you know of it? Day and time"), ""),
        _day("happened_on", say("Breach", "When did it happen?"), say("Breach", "If you know.")),
        _line(
            "whose",
            say("Breach", "Whose information is it?"),
            say("Breach", "Such as: customers with a repair in May. No names are needed."),
            LINE_MOST,
        ),
        _line(
            "data",
            say("Breach", "What information?"),
            say("Breach", "Such as: names, phone numbers, door codes."),
            LINE_MOST,
        ),
        Question(
            id="people",
            kind=QuestionKind.WHOLE_NUMBER,
            label=say("Breach", "About how many people?"),
            minimum=0,
            maximum=PEOPLE_MOST,
        ),
        _text(
            "effects",
            say("Breach", "What came of it, or may?"),
            say("Breach", "Such as: somebody could get into their house, or ring them up."),
        ),
    )


def _judged(bench: Workbench) -> tuple[Question, ...]:
    say = QCoreApplication.translate
    choices = tuple(Choice(id=one.value, label=bench.labels.enum(one)) for one in BreachRisk)
    return (
        Question(
            id="risk",
            kind=QuestionKind.CHOICE,
            label=say("Breach", "What may it do to the people?"),
            choices=choices,
        ),
        _text(
            "risk_why",
            say("Breach", "Why do you think so?"),
            say("Breach", "Who may have it, what they can do with it, and what holds them back."),
        ),
    )


def _reported(*, is_late: bool) -> tuple[Question, ...]:
    say = QCoreApplication.translate
    late = _text("late_why", say("Breach", "Why is it late?"), "")
    return (
        _day("reported_at", say("Breach", "Reported on, day and time"), ""),
        _line(
            "report_ref",
            say("Breach", "Their number for it"),
            say("Breach", "It stands in their answer."),
            REF_MOST,
        ),
        *((late,) if is_late else ()),
        _text(
            "no_report_why",
            say("Breach", "Or why you do not report it"),
            say("Breach", "Only where you are sure. Write what you would tell somebody who asks."),
        ),
    )


def _told() -> tuple[Question, ...]:
    say = QCoreApplication.translate
    return (
        _day("told_on", say("Breach", "Told on"), ""),
        _text(
            "told_how",
            say("Breach", "How, and what did you say?"),
            say("Breach", "What happened, what may come of it, what they can do, whom to ask."),
        ),
        _text("no_tell_why", say("Breach", "Or why you do not tell them"), ""),
    )


def _done() -> tuple[Question, ...]:
    say = QCoreApplication.translate
    return (
        _text(
            "did",
            say("Breach", "What did you do?"),
            say("Breach", "To put it right, and so that it does not happen again."),
        ),
    )


def _line(name: str, label: str, help: str, most: int) -> Question:
    return Question(id=name, kind=QuestionKind.TEXT, label=label, help=help, maximum=most)


def _text(
    name: str, label: str, help: str, most: int = TEXT_MOST, *, is_required: bool = False
) -> Question:
    return Question(
        id=name,
        kind=QuestionKind.LONG_TEXT,
        label=label,
        help=help,
        maximum=most,
        is_required=is_required,
    )


def _day(name: str, label: str, help: str) -> Question:
    return Question(id=name, kind=QuestionKind.DAY, label=label, help=help, is_past=True)
