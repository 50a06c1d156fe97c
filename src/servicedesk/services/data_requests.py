# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Requests about somebody’s information, with their clocks."""

from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units


class DataRequests:
    """Requests about somebody’s information, with their clocks.

    Args:
        units: opens changes and reads.
        around: the clock and the papers.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around
