# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is held on one customer, on paper and as data."""

from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units


class AccessPacks:
    """What is held on one customer, on paper and as data.

    Args:
        units: opens changes and reads.
        around: the clock and the papers.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around
