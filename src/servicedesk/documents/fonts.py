# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The embedded fonts, and what they can and cannot write.

The caller knows where the font files lie and keeps the :class:`Faces`; every renderer takes it.
A letter that the fonts lack is never a silent box: it prints as its code point in brackets and
is named in :class:`servicedesk.domain.blocks.Printed`.
"""

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reportlab.pdfbase.pdfmetrics import getFont, getRegisteredFontNames, registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from servicedesk.domain.errors import Trouble

SANS: Final = "NotoSans-Regular"
BOLD: Final = "NotoSans-Bold"
SERIF: Final = "NotoSerif-Bold"

CAP_HEIGHT: Final = 0.714
"""Height of a capital and of a figure, as a part of the type size (the same in all faces)."""

DESCENT: Final = 0.24
"""How far g, p and y reach below the line, as a part of the type size."""

OVERSHOOT: Final = 0.28
"""How far accents on capitals reach above them, as a part of the type size."""

_SPEAKS_FOR: Final = {
    "\u2212": "\u2013",
    "\t": " ",
    "\r\n": "\n",
    "\r": "\n",
    "\u2028": "\n",
    "\u2029": "\n\n",
}
_SILENT: Final = frozenset({"Cc", "Cf"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Faces:
    """The registered fonts of the program.

    Args:
        letters: the code points that every one of them has.
    """

    letters: frozenset[int]


def load_faces(folder: Path) -> Faces:
    """Register the fonts of a folder with ReportLab, once per process, and say what they have.

    Args:
        folder: holds the three TrueType files, as ``resources/fonts`` does.

    Raises:
        Trouble: ``fonts_missing`` when a file is not there or is no font.
    """
    letters: frozenset[int] | None = None
    for name in (SANS, BOLD, SERIF):
        if name not in getRegisteredFontNames():
            try:
                registerFont(TTFont(name, str(folder / f"{name}.ttf")))
            except (OSError, TTFError) as fault:
                raise Trouble("fonts_missing", name=f"{name}.ttf") from fault
        own = frozenset(getFont(name).face.charToGlyph)
        letters = own if letters is None else letters & own
    return Faces(letters=letters or frozenset())


def tidy(text: str) -> str:
    """Text as it can be printed: composed (NFC), without controls and direction marks.

    Tabs become spaces and every kind of line end a newline; zero-width joiners, variation
    selectors, soft hyphens and bidirectional controls go, for paper gives them no meaning.
    """
    if text.isascii() and text.isprintable():
        return text
    for old, new in _SPEAKS_FOR.items():
        text = text.replace(old, new)
    return "".join(
        letter
        for letter in unicodedata.normalize("NFC", text)
        if letter == "\n"
        or not (unicodedata.category(letter) in _SILENT or "\ufe00" <= letter <= "\ufe0f")
    )


def missing_characters(text: str, faces: Faces) -> tuple[str, ...]:
    """The characters of a text that the fonts lack, each once, in order of appearance."""
    letters = faces.letters
    return tuple(
        dict.fromkeys(one for one in tidy(text) if ord(one) not in letters and one != "\n")
    )


def printable(text: str, faces: Faces) -> str:
    """Tidy text in which every letter that the fonts lack stands as ``[U+1F600]``."""
    text = tidy(text)
    letters = faces.letters
    if all(ord(one) in letters or one == "\n" for one in set(text)):
        return text
    return "".join(
        one if ord(one) in letters or one == "\n" else f"[U+{ord(one):04X}]" for one in text
    )
