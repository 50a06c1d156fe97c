# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is held on one customer in one folder: the pack, the data, the exact letters, the files."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from servicedesk.domain.access_packs import AccessPack
from servicedesk.domain.errors import Trouble
from servicedesk.domain.exporting import FILES, LETTERS, attached_name, letter_stem
from servicedesk.domain.record_files import file_name_for_copy
from servicedesk.services.attachments import read_attachment
from servicedesk.services.export_parts import Steps
from servicedesk.services.unit import Reading, Units
from servicedesk.store.letters import letters_of
from servicedesk.system.folders import FolderBeingWritten, new_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSaved:
    """What was saved.

    Args:
        folder: where it lies.
        files: how many files there are.
        lost: names of letters and files that are left out: they are not what was put in.
    """

    folder: Path
    files: int
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePack:
    """A pack as it is handed over.

    Args:
        stem: what its files are called, without an ending.
        paper: the PDF.
        data: the same as JSON.
    """

    stem: str
    paper: bytes
    data: bytes


def save_pack(
    made: MadePack,
    units: Units,
    pack: AccessPack,
    parent: Path,
    steps: Steps,
    notes: Path,
) -> PackSaved:
    """Save all that is held on a customer into a new folder that only its owner can look into.

    A letter or file goes with the record that is kept back, and one that is damaged is named.

    Args:
        made: the paper and the data.
        units: opens reads.
        pack: all that is held, with what was decided about it.
        parent: the folder in which the new one is made.
        steps: told how far it is; when it stops the work nothing is left behind.
        notes: as ``new_folder``, so that the next start clears what a killed program left.

    Raises:
        Trouble: the folder cannot be written, or the file cannot be read.
    """
    stem = file_name_for_copy(made.stem)
    lost: list[str] = []
    with new_folder(_free(parent, stem), notes) as folder, units.read() as reading:
        folder.write(f"{stem}.pdf", [made.paper])
        folder.write(f"{stem}.json", [made.data])
        papers = list(_papers(reading, pack))
        for done, (place, name, ending, attachment_id) in enumerate(papers):
            steps.raise_if_cancelled()
            steps.step(done, len(papers))
            free = folder.free_name(place, name, ending)
            lost += _write(folder, reading, free, attachment_id)
        files = len(folder.written)
        whole = folder.whole
    return PackSaved(folder=whole, files=files, lost=tuple(lost))


def _free(parent: Path, stem: str) -> Path:
    names = (stem if number == 1 else f"{stem} ({number})" for number in count(1))
    return next(parent / name for name in names if not os.path.lexists(parent / name))


def _papers(reading: Reading, pack: AccessPack) -> Iterator[tuple[str, str, str, int]]:
    """Letters and files: the folder inside the folder, stem, ending, number of the attachment."""
    for card in letters_of(reading, customer_id=pack.customer_id)[::-1]:
        if card.id in pack.letters:
            stem = letter_stem(card.issued_on.isoformat(), card.template, "", card.ref)
            yield LETTERS, stem, ".pdf", card.attachment_id
    for one in pack.records:
        if one.table == "record_files" and one.is_theirs and not one.left_out:
            values = dict(one.values)
            added_on, name = (str(values.get(part, "")) for part in ("added_on", "name"))
            stem, ending = attached_name(added_on, "", name)
            yield FILES, stem, ending, int(str(values["attachment_id"]))


def _write(
    folder: FolderBeingWritten, reading: Reading, name: str, attachment_id: int
) -> tuple[str, ...]:
    try:
        folder.write(name, read_attachment(reading, attachment_id))
    except Trouble as trouble:
        if trouble.code != "attachment_damaged":
            raise
        return (name,)
    return ()
