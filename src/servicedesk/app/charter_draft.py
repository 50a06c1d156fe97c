# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Where the draft comes from that the command prints: a trade's preset or a file of answers."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from servicedesk.app.arguments import Arguments
from servicedesk.app.bootstrap import Program, charter_guide
from servicedesk.app.worker import checked_logo
from servicedesk.content.answers import read_answers
from servicedesk.content.answers_writing import answers_text
from servicedesk.content.sectors import (
    SectorName,
    draft_from,
    find_sector,
    list_sectors,
    load_sector,
)
from servicedesk.domain.blocks import Logo
from servicedesk.domain.charters import CharterDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import question_by_id
from servicedesk.domain.guides_answers import checked
from servicedesk.system.files import read_whole

_LOGO_MOST = 20_000_000
"""Bytes of a picture that are read at most; the check has a sentence for what is larger."""

_NAME = "trading_name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A draft to print.

    Args:
        draft: all that it says, its logo among it.
        logo: the picture that the answers name, or None.
    """

    draft: CharterDraft
    logo: Path | None = None


def trades(program: Program) -> tuple[SectorName, ...]:
    """The trades there are, by title."""
    return list_sectors(program.resources)


def read(program: Program, typed: Arguments) -> Asked:
    """The draft that was asked for, its logo read and its business named.

    Raises:
        Refusal: for whatever in it cannot be.
        Trouble: when a file cannot be read.
    """
    if typed.answers is not None and typed.trade is not None:
        raise Refusal("charter_trade_twice", "trade")
    if typed.answers is not None:
        asked = _from_answers(program, typed.answers)
    elif typed.trade is not None:
        asked = _from_trade(program, typed.trade)
    else:
        raise Refusal("charter_needs_trade", "trade")
    if typed.name is None:
        return asked
    return replace(asked, draft=_named(program, asked.draft, typed.name))


def written(program: Program, asked: Asked, target: Path) -> bytes:
    """A file of answers that says what the draft says.

    Args:
        program: words and data files.
        asked: as ``read`` gave it.
        target: where the file will lie, for the way from there to the logo.
    """
    guide = charter_guide(program.resources)
    sector = load_sector(program.resources, guide, asked.draft.trade)
    greeting = program.words.say("answers.greeting")
    logo = "" if asked.logo is None else _way(asked.logo, target)
    return answers_text(asked.draft, guide, sector, greeting=greeting, logo=logo).encode()


def _way(logo: Path, target: Path) -> str:
    try:
        return Path(os.path.relpath(logo, target.absolute().parent)).as_posix()
    except ValueError:  # another drive of Windows has no way to it from here
        return str(logo.absolute())


def _from_trade(program: Program, trade: str) -> Asked:
    guide = charter_guide(program.resources)
    name = find_sector(list_sectors(program.resources), trade)
    return Asked(draft=draft_from(guide, load_sector(program.resources, guide, name.id)))


def _from_answers(program: Program, path: Path) -> Asked:
    found = read_answers(path, program.resources, charter_guide(program.resources))
    if found.logo is None:
        return Asked(draft=found.draft)
    return Asked(draft=replace(found.draft, logo=_logo(found.logo)), logo=found.logo)


def _logo(path: Path) -> Logo:
    return checked_logo(read_whole(path, _LOGO_MOST), path.name)


def _named(program: Program, draft: CharterDraft, name: str) -> CharterDraft:
    question = question_by_id(charter_guide(program.resources), _NAME)
    return replace(draft, answers={**draft.answers, _NAME: checked(question, name)})
