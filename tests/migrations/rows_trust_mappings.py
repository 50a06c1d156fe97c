# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rows for mappings that are kept, as of the ninth schema."""

from servicedesk.store.driver import Stored

MAPPINGS: tuple[tuple[str, tuple[Stored, ...]], ...] = (
    (
        "import_mappings",
        (6, "Till", "complaints", '[{"heading": "Date", "meaning": "received_at", "order": null}]'),
    ),
)
