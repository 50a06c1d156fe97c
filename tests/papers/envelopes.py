# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Envelopes and labels for customers of every sort."""

from collections.abc import Iterator

from servicedesk.documents.envelopes import envelopes_pdf
from servicedesk.documents.fonts import Faces
from servicedesk.documents.labels import LABEL_SHEETS, labels_pdf
from servicedesk.documents.sheets import Credits
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.envelopes import Addressee
from tests.papers.shops import HOSTILE, LONG_NAME

CREDITS = Credits(title="Envelope", author="Hollins Hardware", language="en-GB")
SENDER = "From: Hollins Hardware, 14 Market Street, Ashby-de-la-Zouch, LE65 1AG"
ENVELOPES = (PaperSize.DL, PaperSize.C5, PaperSize.C6)


def to(*lines: str) -> Addressee:
    """Whom something is sent to."""
    return Addressee(name=lines[0], lines=lines)


ASHA = to("Mrs Asha Patel", "3 Orchard Close", "Kirby Muxloe", "Leicester", "LE9 2XX")
NAMES = ("Paweł Łąchowski", "Đặng Thị Hồng", "Ζωή Παπαδοπούλου", "Siân O’Neill-de Souza")
EVERYBODY = (
    ASHA,
    *(to(name, "Flat 2, 4 High Street", "Leeds", "LS1 4DY") for name in NAMES),
    to(LONG_NAME, "For the attention of Mr Bartholomew Featherstonehaugh-Cholmondeley",
       "Unit 14b, The Old Maltings Business and Enterprise Park", "Little Wilbraham Road",
       "Stow cum Quy", "Cambridge", "Cambridgeshire", "CB25 9AF"),
    to("Ben", "1 A Street", "B1 1BB"),
)  # fmt: skip
HARD = (
    to(HOSTILE, HOSTILE * 2, "LE9 2XX"),
    to("Donaudampfschifffahrtsgesellschaft" * 4, *(f"Line {n}" for n in range(30)), "LE9 2XX"),
)


def every_envelope(faces: Faces) -> Iterator[tuple[str, Printed]]:
    """Name and paper of envelopes of each size and labels of each sheet."""
    for size in ENVELOPES:
        yield f"envelope-{size}", envelopes_pdf(EVERYBODY, SENDER, size, faces, CREDITS)
        yield f"envelope-{size}-hard", envelopes_pdf(HARD, HOSTILE, size, faces, CREDITS)
    for name, sheet in LABEL_SHEETS.items():
        yield name, labels_pdf(EVERYBODY * 4, sheet, 4, faces, CREDITS)
        yield f"{name}-hard", labels_pdf(HARD, sheet, 1, faces, CREDITS)
