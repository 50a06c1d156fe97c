# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What has been kept for long enough, to be looked through."""

from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units


class Clearing:
    """What has been kept for long enough, to be looked through.

    Args:
        units: opens changes and reads.
        around: the clock and the papers.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around
