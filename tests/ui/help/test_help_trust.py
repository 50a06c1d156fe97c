# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The pages of the help about trust name what a screen really says, and lead somewhere."""

import re
from pathlib import Path

import pytest

from servicedesk.ui.settings.topics import own_topics
from tests.ui.complaints.test_help import said_on_screens

HELP = Path(__file__).resolve().parents[3] / "resources" / "help" / "en"
PAGES = ("backups", "password", "privacy", "taking-out")

ELSEWHERE = {"taking_out/", "settings/backup", "settings/duplicates"}
"""A room, and topics that other rooms add to the settings."""

KEYS = re.compile(r"Ctrl\+(?:Shift\+)?L")


def text_of(name: str) -> str:
    return (HELP / f"{name}.md").read_text("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_what_is_bold_stands_on_a_screen(name: str) -> None:
    bold = {" ".join(words.split()) for words in re.findall(r"\*\*([^*]+)\*\*", text_of(name))}
    named = {words for words in bold if not KEYS.fullmatch(words)}
    assert named
    assert named - said_on_screens() == set()


@pytest.mark.parametrize("name", [*PAGES, "settings"])
def test_links_lead_to_a_page_or_a_topic(name: str) -> None:
    topics = {f"settings/{topic.id}" for topic in own_topics()}
    known = topics | {path.stem for path in HELP.glob("*.md")} | ELSEWHERE
    wanted = set(re.findall(r"\]\(([^)]+)\)", text_of(name)))
    assert wanted - known == set()
