# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers of checks as they come out: word for word as before, and nothing lost on the way."""

import os
from pathlib import Path

import pytest

from servicedesk.documents.fonts import load_faces
from servicedesk.documents.page_images import page_texts
from servicedesk.domain.blocks import Printed
from servicedesk.domain.checks import CheckBank
from tests.papers.checks import COMPLAINTS, EXTRA_HELP, SECURITY, SELF, every_paper_of_checks
from tests.papers.words import RESOURCES

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "checks"
AS_BEFORE = (
    "report",
    "report-half-way",
    "report-nothing-applies",
    "report-complaints",
    "blank-key",
)


@pytest.fixture(scope="module")
def papers() -> dict[str, Printed]:
    return dict(every_paper_of_checks(load_faces(RESOURCES / "fonts")))


def said(printed: Printed) -> str:
    """What stands on the pages, with the same ends of lines everywhere."""
    return "\n\f".join("\n".join(page.splitlines()) for page in page_texts(printed.data)) + "\n"


@pytest.mark.parametrize("name", AS_BEFORE)
def test_a_paper_says_what_it_said_before(papers: dict[str, Printed], name: str) -> None:
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("WRITE_GOLDEN"):
        path.write_bytes(said(papers[name]).encode())
    assert said(papers[name]) == path.read_bytes().decode()


def test_nothing_is_cut_and_only_hostile_words_lack_characters(papers: dict[str, Printed]) -> None:
    assert not [name for name, one in papers.items() if one.cut]
    assert [name for name, one in papers.items() if one.missing] == ["report-hostile"]


@pytest.mark.parametrize(
    ("name", "bank", "pages"),
    [("self_check", SELF, 5), ("complaints", COMPLAINTS, 1), ("security", SECURITY, 1)],
)
def test_every_question_stands_on_the_paper_to_answer(
    papers: dict[str, Printed], name: str, bank: CheckBank, pages: int
) -> None:
    printed = papers[f"blank-{name}"]
    text = " ".join(said(printed).split())
    assert printed.pages == pages
    for topic in bank.topics:
        assert topic.title in text
    # a question may run round its answers, so that its beginning is looked for
    assert all(one.text.split(",")[0][:24] in text for one in bank.questions)


def test_no_question_stands_in_two_checks() -> None:
    ids = [one.id for bank in (SELF, COMPLAINTS, EXTRA_HELP, SECURITY) for one in bank.questions]
    assert len(ids) == len(set(ids))
