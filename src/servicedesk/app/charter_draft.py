# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Where the draft comes from that the command prints: a trade's preset or a file of answers."""

from dataclasses import replace
from pathlib import Path

from servicedesk.app.arguments import Arguments
from servicedesk.app.bootstrap import Program, charter_guide
from servicedesk.app.worker import checked_logo
from servicedesk.content.answers import read_answers
from servicedesk.content.answers_writing import written_answers
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


def trades(program: Program) -> tuple[SectorName, ...]:
    """The trades there are, by title."""
    return list_sectors(program.resources)


def read(program: Program, typed: Arguments) -> CharterDraft:
    """The draft that was asked for, its logo read and its business named.

    Raises:
        Refusal: for whatever in it cannot be.
        Trouble: when a file cannot be read.
    """
    if typed.answers is not None and typed.trade is not None:
        raise Refusal("charter_trade_twice", "trade")
    if typed.answers is not None:
        draft = _from_answers(program, typed.answers)
    elif typed.trade is not None:
        draft = _from_trade(program, typed.trade)
    else:
        raise Refusal("charter_needs_trade", "trade")
    return draft if typed.name is None else _named(program, draft, typed.name)


def written(program: Program, draft: CharterDraft) -> bytes:
    """A file of answers that says what the draft says."""
    return written_answers(draft, charter_guide(program.resources)).encode()


def _from_trade(program: Program, trade: str) -> CharterDraft:
    guide = charter_guide(program.resources)
    name = find_sector(list_sectors(program.resources), trade)
    sector = load_sector(program.resources, guide, name.id)
    return draft_from(guide, sector, sector.answers)


def _from_answers(program: Program, path: Path) -> CharterDraft:
    found = read_answers(path, program.resources, charter_guide(program.resources))
    return found.draft if found.logo is None else replace(found.draft, logo=_logo(found.logo))


def _logo(path: Path) -> Logo:
    return checked_logo(read_whole(path, _LOGO_MOST), path.name)


def _named(program: Program, draft: CharterDraft, name: str) -> CharterDraft:
    question = question_by_id(charter_guide(program.resources), _NAME)
    return replace(draft, answers={**draft.answers, _NAME: checked(question, name)})
