# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rows for each table that the eighth schema brings, as of that schema."""

from servicedesk.store.driver import Stored

IMPROVING: tuple[tuple[str, tuple[Stored, ...]], ...] = (
    ("ideas", (2, "A bell", "Café next door", "2026-12-01", "2027-01-10", None, None, "")),
    ("service_plans", (1, "Ann", "Tom", "one slot a week")),
    ("service_plan_lines", (2, 1, 0, 0, "Families", "speed")),
    ("service_plan_lines", (3, 1, 1, 0, "We ring back within 2 hours.", "")),
    ("skills", (2, 4, "First aid", "training", "2025-11-02", "2028-11-01", "card in drawer")),
    ("briefings", (3, 4, "2026-11-20", 1)),
    ("staff_notes", (5, "The till is slow", "2026-11-21", "Tom", "", None)),
    ("between_us", (1, 0, "between_us_1", "the shop", "answer", 2, "hours", "{}")),
    ("written_papers", (1, "policy", "# Ours", "ab12")),
    ("written_prints", (1, "policy", "2026-11-20")),
    ("checks", (3, "self_check", 1, 0, 0, "2026-12-20", "2026-12-21", "Ann", "3a 3b")),
    ("check_answers", (5, 3, "3a", "yes", "the blue book, Mrs Łucja Patel", "", 0)),
    (
        "reviews",
        (3, "2026-12-20", "2026-06-21", "2026-12-20", None, "Ann", "", None, "", None, None),
    ),
    ("review_inputs", (4, 3, 0, "promises", "Promises kept: 3 of 4")),
    ("review_decisions", (5, 3, 0, "Ring Mrs Łucja Patel first", "Ann", "2027-01-31")),
    ("offers", (3, "Care plan", "a month", 1200, 1500, "Ring us", "Write\nRing", None)),
    ("fairness_checks", (3, "2026-12-20", None)),
    ("fairness_offers", (4, 3, 0, "Care plan", "a month", 1200, None, "", "", "2027-01-31")),
    ("fairness_customers", (5, 3, 0, 5, "2019-03-01", "no", "pays the old price")),
)
"""Table, and the values of a row in order of its columns."""
