# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The six elements of service delivery, one set of tags for promises, complaints and praise."""

from enum import StrEnum


class Element(StrEnum):
    """Which of six elements of service delivery something touches."""

    TIMELINESS = "timeliness"
    APPEARANCE = "appearance"
    COURTESY = "courtesy"
    QUALITY_EFFICIENCY = "quality_efficiency"
    EASE = "ease"
    PROBLEM_SOLVING = "problem_solving"
