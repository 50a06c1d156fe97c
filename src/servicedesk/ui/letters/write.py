# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writing one letter: its fields, its words and how it goes out, with the page beside."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from servicedesk.domain import (
    letters_fields_complaints,
    letters_fields_feedback,
    letters_fields_requests,
)
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.domain.letters import FieldKind
from servicedesk.domain.letters_complaints import TO_OTHERS
from servicedesk.domain.letters_complaints_taking import CANCEL_BY
from servicedesk.domain.letters_fields import LetterField
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.letters.foot import LetterFoot
from servicedesk.ui.letters.holding import Where
from servicedesk.ui.letters.offered import LetterOffered
from servicedesk.ui.letters.outlook import LetterLacks
from servicedesk.ui.letters.paper import LetterPane
from servicedesk.ui.letters.presenter import LettersPresenter
from servicedesk.ui.letters.state import LetterState, Then
from servicedesk.ui.letters.told import LetterTold
from servicedesk.ui.letters.ways import LetterWays
from servicedesk.ui.letters.words import LetterWords
from servicedesk.ui.people.who_field import WhoField
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.fields import Field, make_field
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

_FOLDS = 64
"""Below this width, in text heights, the page is a button away and not beside."""

_KINDS = {
    FieldKind.LINE: QuestionKind.TEXT,
    FieldKind.TEXT: QuestionKind.LONG_TEXT,
    FieldKind.LINES: QuestionKind.LONG_TEXT,
    FieldKind.DAY: QuestionKind.DAY,
    FieldKind.MONEY: QuestionKind.TEXT,
    FieldKind.CHOICE: QuestionKind.CHOICE,
}
_TO = "customer."
_FROM = ("signatory", "stand_in")
_OFFERED = "cancel_right"
_BEFORE = (
    frozenset({"done_on", "promise.made_on"})
    | letters_fields_complaints.PAST
    | letters_fields_feedback.PAST
    | letters_fields_requests.PAST
)


