# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the page of what was kept for long enough."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from servicedesk.domain.clearing import Due
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.retention import RetainedKind, RetentionRule
from servicedesk.ui.core.days_said import listed_day
from servicedesk.ui.core.following import FollowingPresenter
from servicedesk.ui.privacy.stopping import Stop
from servicedesk.ui.widgets.form_values import day_of

if TYPE_CHECKING:
    from servicedesk.domain.clearing import Cleared
    from servicedesk.domain.printing import PrintJob
    from servicedesk.services.unit import Done
    from servicedesk.ui.core.tasks import Progress
    from servicedesk.ui.core.workbench import Workbench

_FOLLOWED = frozenset(
    {
        Kind.CUSTOMER,
        Kind.PROMISE,
        Kind.COMPLAINT,
        Kind.FEEDBACK,
        Kind.LEGAL_HOLD,
        Kind.ERASURE,
        Kind.BUSINESS,
        Kind.DATA_REQUEST,
        Kind.BREACH,
    }
)


_PARTS = frozenset(
    {RetainedKind.MARKETING_CONSENT, RetainedKind.SUPPORT_NEED, RetainedKind.SAFETY_NOTE}
)
"""What is a part of a customer."""


class ClearingPresenter(FollowingPresenter):
    """Feeds the page.

    Signals:
        state_changed: ``state`` or ``is_busy`` is another one.

    Args:
        bench: of the open file.

    Attributes:
        state: what may go, the longest kept first.
        elsewhere: rules on what the program does not keep.
        is_busy: something is being cleared out, which can be stopped.
    """

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(bench, _FOLLOWED, parent)
        self.state: tuple[Due, ...] = ()
        self.elsewhere: tuple[RetentionRule, ...] = ()
        self.is_busy = False
        self._stop = Stop()

    def _read(self) -> None:
        clearing = self._bench.services.clearing
        self.state, self.elsewhere = clearing.due(), clearing.not_kept()

    def clear(self, dues: Sequence[Due]) -> None:
        """Clear out lines of the list, beside the screen; it cannot be undone."""
        clearing, who = self._bench.services.clearing, self._bench.who

        def done(made: "Done[Cleared]") -> None:
            self.is_busy = False
            self._bench.changes.announce(made.changes)
            words = self.tr("Cleared out: {count}. Your figures are as they were.")
            if made.card.left:
                words = self.tr("Cleared out: {count}. Left as they were: {left}.")
            said = words.format(count=made.card.done, left=made.card.left)
            if not made.card.is_clean:
                more = self.tr(
                    "Traces may still be left in the file until it can be written anew; the "
                    "program tries again by itself."
                )
                said = f"{said} {more}"
            self._bench.bar.say(said, can_undo=False)
            self._load()

        def failed(fault: Exception) -> None:
            self.is_busy = False
            self.state_changed.emit()
            if isinstance(fault, Trouble):
                self._bench.bar.trouble(self._bench.labels.trouble(fault))
            elif isinstance(fault, Refusal):
                self._bench.bar.say(self._bench.labels.refusal(fault), can_undo=False)
            else:
                raise fault

        def job(progress: "Progress") -> "Done[Cleared]":
            return clearing.clear(dues, who, self._stop.hears(progress).go_on)

        self.is_busy, self._stop.is_asked = True, False
        self.state_changed.emit()
        self._bench.tasks.run(self.tr("Clearing out …"), job, done, failed, self)

    def stop(self) -> None:
        """Stop after the few records that are being cleared out; what went stays gone."""
        self._stop.is_asked = True
        self.state_changed.emit()

    @property
    def is_stopping(self) -> bool:
        """Whether clearing out was asked to stop, and has not done so yet."""
        return self.is_busy and self._stop.is_asked

    def keep_longer(self, dues: Sequence[Due], values: Mapping[str, object]) -> dict[str, str]:
        """Keep lines of the list for longer; it can be taken back.

        Returns:
            What is wrong, a sentence by field; empty when it is done.
        """
        bench = self._bench
        until, reason = day_of(values, "until"), str(values.get("reason", ""))
        try:
            done = bench.do(
                lambda: bench.services.clearing.keep_longer(dues, until, reason, bench.who),
                said=self.tr("Kept for longer."),
            )
        except Refusal as refusal:
            return {refusal.field or "reason": bench.labels.refusal(refusal)}
        return {} if done is not None else {"reason": self.tr("It could not be kept.")}

    def name(self, due: Due) -> str:
        """What a line is about: the kind, its reference, and who."""
        parts = (self.what(due), due.candidate.ref, due.candidate.about)
        return ", ".join(part for part in parts if part)

    def what(self, due: Due) -> str:
        """What kind of thing a line is."""
        one, labels = due.candidate, self._bench.labels
        if one.record is Kind.CUSTOMER and one.kind in _PARTS:
            return labels.enum(one.kind).capitalize()
        return labels.enum(one.record)

    def detail(self, due: Due) -> str:
        """Since when its time runs, from when on it may go, and what happens then."""
        words = self.tr("Its time ran from {event} to {day}. When cleared out: {how}.")
        return words.format(
            event=listed_day(due.candidate.event_on),
            day=listed_day(due.due_on),
            how=self._bench.labels.enum(due.how).lower(),
        )

    def list_job(self) -> "PrintJob | None":
        """The list on paper; None while it is empty."""
        if not self.state:
            return None
        labels = self._bench.labels
        head = (
            self.tr("What"),
            self.tr("Reference"),
            self.tr("Who"),
            self.tr("May go since"),
            self.tr("Then"),
        )
        rows = [
            (
                self.what(due),
                due.candidate.ref,
                due.candidate.about,
                listed_day(due.due_on),
                labels.enum(due.how),
            )
            for due in self.state
        ]
        return self._bench.services.lists.table(self.tr("Kept for long enough"), head, rows)
