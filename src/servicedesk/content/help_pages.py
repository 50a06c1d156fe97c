# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads the pages of the help, and what comes with the program under which licence."""

import re
from importlib import metadata
from pathlib import Path

from servicedesk.content.guides_tables import Table, read_tables
from servicedesk.domain.errors import Trouble
from servicedesk.domain.help_pages import HelpPage, Part, title_of

FIRST = ("start", "today", "charter", "charter-standards", "printing")
"""The pages that stand first, in this order; the others follow by their titles."""

_LICENCE = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)


def load_help(resources: Path, language: str = "en") -> tuple[HelpPage, ...]:
    """Read every page of the help.

    Args:
        resources: the folder of the program's data files.
        language: which help.

    Raises:
        Trouble: ``program_file_missing`` or ``program_file_damaged``.
    """
    pages = [_page(path) for path in (resources / "help" / language).glob("*.md")]
    if not pages:
        raise Trouble("program_file_missing", file=f"help/{language}")
    places = {name: place for place, name in enumerate(FIRST)}
    pages.sort(key=lambda page: (places.get(page.id, len(FIRST)), page.title))
    return tuple(pages)


def load_parts(resources: Path) -> tuple[Part, ...]:
    """Read what comes with the program; versions and licences are asked of the packages.

    Args:
        resources: the folder of the program's data files.

    Raises:
        Trouble: ``program_file_missing`` or ``program_file_damaged``.
    """
    top = read_tables(resources / "licences" / "parts.toml")
    parts = tuple(_part(table, resources) for table in top.tables("part"))
    top.done()
    return parts


def _page(path: Path) -> HelpPage:
    text = _text(path)
    title = title_of(text)
    if not title:
        fault = "it does not begin with a title"
        raise Trouble("program_file_damaged", file=path.name, place="", fault=fault)
    return HelpPage(id=path.stem, title=title, text=text)


def _part(table: Table, resources: Path) -> Part:
    package = table.take("package", str, "")
    texts = [_text(resources / name) for name in table.texts("texts")]
    version = ""
    if package:
        try:
            copy = metadata.distribution(package)
        except metadata.PackageNotFoundError:  # what sets the program up may be gone afterwards
            copy = None
        if copy is not None:
            version = copy.version
            texts.extend(_texts_of(copy))
    part = Part(
        name=table.take("name", str),
        version=version,
        licence=table.take("licence", str),
        used_for=table.take("used_for", str),
        text="\n\n".join(text.strip() for text in texts),
    )
    table.done()
    return part


def _texts_of(copy: metadata.Distribution) -> list[str]:
    """The licences that a package carries."""
    named = [
        file
        for file in copy.files or ()
        if ".dist-info/" in file.as_posix() and _LICENCE.search(file.as_posix().split("/", 1)[1])
    ]
    texts = []
    for file in sorted(named):
        try:
            texts.append(f"{file.name}\n\n{Path(str(file.locate())).read_text('utf-8')}")
        except (OSError, UnicodeDecodeError):  # one text that cannot be read costs only itself
            continue
    return texts


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise Trouble("program_file_missing", file=path.name) from error
    except UnicodeDecodeError as error:
        fault = str(error)
        raise Trouble("program_file_damaged", file=path.name, place="", fault=fault) from error
