# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The form of a complaint: who, what happened, what would put it right; the rest under More.

Nothing is needed but a few words or what it is about. By when the customer hears from us stands
over the buttons while it is typed.
"""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from servicedesk.domain.complaints import About, Serious
from servicedesk.domain.complaints_checking import NOTES_MOST, TEXT_MOST
from servicedesk.domain.complaints_safety import safety_words
from servicedesk.domain.complaints_sorting import SortedDraft
from servicedesk.domain.complaints_timing import Clock
from servicedesk.domain.customers import Channel
from servicedesk.domain.entries_bounds import WORDS_MOST
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.guides import Choice, QuestionKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.complaint_form_chips import (
    ABOUT_FIRST,
    about_chips,
    serious_field,
    wish_chips,
)
from servicedesk.ui.people.complaint_form_fields import CameField, DueLine, SafetyField
from servicedesk.ui.people.complaint_form_presenter import (
    FROM_STOCK,
    ONGOING,
    PRIVACY,
    Aim,
    ComplaintFormPresenter,
    known_complaint,
)
from servicedesk.ui.people.folded_form import FoldedForm
from servicedesk.ui.people.guarding import warn_of_why
from servicedesk.ui.people.sorted_form import SortedForm, Wrong
from servicedesk.ui.people.who_field import WhoField
from servicedesk.ui.people.who_presenter import Unknown
from servicedesk.ui.people.why_panel import WhyDialog, show_why
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.pair import Pair
from servicedesk.ui.widgets.text_fields import LongTextField, WordsField

_GUARDED = ("text", "wish_words", "notes")
"""Fields in which words that say why somebody needs help are warned of."""

_HARM = frozenset({About.DAMAGE.value, About.CLEANLINESS_SAFETY.value})
"""What is asked about harm whatever the words say."""

_EMPTY = {"customer_id": "", "text": ""}
"""Who and what the form may have been opened for, and what it leaves out to start empty."""

_TIMED = ("serious", "is_safety", "received_on", "track")
"""Fields on which the days depend."""


class ComplaintForm(FoldedForm):
    """Asks for a complaint.

    Args:
        bench: of the open file.
        aim: what it was opened for.
        parent: the window it belongs to.
    """

    wide = 64.0

    def __init__(self, bench: Workbench, aim: Aim, parent: QWidget | None = None) -> None:
        super().__init__(bench, "", parent)
        is_new = aim.complaint_id is None
        self._say_title(self.tr("New complaint") if is_new else self.tr("Change the complaint"))
        self.presenter = ComplaintFormPresenter(bench, aim, self)
        self._build()
        self._show_known()
        if is_new:
            self.safety.propose(safety_words(aim.text))
        subject, empty = ("", _EMPTY) if is_new else (str(aim.complaint_id), None)
        FormDraft(self, bench, "complaints", subject, empty=empty)
        self.safety.is_refused = self._finds_harm() and not self.safety.is_ticked
        self._open_more(is_open=self._has_more(self.presenter.usual()))
        self._wire()
        self._on_text()
        self._hint()
        self._show_due()
        first = self.who if not self.who.told() else self.text
        first.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        is_new = self.presenter.card is None
        who = self.tr("Who is it?")
        self.who = WhoField(self._bench, who, unknown=Unknown.ASKED)
        self.who.focus_target().setPlaceholderText(
            self.tr("name, phone or postcode; or leave it empty")
        )
        self.add(self.who)
        what = self.tr("What happened?")
        self.text = self._make("text", QuestionKind.LONG_TEXT, what, most=TEXT_MOST)
        if isinstance(self.text, LongTextField):
            self.text.focus_target().setPlaceholderText(self.tr("in a few words"))
        self.add(self.text)
        self.about = about_chips(self._bench)
        self.add(self.about)
        pair = Pair(least=34)
        self.body.addWidget(pair)
        self.wishes = wish_chips(self._bench)
        self.serious = serious_field(self._bench)
        pair.put(self.wishes, self.serious)
        self._below = Pair(least=34)
        self.body.addWidget(self._below)
        self.job_ref = self._asked("job_ref", self.tr("Job, order or invoice number"))
        self.channel = self._chosen("channel", self.tr("How it came in"), Channel)
        self._below.put(self.job_ref, self.channel)
        self._fields += [self.wishes, self.serious, self.job_ref, self.channel]
        self.safety = SafetyField(self._bench)
        self.add(self.safety)
        self.due_line = DueLine(self._bench)
        self.body.addWidget(self.due_line)
        self._add_fold()
        self._fold_in(self._further())
        self._add_buttons(is_new=is_new)

    def _add_buttons(self, *, is_new: bool) -> None:
        self.save_button.setText(self.tr("Save (Ctrl+Enter)"))
        if not is_new:
            return
        for words, run in (
            (self.tr("Save and print slip"), self._save_and_print),
            (self.tr("Save and open"), self._save_and_open),
            (self.tr("It’s sorted already…"), self.sort_out),
        ):
            self.add_button(side_button(words)).clicked.connect(lambda _=False, each=run: each())
        self.close_button.setText(self.tr("Close (draft is kept)"))

    def _further(self) -> Iterator[Field | tuple[Field, Field]]:
        """The fields under More, from the top, those of a tuple side by side."""
        yield (
            CameField(self._bench, self.tr("It came in on"), self.presenter.read_came),
            self._day("happened_on", self.tr("The day it happened"), is_past=True),
        )
        yield (
            self._asked("taken_by", self.tr("Who took it")),
            self._asked("handler", self.tr("Who looks after it")),
        )
        yield (
            self._asked("product", self.tr("What was bought or done")),
            self._asked("place", self.tr("Where it happened")),
        )
        yield (
            self._make("amount_pence", QuestionKind.MONEY, self.tr("The sum it is about")),
            self._asked("staff", self.tr("Who of us was involved")),
        )
        yield self._asked("wish_words", self.tr("What they ask for, in their words"), WORDS_MOST)
        yield self._ticks(
            "ticks",
            self.tr("Tick what also fits"),
            (ONGOING, self.tr("It is still going on")),
            (FROM_STOCK, self.tr("The goods came from our stock")),
        )
        seen = self.tr("The day you saw their permission")
        yield (
            self._asked("acting_for", self.tr("For whom they speak, if not for themselves")),
            self._day("authority_seen_on", seen, is_past=True),
        )
        if self.presenter.has_data_track:
            yield self._ticks(
                "track",
                self.tr("Their information"),
                (PRIVACY, self.tr("This is about how we used their information")),
            )
        yield from self._own_fields(self.presenter.own_fields)
        yield self._make(
            "notes",
            QuestionKind.LONG_TEXT,
            self.tr("Notes"),
            most=NOTES_MOST,
            help_text=self.tr("They may ask to see what is written here."),
        )

    def _ticks(self, name: str, label: str, *ticks: tuple[str, str]) -> Field:
        choices = tuple(Choice(id=id_, label=words) for id_, words in ticks)
        return self._make(name, QuestionKind.CHOICES, label, choices=choices)

    def _show_known(self) -> None:
        known = self.presenter.known()
        self.who.show_typed(known.pop("customer_id"))
        self._show(known)

    def _wire(self) -> None:
        for field in self._fields:
            field.committed.connect(self._weigh)
            if isinstance(field, WordsField) and field.question_id in _GUARDED:
                warn_of_why(field, self._bench.labels)
            if field.question_id in _TIMED:
                field.typed.connect(self._show_due)
        self.text.typed.connect(self._on_text)
        for field in (self.serious, self.about, self.safety):
            field.typed.connect(self._show_safety)
        self.about.typed.connect(self._hint)
        self.who.typed.connect(self._show_due)
        self.who.chosen.connect(lambda _id: self._show_due())
        for field in (self.about, self.wishes):
            field.unfolded.connect(self._on_unfolded)
        for number in range(1, len(ABOUT_FIRST) + 2):
            QShortcut(f"Alt+{number}", self).activated.connect(partial(self.about.press, number))
        self.due_line.why_wanted.connect(self.show_why)
        self.save_wanted.connect(self._save)

    def values(self) -> dict[str, object]:
        """What stands in the fields; a name that is no customer's stands for itself."""
        found = super().values()
        found["customer_id"] = self.who.told()
        return found

    def _finds_harm(self) -> bool:
        return bool(safety_words(str(self.text.value())))

    def _on_text(self) -> None:
        """Propose to say that somebody was hurt where the words sound like it."""
        if self.safety.propose(safety_words(str(self.text.value()))):
            self._show_due()
        self._show_safety()

    def _show_safety(self) -> None:
        """Ask about harm where the words, the weight or the sort of thing give cause to."""
        is_asked = (
            self.safety.is_ticked
            or self.safety.is_proposed
            or self.serious.value() == Serious.SERIOUS.value
            or self.about.value() in _HARM
        )
        if self.safety.isHidden() == is_asked:
            if is_asked:  # by what is typed beside the words; by a click below what was clicked
                above = self.text if self.safety.is_proposed else self._below
                self.body.insertWidget(self.body.indexOf(above) + 1, self.safety)
            self.safety.setVisible(is_asked)
            self._on_unfolded()

    def _hint(self) -> None:
        """Say that privacy may mean the other sort of complaint, and tick nothing for it."""
        is_hinted = self.about.value() == About.PRIVACY.value and self.presenter.has_data_track
        said = self.tr(
            "If it is about how you used their information, tick that under More: "
            "the law sets the days then."
        )
        self.about.hint(said if is_hinted else "")

    def _on_unfolded(self) -> None:
        if self.isVisible():
            self._grow_later()
            self._lead_tab()

    def _show_due(self) -> None:
        """Say by when the customer hears from us if this is saved now."""
        told = self.who.told()
        name = self.who.typed_name() if isinstance(told, int | tuple) else ""
        was_hidden = self.due_line.isHidden()
        self.due_line.show_dated(self.presenter.foretold(self.values(), name))
        if was_hidden != self.due_line.isHidden() and self.isVisible():
            self._grow_later()

    def show_why(self) -> WhyDialog | None:
        """Show what the days are made of; None where they cannot be told."""
        dated = self.presenter.foretold(self.values(), "")
        if dated is None:
            return None
        counts = dated.asked.counts
        tell, answer = counts[Clock.ACKNOWLEDGE].count, counts[Clock.DECIDE].count
        first, then = self.tr("Tell them we have it"), self.tr("Answer")
        return show_why(tell, None, self._bench, self, [(then, answer)], first)

    def _weigh(self) -> None:
        """Tell what is wrong as soon as a field is left; what is still empty may follow."""
        values = self.values()
        wrong = self.presenter.weigh(values)
        for field in self._fields:
            sentence = wrong.get(field.question_id, "") if values[field.question_id] else ""
            field.show_error(sentence)

    def _save(self) -> bool:
        """Write it down and close; whether that is done."""
        wrong = self.presenter.save(self.values())
        if wrong is None:
            return False
        self._show_wrong(wrong)
        if not wrong:
            self.accept()
        return not wrong

    def _save_and_open(self) -> None:
        if self._save() and self.presenter.made is not None:
            self._bench.navigator.open("complaints", "", str(self.presenter.made.id))

    def _save_and_print(self) -> None:
        if self._save() and self.presenter.made is not None:
            print_complaint_slip(self._bench, self.presenter.made.id, self.parentWidget() or self)

    def sort_out(self) -> SortedForm | None:
        """Ask what was done about it already; None where it cannot be sorted so."""
        values = self.values()
        wrong = self.presenter.refuse_sorting(values)
        self._show_wrong(wrong)
        if wrong:
            return None
        dialog = SortedForm(self._bench, self._step, str(values["channel"] or ""), parent=self)
        dialog.accepted.connect(self.accept)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _step(self, dialog: SortedForm, done: SortedDraft) -> Wrong:
        wrong = self.presenter.save(self.values(), done)
        if wrong and not dialog.asks_for(wrong):
            dialog.reject()
            self._show_wrong(wrong)
        return wrong


