# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The kinds of record there are, and what a finished change touched."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum


class Kind(StrEnum):
    """A kind of record: what screens listen for, and what history and search speak of."""

    BUSINESS = "business"
    CHARTER = "charter"
    STANDARD = "standard"
    ATTACHMENT = "attachment"
    CLOSURE = "closure"
    HOLIDAY = "holiday"
    OPENING_HOURS = "opening_hours"
    PERSON = "person"
    REGISTRATION = "registration"
    CUSTOMER = "customer"
    CONTACT = "contact"
    PROMISE = "promise"
    LETTER = "letter"
    COMPLAINT = "complaint"
    ACTION = "action"
    FEEDBACK = "feedback"
    FEEDBACK_BATCH = "feedback_batch"
    SAMPLE_WEEK = "sample_week"
    JOB_CHECK = "job_check"
    SERVED = "served"
    WALK = "walk"
    CHECK = "check"
    IDEA = "idea"
    SERVICE_PLAN = "service_plan"
    SKILL = "skill"
    STAFF_NOTE = "staff_note"
    BETWEEN_US = "between_us"
    WRITTEN_PAPER = "written_paper"
    REVIEW = "review"
    OFFER = "offer"
    FAIRNESS_CHECK = "fairness_check"
    DATA_REQUEST = "data_request"
    BREACH = "breach"
    LEGAL_HOLD = "legal_hold"
    ERASURE = "erasure"
    MARKETING_STOP = "marketing_stop"
    IMPORT_MAPPING = "import_mapping"
    OWN_FIELD = "own_field"
    DRAFT = "draft"
    JOURNAL = "journal"
    SEARCH = "search"


class ChangeSet(Mapping[Kind, frozenset[int]]):
    """Which records a change touched: ids by kind. It never changes once made.

    Args:
        touched: ids by kind; a kind without ids is left out.
    """

    __slots__ = ("_touched",)

    def __init__(self, touched: Mapping[Kind, Iterable[int]] | None = None) -> None:
        found = {kind: frozenset(ids) for kind, ids in (touched or {}).items()}
        self._touched = {kind: ids for kind, ids in found.items() if ids}

    def __getitem__(self, kind: Kind) -> frozenset[int]:
        return self._touched[kind]

    def __iter__(self) -> Iterator[Kind]:
        return iter(self._touched)

    def __len__(self) -> int:
        return len(self._touched)

    def __hash__(self) -> int:
        return hash(frozenset(self._touched.items()))

    def __or__(self, other: "ChangeSet") -> "ChangeSet":
        """Everything that either of two changes touched."""
        return ChangeSet(
            {
                kind: self.get(kind, frozenset()) | other.get(kind, frozenset())
                for kind in (*self, *other)
            }
        )

    def __repr__(self) -> str:
        shown = ", ".join(f"{kind.value}: {sorted(ids)}" for kind, ids in self._touched.items())
        return f"ChangeSet({shown})"
