# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The charters of three shops, from their answers files through the real composition."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from servicedesk.content.answers import read_answers
from servicedesk.content.guides import load_guide
from servicedesk.content.law import facts_for
from servicedesk.content.words import Words, load_words
from servicedesk.domain.charters_papers import full_text, leaflet, poster
from servicedesk.domain.charters_rules import judged
from servicedesk.domain.charters_text import CharterSource
from tests.papers.shops import Shop, logo
from tests.papers.words import RESOURCES

ANSWERS = Path(__file__).resolve().parents[1] / "golden" / "answers"
TODAY = date(2026, 11, 22)


@cache
def real_words() -> Words:
    """All words of the program."""
    return load_words(root=RESOURCES)


def _charter_of(key: str, answers: str, **changes: object) -> Shop:
    guide = load_guide(RESOURCES, "charter")
    draft = read_answers(ANSWERS / answers, RESOURCES, guide).draft
    nation = str(draft.answers.get("nation", ""))
    source, _ = judged(
        CharterSource(
            draft=replace(draft, **changes),
            guide=guide,
            phrases=real_words(),
            law=facts_for(RESOURCES, nation),
            today=TODAY,
            number=3,
        )
    )
    return Shop(key=key, poster=poster(source), leaflet=leaflet(source), paper=full_text(source))


def plain_charter() -> Shop:
    """The shop of the drawn poster, published, without a logo."""
    return _charter_of("plain", "hollins_hardware.toml")


def full_charter() -> Shop:
    """A name of sixty letters, a logo, registrations and twelve promises."""
    return _charter_of("full", "old_bakehouses.toml", logo=logo(900, 300))


def hostile_charter() -> Shop:
    """Markup, quotes, letters no font has and right-to-left words in every answer; a draft."""
    return _charter_of("hostile", "hostile.toml", logo=logo(60, 900))


CHARTERS = (plain_charter, full_charter, hostile_charter)
