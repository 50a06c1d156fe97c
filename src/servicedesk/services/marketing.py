# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Who may be written to about offers, and who never again."""

from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units


class Marketing:
    """Who may be written to about offers, and who never again.

    Args:
        units: opens changes and reads.
        around: the clock and the papers.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around
