# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Every table as it lies in the file, row by row, for whoever takes everything away.

Cells come as they are kept: days and moments as ISO text, codes as their values, yes and no as 1
and 0. Nothing is read into memory as a whole.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    case,
    func,
    select,
    type_coerce,
)

from servicedesk.domain.kinds import Kind
from servicedesk.store.attachments import attachment_pieces, attachments
from servicedesk.store.drafts import drafts
from servicedesk.store.facts import business_facts
from servicedesk.store.journal import journal
from servicedesk.store.letters import letters
from servicedesk.store.record_files import record_files
from servicedesk.store.records import CATALOGUE, Catalogue
from servicedesk.store.search_index import search_docs
from servicedesk.store.support import safety_notes, support_needs
from servicedesk.store.types import Bytes, Words

LEFT_OUT: Mapping[str, str] = MappingProxyType(
    {
        journal.name: "journal",
        drafts.name: "drafts",
        search_docs.name: "search",
        attachment_pieces.name: "pieces",
    }
)
"""Tables that are never taken out, and the word for why.

The journal repeats what was corrected since, drafts are half typed, the search is made from the
other tables, and the pieces of files are the files themselves, which lie beside the tables."""

HELP = frozenset({support_needs.name, safety_notes.name})
"""What helps a customer and what to mind: taken out only where somebody says so."""

_WITH_REF = {
    Kind.CUSTOMER: "customers",
    Kind.PROMISE: "promises",
    Kind.COMPLAINT: "complaints",
}
"""Records that files lie with, and where their references stand."""

_PIN = "owner_pin"
"""The fact that keeps the owner's PIN, hashed; so few digits are soon tried through."""

_AT_ONCE = 500
"""Rows that the driver is asked for together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKept:
    """A file that lies inside the file of the business.

    Args:
        attachment_id: of its content.
        day: of a letter, or when it was added; ISO text, "" for neither.
        code: of the letter's template, or the reference of the record it lies with.
        name: of the customer of a letter, else of the file.
        ref: of the letter; "" for other files.
    """

    attachment_id: int
    day: str
    code: str
    name: str
    ref: str = ""


def tables_out(*, with_help: bool, catalogue: Catalogue = CATALOGUE) -> tuple[str, ...]:
    """The names of the tables that are taken out, in the order of the alphabet.

    Args:
        with_help: what helps customers, and what to mind, among them.
        catalogue: the tables there are.
    """
    stays = LEFT_OUT.keys() if with_help else {*LEFT_OUT, *HELP}
    return tuple(sorted(table.name for table in catalogue if table.name not in stays))


def columns_out(name: str, catalogue: Catalogue = CATALOGUE) -> tuple[str, ...]:
    """The columns of a table that are taken out: all but raw bytes."""
    return tuple(column.name for column in _columns(catalogue.table(name)))


def rows_out(
    connection: Connection, name: str, catalogue: Catalogue = CATALOGUE
) -> Iterator[tuple[str | int | None, ...]]:
    """The rows of a table in the order of their numbers.

    Args:
        connection: stays open until the last row was taken.
        name: of the table.
        catalogue: the tables there are.
    """
    table = catalogue.table(name)
    # Without the types of the columns, which would turn each text into a day and back.
    wanted = select(*(type_coerce(one, Words()).label(one.name) for one in _columns(table)))
    found = connection.execute(
        wanted.where(*_goes_out(table)).order_by(table.c.id),
        execution_options={"yield_per": _AT_ONCE},
    )
    for some in found.partitions():
        yield from some


def count_out(connection: Connection, name: str, catalogue: Catalogue = CATALOGUE) -> int:
    """How many rows a table has."""
    table = catalogue.table(name)
    wanted = select(func.count()).select_from(table).where(*_goes_out(table))
    return connection.scalar(wanted) or 0


def letters_out(connection: Connection) -> Iterator[FileKept]:
    """The letters that went out, each with its paper, in the order of writing."""
    customers = CATALOGUE.table("customers")
    wanted = (
        select(
            letters.c.attachment_id,
            type_coerce(letters.c.issued_on, Words()).label("day"),
            letters.c.template,
            func.coalesce(customers.c.shown_name, "").label("name"),
            letters.c.ref,
        )
        .select_from(letters.outerjoin(customers, letters.c.customer_id == customers.c.id))
        .order_by(letters.c.id)
    )
    for row in connection.execute(wanted, execution_options={"yield_per": _AT_ONCE}):
        yield FileKept(
            attachment_id=row.attachment_id,
            day=row.day,
            code=row.template,
            name=row.name,
            ref=row.ref,
        )


def files_out(connection: Connection) -> Iterator[FileKept]:
    """The files that lie with records, then those of the business itself; no small pictures."""
    wanted = select(
        record_files.c.attachment_id,
        type_coerce(record_files.c.added_on, Words()).label("day"),
        _ref_of_holder().label("ref"),
        record_files.c.name,
    ).order_by(record_files.c.id)
    for row in connection.execute(wanted, execution_options={"yield_per": _AT_ONCE}):
        yield FileKept(
            attachment_id=row.attachment_id,
            day=row.day,
            code=row.ref,
            name=row.name,
        )
    known = (letters.c.attachment_id, record_files.c.attachment_id, record_files.c.thumbnail_id)
    others = select(attachments.c.id, attachments.c.name).order_by(attachments.c.id)
    for column in known:
        others = others.where(attachments.c.id.not_in(select(column).where(column.is_not(None))))
    for row in connection.execute(others, execution_options={"yield_per": _AT_ONCE}):
        yield FileKept(attachment_id=row.id, day="", code="", name=row.name)


def _ref_of_holder() -> ColumnElement[str]:
    """The reference of the record that a file lies with; "" for a record without one."""
    cases = []
    for kind, name in _WITH_REF.items():
        holder = CATALOGUE.table(name)
        ref = select(holder.c.ref).where(holder.c.id == record_files.c.record_id)
        cases.append((record_files.c.kind == kind, ref.scalar_subquery()))
    return func.coalesce(case(*cases, else_=None), "")


def letter_count(connection: Connection) -> int:
    """How many letters went out."""
    return count_out(connection, letters.name)


def file_count(connection: Connection) -> int:
    """How many files ``files_out`` gives."""
    return sum(1 for _ in files_out(connection))


def _goes_out(table: Table) -> tuple[ColumnElement[bool], ...]:
    """Which rows go out: all but what somebody could try numbers on until the owner's one fits."""
    return (table.c.key != _PIN,) if table.name == business_facts.name else ()


def _columns(table: Table) -> tuple[Column[object], ...]:
    return tuple(one for one in table.columns if not isinstance(one.type, Bytes))