def print_complaint_slip(bench: Workbench, complaint_id: int, parent: QWidget) -> None:
    """Show the slip of a complaint, to be printed.

    Args:
        bench: of the open file.
        complaint_id: of the complaint.
        parent: anything in the window.
    """
    from servicedesk.ui.printing.preview import show_print

    try:
        job = bench.services.rounds.complaint_slips((complaint_id,))
    except Refusal as refusal:
        bench.bar.say(bench.labels.refusal(refusal))
    except Trouble as trouble:
        bench.bar.trouble(bench.labels.trouble(trouble))
    else:
        show_print(job, bench, parent.window())


def show_complaint_form(
    bench: Workbench,
    parent: QWidget,
    *,
    complaint_id: int | None = None,
    customer_id: int | None = None,
    text: str = "",
) -> ComplaintForm | None:
    """Open the form over a window; None where the complaint is gone, which has been said.

    Args:
        bench: of the open file.
        parent: anything in the window.
        complaint_id: to change that complaint; None for a new one.
        customer_id: who complains, where that is known.
        text: what happened, to begin with.
    """
    if complaint_id is not None and known_complaint(bench, complaint_id) is None:
        return None
    aim = Aim(complaint_id=complaint_id, customer_id=customer_id, text=text)
    form = ComplaintForm(bench, aim, parent)
    form.finished.connect(form.deleteLater)
    form.open()
    return form
