# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers written for the owner, as the owner changed them, as kept."""

from collections.abc import Mapping

from sqlalchemy import Column, Connection, UniqueConstraint, select

from servicedesk.domain.kinds import Kind
from servicedesk.domain.written import OwnText, WrittenPaper
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Coded, Day, Words

written_papers = CATALOGUE.declare(
    "written_papers",
    Column("paper", Coded(WrittenPaper), nullable=False),
    Column("body", Words(), nullable=False),
    Column("based_on", Words(), nullable=False),
    Column("printed_on", Day(), nullable=True),
    UniqueConstraint("paper"),
    record=RecordInfo(kind=Kind.WRITTEN_PAPER, label_column="paper"),
)


def kept_texts(connection: Connection) -> Mapping[WrittenPaper, tuple[int, OwnText]]:
    """What is kept of each paper, with its row; a paper that nobody touched is not there."""
    rows = connection.execute(select(written_papers).order_by(written_papers.c.id))
    return {
        row.paper: (
            row.id,
            OwnText(body=row.body, based_on=row.based_on, printed_on=row.printed_on),
        )
        for row in rows
    }


def text_values(paper: WrittenPaper, text: OwnText) -> dict[str, object]:
    """What is written for a paper, by column."""
    return {
        "paper": paper,
        "body": text.body,
        "based_on": text.based_on,
        "printed_on": text.printed_on,
    }
