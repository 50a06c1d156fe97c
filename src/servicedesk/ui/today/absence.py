# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whether nobody was here for some days, so that Today asks what happened meanwhile."""

from datetime import date

from servicedesk.domain.errors import Trouble
from servicedesk.ui.core.workbench import Workbench

AWAY_DAYS = 2
"""Days without Today after which we ask."""

_KEY = "today_seen_on"


class Absence:
    """Remembers on which day Today was last looked at on this computer.

    Args:
        bench: with the preferences and the clock.

    Attributes:
        since: the day somebody was last here before some days away; None when nobody was away.
    """

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._asked_on: date | None = None
        self.since: date | None = None

    def is_new(self) -> bool:
        """Look at the clock; True once, on the first look after days away."""
        today = self._bench.today
        seen = self._seen()
        if seen != today:
            self._remember(today)
        if self._asked_on != today:
            self.since = None
        if seen is None or (today - seen).days < AWAY_DAYS or self._asked_on == today:
            return False
        self._asked_on = today
        self.since = seen
        return True

    def _seen(self) -> date | None:
        try:
            return date.fromisoformat(str(self._bench.memory.get(_KEY)))
        except ValueError:
            return None

    def _remember(self, today: date) -> None:
        try:
            self._bench.memory.set(_KEY, today.isoformat())
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
