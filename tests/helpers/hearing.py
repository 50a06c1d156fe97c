# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Hears what is asked of a file."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from servicedesk.store import driver


class Heard:
    """The statements that reached SQLite, with their values, in order."""

    def __init__(self) -> None:
        self.statements: list[str] = []

    def verbs(self) -> list[str]:
        """The first word of each."""
        return [statement.split()[0] for statement in self.statements]

    @contextmanager
    def only_this(self) -> Iterator[None]:
        """Forget what was heard before."""
        self.statements.clear()
        yield


def hear(monkeypatch: pytest.MonkeyPatch) -> Heard:
    """Hear every statement of each connection that is opened from now on."""
    found = Heard()
    open_connection = driver.open_connection

    def open_and_hear(*args: object, **kwargs: object) -> driver.Connection:
        connection = open_connection(*args, **kwargs)
        connection.set_trace_callback(found.statements.append)
        return connection

    monkeypatch.setattr(driver, "open_connection", open_and_hear)
    return found
