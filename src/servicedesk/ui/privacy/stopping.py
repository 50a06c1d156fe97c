# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Stopping a job that a page has running, and no other that waits behind it."""

from servicedesk.ui.core.tasks import Cancelled, Progress


class Stop:
    """Whether the job of a page was asked to stop.

    Attributes:
        is_asked: it was; the page sets it, the job reads it.
    """

    def __init__(self) -> None:
        self.is_asked = False

    def hears(self, progress: Progress) -> "StoppableProgress":
        """The progress of a job that this can stop."""
        return StoppableProgress(progress, self)


class StoppableProgress:
    """The progress of a job, which a page can stop.

    Args:
        progress: that the job was given.
        stop: of the page.
    """

    def __init__(self, progress: Progress, stop: Stop) -> None:
        self._progress = progress
        self._stop = stop

    def step(self, done: int, total: int) -> None:
        """Tell that ``done`` of ``total`` pieces are ready."""
        self._progress.step(done, total)

    def raise_if_cancelled(self) -> None:
        """Raise Cancelled when somebody asked to stop."""
        self._progress.raise_if_cancelled()
        if self._stop.is_asked:
            raise Cancelled

    def go_on(self, done: int, total: int) -> bool:
        """Tell how far it is, and hear whether to go on."""
        self.step(done, total)
        try:
            self.raise_if_cancelled()
        except Cancelled:
            return False
        return True