class WriteLetter(QWidget):
    """The form of a letter with its page.

    Args:
        bench: of the open file.
        presenter: keeps it.

    Signals:
        promise_chosen: (number of the promise) the letter is about it.
        offer_chosen: (number of the offer or plan) the letter is about it.
        other_wanted: somebody wants another letter.
        look_wanted: the page is not beside, and somebody wants to see it.
        wording_wanted: (id of the letter) its words are to be changed for good.
    """

    promise_chosen = Signal(int)
    offer_chosen = Signal(int)
    other_wanted = Signal()
    look_wanted = Signal()
    wording_wanted = Signal(str)

    def __init__(
        self, bench: Workbench, presenter: LettersPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._presenter = presenter
        self._form = -1
        self._fields: dict[str, Field] = {}
        self._who: WhoField | None = None
        self._build()
        self._wire()
        presenter.state_changed.connect(self._show_state)

    def _build(self) -> None:
        self._page = ScrollPage(widest=0)
        self._title = label("", "title")
        self._intro = label("", "quiet")
        self._told = LetterTold(self._bench)
        self._form_place = QVBoxLayout()
        self._words = LetterWords(self._bench, self._presenter)
        body = self._page.body
        head = FlowLayout()
        self._other = link_button(self.tr("Another letter"))
        self._own = link_button(self.tr("Change its words for good"))
        head.addWidget(self._other)
        head.addWidget(self._own)
        for widget in (self._title, self._intro):
            body.addWidget(widget)
        body.addLayout(head)
        body.addWidget(self._told)
        self._lacks = LetterLacks(self._bench)
        body.addWidget(self._lacks)
        body.addLayout(self._form_place)
        body.addWidget(self._words)
        self._ways = LetterWays(self._presenter)
        body.addWidget(self._ways)
        body.addStretch(1)
        self.pane = LetterPane(self._bench.theme, self._bench.labels)
        self.pane.turned.connect(self._presenter.turn)
        left = QWidget()
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._page, 1)
        self._foot = LetterFoot(self._bench, self._presenter)
        self.outlook = self._foot.outlook
        self.print_button = self._foot.print_button
        self.save_button = self._foot.save_button
        self.look_button = self._foot.look_button
        rows.addWidget(self._foot)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(left, 11)
        across.addWidget(self.pane, 10)

    def _wire(self) -> None:
        self.print_button.clicked.connect(lambda: self.issue(Then.PRINT))
        self.save_button.clicked.connect(lambda: self.issue(Then.SAVE))
        self.look_button.clicked.connect(self.look_wanted)
        self._other.clicked.connect(self.other_wanted)
        self._own.clicked.connect(self._want_wording)
        self._lacks.business_wanted.connect(lambda: self._go("settings", "business", ""))
        self._lacks.customer_wanted.connect(self._to_customer)
        self._lacks.outside_wanted.connect(lambda: self._go("settings", "outside_help", ""))
        self._lacks.complaint_wanted.connect(self._to_complaint)
        self._lacks.feedback_wanted.connect(self._to_feedback)
        self._lacks.changed.connect(self._order)
        self._told.anew_wanted.connect(self._presenter.start_again)
        self._presenter.held_back.connect(self._bring_into_sight)

    def _go(self, room: str, part: str, item: str) -> None:
        self._bench.navigator.open(room, part, item)

    def _to_customer(self) -> None:
        draft = self._presenter.state.draft
        if draft is not None and draft.customer_id is not None:
            self._go("customers", "", str(draft.customer_id))

    def _to_complaint(self) -> None:
        about = self._presenter.state.about
        if about.complaint_id is not None:
            self._go("complaints", "", str(about.complaint_id))

    def _to_feedback(self) -> None:
        about = self._presenter.state.about
        if about.feedback_id is not None:
            self._go("feedback", "", str(about.feedback_id))

    def issue(self, then: Then) -> None:
        """Take what stands in the fields, and send the letter out."""
        for one in self._fields.values():
            one.commit()
        self._presenter.issue(then)

    def _bring_into_sight(self) -> None:
        """Lead to what keeps the letter here; the sentence at the buttons says what that is."""
        state = self._presenter.state
        if state.held is None:
            return
        wrong = (one for name, one in self._fields.items() if name in state.errors)
        first: QWidget | None = None
        match state.held.at:
            case Where.FIELD:
                first = next((one.focus_target() for one in wrong), None)
            case Where.RECORD:
                first = self._lacks.first_focus()
                self._page.show_whole(self._lacks)
            case Where.WORDS if self._words.isVisible():
                first = self._words.first_focus()
            case Where.WAY:
                first = self.save_button
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        """The first field that still needs something, else the button."""
        state = self._presenter.state
        missing = () if state.check is None else state.check.missing
        if self._who is not None and self._who.value() is None and f"{_TO}name" in missing:
            return self._who.focus_target()
        for name in missing:
            if name in self._fields:
                return self._fields[name].focus_target()
        return self.print_button

    def _show_state(self) -> None:
        state = self._presenter.state
        if state.template is None or state.draft is None:
            return
        if state.form != self._form:
            self._form = state.form
            self._show_form(state)
        for name, one in self._fields.items():
            said = state.errors.get(name, "")
            if one.error() != said:
                one.show_error(said)
        self._show_following(state)
        self._words.show_state(state)
        self.pane.show_drawn(state.drawn)
        for part in (self._ways, self._lacks, self._foot):
            part.show_state(state)

    def _show_following(self, state: LetterState) -> None:
        """Show the day that follows from another one that was typed."""
        field = self._fields.get(CANCEL_BY)
        text = "" if state.draft is None else state.draft.values.get(CANCEL_BY, "")
        if field is not None and text and field.value() != date.fromisoformat(text):
            field.set_value(date.fromisoformat(text))

    def _show_form(self, state: LetterState) -> None:
        template = state.template
        if template is None:
            return
        self._title.setText(template.title)
        intro = template.when_to_use
        if state.letters > 1:
            intro = self._of_several(state)
        self._intro.setText(intro)
        self._told.show_state(state)
        _empty(self._form_place)
        self._fields = {}
        self._who = None
        needed = set(template.needs)
        to = [one for one in state.fields if one.name.startswith(_TO)]
        known = state.draft is not None and state.draft.customer_id is not None
        rest = [one for one in state.fields if one not in to and one.name != _OFFERED]
        middle = [one for one in rest if one.name not in _FROM]
        if to and _asks_whom(state):
            self._add_who(state)
        self._add_offered(state)
        if not known:
            self._add_group("", to, needed)
        values = {} if state.draft is None else state.draft.values
        asked = [one for one in middle if one.name in needed]
        self._add_group("", [one for one in asked if not values.get(one.name)], needed)
        there = [one for one in asked if values.get(one.name)]
        self._add_group(self.tr("Known already"), there, needed)
        self._add_group(
            self.tr("If you like"), [one for one in middle if one.name not in needed], needed
        )
        ends = [one for one in rest if one.name in _FROM]
        self._add_group(self.tr("To and from"), [*(to if known else ()), *ends], needed)
        self._order()
        self._page.to_top()

    def _of_several(self, state: LetterState) -> str:
        if state.about.are_follow_ups:
            words = self.tr(
                "{n} letters, one for each complaint that was put right a while ago. This is the "
                "first of them."
            )
        elif state.about.customer_ids:
            words = self.tr(
                "{n} letters, one for each customer you chose. This is the first of them."
            )
        else:
            words = self.tr(
                "{n} letters, one for each customer who was promised something in these days. "
                "This is the first of them."
            )
        return words.format(n=state.letters)

    def _order(self) -> None:
        """Tab goes down the form as the eye does, then to the buttons under it."""
        places = (self._form_place.itemAt(at) for at in range(self._form_place.count()))
        form = [item.widget() for item in places if item is not None]
        ends = (self._words, self._ways, self.print_button, self.save_button, self.look_button)
        order_tabs(
            [self._other, self._own, self._lacks, *(one for one in form if one is not None), *ends]
        )

    def _add_who(self, state: LetterState) -> None:
        self._who = WhoField(self._bench, self.tr("To whom"))
        draft = state.draft
        if draft is not None:
            name = draft.values.get(f"{_TO}name", "")
            is_new = draft.adds_customer and draft.customer_id is None
            self._who.set_value((name,) if is_new else draft.customer_id or name)
        self._who.chosen.connect(self._on_customer)
        self._who.typed.connect(self._on_name)
        self._form_place.addWidget(self._who)

    def _add_offered(self, state: LetterState) -> None:
        """Offer what is on record, so that nothing is typed that stands there."""
        offered = LetterOffered(state)
        offered.promise_chosen.connect(self.promise_chosen)
        offered.offer_chosen.connect(self.offer_chosen)
        self._form_place.addWidget(offered)

    def _on_customer(self, customer_id: object) -> None:
        self._presenter.choose_customer(customer_id if isinstance(customer_id, int) else None)
        self._tell_newcomer()

    def _tell_newcomer(self) -> None:
        if self._who is not None:
            self._presenter.choose_newcomer(isinstance(self._who.told(), tuple))

    def _on_name(self) -> None:
        """A name that is nobody's on record stands on the letter as it is typed."""
        self._tell_newcomer()
        name = self._fields.get(f"{_TO}name")
        if self._who is not None and self._who.value() is None and name is not None:
            name.set_value(self._who.typed_name())
            self._presenter.type(f"{_TO}name", self._who.typed_name())

    def _add_group(self, title: str, fields: Iterable[LetterField], needed: set[str]) -> None:
        found = list(fields)
        if title and found:
            self._form_place.addWidget(label(title, "section"))
        for one in found:
            self._form_place.addWidget(self._made(one, one.name in needed))

    def _made(self, one: LetterField, is_needed: bool) -> Field:
        say, words_of = self._bench.labels.say, self._bench.labels.enum
        question = Question(
            id=one.name,
            kind=_KINDS[one.kind],
            label=say(f"letter.field.{one.name}"),
            help=say(f"letter.help.{one.name}") if one.has_help else "",
            is_required=is_needed,
            is_past=one.name in _BEFORE,
            choices=tuple(Choice(id=each, label=words_of(each)) for each in one.choices),
        )
        made = make_field(question, self._bench.labels, self._bench)
        draft = self._presenter.state.draft
        text = "" if draft is None else draft.values.get(one.name, "")
        is_day = one.kind is FieldKind.DAY and text
        made.set_value(date.fromisoformat(text) if is_day else text)
        made.typed.connect(lambda: self._on_typed(one, made))
        made.committed.connect(lambda: self._on_committed(one, made))
        self._fields[one.name] = made
        return made

    def _on_typed(self, one: LetterField, made: Field) -> None:
        value = made.value()
        is_half = one.kind is FieldKind.DAY and not isinstance(value, date)
        self._presenter.type(one.name, "" if is_half else value)

    def _on_committed(self, one: LetterField, made: Field) -> None:
        try:
            value = made.checked_value() if one.kind is FieldKind.DAY else made.value()
        except Refusal as refusal:
            self._presenter.refuse(one.name, refusal)
        else:
            self._presenter.type(one.name, value)

    def _want_wording(self) -> None:
        template = self._presenter.state.template
        if template is not None:
            self.wording_wanted.emit(template.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the page beside the fields where there is the room."""
        super().resizeEvent(event)
        is_folded = self.width() < em(self, _FOLDS)
        self.pane.setVisible(not is_folded)
        self.look_button.setVisible(is_folded)


def _empty(place: QVBoxLayout) -> None:
    while (item := place.takeAt(0)) is not None:
        if (gone := item.widget()) is not None:
            gone.hide()
            gone.deleteLater()


def _asks_whom(state: LetterState) -> bool:
    """Whether it is still open to which customer it goes."""
    about, draft, template = state.about, state.draft, state.template
    if about.promise_id is not None or (template is not None and template.id in TO_OTHERS):
        return False
    is_theirs = draft is not None and draft.customer_id is not None
    is_about_them = about.complaint_id is not None or about.feedback_id is not None
    return not (is_about_them and is_theirs)
