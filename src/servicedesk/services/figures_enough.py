# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whether figures have something to say yet: asked soon after the start, so it brings in little.

All that counts figures comes in with the first report, which takes longer than a start may.
"""

from servicedesk.services.unit import Units
from servicedesk.store.figures_enough import TABLES, has_enough
from servicedesk.store.settled import settled


class FiguresEnough:
    """The use case of a room that waits until there is something in it.

    Args:
        units: opens reads.
    """

    def __init__(self, units: Units) -> None:
        self._units = units

    def is_reached(self) -> bool:
        """There are ten records or more, or a check of oneself was begun.

        Raises:
            Trouble: when the file cannot be read.
        """
        with self._units.read() as reading:
            return settled(reading, "has_enough", TABLES, lambda: has_enough(reading))
