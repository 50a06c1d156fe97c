# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The six elements of service: one set of tags for promises of the charter and for complaints."""

from enum import StrEnum


class Element(StrEnum):
    """The six things that customers notice about service."""

    TIMELINESS = "timeliness"
    APPEARANCE = "appearance"
    COURTESY = "courtesy"
    QUALITY_EFFICIENCY = "quality_efficiency"
    EASE = "ease"
    PROBLEM_SOLVING = "problem_solving"
