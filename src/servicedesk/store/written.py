# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers written for the owner, as the owner changed them, and when each was printed."""

from collections.abc import Mapping
from datetime import date

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
    UniqueConstraint("paper"),
    record=RecordInfo(kind=Kind.WRITTEN_PAPER, label_column="paper"),
)

written_prints = CATALOGUE.declare(
    "written_prints",
    Column("paper", Coded(WrittenPaper), nullable=False),
    Column("printed_on", Day(), nullable=False),
    UniqueConstraint("paper"),
    record=RecordInfo(kind=Kind.WRITTEN_PAPER, undoable=False),
)
"""Apart from the words: paper that is out cannot be taken back, and the words can."""


def kept_texts(connection: Connection) -> Mapping[WrittenPaper, tuple[int, OwnText]]:
    """What is kept of each paper, with the row of its words; a paper untouched is not there.

    The row is 0 where a paper was printed and never changed.
    """
    days = {paper: day for paper, (_, day) in printed_days(connection).items()}
    found = {paper: (0, OwnText(printed_on=day)) for paper, day in days.items()}
    for row in connection.execute(select(written_papers).order_by(written_papers.c.id)):
        text = OwnText(body=row.body, based_on=row.based_on, printed_on=days.get(row.paper))
        found[row.paper] = (row.id, text)
    return found


def printed_days(connection: Connection) -> Mapping[WrittenPaper, tuple[int, date]]:
    """The day on which each paper was last printed, with its row; without those never printed."""
    rows = connection.execute(select(written_prints).order_by(written_prints.c.id))
    return {row.paper: (row.id, row.printed_on) for row in rows}


def text_values(paper: WrittenPaper, text: OwnText) -> dict[str, object]:
    """What is written for the words of a paper, by column."""
    return {"paper": paper, "body": text.body, "based_on": text.based_on}
