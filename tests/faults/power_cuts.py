# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a power cut leaves on the disk: of all that was not synced any part, in any order.

A file that was synced stands as it was then, a name once its folder was. Of what came later, each
sector of 512 bytes is there or not, by itself, and one may be torn: its first bytes are new, and
the rest of what was to be written is rubbish. A truncation, a new name and a deletion are each
there or not. What lies outside a write keeps its bytes; SQLite counts on that as every disk of
ours does ("power-safe overwrite").
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.faults.disk_below import Deed, What

SECTOR = 512

CHANCES = (0.0, 0.1, 0.5, 0.9, 1.0)
"""That a sector which was not synced is there; drawn once for each image."""

TORN = 0.2
"""How many of the images have a torn sector in a write."""


@dataclass
class Lying:
    """What lies on the disk, and what is only on its way there.

    Args:
        files: content of each file as it was synced, by its number.
        names: of files as their folder was synced.
        waits: what was asked of a file since.
        names_wait: what became of names since.
    """

    files: dict[int, bytearray] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    waits: dict[int, list[Deed]] = field(default_factory=dict)
    names_wait: list[Deed] = field(default_factory=list)

    def take(self, deed: Deed) -> None:
        """Let a deed be done, as far as it goes without a sync."""
        if deed.what in (What.WRITE, What.TRUNCATE):
            self.waits.setdefault(deed.file, []).append(deed)
        elif deed.what is What.SYNC:
            content = self.files.setdefault(deed.file, bytearray())
            for one in self.waits.pop(deed.file, []):
                put(content, one)
        elif deed.what in (What.CREATE, What.DELETE):
            self.names_wait.append(deed)
        elif deed.what is What.SYNC_FOLDER:
            for one in self.names_wait:
                rename(self.names, one)
            self.names_wait.clear()


def put(content: bytearray, deed: Deed) -> None:
    """Write or truncate."""
    if deed.what is What.TRUNCATE:
        del content[deed.at :]
        content.extend(bytes(deed.at - len(content)))
        return
    content.extend(bytes(max(0, deed.at - len(content))))
    content[deed.at : deed.at + len(deed.data)] = deed.data


def rename(names: dict[str, int], deed: Deed) -> None:
    """Give a name to a file, or take it away."""
    if deed.what is What.CREATE:
        names[deed.name] = deed.file
    else:
        names.pop(deed.name, None)


def image(
    deeds: Sequence[Deed], start: dict[str, bytes], cut: int, chance: random.Random
) -> dict[str, bytes]:
    """The files that are found after the power was cut.

    Args:
        deeds: all that was asked of the disk.
        start: files that were there before, by name.
        cut: how many of the deeds were asked by then.
        chance: decides what of them has reached the disk.

    Returns:
        Content by name.
    """
    lying = Lying()
    for name, content in start.items():
        number = next(one.file for one in deeds if one.name == name)
        lying.files[number] = bytearray(content)
        lying.names[name] = number
    for deed in deeds[:cut]:
        if deed.what is not What.CREATE or deed.name not in lying.names or deed.name not in start:
            lying.take(deed)
    likely = chance.choice(CHANCES)
    is_torn = chance.random() < TORN
    for number, waits in lying.waits.items():
        content = lying.files.setdefault(number, bytearray())
        for deed in waits:
            for part in arrived(deed, likely, chance, is_torn=is_torn):
                put(content, part)
    for deed in lying.names_wait:
        if chance.random() < likely:
            rename(lying.names, deed)
    return {
        name: bytes(lying.files.get(number, bytearray())) for name, number in lying.names.items()
    }


def arrived(deed: Deed, likely: float, chance: random.Random, *, is_torn: bool) -> list[Deed]:
    """The parts of a write, or the truncation, that have reached the disk."""
    if deed.what is What.TRUNCATE:
        return [deed] if chance.random() < likely else []
    parts = []
    at, end = deed.at, deed.at + len(deed.data)
    while at < end:
        until = min(end, (at // SECTOR + 1) * SECTOR)
        data = deed.data[at - deed.at : until - deed.at]
        if chance.random() < likely:
            if is_torn and chance.random() < TORN:
                kept = chance.randrange(len(data) + 1)
                data = data[:kept] + chance.randbytes(len(data) - kept)
            parts.append(Deed(what=What.WRITE, file=deed.file, at=at, data=data))
        at = until
    return parts
