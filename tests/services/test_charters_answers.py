# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Answers files for the window and the command: read, saved, and never put over another unasked."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from servicedesk.domain.blocks import Logo
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.services.charters_answers import CharterAnswers, placed
from tests.helpers.builders import charter_draft, words
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import png
from tests.services.around import surroundings

NOW = datetime(2026, 11, 23, 14, 31, tzinfo=UTC)


@pytest.fixture
def answers(tmp_path):
    return CharterAnswers(surroundings(tmp_path / "shop.db", FixedClock(NOW)))


@pytest.fixture
def with_logo(answers, tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(png(40, 20))
    (tmp_path / "first.toml").write_text(
        'trade = "hardware_shop"\nlogo = "logo.png"\n', encoding="utf-8"
    )
    return answers.read(tmp_path / "first.toml")


def test_what_is_saved_reads_back(answers, tmp_path):
    draft = charter_draft()
    path = tmp_path / "answers.toml"
    answers.save(path, draft)
    assert answers.read(path).draft.answers == draft.answers
    assert path.read_text(encoding="utf-8") == answers.text(draft)


def test_nothing_is_put_over_another_file_unasked(answers, tmp_path):
    path = tmp_path / "answers.toml"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        answers.save(path, charter_draft())
    assert refused.value.code == "answers_there_already"
    assert path.read_text(encoding="utf-8") == "mine"
    answers.save(path, charter_draft(), may_replace=True)
    assert answers.read(path).draft.trade == "hardware_shop"


def test_the_logo_goes_along_and_no_picture_is_lost(answers, with_logo, tmp_path):
    assert isinstance(with_logo.draft.logo, Logo)
    target = tmp_path / "other" / "answers.toml"
    target.parent.mkdir()
    picture = target.with_name("answers-logo.png")
    picture.write_bytes(b"another picture")
    with pytest.raises(Refusal):
        answers.save(target, with_logo.draft)
    answers.save(target, with_logo.draft, may_replace=True)
    assert picture.read_bytes() == b"another picture"
    assert answers.read(target).logo == target.with_name("answers-logo-2.png")
    answers.save(target, with_logo.draft, may_replace=True)
    assert not target.with_name("answers-logo-3.png").exists()


def test_a_logo_that_lies_there_already_is_only_named(answers, with_logo, tmp_path):
    target = tmp_path / "answers.toml"
    files = answers.files(target, with_logo.draft, logo=tmp_path / "logo.png")
    assert list(files) == [target]
    assert b'logo = "logo.png"' in files[target]


def test_a_way_to_another_drive_is_whole(answers, with_logo, tmp_path, monkeypatch):
    def no_way(*_args):
        raise ValueError

    monkeypatch.setattr("servicedesk.services.charters_answers.os.path.relpath", no_way)
    logo = tmp_path / "logo.png"
    files = answers.files(tmp_path / "answers.toml", with_logo.draft, logo=logo)
    assert str(logo.absolute()).encode() in files[tmp_path / "answers.toml"]


def test_faults_are_said_with_their_line(answers, tmp_path):
    path = tmp_path / "answers.toml"
    path.write_text('trade = "hardware_shop"\n[answers]\ntwon = "Leeds"\n', encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        answers.read(path)
    said = answers.sentence(refused.value)
    assert said.startswith("answers.toml, line 3: ")
    assert "town" in said
    with pytest.raises(Refusal) as refused:
        answers.read(tmp_path / "gone.toml")
    assert answers.sentence(refused.value) == "gone.toml: There is no such file."
    plain = Refusal("charter_none_published")
    assert placed(words(), plain, "It is not.") == "It is not."


def test_a_logo_that_cannot_be_read_is_a_trouble(answers, tmp_path):
    path = tmp_path / "answers.toml"
    path.write_text('trade = "hardware_shop"\nlogo = "gone.png"\n', encoding="utf-8")
    with pytest.raises(Trouble):
        answers.read(path)


def test_a_draft_without_a_logo_names_none(answers):
    assert '\nlogo = ""' not in answers.text(replace(charter_draft(), logo=None))
