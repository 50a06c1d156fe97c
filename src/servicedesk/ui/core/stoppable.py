# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A job that its own page alone can stop, whatever else waits to be done."""

from collections.abc import Callable

from servicedesk.ui.core.tasks import Cancelled, Progress


class Stoppable:
    """The progress of the job.

    Args:
        progress: of the job, as the tasks hand it over.
        is_stopped: whether the page asked to stop; called from the worker.
    """

    def __init__(self, progress: Progress, is_stopped: Callable[[], bool]) -> None:
        self._progress = progress
        self._is_stopped = is_stopped

    def step(self, done: int, total: int) -> None:
        """Tell how far it is."""
        self._progress.step(done, total)

    def raise_if_cancelled(self) -> None:
        """Raise Cancelled when the page, or the end of the program, asked to stop."""
        self._progress.raise_if_cancelled()
        if self._is_stopped():
            raise Cancelled
