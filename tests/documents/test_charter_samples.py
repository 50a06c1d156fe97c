# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The 69 standards printed as a PDF, and their facts read back by somebody who knows no code."""

import ast
from pathlib import Path

import pytest

from servicedesk.content.words import load_words
from servicedesk.documents.fonts import load_faces
from servicedesk.documents.page_images import page_texts
from servicedesk.documents.pdf import text_pdf
from servicedesk.domain.blocks import Heading, Paper, PaperSize, Pledge
from servicedesk.domain.standards_sentences import sentences
from tests.golden.charters import reader
from tests.golden.charters.samples import found_facts, written_standards

RESOURCES = Path(__file__).parents[2] / "resources"
BUSINESS = "Twelve Charters"

SAID = {
    "acknowledge": "that we have",
    "answer": "answer",
    "attend": "come to",
    "be greeted": "greet you",
    "be offered": "offer you",
    "be open": "open",
    "be seen": "see you",
    "be seen on time": "see you on time",
    "call back": "call you back",
    "complete": "complete",
    "first reply": "first answer",
    "full reply": "in full",
    "give a time frame": "give you a time frame",
    "keep": "keep",
    "may cancel": "can cancel",
    "offer time band": "offer you",
    "persist": "not let",
    "publish outcome": "publish the outcome",
    "repair or replace": "repair or replace",
    "reply": "answer",
    "respond": "respond",
    "restore": "restore",
    "return goods": "return goods",
    "send": "send",
    "share": "leave fewer",
    "tell the customer": "tell you",
}
"""How each action of the facts is said in our words."""


@pytest.fixture(scope="module", params=[PaperSize.A4, PaperSize.LETTER])
def printed(request):
    words = load_words(root=RESOURCES)
    blocks = [Heading(text="What twelve charters say", level=1)]
    for number, sample in enumerate(written_standards(), start=1):
        statement = sentences(sample.standard, words)
        blocks.append(Heading(text=f"No. {number}", level=3))
        blocks.append(Pledge(sentence=statement.main, details=statement.details))
    paper = Paper(
        title="What twelve charters say", language="en-GB", author=BUSINESS, blocks=tuple(blocks)
    )
    faces = load_faces(RESOURCES / "fonts")
    return text_pdf(paper, request.param, faces, words).data


def test_the_facts_can_be_read_back_out_of_the_print(samples, printed):
    found = found_facts(samples)
    entries = reader.entries(running_text(printed))
    assert len(entries) == len(found) == 70
    for (place, fact), (mark, text) in zip(found.items(), entries.items(), strict=True):
        assert reader.read(text) == wanted(fact), (mark, place, text)


def test_subject_and_action_are_in_the_print(samples, printed):
    found = found_facts(samples)
    entries = reader.entries(running_text(printed))
    for (place, fact), text in zip(found.items(), entries.values(), strict=True):
        plain = text.lower().replace("e-mail", "email")
        stems = [word[:4] for word in fact["subject"].split()]
        assert fact["subject"] == "customer" or any(stem in plain for stem in stems), place
        if fact["action"] == "give notice":
            assert "give you notice" in plain or "tell you at least" in plain, place
        else:
            assert SAID[fact["action"]] in plain, place


def running_text(pdf):
    return "\n".join(reader.running_text(page, BUSINESS) for page in page_texts(pdf))


def wanted(fact):
    """A fact as the reader gives it: clauses as their words, "at once" without a unit."""
    clauses = ("unless", "condition", "fallback", "alt_text", "alt_condition", "from")
    extra = {
        name: reader.facts_of(value) if name in clauses else value
        for name, value in fact["extra"].items()
    }
    if "depends_on" in extra.get("remedy", {}):
        depends = reader.facts_of(extra["remedy"]["depends_on"])
        extra["remedy"] = extra["remedy"] | {"depends_on": depends}
    return {
        "op": fact["op"],
        "value": fact["value"],
        "unit": None if extra.get("immediate") else fact["unit"],
        "who": "you" if fact["subject"] == "customer" else "we",
        "extra": extra,
    }


def test_the_reader_imports_nothing_of_ours():
    tree = ast.parse(Path(reader.__file__).read_text(encoding="utf-8"))
    imported = {
        name
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported == {"re"}
