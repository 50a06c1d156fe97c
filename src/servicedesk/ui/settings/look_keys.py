# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The keys that change the size of text from anywhere in the window."""

from PySide6.QtWidgets import QWidget

from servicedesk.ui.core.actions import Actions
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.look_presenter import LookPresenter


def add_look_keys(keys: Actions, window: QWidget, bench: Workbench, group: str) -> LookPresenter:
    """Give a window the keys for larger, smaller and the usual text.

    Args:
        keys: the register.
        window: hears them, and owns what they change.
        bench: with the theme and the preferences.
        group: where they stand in the list of keys, already translated.

    Returns:
        What changes the size; it lives as long as the window.
    """
    look = LookPresenter(bench, window)
    larger, smaller = look.tr("Larger text"), look.tr("Smaller text")
    keys.add("text_larger", larger, ("Ctrl++", "Ctrl+="), look.larger, window, group)
    keys.add("text_smaller", smaller, "Ctrl+-", look.smaller, window, group)
    keys.add("text_usual", look.tr("Text as large as usual"), "Ctrl+0", look.usual, window, group)
    return look
