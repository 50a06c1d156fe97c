# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How far everything under Improve has come."""

from servicedesk.domain.improving import ImproveOverview
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units
from servicedesk.store.improving import improve_overview


class Improving:
    """Tells it.

    Args:
        units: opens reads.
        around: the clock.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._clock = around.clock

    def overview(self) -> ImproveOverview:
        """All of it.

        Raises:
            Trouble: when the file cannot be read.
        """
        with self._units.read() as reading:
            return improve_overview(reading, self._clock.today())
