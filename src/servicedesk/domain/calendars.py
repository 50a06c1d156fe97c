# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which days count: days the trader is open, working days of a nation, and plain days."""

from enum import StrEnum


class DayKind(StrEnum):
    """In which days something is counted."""

    OPENING = "opening"
    WORKING = "working"
    CALENDAR = "calendar"


class Nation(StrEnum):
    """Whose bank holidays and law apply; somewhere else has neither."""

    ENG = "eng"
    WLS = "wls"
    SCT = "sct"
    NIR = "nir"
    ELSEWHERE = "elsewhere"
