# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The form of feedback: what was said, what it is, how satisfied they are; the rest under More.

Nothing is needed but a few words or a mark, and nobody has to be named. Whoever wants an answer
has a complaint, and the form leads there.
"""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from servicedesk.domain.customers import Channel
from servicedesk.domain.elements import Element
from servicedesk.domain.feedback import FeedbackKind, MayQuote, Touchpoint
from servicedesk.domain.feedback_checking import SOURCE_MOST, TEXT_MOST
from servicedesk.domain.guides import Choice, QuestionKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.feedback_form_fields import (
    AnswerWantedLine,
    effort_field,
    element_fields,
    handled_fields,
    kind_field,
    recommendation_field,
    satisfied_field,
)
from servicedesk.ui.people.feedback_form_presenter import (
    Aim,
    FeedbackFormPresenter,
    known_feedback,
)
from servicedesk.ui.people.folded_form import FoldedForm
from servicedesk.ui.people.guarding import warn_of_why
from servicedesk.ui.people.who_field import WhoField
from servicedesk.ui.people.who_presenter import Unknown
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.pair import Pair
from servicedesk.ui.widgets.text_fields import LongTextField, WordsField

_GUARDED = ("text", "better")
"""Fields in which words that say why somebody needs help are warned of."""


class FeedbackForm(FoldedForm):
    """Asks for a comment, a compliment, or whatever else somebody said.

    Args:
        bench: of the open file.
        aim: what it was opened for.
        parent: the window it belongs to.
    """

    wide = 68.0

    def __init__(self, bench: Workbench, aim: Aim, parent: QWidget | None = None) -> None:
        super().__init__(bench, "", parent)
        is_new = aim.feedback_id is None
        title = self.tr("Comment or compliment") if is_new else self.tr("Change what was said")
        self._say_title(title)
        self.presenter = FeedbackFormPresenter(bench, aim, self)
        self._build(is_new=is_new)
        self._show_known()
        subject = "" if is_new else str(aim.feedback_id)
        empty = {"customer_id": ""} if is_new else None
        FormDraft(self, bench, "feedback", subject, empty=empty)
        self._open_more(is_open=self._has_more(self.presenter.usual()))
        self._wire()
        self._show_asked()
        self.text.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, *, is_new: bool) -> None:
        bench = self._bench
        what = self.tr("What did they say?")
        self.text = self.add(self._make("text", QuestionKind.LONG_TEXT, what, most=TEXT_MOST))
        if isinstance(self.text, LongTextField):
            self.text.focus_target().setPlaceholderText(self.tr("in their words"))
        self.kind = self.add(kind_field(bench))
        self.source = self.add(self._asked("source", self.tr("Where did you see it?"), SOURCE_MOST))
        self.satisfied = self.add(satisfied_field(bench))
        better = self.tr("What could be better?")
        self.better = self.add(self._make("better", QuestionKind.LONG_TEXT, better, most=TEXT_MOST))
        if self.presenter.asked.recommendation:
            self.add(recommendation_field(bench))
        if self.presenter.asked.effort:
            self.add(effort_field(bench))
        self.who = WhoField(bench, self.tr("Who was it?"), unknown=Unknown.ASKED)
        self.who.focus_target().setPlaceholderText(
            self.tr("name, phone or postcode; or leave it empty")
        )
        self.add(self.who)
        self.reach = self.add(
            self._make(
                "reach",
                QuestionKind.TEXT,
                self.tr("May we ring or write? Phone or e-mail"),
                help_text=self.tr("With this a low mark comes up in Today, to be followed up."),
            )
        )
        pair = Pair(least=48)
        self.body.addWidget(pair)
        self.given_on = self._day("given_on", self.tr("When?"), is_past=True)
        self.channel = self._chosen("channel", self.tr("How did it come?"), Channel)
        wants = self.tr("Do they want an answer?")
        self.wants_answer = self._make("wants_answer", QuestionKind.YES_NO, wants)
        pair.put(self.given_on, self.channel, self.wants_answer)
        self._fields += [self.given_on, self.channel, self.wants_answer]
        self.answer_line = AnswerWantedLine()
        self.body.addWidget(self.answer_line)
        self._add_fold()
        self._fold_in(self._further())
        self.save_button.setText(self.tr("Save (Ctrl+Enter)"))
        if is_new:
            self.close_button.setText(self.tr("Close (draft is kept)"))

    def _further(self) -> Iterator[Field | tuple[Field, Field]]:
        """The fields under More, from the top, those of a tuple side by side."""
        yield self._chosen("touchpoint", self.tr("Which step is it about?"), Touchpoint)
        self.staff = self._asked("staff", self.tr("Whom of us do they name?"))
        yield self.staff
        self._handled = handled_fields(self._bench) if self.presenter.asked.handling else []
        yield from zip(self._handled[::2], self._handled[1::2], strict=True)
        say = self._bench.labels
        tags = tuple(Choice(id=one.value, label=say.enum(one)) for one in Element)
        about = self.tr("What is it about?")
        yield self._make("elements", QuestionKind.CHOICES, about, choices=tags)
        if self.presenter.asked.elements:
            marks = element_fields(self._bench)
            yield from zip(marks[::2], marks[1::2], strict=True)
        self.may_quote = self._chosen("may_quote", self.tr("May we print what they say?"), MayQuote)
        yield self.may_quote
        shown = self.tr("How their name is shown, as they agreed")
        self.shown_as = self._asked("shown_as", shown)
        got = self.tr("Did they get something for it?")
        self.incentive = self._make("is_incentivised", QuestionKind.YES_NO, got)
        yield (self.shown_as, self.incentive)

    def _show_known(self) -> None:
        known = self.presenter.known()
        self.who.show_typed(known.pop("customer_id"))
        self._show(known)

    def _wire(self) -> None:
        for field in self._fields:
            field.committed.connect(self._weigh)
            field.typed.connect(self._show_asked)
            if isinstance(field, WordsField) and field.question_id in _GUARDED:
                warn_of_why(field, self._bench.labels)
        self.who.chosen.connect(lambda _id: self._show_asked())
        self.answer_line.complaint_wanted.connect(self.complain)
        self.save_wanted.connect(self._save)

    def values(self) -> dict[str, object]:
        """What stands in the fields; a name that is no customer's stands for itself."""
        found = super().values()
        found["customer_id"] = self.who.told()
        return found

    def _show_asked(self) -> None:
        """Ask for what the answers so far give cause to ask, and for nothing else."""
        values, presenter = self.values(), self.presenter
        may = values.get("may_quote") == MayQuote.YES.value
        shown: dict[QWidget, bool] = {
            self.source: presenter.asks_source(values),
            self.reach: presenter.asks_reach(values),
            self.answer_line: values.get("wants_answer") is True and not self._is_complaint(),
            self.shown_as: may,
            self.incentive: may,
            **dict.fromkeys(self._handled, presenter.asks_handling(values)),
        }
        is_moved = self._place_staff(values)
        was = [part.isHidden() for part in shown]
        for part, is_shown in shown.items():
            part.setVisible(is_shown)
        is_other = is_moved or was != [part.isHidden() for part in shown]
        if is_other and self.isVisible():
            self._grow_later()
            self._lead_tab()

    def _place_staff(self, values: Mapping[str, object]) -> bool:
        """Ask without More whom a compliment names, and of all else under More.

        Whether it stands elsewhere than before comes out.
        """
        is_praise = values.get("kind") == FeedbackKind.COMPLIMENT.value
        if is_praise is not self._more.isAncestorOf(self.staff):
            return False
        if is_praise:
            self.body.insertWidget(self.body.indexOf(self.reach) + 1, self.staff)
        else:
            self._more_rows.insertWidget(1, self.staff)
        self.staff.show()
        return True

    def _is_complaint(self) -> bool:
        card = self.presenter.card
        return card is not None and card.complaint_id is not None

    def _weigh(self) -> None:
        """Tell what is wrong as soon as a field is left; what is still empty may follow."""
        values = self.values()
        wrong = self.presenter.weigh(values)
        for field in self._fields:
            sentence = wrong.get(field.question_id, "") if values[field.question_id] else ""
            field.show_error(sentence)

    def _save(self) -> None:
        self._end(self.presenter.save(self.values()))

    def complain(self) -> None:
        """Keep what stands here, and make a complaint of it."""
        wrong, complaint_id = self.presenter.complain(self.values())
        self._end(wrong)
        if complaint_id is not None:
            self._bench.navigator.open("complaints", "", str(complaint_id))

    def _end(self, wrong: dict[str, str] | None) -> None:
        """Close where nothing is wrong; else say beside each field what is."""
        if wrong is None:
            return
        asked = {field.question_id for field in self._fields}
        if strays := [said for name, said in wrong.items() if name not in asked]:
            wrong = {"text": strays[0], **wrong}
        for field in self._fields:
            if field.question_id in wrong and field.isHidden():
                field.show()
        self._show_wrong(wrong)
        if not wrong:
            self.accept()


def show_feedback_form(
    bench: Workbench,
    parent: QWidget,
    *,
    feedback_id: int | None = None,
    customer_id: int | None = None,
    kind: FeedbackKind = FeedbackKind.COMMENT,
    about_complaint_id: int | None = None,
) -> FeedbackForm | None:
    """Open the form over a window; None where the feedback is gone, which has been said.

    Args:
        bench: of the open file.
        parent: anything in the window.
        feedback_id: to change that feedback; None for new feedback.
        customer_id: from whom, where that is known.
        kind: what it is, to begin with.
        about_complaint_id: of the complaint whose handling they were asked about, or None.
    """
    if feedback_id is not None and known_feedback(bench, feedback_id) is None:
        return None
    aim = Aim(
        feedback_id=feedback_id,
        customer_id=customer_id,
        kind=kind,
        about_complaint_id=about_complaint_id,
    )
    form = FeedbackForm(bench, aim, parent)
    form.finished.connect(form.deleteLater)
    form.open()
    return form
