# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a question of a check may name: clauses, principles, and what the records may prove.

Clauses are numbers of BS 8477:2014+A1:2020 whose themes the questions are about, principles those
of its first edition. Which question belongs to which is our own reading.
"""

CLAUSES = (
    "3.1",
    "3.2",
    "4.1",
    "4.2",
    "5.1",
    "5.2",
    "5.3",
    "6.1",
    "6.2",
    "6.3",
    "6.3.2",
    "6.4",
    "7.1",
    "7.2",
    "7.3",
    "7.4",
    "7.5",
    "7.6",
    "7.7",
)
"""Clauses that a question may be about, in order."""

SCORED_CLAUSES = ("3", "4", "5", "6", "6.3.2", "7")
"""Clauses that get a score of their own; what counts for 6.3.2 counts for 6 too."""

PRINCIPLES = tuple(f"P{number}" for number in range(1, 12))
"""Codes of the eleven principles, in order."""

PROOFS = frozenset(
    {
        "acknowledged",
        "aims_set",
        "asked_customers",
        "authority_limit",
        "backup_made",
        "causes_noted",
        "charter_contacts",
        "complaints_logged",
        "followed_up",
        "idea_noted",
        "job_check",
        "kept_rate",
        "more_sources",
        "next_dates",
        "owner_and_stand_in",
        "procedure_printed",
        "promises_written",
        "review_noted",
        "told_before",
        "told_changes",
        "walked",
    }
)
"""Codes of what the records may prove."""

SHORT_BANK_MOST = 12
"""Questions of a short check."""


def is_within(clause: str, scored: str) -> bool:
    """Whether a question on a clause counts for a clause with a score.

    Args:
        clause: such as "6.3.2"; empty where a bank has none.
        scored: such as "6".
    """
    return clause == scored or clause.startswith(f"{scored}.")


def clause_order(clause: str) -> tuple[int, ...]:
    """What clauses sort by: the numbers in them; nothing for an empty one."""
    return tuple(int(part) for part in clause.split(".") if part)
