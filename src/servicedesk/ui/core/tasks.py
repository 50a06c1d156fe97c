# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Work in the background: one job at a time beside the screen, its end told in the GUI thread."""

from collections.abc import Callable
from threading import Event
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

Result = TypeVar("Result")
Told = TypeVar("Told")


class Cancelled(Exception):
    """Raised inside a job that was asked to stop; never reaches a person."""


class Progress(Protocol):
    """What a job gets: tell how far it is, and hear that it should stop."""

    def step(self, done: int, total: int) -> None:
        """Tell that ``done`` of ``total`` pieces are ready; a total of 0 means not known."""
        ...

    def raise_if_cancelled(self) -> None:
        """Raise Cancelled when somebody asked to stop."""
        ...


class _Reports(QObject):
    """The signals of one job; it lives in the GUI thread, the job only emits."""

    stepped = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_cancelled = False

    def step(self, done: int, total: int) -> None:
        self.stepped.emit(done, total)

    def raise_if_cancelled(self) -> None:
        if self.is_cancelled:
            raise Cancelled


class _Job(QRunnable, Generic[Result]):
    """Holds its signals and never inherits both: QRunnable is no QObject."""

    def __init__(self, job: Callable[[Progress], Result], reports: _Reports) -> None:
        super().__init__()
        self.setAutoDelete(False)  # the pool's Python side holds it for good
        self.reports = reports
        self._job: Callable[[Progress], Result] | None = job
        self._said_all = Event()
        """Set once the last signal was sent: until then nobody may let the signals go."""

    def run(self) -> None:
        reports, job = self.reports, self._job
        if job is None:
            return
        try:
            reports.done.emit(job(reports))
        except Cancelled:
            pass
        except Exception as fault:
            reports.failed.emit(fault)
        finally:
            del job
            reports.ended.emit()
            self._said_all.set()

    def put_away(self) -> None:
        """Let go of everything the job spoke of, here in the GUI thread.

        What hears of its end is let go of before the signals are: it may be the last that holds
        whoever owns them, and Qt would take them apart twice.
        """
        self._said_all.wait()  # the end may be heard before the other thread has said it whole
        self._job = None
        for signal in (self.reports.stepped, self.reports.done, self.reports.failed):
            signal.disconnect()
        self.reports.deleteLater()


def _while_there(whose: QObject | None, tell: Callable[[Told], None]) -> Callable[[Told], None]:
    if whose is None:
        return tell

    def guarded(told: Told) -> None:
        if isValid(whose):
            tell(told)

    return guarded


class Tasks(QObject):
    """Runs jobs one after the other in one thread of their own.

    Signals:
        started: (title) a job was handed in.
        stepped: (done, total) the running job got on.
        idle: the last job has ended.
    """

    started = Signal(str)
    stepped = Signal(int, int)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._open: list[_Job[Any]] = []

    def run(
        self,
        title: str,
        job: Callable[[Progress], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
        whose: QObject | None = None,
    ) -> None:
        """Run a job; exactly one of ``done`` and ``failed`` is called, in the GUI thread.

        Args:
            title: what is being done, for the person who waits.
            job: gets a Progress; must touch no widget.
            done: gets what the job returned.
            failed: gets what the job raised; neither is called for a job that was cancelled.
            whose: nobody is told once it is gone. Qt forgets a method of an object that is gone
                by itself, but not a function that speaks of one.
        """
        # Connected here, in the GUI thread and before the start: a plain function runs in the
        # thread where connect was called.
        reports = _Reports(self)
        queued = Qt.ConnectionType.QueuedConnection
        reports.stepped.connect(self.stepped, queued)
        reports.done.connect(_while_there(whose, done), queued)
        reports.failed.connect(_while_there(whose, failed), queued)
        reports.ended.connect(self._close_first, queued)
        runnable = _Job(job, reports)
        self._open.append(runnable)
        self.started.emit(title)
        self._pool.start(runnable)

    def cancel(self) -> None:
        """Ask every job to stop at its next ``raise_if_cancelled``."""
        for runnable in self._open:
            runnable.reports.is_cancelled = True

    def wait(self) -> None:
        """Stop what can be stopped and wait for the rest, before the program ends."""
        self.cancel()
        self._pool.waitForDone()

    @Slot()
    def _close_first(self) -> None:
        self._open.pop(0).put_away()
        if not self._open:
            self.idle.emit()
