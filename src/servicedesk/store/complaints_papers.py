# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the papers of a complaint are made of, beside its file: promises and files."""

from sqlalchemy import Connection

from servicedesk.domain.complaints_file import ComplaintFile
from servicedesk.domain.contacts import ContactCard
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import PromiseCard
from servicedesk.domain.record_files import FileCard
from servicedesk.store.promises import promise
from servicedesk.store.record_files import files_of


def promises_of_remedies(connection: Connection, file: ComplaintFile) -> tuple[PromiseCard, ...]:
    """The promises that the remedies of a complaint became."""
    ids = (one.promise_id for one in file.remedies if one.promise_id is not None)
    found = (promise(connection, one) for one in ids)
    return tuple(one for one in found if one is not None)


def files_about(
    connection: Connection, complaint_id: int, contacts: tuple[ContactCard, ...]
) -> tuple[FileCard, ...]:
    """The files that lie with a complaint and with the contacts about it."""
    found = [*files_of(connection, Kind.COMPLAINT, complaint_id)]
    for one in contacts:
        found += files_of(connection, Kind.CONTACT, one.id)
    return tuple(found)
