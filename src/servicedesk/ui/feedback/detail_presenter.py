# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the page of one piece of feedback shows: the words, the marks, what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.feedback import FeedbackCard, FeedbackKind, MayQuote
from servicedesk.domain.kinds import Kind
from servicedesk.domain.letters import LetterCard
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.feedback.deeds import THANKS, FeedbackDeeds
from servicedesk.ui.feedback.history_words import HistoryTelling, HistoryWords
from servicedesk.ui.feedback.words import marks_of
from servicedesk.ui.people.due_words import full_day

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_FOLLOWED = frozenset(
    {Kind.FEEDBACK, Kind.CUSTOMER, Kind.COMPLAINT, Kind.FEEDBACK_BATCH, Kind.LETTER}
)
_PAPER = "feedback_sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailState:
    """What the page shows.

    Args:
        card: the feedback; None for none.
        title: what it is, such as "Compliment".
        came: number, day, way and source, on one line.
        said: what they said; "" for nothing.
        better: what could be better; "" for nothing.
        marks: what was asked, and the mark in words.
        notices: tone and sentence of what should be seen before anything is done.
        facts: label and words of what else is known.
        history: what happened and by whom, the newest first.
        letters: that were written about it, the newest first.
        gone: a sentence in the place of what cannot be shown.
    """

    card: FeedbackCard | None = None
    title: str = ""
    came: str = ""
    said: str = ""
    better: str = ""
    marks: tuple[tuple[str, str], ...] = ()
    notices: tuple[tuple[str, str], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    history: tuple[HistoryWords, ...] = ()
    letters: tuple[LetterCard, ...] = ()
    gone: str = ""

    @property
    def is_praise(self) -> bool:
        """Somebody is to be thanked for it."""
        return self.card is not None and self.card.draft.kind is FeedbackKind.COMPLIMENT

    @property
    def can_thank(self) -> bool:
        """There is somebody to thank by letter who was not thanked yet."""
        card = self.card
        return card is not None and self.is_praise and self.is_known and card.thanked_on is None

    @property
    def can_answer(self) -> bool:
        """There is somebody to tell by letter what becomes of what they said."""
        card = self.card
        if card is None or self.is_praise or not self.can_write:
            return False
        return card.answered_on is None and card.complaint_id is None

    @property
    def can_write(self) -> bool:
        """A customer, an e-mail address or an address is known, and not a phone number alone."""
        if self.card is None:
            return False
        draft = self.card.draft
        return draft.customer_id is not None or any(one.isalpha() for one in draft.reach)

    @property
    def is_known(self) -> bool:
        """A name is known, or a way on which they can be reached."""
        return self.card is not None and bool(self.card.who or self.card.draft.reach)

    @property
    def is_open(self) -> bool:
        """It lies in no bin."""
        return self.card is not None and self.card.binned_at is None


class DetailPresenter(QObject):
    """Feeds the page of one piece of feedback.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
        parent: owns it.
    """

    state_changed = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = DetailState()
        self.deeds = FeedbackDeeds(bench, self)
        self._bench = bench
        self._feedback_id: int | None = None
        self._is_shown = False
        bench.changes.follow(_FOLLOWED, self._on_change)

    def arrive(self) -> None:
        """The page is shown: what changed meanwhile is read."""
        self._is_shown = True
        self._read()

    def leave(self) -> None:
        """The page is hidden."""
        self._is_shown = False

    def show(self, feedback_id: int | None) -> None:
        """Show a piece of feedback, or none."""
        if feedback_id != self._feedback_id:
            self._feedback_id = feedback_id
            self._read()

    def paper_job(self) -> "PrintJob | None":
        """All that is written of it, on its way to paper."""
        state = self.state
        if state.card is None:
            return None
        names = self.tr("They name {name}").format(name=state.card.draft.staff)
        groups = [
            (self.tr("What they said"), (state.said,)),
            (self.tr("What could be better"), (state.better,)),
            (self.tr("Marks"), _joined(state.marks)),
            (self.tr("What else is known"), _joined(state.facts)),
            (self.tr("What happened"), tuple(one.sentence for one in state.history)),
        ]
        kept = [(title, lines) for title, lines in groups if any(lines)]
        title = self.tr("{kind} {ref}").format(kind=state.title, ref=state.card.ref)
        named = names if state.card.draft.staff else ""
        said = tuple(part for part in (state.came, state.card.who, named) if part)
        return self._bench.services.lists.groups(title, kept, _PAPER, said)

    def _read(self) -> None:
        if self._feedback_id is None:
            self._show(DetailState())
            return
        bench = self._bench
        try:
            card = bench.services.feedback.get(self._feedback_id)
            if card is None:
                raise Refusal("record_gone", record="feedback")
            letters = bench.services.letters_writing.of(feedback_id=card.id)
            lines = bench.services.feedback.history(card.id)
            owner = str(bench.services.business.answers().get("owner_name") or "")
        except Refusal as refusal:
            self._show(DetailState(gone=bench.labels.refusal(refusal)))
            return
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
            return
        draft = card.draft
        told = HistoryTelling(labels=bench.labels, today=bench.today, owner=owner)
        self._show(
            DetailState(
                card=card,
                title=bench.labels.enum(draft.kind),
                came=self._came(card),
                said=draft.text,
                better=draft.better,
                marks=marks_of(draft.scores, bench.labels),
                notices=tuple(self._notices(card)),
                facts=tuple(pair for pair in self._facts(card, letters) if pair[1]),
                history=told.tell(card, lines, letters),
                letters=letters,
            )
        )

    def _came(self, card: FeedbackCard) -> str:
        draft, labels = card.draft, self._bench.labels
        seen = self.tr("seen on {source}").format(source=draft.source) if draft.source else ""
        parts = (
            card.ref,
            full_day(draft.given_on, self._bench.today),
            labels.enum(draft.channel),
            seen,
        )
        return " · ".join(part for part in parts if part)

    def _notices(self, card: FeedbackCard) -> Iterator[tuple[str, str]]:
        today = self._bench.today
        if card.binned_at is not None:
            yield "quiet", self.tr("It is in the bin.")
        if card.remember:
            yield "due", self.tr("Remember: {words}").format(words=card.remember)
        if card.complaint_id is not None:
            yield "quiet", self.tr("It became a complaint, which has its own page.")
        elif card.follow_up_due is not None and card.is_follow_up_open:
            day = full_day(card.follow_up_due, today)
            said = self.tr("A low mark, and they can be reached: ring them by {day}.")
            if card.follow_up_due < today:
                said = self.tr("A low mark, and they can be reached: they wait since {day}.")
            yield ("late" if card.follow_up_due < today else "due"), said.format(day=day)
        if card.draft.wants_answer and card.answered_on is None and card.complaint_id is None:
            yield "due", self.tr("They want an answer. Make it a complaint, so that they get one.")

    def _facts(
        self, card: FeedbackCard, letters: tuple[LetterCard, ...]
    ) -> Iterator[tuple[str, str]]:
        draft, labels = card.draft, self._bench.labels
        step = "" if draft.touchpoint is None else labels.enum(draft.touchpoint)
        yield self.tr("Which step"), step
        yield self.tr("About"), ", ".join(labels.enum(one) for one in draft.elements)
        yield self.tr("They left"), draft.reach
        yield self.tr("What became of it"), self._decided(card)
        yield self.tr("What came of the call"), card.follow_up_note
        if draft.text:
            is_asked = any(one.template == THANKS and one.withdrawn_on is None for one in letters)
            yield self.tr("May we print it?"), self._quoting(card, is_asked=is_asked)

    def _decided(self, card: FeedbackCard) -> str:
        if card.decision is None:
            return card.answer
        said = self._bench.labels.enum(card.decision)
        if not card.answer:
            return said
        return self.tr("{decision}: {answer}").format(decision=said, answer=card.answer)

    def _quoting(self, card: FeedbackCard, *, is_asked: bool) -> str:
        quoting = card.draft.quoting
        if quoting.may is MayQuote.NOT_ASKED and is_asked:
            return self.tr("You asked them by letter. Write down here what they answer.")
        if quoting.may is MayQuote.NOT_ASKED:
            return self.tr("Nobody has asked them.")
        why = self.deeds.why_not_quoted(card)
        if why:
            return why
        if not quoting.shown_as:
            return self.tr("Yes, without their name.")
        return self.tr("Yes, as “{name}”.").format(name=quoting.shown_as)

    def _on_change(self) -> None:
        if self._is_shown:
            self._read()

    def _show(self, state: DetailState) -> None:
        self.state = state
        self.state_changed.emit()


def _joined(pairs: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    return tuple(f"{name}: {words}" for name, words in pairs)
