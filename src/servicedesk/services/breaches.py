# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The log of breaches, with the 72 hours."""

from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units


class Breaches:
    """The log of breaches, with the 72 hours.

    Args:
        units: opens changes and reads.
        around: the clock and the papers.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around
