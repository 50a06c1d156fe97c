# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the page of one thing to do shows: how far it is, what shows it, whether it works."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.actions import CHECK_AFTER
from servicedesk.domain.actions_papers import origin_words
from servicedesk.domain.actions_rules import ActionLine, is_late, is_to_check, origin_of
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.figures_words import money_words
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.improve.actions_list_presenter import FOLLOWED
from servicedesk.ui.people.action_deeds import ActionDeeds
from servicedesk.ui.people.due_words import full_day


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailState:
    """What the page shows.

    Args:
        line: the action; None for none.
        from_where: it came, in words.
        origin: where that is opened, or None.
        notices: tone and sentence of what should be seen first.
        facts: label and words of what is known.
        gone: a sentence in the place of what cannot be shown.
    """

    line: ActionLine | None = None
    from_where: str = ""
    origin: Place | None = None
    notices: tuple[tuple[str, str], ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    gone: str = ""

    @property
    def is_done(self) -> bool:
        """It is done, looked at or not."""
        return self.line is not None and self.line.card.draft.done_on is not None

    @property
    def works(self) -> bool | None:
        """Whether it works; None while nobody has looked."""
        return None if self.line is None else self.line.card.works


class DetailPresenter(QObject):
    """Feeds the page of one thing to do.

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
        self.deeds = ActionDeeds(bench, self)
        self._bench = bench
        self._action_id: int | None = None
        self._is_shown = False
        bench.changes.follow(FOLLOWED, self._on_change)

    def arrive(self) -> None:
        """The page is shown: what changed meanwhile is read."""
        self._is_shown = True
        self._read()

    def leave(self) -> None:
        """The page is hidden."""
        self._is_shown = False

    def show(self, action_id: int | None) -> None:
        """Show something to do, or nothing."""
        if action_id != self._action_id:
            self._action_id = action_id
            self._read()

    def effect(self) -> str:
        """How often what it is against came up before it was done and since; "" for nothing."""
        line, bench = self.state.line, self._bench
        if line is None:
            return ""
        cause, done_on = line.card.draft.cause, line.card.draft.done_on
        if cause is None or done_on is None:
            return ""
        try:
            seen = bench.services.complaints.lists.effect(cause, done_on)
        except Trouble:
            return ""  # it is only a hint
        return self.tr(
            "“{cause}” was the cause of {before} in the {span} days before it was done, and of "
            "{after} in the {days} since."
        ).format(
            cause=bench.labels.enum(cause),
            before=seen.before,
            span=CHECK_AFTER.days,
            after=seen.after,
            days=seen.days,
        )

    def _read(self) -> None:
        if self._action_id is None:
            self._show(DetailState())
            return
        bench = self._bench
        try:
            line = bench.services.actions.get(self._action_id)
        except Refusal as refusal:
            self._show(DetailState(gone=bench.labels.refusal(refusal)))
            return
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
            return
        origin = origin_of(line.card)
        place = None
        if origin is not None:
            place = Place(room=origin.room, part=origin.part, item=origin.item)
        self._show(
            DetailState(
                line=line,
                from_where=origin_words(line, bench.labels),
                origin=place,
                notices=tuple(self._notices(line)),
                facts=tuple(self._facts(line)),
            )
        )

    def _notices(self, line: ActionLine) -> Iterator[tuple[str, str]]:
        card, today = line.card, self._bench.today
        if is_late(card, today) and card.draft.due is not None:
            day = full_day(card.draft.due, today)
            yield "late", self.tr("This was due {day}.").format(day=day)
        if is_to_check(card, today):
            yield "due", self.tr("It was done some time ago. Please look whether it works.")
        if card.works is False:
            yield "late", self.tr("It did not work. Plan what to do next.")

    def _facts(self, line: ActionLine) -> Iterator[tuple[str, str]]:
        card, draft, labels = line.card, line.card.draft, self._bench.labels
        if line.asked:
            yield self.tr("You were asked"), line.asked
        if draft.owner:
            yield self.tr("Who"), draft.owner
        if draft.due is not None:
            yield self.tr("By when"), self._day(draft.due)
        if draft.cause is not None:
            yield self.tr("Against"), labels.enum(draft.cause)
        if draft.cost_pence is not None:
            yield self.tr("What it costs"), money_words(draft.cost_pence)
        if draft.done_on is not None:
            yield self.tr("Done on"), self._day(draft.done_on)
        if draft.evidence:
            yield self.tr("What shows it"), draft.evidence
        if card.works is not None and card.checked_on is not None:
            words = self.tr("Yes, seen {day}") if card.works else self.tr("No, seen {day}")
            yield self.tr("Does it work?"), words.format(day=self._day(card.checked_on))
        elif card.check_on is not None:
            yield (
                self.tr("Does it work?"),
                self.tr("Look from {day} on").format(day=self._day(card.check_on)),
            )
        if card.check_note:
            yield self.tr("What you saw"), card.check_note

    def _day(self, day: date) -> str:
        return full_day(day, self._bench.today)

    def _show(self, state: DetailState) -> None:
        self.state = state
        self.state_changed.emit()

    def _on_change(self) -> None:
        if self._is_shown:
            self._read()
