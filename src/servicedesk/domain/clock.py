# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What time it is, as a question that rules may not ask: callers hand the answer in."""

from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time; the real one lives in the system room, tests use a fixed one."""

    def now(self) -> datetime:
        """Return this moment, aware, in UTC."""
        ...

    def today(self) -> date:
        """Return the local date, by which days are counted and papers are dated."""
        ...
