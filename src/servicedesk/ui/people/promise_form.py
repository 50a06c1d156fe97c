# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The form of a promise: who, what and by when; the rest waits under More.

Several promises of one visit are written one after the other and saved in one step.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from servicedesk.domain.customers import Channel
from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.domain.own_fields import OwnFieldCard, OwnFieldKind, own_question
from servicedesk.domain.promises import Every, PromiseKind
from servicedesk.domain.promises_rules import NOTES_MOST, TEXT_MOST
from servicedesk.domain.promises_standards import StandardOffer
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_field import DueField, StandardField
from servicedesk.ui.people.due_words import due_typed
from servicedesk.ui.people.guarding import warn_of_why
from servicedesk.ui.people.held_field import HeldField
from servicedesk.ui.people.promise_form_presenter import (
    Aim,
    PromiseFormPresenter,
    known_promise,
)
from servicedesk.ui.people.who_field import WhoField
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text_fields import WordsField

_DAY_WIDTH = 11
"""Of a day's field at least, in text heights: it holds one in figures at any size of text."""

_GUARDED = ("text", "condition", "waiting_for", "notes")
"""Fields in which words that say why somebody needs help are warned of."""

_REPEATS = ("step", "ends_on")
_KEPT = ("customer_id", "made_on", "promiser", "channel")
"""What stays for the next promise of the same visit."""


class PromiseForm(FormDialog):
    """Asks for a promise.

    Args:
        bench: of the open file.
        aim: what it was opened for.
        parent: the window it belongs to.
    """

    def __init__(self, bench: Workbench, aim: Aim, parent: QWidget | None = None) -> None:
        is_new = aim.promise_id is None
        super().__init__("", parent)
        title = self.tr("A promise") if is_new else self.tr("Change the promise")
        self.setWindowTitle(title)
        self._head.setText(title)
        self._bench = bench
        self.presenter = PromiseFormPresenter(bench, aim, self)
        self._own = {own_question(one.id): one for one in self.presenter.own_fields}
        self._build()
        self._show_known()
        subject = "" if is_new else str(aim.promise_id)
        form = "promises" if aim.contact_id is None else "promises_of_enquiry"
        FormDraft(self, bench, form, subject if aim.contact_id is None else str(aim.contact_id))
        self._open_more(is_open=self._has_more())
        self._show_repeats()
        self.save_wanted.connect(self._save)
        first = self.who if self.who.value() is None else self.text
        first.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        bench, presenter = self._bench, self.presenter
        self.held = HeldField(bench)
        self.add(self.held)
        self.who = WhoField(bench, self.tr("Who is it for?"))
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
        self._more_button = link_button(self.tr("More"))
        self._more_button.setCheckable(True)
        self._more_button.toggled.connect(lambda on: self._open_more(is_open=on))
        line = FlowLayout()
        line.addWidget(self._more_button)
        self.body.addLayout(line)
        self._more = QWidget()
        self._more_rows = QVBoxLayout(self._more)
        self._more_rows.setContentsMargins(0, 0, 0, 0)
        self._more_rows.setSpacing(self.body.spacing())
        self.body.addWidget(self._more)
        for field in self._further():
            self._fields.append(field)
            self._more_rows.addWidget(field)
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
        for card in self._own.values():
            yield self._own_field(card)
        yield self._make("notes", QuestionKind.LONG_TEXT, self.tr("Notes"), most=NOTES_MOST)

    def _make(
        self,
        name: str,
        kind: QuestionKind,
        label: str,
        *,
        most: int | None = None,
        choices: tuple[Choice, ...] = (),
        is_past: bool = False,
    ) -> Field:
        question = Question(
            id=name, kind=kind, label=label, maximum=most, choices=choices, is_past=is_past
        )
        return make_field(question, self._bench.labels, self._bench)

    def _asked(self, name: str, label: str, most: int | None = None) -> Field:
        return self._make(name, QuestionKind.TEXT, label, most=most)

    def _day(self, name: str, label: str, *, is_past: bool = False) -> Field:
        made = self._make(name, QuestionKind.DAY, label, is_past=is_past)
        made.focus_target().setMinimumWidth(em(self, _DAY_WIDTH))
        return made

    def _chosen(
        self, name: str, label: str, codes: "type[PromiseKind] | type[Channel] | type[Every]"
    ) -> Field:
        words = self._bench.labels
        choices = tuple(Choice(id=code.value, label=words.enum(code)) for code in codes)
        return self._make(name, QuestionKind.CHOICE, label, choices=choices)

    def _own_field(self, card: OwnFieldCard) -> Field:
        kinds = {
            OwnFieldKind.DAY: QuestionKind.DAY,
            OwnFieldKind.YES_NO: QuestionKind.YES_NO,
            OwnFieldKind.CHOICE: QuestionKind.CHOICE,
        }
        choices = tuple(Choice(id=one, label=one) for one in card.draft.choices)
        kind = kinds.get(card.draft.kind, QuestionKind.TEXT)
        return self._make(own_question(card.id), kind, card.draft.name, choices=choices)

    def _show_known(self) -> None:
        known = self.presenter.known()
        for field in self._fields:
            value = known.get(field.question_id)
            own = self._own.get(field.question_id)
            if own is not None and own.draft.kind is OwnFieldKind.YES_NO:
                field.set_value({"yes": True, "no": False}.get(str(value)))
            elif field is self.who:
                self.who.set_customer(value if isinstance(value, int) else None)
            elif value is not None:
                field.show_typed(value)
                field.commit()

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

    def _field(self, name: str) -> Field:
        return next(field for field in self._fields if field.question_id == name)

    def _has_more(self) -> bool:
        """Whether something under More differs from what a new promise begins with."""
        usual = {"made_on": self._bench.today, "promiser": self.presenter.usual_promiser}
        return any(
            field.value() not in ("", (), None, usual.get(field.question_id))
            for field in self._fields
            if self._more.isAncestorOf(field)
        )

    def _open_more(self, *, is_open: bool) -> None:
        self._more.setVisible(is_open)
        self._more_button.setChecked(is_open)
        self._more_button.setText(self.tr("Less") if is_open else self.tr("More"))
        if self.isVisible():
            self._grow_later()

    def _grow_later(self) -> None:
        """Take the room that the fields under More need, as far as the screen has it."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Lead Tab down the form, whatever was put in last."""
        super().showEvent(event)
        self._lead_tab()

    def _lead_tab(self) -> None:
        order_tabs([*_widgets_in(self.body), *_widgets_in(self._buttons)])

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

    def _show_wrong(self, wrong: dict[str, str]) -> None:
        hidden = [field for field in self._fields if self._more.isAncestorOf(field)]
        if any(field.question_id in wrong for field in hidden):
            self._open_more(is_open=True)
        self.show_errors(wrong)


def _widgets_in(layout: QLayout) -> list[QWidget]:
    """What stands in a layout and in those within it, from the top."""
    found: list[QWidget] = []
    items = (layout.itemAt(at) for at in range(layout.count()))
    for item in (one for one in items if one is not None):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            found.append(widget)
        elif inner is not None:
            found += _widgets_in(inner)
    return found


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
