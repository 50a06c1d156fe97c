# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The texts of written papers: strict files, sound words, a sheet for every trade."""

import re
import shutil
from pathlib import Path

import pytest

from servicedesk.content.written import load_trade_lines, load_written, parts_of
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.letters import PartKind
from servicedesk.domain.retention import RetainedKind
from servicedesk.domain.written import (
    JOB_SHEETS,
    WrittenPaper,
    WrittenShape,
    for_this_shop,
)
from servicedesk.domain.written_checking import refuse_claims
from servicedesk.domain.written_fields import LAW_FACTS, MAY_NAME, names_in
from tests.helpers.builders import RESOURCES, words

WRITTEN = load_written(RESOURCES)
TRADES = load_trade_lines(RESOURCES)
EVERY_TRADE = sorted(path.stem for path in (RESOURCES / "sectors").glob("*.toml"))


def texts():
    """Every paper as any business may get it."""
    for paper, template in WRITTEN.items():
        for trade in ("", *EVERY_TRADE):
            lines = TRADES.get(trade, {}).get(paper, ())
            for has_helpers in (False, True):
                yield paper, for_this_shop(template.body, lines, has_helpers=has_helpers)


def test_every_paper_is_there_in_its_shape():
    assert list(WRITTEN) == list(WrittenPaper)
    shapes = {paper: template.shape for paper, template in WRITTEN.items()}
    assert {shapes[paper] for paper in JOB_SHEETS} == {WrittenShape.HALF}
    assert shapes[WrittenPaper.COMPLAINTS] is shapes[WrittenPaper.POLICY] is WrittenShape.PAGE
    assert shapes[WrittenPaper.COMPLAINTS_SIGN] is WrittenShape.SIGN


def test_every_trade_says_something_of_its_own_and_no_other_does():
    assert sorted(TRADES) == EVERY_TRADE
    for trade, sheets in TRADES.items():
        assert set(sheets) == set(JOB_SHEETS), trade


def test_every_text_can_be_read_claims_nothing_and_names_what_is_known():
    for paper, text in texts():
        parts = parts_of(text)
        refuse_claims(parts, (), has_law=True)
        assert set(names_in(parts)) <= MAY_NAME, paper
        assert "{trade}" not in text
        assert "has.staff" not in text


def test_no_text_has_a_number_that_settings_or_charter_know_better():
    for paper, text in texts():
        assert not re.search(r"[0-9]", text), paper


def test_no_text_says_what_only_the_file_of_law_may_say():
    of_law = re.compile(r"\b(?:GDPR|ICO|Act|regulation|legal|legally|by law|your rights?)\b")
    for paper, text in texts():
        assert not of_law.search(text.replace("{law.legal_rights}", "")), paper


def test_the_privacy_notice_says_how_long_of_every_kind_of_record():
    names = names_in(parts_of(WRITTEN[WrittenPaper.PRIVACY].body))
    assert {f"keep.{kind.value}" for kind in RetainedKind} <= set(names)
    assert "keep.backups" in names
    assert {name for name in LAW_FACTS if "data" in name or "basis" in name} <= set(names)


def test_every_field_has_its_name_on_the_screen():
    for name in MAY_NAME:
        assert words().say(f"written.field.{name}")


def test_no_line_is_longer_than_somebody_reads_at_a_till():
    for paper, text in texts():
        for part in parts_of(text):
            if paper in JOB_SHEETS and part.kind is not PartKind.SUBJECT:
                assert len(part.text) <= 200, part.text


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("# A\n\n### too small", "written_mark_unknown"),
        ("# A\n\n{?ways", "written_brace_alone"),
        ("# A\n\n{none}", "written_field_unknown"),
        ("no title", "written_no_title"),
    ],
)
def test_words_that_cannot_be_read_are_refused_beside_the_text(body, code):
    with pytest.raises(Refusal) as refused:
        parts_of(body)
    assert (refused.value.code, refused.value.field) == (code, "words")
    assert words().refusal(refused.value)


def test_boxes_to_tick_need_no_empty_line_between_them():
    kinds = [part.kind for part in parts_of("# A\n\n[ ] one\n[ ] two\nand a line")]
    assert kinds == [PartKind.SUBJECT, PartKind.TICK, PartKind.TICK, PartKind.PARAGRAPH]


@pytest.fixture
def folder(tmp_path):
    """The texts where they can be broken."""
    shutil.copytree(RESOURCES / "written", tmp_path / "written")
    shutil.copytree(RESOURCES / "sectors", tmp_path / "sectors")
    return tmp_path


def broken(folder: Path, name: str, old: str, new: str) -> Path:
    path = folder / "written" / "en-GB" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "old", "new", "place", "fault"),
    [
        ("policy.md", "+++\nid", "id", "line 1:", "does not begin with a head"),
        ("policy.md", 'id = "policy"', 'id = "other"', "line 2:", "not that of its place"),
        ("policy.md", 'locale = "en-GB"', 'locale = "fr"', "line 2:", "not that of its place"),
        ("policy.md", 'shape = "page"', 'shape = "big"', "line 3:", "big is no shape"),
        ("policy.md", 'needs = ["business.name"]', 'needs = ["x"]', "line 5:", "no list of fields"),
        ("policy.md", 'needs = ["business.name"]', "needs = 1", "line 5:", "no list of fields"),
        ("policy.md", 'use = "', 'more = "', "line 4:", "more is nothing"),
        ("policy.md", 'shape = "page"\n', "", "line 1:", "its head lacks shape"),
        ("policy.md", 'shape = "page"', "shape = page", "line 1:", ""),
        ("policy.md", "- {promises}", "- {promise}", "line 15:", "written_field_unknown: promise"),
        ("trades.toml", "[bnb]", "[bnb", "", ""),
        ("trades.toml", "[cafe]", "[pub]", "line 15:", "pub is no trade"),
        ("trades.toml", "[bnb]", "cafes = 1\n[bnb]", "line 1:", "cafes is no trade"),
        ("trades.toml", "job_phone =", "job_fax =", "line 7:", "job_fax is no paper"),
        ("trades.toml", 'job_late = ["A room', 'job_late = [1, "A room', "line 7:", "no list"),
        ("trades.toml", "somewhere to sit", "{ways}", "line 7:", "names a field"),
    ],
)
def test_a_damaged_file_is_told_with_its_line(folder, name, old, new, place, fault):
    broken(folder, name, old, new)
    load = load_trade_lines if name == "trades.toml" else load_written
    with pytest.raises(Trouble) as told:
        load(folder)
    assert told.value.code == "program_file_damaged"
    assert told.value.params["file"] == name
    assert told.value.params["place"] == place
    assert fault in str(told.value.params["fault"])


def test_a_file_that_is_missing_or_no_text_is_told(folder):
    path = folder / "written" / "en-GB" / "roles.md"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(Trouble, match="program_file_damaged"):
        load_written(folder)
    path.unlink()
    with pytest.raises(Trouble, match="program_file_missing"):
        load_written(folder)
