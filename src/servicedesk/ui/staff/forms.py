# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialogs of the page of the people here; what is typed stays when one is closed."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from servicedesk.domain.between_us import ASKS_MOST, NUMBER_MOST, BetweenCard, Within
from servicedesk.domain.between_us import WHAT_MOST as AGREED_MOST
from servicedesk.domain.entries_bounds import WORDS_MOST
from servicedesk.domain.guides import AnswerValue, Choice, Question, QuestionKind
from servicedesk.domain.people import NAME_MOST, PersonCard
from servicedesk.domain.staff import NoteCard, SkillCard, SkillKind
from servicedesk.domain.staff_rules import NOTE_MOST, TEXT_MOST, WHAT_MOST
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.staff.presenter import StaffPresenter, Values, Wrong
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft

if TYPE_CHECKING:
    from enum import StrEnum


class StaffForm(FormDialog):
    """Asks some questions, and has the answers kept.

    Args:
        title: over the dialog.
        bench: of the open file.
        save: words of the button that saves; "" for the usual ones.
    """

    def __init__(
        self, title: str, bench: Workbench, parent: QWidget | None = None, save: str = ""
    ) -> None:
        super().__init__(title, parent, save)
        self._bench = bench

    def _ask(
        self,
        questions: Sequence[Question],
        shown: Mapping[str, AnswerValue | None],
        keep: Callable[[Values], Wrong],
        draft: tuple[str, str, bool],
    ) -> None:
        """Show the fields.

        Args:
            questions: in order.
            shown: what stands in them at first, by question id.
            keep: keeps what stands in them, or says what is wrong.
            draft: under which name and number it is kept half typed, and whether it is new.
        """
        for question in questions:
            field = self.add(make_field(question, self._bench.labels, self._bench))
            if question.id in shown:
                field.set_value(shown[question.id])
        form, subject, is_new = draft
        FormDraft(self, self._bench, form, subject, is_new=is_new)
        self._keep = keep
        self.save_wanted.connect(self._save)

    def _choices(self, enum: "type[StrEnum]") -> tuple[Choice, ...]:
        return tuple(Choice(id=one.value, label=self._bench.labels.enum(one)) for one in enum)

    def _save(self) -> None:
        wrong = self._keep(self.values())
        if wrong:
            self.show_errors(wrong)
        else:
            self.accept()


class SkillForm(StaffForm):
    """Writes down what somebody learned, or changes it.

    Args:
        bench: of the open file.
        presenter: keeps it.
        person: whose it is.
        card: what is changed; None for something new.
    """

    def __init__(
        self,
        bench: Workbench,
        presenter: StaffPresenter,
        person: PersonCard,
        card: SkillCard | None,
        parent: QWidget | None = None,
    ) -> None:
        words = self.tr("What has {name} learned?") if card is None else self.tr("Change: {name}")
        super().__init__(words.format(name=person.name), bench, parent)
        shown: dict[str, AnswerValue | None] = {"kind": SkillKind.TRAINING.value}
        if card is not None:
            draft = card.draft
            shown = {
                "what": draft.what,
                "kind": draft.kind.value,
                "learned_on": draft.learned_on,
                "renew_by": draft.renew_by,
                "note": draft.note,
            }
        number = None if card is None else card.id
        subject = f"person-{person.id}" if number is None else str(number)
        self._ask(
            self._questions(),
            shown,
            lambda values: presenter.keep_skill(person.id, number, values),
            ("skills", subject, number is None),
        )

    def _questions(self) -> tuple[Question, ...]:
        return (
            Question(
                id="what",
                kind=QuestionKind.TEXT,
                label=self.tr("What?"),
                help=self.tr("Such as: first aid, the till, how we answer the phone."),
                is_required=True,
                maximum=WHAT_MOST,
            ),
            Question(
                id="kind",
                kind=QuestionKind.CHOICE,
                label=self.tr("What is it?"),
                is_required=True,
                choices=self._choices(SkillKind),
            ),
            Question(
                id="learned_on",
                kind=QuestionKind.DAY,
                label=self.tr("Learned or done on"),
                help=self.tr("Leave it out if nobody knows."),
                is_past=True,
            ),
            Question(
                id="renew_by",
                kind=QuestionKind.DAY,
                label=self.tr("Renew by"),
                help=self.tr("Only if it runs out. You are reminded a month before."),
            ),
            Question(
                id="note",
                kind=QuestionKind.LONG_TEXT,
                label=self.tr("Note"),
                maximum=NOTE_MOST,
            ),
        )


