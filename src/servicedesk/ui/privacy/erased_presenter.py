# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the page of the forgotten, and the dialog in which somebody is."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.forgetting import (
    Erasing,
    ErasureCard,
    ErasureWhy,
    Forgotten,
    Mention,
    StillHeld,
)
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.days_said import listed_day
from servicedesk.ui.core.following import FollowingPresenter
from servicedesk.ui.core.tasks import Cancelled
from servicedesk.ui.privacy.stopping import Stop

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.services.backup_rewriting import Rewritten
    from servicedesk.services.unit import Done
    from servicedesk.ui.core.tasks import Progress
    from servicedesk.ui.core.workbench import Workbench

Result = TypeVar("Result")


class ErasedPresenter(FollowingPresenter):
    """Feeds the page.

    Signals:
        state_changed: ``state``, ``held`` or ``is_busy`` is another one.
        foreseen: (Foreseen) what forgetting somebody would do.

    Args:
        bench: of the open file.

    Attributes:
        state: who was forgotten, the last first.
        held: backups that still hold somebody of them.
        is_untidy: the file could not be written anew yet after somebody was forgotten.
        is_rewriting: backups are being rewritten, which can be stopped.
        is_busy: something is being done that takes a while.
    """

    foreseen = Signal(object)

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(bench, frozenset({Kind.ERASURE}), parent)
        self.state: tuple[ErasureCard, ...] = ()
        self.held = StillHeld()
        self.is_busy = self.is_rewriting = self.is_untidy = False
        self._stop = Stop()

    def _read(self) -> None:
        forgetting = self._bench.services.forgetting
        self.state, self.held = forgetting.erased(), forgetting.still_held()
        self.is_untidy = forgetting.is_untidy

    def foresee(self, customer_id: int) -> None:
        """Find out what forgetting a customer would do."""
        forgetting = self._bench.services.forgetting
        self._run(
            self.tr("Looking for everything on them …"),
            lambda _: forgetting.foresee(customer_id),
            self.foreseen.emit,
        )

    def forget(
        self, customer_id: int, how: Erasing, why: ErasureWhy, also: Sequence[Mention]
    ) -> None:
        """Forget somebody, or make them nameless; it cannot be undone."""
        forgetting, who = self._bench.services.forgetting, self._bench.who
        step = forgetting.forget if how is Erasing.FORGET else forgetting.anonymise

        def done(made: "Done[Forgotten]") -> None:
            self._bench.changes.announce(made.changes)
            words = self.tr("{ref} is forgotten. Your figures are as they were.")
            if made.card.how is Erasing.ANONYMISE:
                words = self.tr("{ref} has no name any more. Your figures are as they were.")
            said = words.format(ref=made.card.ref)
            if made.card.answers:
                more = self.tr("Their request is answered: {refs}.")
                said = f"{said} {more.format(refs=', '.join(made.card.answers))}"
            if not made.card.is_clean:
                said = f"{said} {self.untidy_words()}"
            self._bench.bar.say(said, can_undo=False)
            self._load()

        self._run(self.tr("Forgetting …"), lambda _: step(customer_id, why, who, also=also), done)

    def rewrite(self) -> None:
        """Take the forgotten out of every backup too."""
        forgetting = self._bench.services.forgetting

        def job(progress: "Progress") -> "Rewritten | None":
            try:
                return forgetting.rewrite(self._stop.hears(progress))
            except Cancelled:
                return None

        def done(rewritten: "Rewritten | None") -> None:
            self._load()
            if rewritten is None:
                said = self.tr("Stopped. Each backup is as it was, or rewritten.")
                self._bench.bar.say(said, can_undo=False)
                return
            words = self.tr("{count} backups were rewritten.")
            if rewritten.done == 1:
                words = self.tr("One backup was rewritten.")
            if rewritten.left:
                words = f"{words} " + self.tr("These could not be, and stay as they were: {left}")
            names = ", ".join(path.replace("\\", "/").split("/")[-1] for path in rewritten.left)
            self._bench.bar.say(words.format(count=rewritten.done, left=names), can_undo=False)

        self._stop.is_asked, self.is_rewriting = False, True
        self._run(self.tr("Rewriting backups …"), job, done)

    def stop(self) -> None:
        """Stop after the backup that is being rewritten."""
        self._stop.is_asked = True
        self.state_changed.emit()

    @property
    def is_stopping(self) -> bool:
        """Whether rewriting was asked to stop, and has not done so yet."""
        return self.is_rewriting and self._stop.is_asked

    def finish(self) -> None:
        """Write the file anew, where that could not be done at once."""
        forgetting = self._bench.services.forgetting

        def done(is_clean: bool) -> None:
            said = self.tr("Finished. Nothing of who was forgotten is left in the file.")
            self._bench.bar.say(said if is_clean else self.untidy_words(), can_undo=False)
            self._load()

        self._run(self.tr("Writing the file anew …"), lambda _: forgetting.tidy(), done)

    def untidy_words(self) -> str:
        """That traces may be left in the file, and when that is mended."""
        return self.tr(
            "Traces may still be left in the file, because it could not be written anew just now: "
            "something was reading it, or the disk is full. The program tries again by itself; "
            "nothing else is wrong."
        )

    def _run(
        self,
        title: str,
        job: "Callable[[Progress], Result]",
        done: Callable[[Result], None],
    ) -> None:
        def failed(fault: Exception) -> None:
            self._busy(is_busy=False)
            labels = self._bench.labels
            if isinstance(fault, Refusal):
                self._bench.bar.say(labels.refusal(fault), can_undo=False)
            elif isinstance(fault, Trouble):
                self._bench.bar.trouble(labels.trouble(fault))
            else:
                raise fault

        def ended(result: Result) -> None:
            self._busy(is_busy=False)
            done(result)

        self._busy(is_busy=True)
        self._bench.tasks.run(title, job, ended, failed, self)

    def _busy(self, *, is_busy: bool) -> None:
        self.is_busy = is_busy
        self.is_rewriting = self.is_rewriting and is_busy
        self.state_changed.emit()

    def held_words(self, held: StillHeld) -> str:
        """How many backups still hold somebody, and until when; "" for none."""
        if not held.count:
            return ""
        words = self.tr("Backups that still hold this: {count}.").format(count=held.count)
        if held.pinned:
            more = self.tr("You keep {count} of them for good.").format(count=held.pinned)
        elif held.until is not None:
            day = listed_day(held.until)
            more = self.tr("The last of them makes room for newer ones by {day}.").format(day=day)
        else:
            more = ""
        again = self.tr("If you put one back, the program forgets the same people again.")
        parts = (words, more, self._out_of_reach(held), again)
        return " ".join(part for part in parts if part)

    def _out_of_reach(self, held: StillHeld) -> str:
        """Which of them cannot be rewritten now, and what to do about it; "" for none."""
        parts = []
        if held.away:
            parts.append(
                self.tr(
                    "In the second folder, which cannot be reached now: {count}. Plug it in before "
                    "you rewrite them."
                ).format(count=held.away)
            )
        if held.damaged:
            parts.append(
                self.tr(
                    "Kept of a damaged file, and never rewritten: {count}. Their names end in "
                    "“.damaged”; delete them in the folder for backups when you need them no more."
                ).format(count=held.damaged)
            )
        return " ".join(parts)

    def row(self, card: ErasureCard) -> tuple[str, str, str, str]:
        """A line of the list: what, how much went, why, and when."""
        labels = self._bench.labels
        what = ", ".join(part for part in (labels.enum(card.kind), card.ref) if part)
        return what, labels.enum(card.how), labels.enum(card.why), listed_day(card.erased_on)

    def list_job(self) -> "PrintJob | None":
        """The list on paper; None while there is nobody on it."""
        if not self.state:
            return None
        head = (self.tr("What"), self.tr("How much went"), self.tr("Why"), self.tr("When"))
        rows = [self.row(card) for card in self.state]
        return self._bench.services.lists.table(self.tr("Forgotten"), head, rows)
