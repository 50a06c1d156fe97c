# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The keys that the customers room hears by itself, for the list of keys in the help."""

from PySide6.QtCore import QCoreApplication

from servicedesk.ui.core.actions import Actions


def note_keys(keys: Actions) -> None:
    """Put them on the list."""
    say = QCoreApplication.translate
    group = say("CustomersRoom", "Customers")
    for id, text, key in (
        ("customers_open", say("CustomersRoom", "Open the customer"), "Return"),
        ("customers_list", say("CustomersRoom", "Back to the list"), "Esc"),
        ("customers_next", say("CustomersRoom", "Next customer"), "Ctrl+PgDown"),
        ("customers_before", say("CustomersRoom", "Customer before"), "Ctrl+PgUp"),
        ("customers_visit", say("CustomersRoom", "Was in today"), "Ctrl+I"),
    ):
        keys.note(id, text, key, group)
