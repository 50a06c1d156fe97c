# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists of every kind, and what can become of one on its way: a byte changed, or few left."""

import random
from dataclasses import dataclass
from pathlib import Path

from servicedesk.domain.errors import Refusal
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import LookChoices, PlanChoices
from servicedesk.services.exchange_reading import Quiet
from servicedesk.services.registry import Services

SIGNS = b'",;\t|\n\r\x00\xff\xfe=:\\<>&"'
PARTING = (b",", b";", b"\t", b"|", b'"', b"\n", b"\r", b"\r\n", b"sep=;\n", b'""', b"'")
"""What parts cells and lines; a list can be made of it alone."""

CELL_MOST = 131_072
BEGINNING = 24_000
"""Bytes that are taken of a long sample: damage is as bad in a short one, and sooner found."""

LARGE = 3
"""One in so many is damaged beyond a few bytes."""

_WRITTEN = {
    ListKind.CUSTOMERS: (
        "Name,Phone,E-mail,Address,Postcode,Notes,Customer since\n"
        'Zoë Hill,07700 900101,zoe@x.example,"1 Mill Lane\nLeeds",LS1 1AA,"rings, mornings",\n'
        "Bob Roe,+44 1632 960002,,,,=1+2,2019-03-04\n"
    ),
    ListKind.PROMISES: (
        "Who,Phone,What,By when,Made on,State,Done on,Notes\n"
        "Zoë Hill,07700 900101,ring about the boiler,27/11/2026,20/11/2026,,,\n"
        "Bob Roe,,send the quote,20/11/26,16/11/2026,done,19/11/2026,asked twice\n"
        "Ann Lee,,call,25/11/2026,13/11/2026,open,,\n"
    ),
    ListKind.COMPLAINTS: (
        "Date received,Customer,What happened,Submitted via,Status,Resolution,Date closed,Amount\n"
        '2026-11-02,Zoë Hill,"Came late, twice",Postal mail,Closed,sorry,2026-11-05,£12.50\n'
        "2026-11-20,Sam Poe,Rude on the phone,Web,open,,,\n"
    ),
    ListKind.FEEDBACK: (
        "Date,Rating,Review,Reviewer,Source\n"
        "2026-11-02,4 stars,Quick and tidy,Zoë Hill,Google\n"
        "2026-11-03,★★,Too dear,Sam Poe,Google\n"
    ),
}
"""A list of each kind as other programs write them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A list as it was before it was damaged.

    Args:
        holds: what its rows are.
        ending: of its name, with the dot.
        data: of the file.
    """

    holds: ListKind
    ending: str
    data: bytes


def origins(samples: Path, services: Services, folder: Path) -> list[Origin]:
    """Lists of every kind and source: real ones, written ones, and those that we write ourselves.

    Args:
        samples: folder of real ones.
        services: of an empty file, which holds a few of everything afterwards.
        folder: for what lies on the way.
    """
    real = [
        Origin(holds=kind, ending=path.suffix, data=beginning(path))
        for name, kind in (
            ("csv", ListKind.CUSTOMERS),
            ("xlsx", ListKind.CUSTOMERS),
            ("vcard", ListKind.CUSTOMERS),
            ("complaints", ListKind.COMPLAINTS),
            ("feedback", ListKind.FEEDBACK),
        )
        for path in sorted((samples / name).iterdir())
        if path.suffix != ".json" and path.stat().st_size
    ]
    written = [
        Origin(holds=kind, ending=".csv", data=text.encode()) for kind, text in _WRITTEN.items()
    ]
    for one in written:
        path = folder / f"written-{one.holds.value}.csv"
        path.write_bytes(one.data)
        look = services.exchange.look(path, LookChoices(holds=one.holds))
        plan = services.exchange.plan(look, PlanChoices(columns=look.columns))
        services.exchange.run(plan, Quiet(), "Ruth")
    out = services.export_all.write(folder / "out", Quiet()).folder
    ours = [
        Origin(holds=kind, ending=".csv", data=(out / f"{kind.value}.csv").read_bytes())
        for kind in ListKind
    ]
    records = [one for one in (*written, *ours) if one.holds is not ListKind.CUSTOMERS]
    return [*real, *written, *ours, *records, *records]


def beginning(path: Path) -> bytes:
    """A sample; of a long list in plain text its first lines."""
    data = path.read_bytes()
    if path.suffix != ".csv" or len(data) <= BEGINNING:
        return data
    return data[:BEGINNING].rpartition(b"\n")[0]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A list that was damaged: mostly a few bytes of it, sometimes hardly any stayed."""
    if chance.randrange(LARGE) == 0:
        data = _largely(data, chance)
    found = bytearray(data)
    for _ in range(chance.randint(0, 8)):
        at = chance.randrange(len(found) + 1)
        what = chance.randrange(5)
        if what == 0:
            found[at : at + 1] = bytes([chance.randrange(256)])
        elif what == 1:
            del found[at : at + chance.randint(1, 40)]
        elif what == 2:
            found[at:at] = bytes([chance.choice(SIGNS)]) * chance.randint(1, 3)
        elif what == 3:
            found[at:at] = found[at : at + chance.randint(1, 200)]
        else:
            del found[at + chance.randrange(len(found) + 1) :]
    return bytes(found)


def _largely(data: bytes, chance: random.Random) -> bytes:
    """Damage of which much is left, or little: each way is one that a file can really go."""
    at, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    lines = data.splitlines(keepends=True) or [b""]
    what = chance.randrange(7)
    if what == 0:  # a cell that is longer than any list has
        return data[:at] + b"x" * chance.randint(CELL_MOST, 2 * CELL_MOST) + data[at:]
    if what == 1:  # nothing but what parts cells and lines
        return b"".join(chance.choices(PARTING, k=chance.randint(1, 400)))
    if what == 2:  # a run of it in the middle
        return data[:at] + chance.choice(PARTING) * chance.randint(1, 3_000) + data[at:]
    if what == 3:  # a piece gone
        return data[:at] + data[end:]
    if what == 4:  # a piece twice, as a copy that went wrong
        return data[:end] + data[at:]
    if what == 5:  # lines in another order
        chance.shuffle(lines)
        return b"".join(lines)
    columns = [line.split(b",") for line in lines]  # two columns of one name
    return b",".join(b",".join((*cells[:2], *cells)) for cells in columns)


def said(refusal: Refusal) -> str:
    """The code of a refusal, for which there is a sentence with all that it needs."""
    from tests.helpers.builders import words

    assert words().refusal(refusal)
    return refusal.code
