# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The help on complaints says what screens say, the principles, and the look twice a year."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
HELP = (ROOT / "resources" / "help" / "en" / "complaints.md").read_text("utf-8")

KEYS = re.compile(r"(?:F\d+|(?:Ctrl|Alt|Shift)\+\w+|Esc|Enter)")

PRINCIPLES = {
    "commitment": "You mean it",
    "capacity": "somebody with the time for it",
    "transparency": "can see how to complain",
    "accessibility": "by whatever way suits them",
    "responsiveness": "They hear at once that you have it",
    "objectivity": "You hear both sides",
    "charges": "It costs them nothing",
    "information integrity": "true and whole",
    "confidentiality": "stays with those who have to know it",
    "customer-focused approach": "with their eyes",
    "accountability": "in somebody’s hands, by name",
    "improvement": "a chance to do something better",
    "competence": "knows how, and what they may settle",
    "timeliness": "as quick as it can be",
}
"""The guiding principles of domain.md 3.1 -> how the help says each of them."""


def _words_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _words_of(each)


@cache
def said_on_screens() -> frozenset[str]:
    """Every text of the screens, and of the words that they ask for by a code."""
    said: set[str] = set()
    for path in (ROOT / "src" / "servicedesk" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                said.add(node.value.replace("&", ""))  # marks the key of a button
    for path in (ROOT / "resources" / "words" / "en-GB").glob("*.toml"):
        said.update(_words_of(tomllib.loads(path.read_text("utf-8"))))
    return frozenset(said)


def bold() -> list[str]:
    found = (" ".join(words.split()) for words in re.findall(r"\*\*([^*]+)\*\*", HELP))
    return sorted({words for words in found if not KEYS.fullmatch(words)})


@pytest.mark.parametrize("words", bold())
def test_what_is_bold_stands_so_on_the_screen(words: str) -> None:
    step = words.removesuffix("…")  # what asks something first has the dots put after it
    assert {words, step} & said_on_screens()


@pytest.mark.parametrize("principle", PRINCIPLES)
def test_each_principle_is_said_in_plain_words(principle: str) -> None:
    assert PRINCIPLES[principle] in " ".join(HELP.split())


def test_the_nine_things_and_the_look_twice_a_year_are_there() -> None:
    assert "9. Look at the list twice a year." in HELP
    assert "## Look at the list twice a year" in HELP


@pytest.mark.parametrize(
    "word",
    ["upheld", "redress", "deadlock", "escalat", "ADR", "complainant", "ISO", "corrective"],
)
def test_no_word_of_the_trade_of_complaints_is_used(word: str) -> None:
    assert word not in HELP
