# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the tests of answers files share: the guide, the words, the trades, reading and writing."""

from pathlib import Path

from servicedesk.content.answers import read_answers
from servicedesk.content.answers_writing import answers_text
from servicedesk.content.guides import load_guide
from servicedesk.content.sectors import list_sectors, load_sector
from servicedesk.content.words import load_words

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
GOLDEN = ROOT / "tests" / "golden" / "answers"
GUIDE = load_guide(RESOURCES, "charter")
WORDS = load_words(root=RESOURCES)
SECTORS = {name.id: load_sector(RESOURCES, GUIDE, name.id) for name in list_sectors(RESOURCES)}
GREETING = WORDS.say("answers.greeting")


def read(path):
    return read_answers(path, RESOURCES, GUIDE)


def written(draft, **more):
    sector = SECTORS[draft.trade]
    return answers_text(draft, GUIDE, sector, greeting=GREETING, **{"phrases": WORDS, **more})


START = 'guide = "charter"\ntrade = "cafe"\n'
