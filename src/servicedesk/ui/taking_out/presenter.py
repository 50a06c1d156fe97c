# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the page that writes everything shows: how much there is, where it goes, how far it is."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.exporting import ExportCounts, OutPlace
from servicedesk.domain.printing import PrintJob
from servicedesk.ui.core.stoppable import Stoppable
from servicedesk.ui.core.tasks import Cancelled, Progress
from servicedesk.ui.core.workbench import Workbench

if TYPE_CHECKING:
    from servicedesk.services.export_all import Exported


@dataclass(frozen=True, slots=True, kw_only=True)
class OutState:
    """What the page shows.

    Args:
        lines: what would be written, a line each.
        with_help: what helps customers goes out too.
        target: the folder that will be made, or None while none was chosen.
        warning: what to think of there; "" for nothing.
        error: why it cannot be written there; "" for nothing wrong.
        done: what was written last, or None.
        is_running: it is being written.
        is_stopping: it was asked to stop.
        step, total: how far it is.
    """

    lines: tuple[str, ...] = ()
    with_help: bool = False
    target: Path | None = None
    warning: str = ""
    error: str = ""
    done: "Exported | None" = None
    is_running: bool = False
    is_stopping: bool = False
    step: int = 0
    total: int = 0


class TakingOutPresenter(QObject):
    """Feeds the page.

    Args:
        bench: of the open file.

    Signals:
        state_changed: ``state`` is another one.
    """

    state_changed = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = OutState()
        self._bench = bench
        self._is_cancelled = False
        bench.tasks.stepped.connect(self._on_step)

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked to stop; called from the worker."""
        return self._is_cancelled

    def is_kept(self) -> bool:
        """Whether the owner's PIN is wanted before anything goes out."""
        return not self._bench.services.owner_pin.is_open()

    def reload(self) -> None:
        """Count again what would be written."""
        if self.state.is_running:
            return
        try:
            counts = self._bench.services.export_all.counts(with_help=self.state.with_help)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        self._show(replace(self.state, lines=self._lines(counts)))

    def choose_help(self, with_help: bool) -> None:
        """Have what helps customers written too, or not."""
        self._show(replace(self.state, with_help=with_help))
        self.reload()

    def choose(self, parent: Path) -> None:
        """Have a new folder made inside one that somebody chose."""
        export = self._bench.services.export_all
        target = export.offered(parent)
        warning = self._warning(export.place(target))
        self._show(replace(self.state, target=target, warning=warning, error="", done=None))

    def write(self) -> None:
        """Write everything beside the screen; while it is being written, nothing."""
        target, with_help = self.state.target, self.state.with_help
        if target is None or self.state.is_running:
            return
        export = self._bench.services.export_all
        self._is_cancelled = False
        running = replace(self.state, is_running=True, is_stopping=False, step=0, total=0)
        self._show(replace(running, error="", done=None))

        def run(progress: Progress) -> "Exported | None":
            try:
                return export.write(
                    target, Stoppable(progress, lambda: self.is_cancelled), with_help=with_help
                )
            except Cancelled:
                return None

        title = self.tr("Writing everything …")
        self._bench.tasks.run(title, run, self._written, self._failed, self)

    def stop(self) -> None:
        """Ask the writing to stop; nothing of it is left then."""
        self._is_cancelled = True
        self._show(replace(self.state, is_stopping=True))

    def open_folder(self) -> None:
        """Show what was written in the system's own file window."""
        if self.state.done is not None:
            self._bench.doors.open_folder(self.state.done.folder)

    def job(self) -> PrintJob:
        """What the page says, for paper."""
        heading = self.tr("What is written")
        return self._bench.services.lists.groups(
            self.tr("Take it all with you"), [(heading, self.state.lines)], "list"
        )

    def _written(self, done: "Exported | None") -> None:
        self._show(replace(self.state, is_running=False, is_stopping=False, done=done))
        if done is None:
            self._bench.bar.say(self.tr("Stopped. Nothing was left behind."), can_undo=False)
            return
        self._show(replace(self.state, target=None, warning=""))
        self.reload()

    def _failed(self, fault: Exception) -> None:
        self._show(replace(self.state, is_running=False, is_stopping=False))
        if not isinstance(fault, Refusal | Trouble):
            raise fault
        self._show(replace(self.state, error=self._sentence(fault)))

    def _sentence(self, fault: Refusal | Trouble) -> str:
        labels = self._bench.labels
        if isinstance(fault, Refusal):
            return labels.refusal(fault)
        words = labels.trouble(fault)
        return " ".join(part for part in (words.happened, words.safe, words.do) if part)

    def left_out(self, done: "Exported | None") -> str:
        """Which files could not be written because they are damaged; "" for none."""
        if done is None or not done.lost:
            return ""
        said = self.tr(
            "Everything else was written, but these are left out, because what is kept of them is "
            "damaged: {names}. A backup from before may still hold them whole."
        )
        return said.format(names=", ".join(done.lost))

    def _warning(self, place: OutPlace) -> str:
        if place is OutPlace.HERE:
            return ""
        where = self._bench.labels.enum(place)
        if self._bench.services.export_all.is_locked_away():
            said = self.tr(
                "This folder lies {where}, and what is written has no password, although your "
                "own file has one. Anyone who gets hold of it can read it."
            )
        else:
            said = self.tr(
                "This folder lies {where}. Anyone who gets hold of it can read what is written."
            )
        return said.format(where=where)

    def _lines(self, counts: ExportCounts) -> tuple[str, ...]:
        lists = {kind: counts.lists.get(kind, 0) for kind in ListKind}
        del lists[ListKind.CUSTOMERS]
        said = [
            self.tr("{customers}: {n}, as a list and as visiting cards").format(
                customers=self._bench.labels.enum(ListKind.CUSTOMERS),
                n=f"{counts.customers:,}",
            )
        ]
        said += [f"{self._bench.labels.enum(kind)}: {number:,}" for kind, number in lists.items()]
        said.append(self.tr("Letters that were sent, as PDF: {n}").format(n=f"{counts.letters:,}"))
        said.append(self.tr("Photos and other files: {n}").format(n=f"{counts.files:,}"))
        said.append(
            self.tr("All {tables} tables, for people who work with data: {n} lines").format(
                tables=counts.tables, n=f"{counts.rows:,}"
            )
        )
        said.append(self.tr("A page that says what each file is. Any browser shows it."))
        return tuple(said)

    def _on_step(self, done: int, total: int) -> None:
        if self.state.is_running:
            self._show(replace(self.state, step=done, total=total))

    def _show(self, state: OutState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()
