# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The form of a promise: who, what and by when; the rest waits under More.

Several promises of one visit are written one after the other and saved in one step.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from servicedesk.domain.customers import Channel
from servicedesk.domain.guides import QuestionKind
from servicedesk.domain.promises import Every, PromiseKind
from servicedesk.domain.promises_rules import NOTES_MOST, TEXT_MOST
from servicedesk.domain.promises_standards import StandardOffer
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_field import DueField, StandardField
from servicedesk.ui.people.due_words import due_typed
from servicedesk.ui.people.folded_form import FoldedForm
from servicedesk.ui.people.guarding import warn_of_why
from servicedesk.ui.people.held_field import HeldField
from servicedesk.ui.people.promise_form_presenter import (
    Aim,
    PromiseFormPresenter,
    known_promise,
)
from servicedesk.ui.people.who_field import WhoField
from servicedesk.ui.people.who_presenter import Unknown
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.text_fields import WordsField

_GUARDED = ("text", "condition", "waiting_for", "notes")
"""Fields in which words that say why somebody needs help are warned of."""

_REPEATS = ("step", "ends_on")
_KEPT = ("customer_id", "made_on", "promiser", "channel")
"""What stays for the next promise of the same visit."""


class PromiseForm(FoldedForm):
    """Asks for a promise.

    Args:
        bench: of the open file.
        aim: what it was opened for.
        parent: the window it belongs to.
    """

    def __init__(self, bench: Workbench, aim: Aim, parent: QWidget | None = None) -> None:
        super().__init__(bench, "", parent)
        is_new = aim.promise_id is None
        self._say_title(self.tr("A promise") if is_new else self.tr("Change the promise"))
        self.presenter = PromiseFormPresenter(bench, aim, self)
        self._build()
        self._show_known()
        subject = "" if is_new else str(aim.promise_id)
        form = "promises" if aim.contact_id is None else "promises_of_enquiry"
        FormDraft(self, bench, form, subject if aim.contact_id is None else str(aim.contact_id))
        self._open_more(is_open=self._has_more(self._usual()))
        self._show_repeats()
        self.save_wanted.connect(self._save)
        first = self.who if self.who.value() is None else self.text
        first.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        bench, presenter = self._bench, self.presenter
        self.held = HeldField(bench)
        self.add(self.held)
        self.who = WhoField(bench, self.tr("Who is it for?"), unknown=Unknown.ADDED)
        self.add(self.who)
        self.text = self.add(self._asked("text", self.tr("What do you promise?"), TEXT_MOST))
        when = self.tr("By when?")
        self.due = DueField(bench, when, presenter.read_due, shut=presenter.shut_on)
        self.add(self.due)
        self.standard: StandardField | None = None
        if presenter.offers:
            self.standard = StandardField(bench, presenter.offers)
            self.add(self.standard)
            self.standard.offered.connect(self._on_offered)
        self._add_fold()
        self._fold_in(self._further())
        self._field("made_on").committed.connect(self._count_anew)
        for field in self._fields:
            field.committed.connect(self._weigh)
            if isinstance(field, WordsField) and field.question_id in _GUARDED:
                warn_of_why(field, bench.labels)
        if presenter.aim.promise_id is None and presenter.aim.contact_id is None:
            another = self.add_button(side_button(self.tr("Another for the same visit")))
            another.clicked.connect(self._hold)

    def _further(self) -> Iterator[Field]:
        """The fields under More, from the top."""
        yield self._chosen("kind", self.tr("What sort of thing"), PromiseKind)
        yield self._chosen("channel", self.tr("How it was said"), Channel)
        yield self._asked("job_ref", self.tr("Job, order or invoice number"))
        yield self._asked("condition", self.tr("On one condition"), TEXT_MOST)
        yield self._asked("remedy", self.tr("What they get if you miss it"), TEXT_MOST)
        yield self._asked("promiser", self.tr("Who promised"))
        yield self._day("made_on", self.tr("When it was promised"), is_past=True)
        yield self._asked("waiting_for", self.tr("You wait for"), TEXT_MOST)
        if self.presenter.aim.promise_id is None and self.presenter.aim.contact_id is None:
            repeat = self._chosen("repeat", self.tr("Comes again every"), Every)
            repeat.committed.connect(self._show_repeats)
            repeat.typed.connect(self._show_repeats)
            yield repeat
            yield self._asked("step", self.tr("Every how many? 1 for each"), 2)
            yield self._day("ends_on", self.tr("The last one is due by"))
        yield from self._own_fields(self.presenter.own_fields)
        yield self._make(
            "notes",
            QuestionKind.LONG_TEXT,
            self.tr("Notes"),
            most=NOTES_MOST,
            help_text=self.tr("They may ask to see what is written here."),
        )

    def _show_known(self) -> None:
        known = self.presenter.known()
        customer_id = known.pop("customer_id", None)
        self.who.set_customer(customer_id if isinstance(customer_id, int) else None)
        self._show(known)

    def values(self) -> dict[str, object]:
        """What stands in the fields; a name that is no customer's stands for itself."""
        found = super().values()
        found["customer_id"] = self.who.told()
        return found

    def _weigh(self) -> None:
        """Tell what is wrong as soon as a field is left; what is still empty may follow."""
        values = self.values()
        wrong = self.presenter.weigh(values)
        for field in self._fields:
            sentence = wrong.get(field.question_id, "") if values[field.question_id] else ""
            field.show_error(sentence)

    def _on_offered(self, offer: StandardOffer | None) -> None:
        """Take the day of a standard; what it gives if it is missed is filled in on saving."""
        if offer is not None:
            self.due.show_typed(offer.due)
            self.due.commit()
            self._field("kind").show_typed(offer.kind.value)

    def _count_anew(self) -> None:
        """Count from the day of the promise what is typed, and what the charter says."""
        if not self.presenter.count_from(self._field("made_on").value()):
            return
        if self.standard is not None:
            was, now = self.standard.offer, self.standard.count_anew(self.presenter.offers)
            if was is not None and now is not None and self.due.value() == due_typed(was.due):
                self.due.show_typed(now.due)
        self.due.read_again()

    def _usual(self) -> dict[str, object]:
        """What a new promise begins with under More."""
        return {"made_on": self._bench.today, "promiser": self.presenter.usual_promiser}

    def _show_repeats(self) -> None:
        repeat = [field for field in self._fields if field.question_id == "repeat"]
        for field in self._fields:
            if field.question_id in _REPEATS:
                field.setVisible(bool(repeat and repeat[0].value()))

    def _hold(self) -> None:
        """Keep what stands there for the one save of all, and begin the next."""
        values = self.values()
        wrong = self.presenter.weigh(values)
        if wrong:
            self._show_wrong(wrong)
            return
        plain = {key: value for key, value in values.items() if isinstance(value, str | int)}
        days = {
            key: value.isoformat() for key, value in values.items() if hasattr(value, "isoformat")
        }
        self.held.hold({**plain, **days, **self.presenter.due_held(values)})
        for field in self._fields:
            if field.question_id not in (*_KEPT, "held"):
                field.set_value(None)
                field.show_error("")
                if isinstance(field, WordsField):
                    field.set_notices([])
        self._show_repeats()
        self._grow_later()
        self._lead_tab()
        self.text.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        wrong = self.presenter.save(self.values(), self.who.typed_name(), self.held.held)
        if wrong is None:
            return
        self._show_wrong(wrong)
        if not wrong:
            self.accept()


def show_promise_form(
    bench: Workbench,
    parent: QWidget,
    *,
    promise_id: int | None = None,
    contact_id: int | None = None,
    customer_id: int | None = None,
    text: str = "",
) -> PromiseForm | None:
    """Open the form over a window; None where the promise is gone, which has been said.

    Args:
        bench: of the open file.
        parent: anything in the window.
        promise_id: to change that promise; None for a new one.
        contact_id: of the enquiry that the promise answers, or None.
        customer_id: to whom, where that is known.
        text: what is promised, to begin with.
    """
    if promise_id is not None and not known_promise(bench, promise_id):
        return None
    aim = Aim(promise_id=promise_id, contact_id=contact_id, customer_id=customer_id, text=text)
    form = PromiseForm(bench, aim, parent)
    form.finished.connect(form.deleteLater)
    form.open()
    return form
