# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Legal facts and bank holidays that came after the program."""

from servicedesk.services.surroundings import Surroundings


class Updates:
    """Legal facts and bank holidays that came after the program.

    Args:
        around: the folders and the clock.
    """

    def __init__(self, around: Surroundings) -> None:
        self._around = around
