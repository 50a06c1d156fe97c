# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What happened, for looking into faults: codes and ids, never a name, a number or a text."""

import logging
import os
import re
import time
import traceback
from enum import Enum
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from servicedesk.domain.errors import ServicedeskError

FILE_NAME = "servicedesk.log"
FILE_SIZE = 1_000_000
"""Bytes after which a new file is begun."""

FILES = 5
"""The newest and four older ones."""

_CODE = re.compile(r"[a-z][a-z0-9_.]*")


class EventLog:
    """The log of one start of the program.

    Args:
        folder: where the files lie; it is there already.
    """

    def __init__(self, folder: Path) -> None:
        self._handler = _PrivateFileHandler(folder / FILE_NAME)
        self._logger = logging.Logger("servicedesk", logging.INFO)
        self._logger.addHandler(self._handler)

    def note(self, event: str, **ids: int | Enum) -> None:
        """Write that something happened.

        Args:
            event: a code such as "charter.published".
            ids: whole numbers or members of an enum; there is no way to hand in a text.

        Raises:
            ValueError: the event is no code, or a value is something else.
        """
        if not _CODE.fullmatch(event):
            raise ValueError("an event is named by a code")
        self._logger.info(" ".join([event, *(f"{key}={_id(ids[key])}" for key in sorted(ids))]))

    def fault(self, error: BaseException) -> None:
        """Write what kind of fault it was and where, without what it says.

        Args:
            error: a known fault or a bug; its text may hold what people typed and is left out.
        """
        kind = type(error).__name__
        if isinstance(error, ServicedeskError):
            kind += f" {error.code}"
        places = [
            f"{Path(frame.f_code.co_filename).name}:{line}"
            for frame, line in traceback.walk_tb(error.__traceback__)
        ]
        self._logger.error(" ".join([kind, *places]))

    def close(self) -> None:
        """Let go of the file."""
        self._logger.removeHandler(self._handler)
        self._handler.close()


class _PrivateFileHandler(RotatingFileHandler):
    """Files of a set size, for the owner's eyes; a full disk does not stop what is logged."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, maxBytes=FILE_SIZE, backupCount=FILES - 1, encoding="ascii", delay=True
        )
        formatter = logging.Formatter("%(asctime)sZ %(levelname)s %(message)s")
        formatter.converter = time.gmtime
        self.setFormatter(formatter)

    def _open(self) -> TextIOWrapper:
        """Open the newest file, which nobody else may read."""
        number = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return open(number, "a", encoding=self.encoding)

    def handleError(self, record: logging.LogRecord) -> None:
        """Leave out a line that could not be written."""
        del record


def _id(value: int | Enum) -> str:
    if isinstance(value, Enum):
        return value.name.lower()
    if not isinstance(value, int):
        raise ValueError("only ids are logged")
    return str(value)