class BriefForm(StaffForm):
    """Asks on which day somebody was briefed.

    Args:
        bench: of the open file.
        presenter: keeps it.
        person: who.
    """

    def __init__(
        self,
        bench: Workbench,
        presenter: StaffPresenter,
        person: PersonCard,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("When was {name} briefed?").format(name=person.name)
        super().__init__(title, bench, parent)
        question = Question(
            id="briefed_on",
            kind=QuestionKind.DAY,
            label=self.tr("Briefed on"),
            is_required=True,
            is_past=True,
        )
        self._ask(
            (question,),
            {"briefed_on": bench.today},
            lambda values: presenter.brief(person.id, values),
            ("briefings", f"person-{person.id}", True),
        )


class NoteForm(StaffForm):
    """Writes down what a helper said, what was decided, or both.

    Args:
        bench: of the open file.
        presenter: keeps it.
        card: what is changed; None for something new.
    """

    def __init__(
        self,
        bench: Workbench,
        presenter: StaffPresenter,
        card: NoteCard | None,
        parent: QWidget | None = None,
    ) -> None:
        is_new = card is None
        title = self.tr("A word from a helper") if is_new else self.tr("Answer or change the word")
        super().__init__(title, bench, parent)
        shown: dict[str, AnswerValue | None] = {"said_on": bench.today}
        if card is not None:
            draft = card.draft
            shown = {
                "text": draft.text,
                "said_on": draft.said_on,
                "said_by": draft.said_by,
                "answer": draft.answer,
                "answered_on": draft.answered_on,
            }
        number = None if card is None else card.id
        self._ask(
            self._questions(),
            shown,
            lambda values: presenter.keep_note(number, values),
            ("staff_notes", "" if number is None else str(number), is_new),
        )

    def _questions(self) -> tuple[Question, ...]:
        return (
            Question(
                id="text",
                kind=QuestionKind.LONG_TEXT,
                label=self.tr("What gets in the way of good service?"),
                help=self.tr("In their words, or what they would do better."),
                is_required=True,
                maximum=TEXT_MOST,
            ),
            Question(
                id="said_by",
                kind=QuestionKind.TEXT,
                label=self.tr("Who said it?"),
                help=self.tr("Leave it out if they would rather not say. It is never printed."),
                maximum=NAME_MOST,
            ),
            Question(
                id="said_on",
                kind=QuestionKind.DAY,
                label=self.tr("Said on"),
                is_required=True,
                is_past=True,
            ),
            Question(
                id="answer",
                kind=QuestionKind.LONG_TEXT,
                label=self.tr("What did you decide?"),
                help=self.tr("A no with a reason is an answer too."),
                maximum=TEXT_MOST,
            ),
            Question(
                id="answered_on",
                kind=QuestionKind.DAY,
                label=self.tr("Told them on"),
                help=self.tr("Today, if you leave it out."),
                is_past=True,
            ),
        )


class PlanForm(StaffForm):
    """Puts what comes of a word on the list of things to do.

    Args:
        bench: of the open file.
        presenter: keeps it.
        card: what was said.
    """

    def __init__(
        self,
        bench: Workbench,
        presenter: StaffPresenter,
        card: NoteCard,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Put it on the list of things to do")
        super().__init__(title, bench, parent, self.tr("Put on the list"))
        questions = (
            Question(
                id="text",
                kind=QuestionKind.TEXT,
                label=self.tr("What will be done?"),
                is_required=True,
                maximum=WORDS_MOST,
            ),
            Question(id="owner", kind=QuestionKind.TEXT, label=self.tr("Who does it?")),
            Question(id="due", kind=QuestionKind.DAY, label=self.tr("By when?")),
        )
        self._ask(
            questions,
            {"owner": presenter.who},
            lambda values: presenter.plan(card.id, values),
            ("staff_notes", f"plan-{card.id}", True),
        )


class BetweenForm(StaffForm):
    """Agrees on something between ourselves, or changes it.

    Args:
        bench: of the open file.
        presenter: keeps it.
        card: what is changed; None for something new.
    """

    def __init__(
        self,
        bench: Workbench,
        presenter: StaffPresenter,
        card: BetweenCard | None,
        parent: QWidget | None = None,
    ) -> None:
        is_new = card is None
        title = self.tr("Agree on something") if is_new else self.tr("Change what you agreed")
        super().__init__(title, bench, parent)
        shown: dict[str, AnswerValue | None] = {"counted": Within.WORKING_DAYS.value}
        if card is not None:
            draft = card.draft
            shown = {
                "asks": draft.asks,
                "what": draft.what,
                "number": "" if draft.number is None else str(draft.number),
                "counted": draft.counted.value,
            }
        number = None if card is None else card.id
        self._ask(
            self._questions(),
            shown,
            lambda values: presenter.keep_between(number, values),
            ("between_us", "" if number is None else str(number), is_new),
        )
        self._number, self._counted = (
            next(field for field in self.fields() if field.question_id == name)
            for name in ("number", "counted")
        )
        for line in self._number.findChildren(QLineEdit):
            line.textChanged.connect(self._show_counted)
        self._show_counted()

    def _show_counted(self) -> None:
        """Ask what the number counts only once there is one."""
        self._counted.setVisible(bool(str(self._number.value()).strip()))

    def _questions(self) -> tuple[Question, ...]:
        return (
            Question(
                id="what",
                kind=QuestionKind.TEXT,
                label=self.tr("What do you promise each other?"),
                help=self.tr("Such as: We will pass on every message before we go home."),
                is_required=True,
                maximum=AGREED_MOST,
            ),
            Question(
                id="asks",
                kind=QuestionKind.TEXT,
                label=self.tr("Who asks for it?"),
                help=self.tr("Such as: whoever serves. Leave it out if nobody has to ask."),
                maximum=ASKS_MOST,
            ),
            Question(
                id="number",
                kind=QuestionKind.WHOLE_NUMBER,
                label=self.tr("Within how long?"),
                help=self.tr("A number; leave it out where time does not matter."),
                minimum=1,
                maximum=NUMBER_MOST,
            ),
            Question(
                id="counted",
                kind=QuestionKind.CHOICE,
                label=self.tr("Counted in"),
                is_required=True,
                choices=self._choices(Within),
            ),
        )
