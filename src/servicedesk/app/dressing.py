# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads what the screen wears, colours, type, faces and icons, and hands it to the theme."""

import tomllib
from pathlib import Path

from servicedesk.ui.core.theme import Theme


def theme_of(resources: Path, percent: int = 100, scheme: str = "light") -> Theme:
    """Colours, type, faces and icons of the screen, from the tokens.

    Args:
        resources: folder of the program's data files.
        percent: of the size of text that the tokens name.
        scheme: "system", "light", "dark" or "high_contrast".
    """
    tokens = tomllib.loads((resources / "theme" / "tokens.toml").read_text(encoding="utf-8"))
    faces = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
    return Theme(
        schemes={name: tokens[name] for name in ("light", "dark", "high_contrast")},
        sans=tokens["type"]["sans"],
        text_points=tokens["type"]["text"],
        title_points=tokens["type"]["title"],
        fonts=tuple((resources / "fonts" / face).read_bytes() for face in faces),
        drawings=lambda name: (resources / "icons" / f"{name}.svg").read_bytes(),
        percent=percent,
        scheme=scheme,
    )
