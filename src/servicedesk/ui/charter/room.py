# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The door of the charter's room: what the rail opens."""

from typing import TYPE_CHECKING

from servicedesk.ui.charter.page import CharterPage

if TYPE_CHECKING:
    from servicedesk.ui.core.page import Page
    from servicedesk.ui.core.workbench import Workbench


def build(bench: "Workbench") -> "Page":
    """The page of the room, made when it is first opened."""
    return CharterPage(bench)
