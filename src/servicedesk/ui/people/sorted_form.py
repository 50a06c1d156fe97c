# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""It's sorted: what was done about a complaint, how they were told, and whether they seem content.

A new one is written down with it in one step; an open one ends by it, or waits for a follow-up.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from servicedesk.domain.complaints import ComplaintCard, Content
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_file import ComplaintFile, RemedyKind
from servicedesk.domain.complaints_guards import open_remedies
from servicedesk.domain.complaints_sorting import SortedDraft
from servicedesk.domain.customers import Channel
from servicedesk.domain.entries import read_money
from servicedesk.domain.entries_bounds import WORDS_MOST
from servicedesk.domain.entries_days import read_past_day
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.complaint_form_presenter import known_file
from servicedesk.ui.people.guarding import warn_of_why
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.pair import Pair
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label
from servicedesk.ui.widgets.text_fields import WordsField

Wrong = dict[str, str] | None
"""What is wrong, by question id; empty when it is done; None after a trouble."""

Step = Callable[["SortedForm", SortedDraft], Wrong]

_DAY_WIDTH = 11
"""Of a day's field at least, in text heights: it holds one in figures at any size of text."""


class SortedForm(FormDialog):
    """Asks what is needed to say that a complaint is sorted.

    Args:
        bench: of the open file.
        step: takes what was typed.
        channel: how they were told, to begin with: the value of a ``Channel``.
        file: of the complaint; None for one that is being written down.
        parent: the window it belongs to.
    """

    wide = 52.0

    def __init__(
        self,
        bench: Workbench,
        step: Step,
        channel: str = "",
        file: ComplaintFile | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self._say_title()
        self._bench = bench
        self._step = step
        if file is not None:
            self.body.addWidget(label(_heading(file.card, bench), "quiet"))
            self._say_planned(file)
        self._build()
        self._field("told_by").set_value(channel)
        self._field("on").set_value(bench.today)
        FormDraft(self, bench, "complaint_sorted", "" if file is None else str(file.card.id))
        over = self._field("over_because")  # few amounts are above a limit: asked for when one is
        over.setVisible(bool(over.value()))
        self.save_wanted.connect(self._save)

    def _say_title(self) -> None:
        title = self.tr("It’s sorted")
        self.setWindowTitle(title)
        self._head.setText(title)

    def _say_planned(self, file: ComplaintFile) -> None:
        """Say what becomes of what was planned, where anything was."""
        bench = self._bench
        planned = [one.draft for one in open_remedies(file.remedies)]
        if planned:
            what = "; ".join(one.words or bench.labels.enum(one.kind) for one in planned)
            said = self.tr(
                "Planned: {what}. It counts as done with this, unless you did another sort of thing"
                " instead: then nobody waits for it any more."
            )
            self.body.addWidget(label(said.format(what=what), "quiet"))

    def _build(self) -> None:
        did = self._ask("did", QuestionKind.TEXT, self.tr("What did you do?"), most=WORDS_MOST)
        self.body.addWidget(did)
        if isinstance(did, WordsField):
            warn_of_why(did, self._bench.labels)
        kinds = (kind for kind in RemedyKind if kind is not RemedyKind.NONE)
        self._beside(
            self._choose("kind", self.tr("What sort of thing was it?"), kinds),
            self._ask("amount_pence", QuestionKind.MONEY, self.tr("Money given")),
        )
        why = self.tr("Who agreed to more, or why you gave it")
        self.body.addWidget(self._ask("over_because", QuestionKind.TEXT, why, most=WORDS_MOST))
        told_by = self._choose("told_by", self.tr("How did you tell them?"), Channel)
        day = self._ask("on", QuestionKind.DAY, self.tr("When was that?"), is_past=True)
        day.focus_target().setMinimumWidth(em(self, _DAY_WIDTH))
        self._beside(told_by, day)
        content = self._choose("content", self.tr("Did they seem content?"), Content)
        later = self.tr("You can say so later, when it is quiet.")
        cause = self._choose("cause", self.tr("Why did it go wrong?"), Cause, later)
        for field in (content, cause):
            self.body.addWidget(field)

    def _beside(self, first: Field, second: Field) -> None:
        """Put two fields side by side where there is room."""
        pair = Pair(least=32)
        self.body.addWidget(pair)
        pair.put(first, second)

    def _choose(
        self, name: str, words: str, codes: Iterable[StrEnum], help_text: str = ""
    ) -> Field:
        say = self._bench.labels
        choices = tuple(Choice(id=code.value, label=say.enum(code)) for code in codes)
        return self._ask(name, QuestionKind.CHOICE, words, choices=choices, help_text=help_text)

    def _ask(
        self,
        name: str,
        kind: QuestionKind,
        words: str,
        *,
        most: int | None = None,
        choices: tuple[Choice, ...] = (),
        is_past: bool = False,
        help_text: str = "",
    ) -> Field:
        question = Question(
            id=name,
            kind=kind,
            label=words,
            help=help_text,
            maximum=most,
            choices=choices,
            is_past=is_past,
        )
        made = make_field(question, self._bench.labels, self._bench)
        self._fields.append(made)
        return made

    def _field(self, name: str) -> Field:
        return next(field for field in self._fields if field.question_id == name)

    def asks_for(self, wrong: Mapping[str, str]) -> bool:
        """Whether something that is wrong stands in a field of this form."""
        return any(field.question_id in wrong for field in self._fields)

    def show_errors(self, sentences: Mapping[str, str]) -> None:
        """As every form; a reason that is asked for stands there from then on."""
        if "over_because" in sentences:
            self._field("over_because").show()
        super().show_errors(sentences)

    def _save(self) -> None:
        try:
            draft = _read(self.values(), self._bench.today)
            wrong = self._step(self, draft)
        except Refusal as refusal:
            wrong = {refusal.field or "did": self._bench.labels.refusal(refusal)}
        if wrong is None:
            return
        if wrong and not self.asks_for(wrong):
            wrong = {"did": next(iter(wrong.values()))}
        self.show_errors(wrong)
        if not wrong:
            self.accept()


def _heading(card: ComplaintCard, bench: Workbench) -> str:
    """Which complaint it is, in a line."""
    draft = card.draft
    about = "" if draft.about is None else bench.labels.enum(draft.about)
    what = " ".join(draft.text.split()) or about
    shown = what if len(what) <= _SHOWN else f"{what[:_SHOWN].rstrip()}…"
    return " · ".join(part for part in (card.ref, card.customer_name, shown) if part)


_SHOWN = 120
"""Letters of what happened that are shown."""


def _read(values: Mapping[str, object], today: date) -> SortedDraft:
    """What was typed; raises Refusal."""
    kind, told_by, content, cause = (str(values.get(key) or "") for key in _CHOSEN)
    amount, on = values.get("amount_pence"), values.get("on")
    if amount and not isinstance(amount, int):
        amount = read_money(str(amount), "amount_pence")
    return SortedDraft(
        did=str(values.get("did") or ""),
        kind=RemedyKind(kind) if kind else RemedyKind.NONE,
        amount_pence=amount if isinstance(amount, int) else None,
        over_because=str(values.get("over_because") or ""),
        told_by=Channel(told_by) if told_by else None,
        on=on if isinstance(on, date) else read_past_day(str(on), today, "on") if on else today,
        content=Content(content) if content else Content.NOT_SAID,
        cause=Cause(cause) if cause else None,
    )


_CHOSEN = ("kind", "told_by", "content", "cause")


def sort_out(bench: Workbench, complaint_id: int, parent: QWidget) -> SortedForm | None:
    """Ask how an open complaint was sorted; None where it is gone, which has been said.

    Args:
        bench: of the open file.
        complaint_id: of the complaint.
        parent: anything in the window.
    """
    file = known_file(bench, complaint_id)
    if file is None:
        return None
    card = file.card

    def step(dialog: SortedForm, draft: SortedDraft) -> Wrong:
        complaints = bench.services.complaints
        said = dialog.tr("Sorted, {ref}").format(ref=card.ref)
        done = bench.do(lambda: complaints.sort_out(complaint_id, draft, bench.who), said=said)
        return None if done is None else {}

    dialog = SortedForm(bench, step, card.draft.channel.value, file, parent.window())
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
