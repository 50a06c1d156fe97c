# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Cuts the program's own small font files out of Noto Sans and Noto Serif.

Run by hand when the set of letters or the upstream version changes; the result is committed::

    python packaging/make_fonts.py --source FOLDER_OF_NOTO --target resources/fonts

The source is the folder that Debian's ``fonts-noto-core`` installs. Only Latin, Greek and
Cyrillic with their marks, punctuation and currency signs stay: what is left embeds fast.
"""

import argparse
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FACES = ("NotoSans-Regular", "NotoSans-Bold", "NotoSerif-Bold")
"""Text, strong text, headings: the three cuts that paper and screen use."""

RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Extended-A, Extended-B
    (0x0259, 0x0259),  # schwa, a letter of Azerbaijani
    (0x02B0, 0x02FF),  # modifier letters, as in O'zbek
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic and its supplement
    (0x1E00, 0x1EFF),  # Latin Extended Additional: Vietnamese, Welsh
    (0x1F00, 0x1FFF),  # Greek Extended
    (0x2010, 0x205E),  # dashes, quotes, bullets, primes
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x214F),  # letterlike: numero, trade mark
    (0x2150, 0x218F),  # fractions
)
FEATURES = ["ccmp", "locl", "mark", "mkmk"]
"""What the screen needs to set marks well; paper sets each letter by itself."""

EPOCH = 3_700_000_000
"""Seconds since 1904 written as the time of change, so that two runs give equal bytes."""


def wanted() -> list[int]:
    """Every code point of the ranges, whether or not the source has it."""
    return [point for first, last in RANGES for point in range(first, last + 1)]


def cut(source: Path, target: Path) -> None:
    """Write one face with the wanted letters only, without hints.

    Args:
        source: the whole TrueType file.
        target: the file to write.
    """
    options = Options()
    options.hinting = False
    options.layout_features = FEATURES
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    with TTFont(source, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=wanted())
        subsetter.subset(font)
        font["head"].modified = EPOCH
        font.save(target)


def main() -> None:
    """Read the two folders from the command line and cut every face."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", type=Path, default=Path("/usr/share/fonts/truetype/noto"))
    parser.add_argument("--target", type=Path, default=Path("resources/fonts"))
    folders = parser.parse_args()
    for face in FACES:
        name = f"{face}.ttf"
        cut(folders.source / name, folders.target / name)
        print(f"{name}: {(folders.target / name).stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
