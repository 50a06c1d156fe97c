# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a list of records says of itself on paper: what was searched for, and how many there are."""

from PySide6.QtCore import QCoreApplication


def listed(text: str, counted: str) -> tuple[str, ...]:
    """What stands under the title of a printed list.

    Args:
        text: what was searched for; "" for nothing.
        counted: how many are on the list, such as "48 complaints".
    """
    if not text:
        return (counted,)
    searched = QCoreApplication.translate("Lists", "With “{text}” in it")
    return (searched.format(text=text), counted)
