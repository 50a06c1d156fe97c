# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Promises with little typing, for tests of services and screens."""

from datetime import date

from servicedesk.domain.promises import Due, PromiseDraft

WEDNESDAY = date(2026, 9, 30)
FRIDAY = date(2026, 10, 2)
RUTH = "Ruth"


def draft(text: str = "ring you back", **said: object) -> PromiseDraft:
    """What was typed about a promise; what is named takes the place of what stands here."""
    values: dict[str, object] = {
        "text": text,
        "due": Due(day=FRIDAY),
        "promiser": "Tom",
        "made_on": WEDNESDAY,
        **said,
    }
    return PromiseDraft(**values)
