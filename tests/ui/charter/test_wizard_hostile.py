# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Strings that break programs, in every text field of every page: kept, or a sentence beside it."""

import json
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from pytestqt.qtbot import QtBot

from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Page as GuidePage
from servicedesk.domain.guides import QuestionKind, shown_questions
from servicedesk.domain.guides_answers import checked
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.fields import Field
from tests.ui.charter.wizards import begin, field, said, shown, wizard_of

WORDS = {QuestionKind.TEXT, QuestionKind.LONG_TEXT, QuestionKind.CONTACT}


def hostile(samples: Path) -> list[str]:
    names = samples / "names"
    loaded = [
        json.loads((names / name).read_text(encoding="utf-8"))
        for name in ("naughty_strings.json", "name_forms.json")
    ]
    return [text for part in loaded for text in _texts(part)]


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for inner in part.values():
            yield from _texts(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _texts(inner)


def worded(page: GuidePage, answers: dict[str, object]) -> list[str]:
    return [one.id for one in shown_questions(page, answers) if one.kind in WORDS]


def test_every_hostile_string_is_kept_or_answered_with_a_sentence(
    qtbot: QtBot, dressed: Workbench, samples: Path
) -> None:
    """Each string goes into some field, each field of each page gets its share."""
    begin(dressed)
    page = shown(qtbot, dressed)
    wizard = wizard_of(page)
    strings = hostile(samples)
    guide = wizard.presenter.guide
    fields = [
        (one.id, question)
        for one in guide.pages
        for question in worded(one, said(dressed))
        if question not in ("asked_customers", "registrations")
    ]
    share = -(-len(strings) // len(fields)) + 1
    endless = cycle(strings)
    for page_id, question_id in fields:
        wizard.go(page_id)
        edit = field(page, question_id)
        for text in islice(endless, share):
            edit.show_typed(text)
            shown_text = edit.value()
            edit.typed.emit()
            edit.commit()
            held_as(dressed, edit, question_id, shown_text)


def held_as(bench: Workbench, edit: Field, question_id: str, text: object) -> None:
    """The file holds what was typed: said and tidied, or as it stood, with a sentence beside it."""
    found = bench.services.charter_writing.current()
    assert found is not None
    try:
        tidy = checked(edit.question, text)
    except Refusal:
        assert found.typing.typed[question_id] == text
        assert edit.error()
    else:
        assert found.draft.answers.get(question_id, "") == tidy
        assert question_id not in found.typing.typed
        assert not edit.error()
