# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the page of checks of ten jobs: the draw, an answer at a time, and what came of each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.samples import CheckedJob, JobCheckCard, Verdict

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.services.unit import Done
    from servicedesk.ui.core.workbench import Workbench

_IN_CHARTER = frozenset({"samples_no_charter", "check_no_standards"})
"""Refusals that are mended in the charter."""

_ROOMS = {Kind.PROMISE: "promises", Kind.COMPLAINT: "complaints"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecksState:
    """What the page shows.

    Args:
        checks: every check, the newest first.
        error: why nothing was drawn, in words; "" for nothing.
        wants_charter: it can be mended in the charter.
    """

    checks: tuple[JobCheckCard, ...] = ()
    error: str = ""
    wants_charter: bool = False

    @property
    def has_open(self) -> bool:
        """A check is not answered to the end."""
        return any(not check.is_answered for check in self.checks)


class ChecksPresenter(QObject):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = ChecksState()
        self._bench = bench
        self._is_shown = False
        bench.changes.follow(frozenset({Kind.JOB_CHECK}), self._follow)

    def open(self) -> None:
        """Read what there is, and follow it from now on."""
        self._is_shown = True
        self._load("")

    def close(self) -> None:
        """Follow nothing until it is opened again."""
        self._is_shown = False

    def _follow(self) -> None:
        if self._is_shown:
            self._load("")

    def _load(self, error: str, *, wants_charter: bool = False) -> None:
        try:
            checks = self._bench.services.samples.checks()
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        self.state = ChecksState(checks=checks, error=error, wants_charter=wants_charter)
        self.state_changed.emit()

    def draw(self) -> None:
        """Draw ten jobs; why there are none is in the state."""
        bench = self._bench
        try:
            done = bench.do(lambda: bench.services.samples.draw(bench.who))
        except Refusal as refusal:
            wants_charter = refusal.code in _IN_CHARTER
            self._load(bench.labels.refusal(refusal), wants_charter=wants_charter)
            return
        if done is not None:
            number = len(done.card.jobs)
            words = self.tr("One job drawn.") if number == 1 else self.tr("{n} jobs drawn.")
            bench.bar.say(words.format(n=number), can_undo=True)

    def answer(self, job_id: int, key: str, verdict: Verdict | None) -> None:
        """Say whether a job met a standard; None takes back what was said."""
        bench = self._bench
        done = self._take(lambda: bench.services.samples.answer(job_id, key, verdict, bench.who))
        if done is not None and verdict is not None and done.card.is_answered:
            bench.bar.say(self.tr("Every question is answered: the check is finished."))

    def remove(self, check_id: int) -> None:
        """Remove a check; it can be taken back."""
        bench = self._bench
        self._take(
            lambda: bench.services.samples.remove_check(check_id, bench.who),
            self.tr("Check removed."),
        )

    def open_record(self, job: CheckedJob) -> None:
        """Go to the very record that was drawn."""
        self._bench.navigator.open(_ROOMS[job.kind], "", str(job.record_id))

    def print_job(self, check_id: int) -> "PrintJob | None":
        """The sheet on which the jobs are looked at."""
        bench = self._bench
        try:
            return bench.services.sample_papers.check(check_id)
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
        return None

    def _take(
        self, step: "Callable[[], Done[JobCheckCard]]", said: str = ""
    ) -> "Done[JobCheckCard] | None":
        try:
            return self._bench.do(step, said=said)
        except Refusal as refusal:
            self._load(self._bench.labels.refusal(refusal))
            return None
