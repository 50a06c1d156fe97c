# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A line of an overview that leads somewhere."""

from dataclasses import dataclass

from servicedesk.ui.core.places import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class WayLine:
    """Something that waits.

    Args:
        text: what it is, with its day.
        is_late: its time is over.
        place: where it is opened.
    """

    text: str
    is_late: bool
    place: Place
