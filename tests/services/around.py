# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The world as services see it, for tests: real words, guides and papers, a clock set by hand."""

from functools import cache, partial
from pathlib import Path

from servicedesk.app.bootstrap import check_bank
from servicedesk.app.worker import cards, checked_logo, thumbnail, workbook
from servicedesk.content.guides import load_guide
from servicedesk.documents.fonts import load_faces
from servicedesk.domain.clock import Clock
from servicedesk.services.charters_papers import CharterPapers
from servicedesk.services.surroundings import Surroundings
from tests.helpers.builders import RESOURCES, charter_guide, law_of, words


class Memory(dict[str, object]):
    """What a machine remembers, for one test."""

    def get(self, key: str) -> object:
        return super().get(key, "")

    def set(self, key: str, value: object) -> None:
        self[key] = value


@cache
def papers() -> CharterPapers:
    """What makes the papers of charters."""
    return CharterPapers(
        guide=charter_guide(),
        phrases=words(),
        law=law_of,
        faces=load_faces(RESOURCES / "fonts"),
    )


def surroundings(database: Path, clock: Clock, **other: object) -> Surroundings:
    """The surroundings of a file; what is named takes the place of what stands here."""
    values: dict[str, object] = {
        "clock": clock,
        "phrases": words(),
        "resources": RESOURCES,
        "database": database,
        "backups": database.parent / "backups",
        "temporary": database.parent / "temporary",
        "logs": database.parent / "logs",
        "memory": Memory(),
        "papers": papers,
        "guide": cache(partial(load_guide, RESOURCES)),
        "check_bank": cache(partial(check_bank, RESOURCES)),
        "logo_from": checked_logo,
        "thumbnail_from": thumbnail,
        "workbook_from": workbook,
        "cards_from": cards,
    }
    return Surroundings(**{**values, **other})
