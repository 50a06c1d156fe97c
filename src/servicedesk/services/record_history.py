# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What was changed in a record, when and by whom."""

from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units


class RecordHistory:
    """What was changed in a record, when and by whom.

    Args:
        units: opens changes and reads.
        around: the clock and the papers.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around
