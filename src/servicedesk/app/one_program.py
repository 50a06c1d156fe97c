# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One program per file: a lock beside it, and a local pipe that brings the first window forward."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QSysInfo

from servicedesk.domain.errors import Trouble

ELSEWHERE = "file_in_use_elsewhere"
"""The one trouble that a person may decide about."""

_PATIENCE_MS = 500
"""How long a second start waits for the first to answer."""


class FileLock:
    """The lock of one file, kept until it is released or the process ends.

    A dead process on this computer frees the lock by itself. A lock that names another computer
    never does: that computer may be asleep with the file open.

    Args:
        path: of the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path.resolve()  # two links to one file are one file
        self._file = self._path.with_name(f"{self._path.name}.lock")
        self._lock = QLockFile(str(self._file))
        self._lock.setStaleLockTime(0)

    def take(self) -> None:
        """Take the lock.

        Raises:
            Trouble: ``file_in_use`` by a program on this computer, ``file_in_use_elsewhere`` with
                the ``computer`` and ``since`` when, or ``lock_not_possible`` when the folder takes
                no lock file.
        """
        if self._lock.tryLock(0):
            return
        name = self._path.name
        if self._lock.error() is not QLockFile.LockError.LockFailedError:
            raise Trouble("lock_not_possible", file=name, folder=str(self._path.parent))
        _process, computer, _program = self._lock.getLockInfo()
        if computer and computer != QSysInfo.machineHostName():
            raise Trouble(ELSEWHERE, file=name, computer=computer, since=self._since())
        raise Trouble("file_in_use", file=name)

    def _since(self) -> str:
        """When the lock was taken, by the clock of the folder it lies in."""
        moment = datetime.fromtimestamp(self._file.stat().st_mtime, UTC).astimezone()
        return f"{moment.day} {moment:%B %Y, %H:%M}"

    def break_open(self) -> None:
        """Take a lock away that another computer left; only after somebody said so.

        Raises:
            Trouble: ``lock_not_possible`` when it cannot be taken away.
        """
        try:
            self._file.unlink(missing_ok=True)
        except OSError as error:
            raise Trouble(
                "lock_not_possible", file=self._path.name, folder=str(self._path.parent)
            ) from error

    def release(self) -> None:
        """Let the lock go; does nothing when it was never taken."""
        self._lock.unlock()


def pipe_name(path: Path) -> str:
    """The name of the pipe of a file: the same for every way of writing its path."""
    from hashlib import sha256  # nobody needs a pipe before the first page is shown

    return "servicedesk-" + sha256(str(path.resolve()).encode()).hexdigest()[:24]


def call_first(path: Path) -> bool:
    """Ask the program that has this file open to come forward.

    Returns:
        True when one answered.
    """
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(pipe_name(path))
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write(b"come forward\n")
    socket.waitForBytesWritten(_PATIENCE_MS)
    socket.disconnectFromServer()
    return True


class Doorbell(QObject):
    """Hears when the program is started a second time for the same file.

    Args:
        path: of the file.
        rung: called each time.
    """

    def __init__(self, path: Path, rung: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rung = rung
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(pipe_name(path))
        self._server.listen(pipe_name(path))

    def _answer(self) -> None:
        caller = self._server.nextPendingConnection()
        caller.disconnected.connect(caller.deleteLater)
        self._rung()

    def close(self) -> None:
        """Hear nothing more."""
        self._server.close()
