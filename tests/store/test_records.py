# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The catalogue: what may be declared, and that every table of the program is known."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import Column, MetaData, Table

from servicedesk import store
from servicedesk.domain.kinds import Kind
from servicedesk.store.records import CATALOGUE, Catalogue, RecordInfo
from servicedesk.store.types import Bytes, Words
from tests.helpers.children import plain_environment

TABLES = {
    "actions",
    "attachment_pieces",
    "attachments",
    "bank_holidays",
    "between_us",
    "breaches",
    "briefings",
    "business_facts",
    "charter_versions",
    "check_answers",
    "checks",
    "closures",
    "complaint_behaviours",
    "complaint_entries",
    "complaint_issues",
    "complaint_pauses",
    "complaint_purchases",
    "complaint_referrals",
    "complaint_remedies",
    "complaint_steps",
    "complaints",
    "consents",
    "contacts",
    "customer_addresses",
    "customer_reaches",
    "customer_tags",
    "customer_visits",
    "customers",
    "data_request_left_out",
    "data_request_lines",
    "data_request_pauses",
    "data_requests",
    "drafts",
    "erasures",
    "fairness_checks",
    "fairness_customers",
    "fairness_offers",
    "feedback",
    "feedback_batches",
    "ideas",
    "import_mappings",
    "job_check_answers",
    "job_check_jobs",
    "job_checks",
    "journal",
    "kept_longer",
    "legal_holds",
    "letter_wordings",
    "letters",
    "marketing_stops",
    "offers",
    "open_days",
    "opening_hours",
    "own_fields",
    "people",
    "promise_moves",
    "promise_repeats",
    "promises",
    "record_files",
    "registrations",
    "review_decisions",
    "review_inputs",
    "reviews",
    "safety_notes",
    "sample_lines",
    "sample_weeks",
    "search_docs",
    "served_months",
    "service_plan_lines",
    "service_plans",
    "service_standards",
    "skills",
    "staff_notes",
    "support_needs",
    "walk_steps",
    "walks",
    "written_papers",
    "written_prints",
}


def test_every_table_says_what_it_holds() -> None:
    names = {table.name for table in CATALOGUE}
    assert names == TABLES
    for table in CATALOGUE:
        assert CATALOGUE.record(table).kind in Kind
        assert CATALOGUE.table(table.name) is table


def test_every_module_with_a_table_is_brought_in_with_the_catalogue() -> None:
    folder = Path(store.__file__).parent
    having = {
        module.stem
        for module in folder.glob("*.py")
        if "CATALOGUE.declare(" in module.read_text(encoding="utf-8")
    }
    assert having == set(store.DECLARING)


def test_the_catalogue_is_whole_for_whoever_asks_it_first() -> None:
    environment = plain_environment(Path(store.__file__).parents[2])
    for asked in ('CATALOGUE.table("letters")', "list(CATALOGUE)", "CATALOGUE.metadata"):
        said = (
            "from servicedesk.store.records import CATALOGUE; "
            f"{asked}; assert len(CATALOGUE._metadata.tables) == {len(list(CATALOGUE))}"
        )
        subprocess.run([sys.executable, "-c", said], check=True, env=environment)


def test_tables_that_are_pointed_to_come_first() -> None:
    names = [table.name for table in CATALOGUE]
    assert names.index("attachments") < names.index("attachment_pieces")
    assert names.index("charter_versions") < names.index("service_standards")


@pytest.mark.parametrize(
    ("columns", "record"),
    [
        ([], RecordInfo(kind=Kind.BUSINESS, label_column="name")),
        ([], RecordInfo(kind=Kind.BUSINESS, person_columns=("name",))),
        ([], RecordInfo(kind=Kind.BUSINESS, search_columns=("name",))),
        ([], RecordInfo(kind=Kind.BUSINESS, append_only=True)),
        ([], RecordInfo(kind=Kind.BUSINESS, append_only=True, reverses_column="reverses")),
        ([Column("content", Bytes())], RecordInfo(kind=Kind.BUSINESS)),
    ],
    ids=["label", "person", "search", "no way back", "unknown way back", "bytes"],
)
def test_a_record_that_cannot_be_true_is_refused(
    columns: Sequence[Column[object]], record: RecordInfo
) -> None:
    with pytest.raises(ValueError, match="visits"):
        Catalogue().declare("visits", *columns, record=record)


def test_a_table_from_elsewhere_is_not_known() -> None:
    stranger = Table("stranger", MetaData(), Column("name", Words()), info={"record": "?"})
    with pytest.raises(TypeError, match="stranger"):
        CATALOGUE.record(stranger)
