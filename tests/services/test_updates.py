# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Updates of legal facts and bank holidays: looked at, used everywhere, taken back."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from servicedesk.content import brought
from servicedesk.content.brought import HOLIDAYS, LAW
from servicedesk.content.holidays import Holidays
from servicedesk.content.law import legal_figures, load_facts
from servicedesk.domain.calendars import Nation
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.services.updates import Updates
from servicedesk.system.resources import resources_folder
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.updates import MADE_ON, own_files, update_file

TODAY = date(2026, 11, 23)
RESOURCES = resources_folder()


@pytest.fixture
def updates(tmp_path: Path) -> Iterator[Updates]:
    """Updates of a profile; afterwards the program's own files are in use again."""
    yield Updates(surroundings(tmp_path / "shop.db", FixedClock(TODAY)))
    brought.use(tmp_path / "no updates")


def law_with(old: str, new: str) -> dict[str, str]:
    """The legal facts with one text changed in one place."""
    text = own_files()[LAW]
    assert text.count(old) >= 1
    return {LAW: text.replace(old, new, 1)}


SENTENCE = "This does not affect your legal rights."


def test_what_a_file_changes_is_shown_before_anything_does(updates: Updates, tmp_path: Path):
    path = update_file(tmp_path, law_with(SENTENCE, "Your legal rights stay as they are."))
    look = updates.look(path)
    assert [(one.before and one.before.text, one.after.text) for one in look.law] == [
        (SENTENCE, "Your legal rights stay as they are.")
    ]
    assert (look.made_on, look.says, look.holidays) == (MADE_ON, "New figures.", ())
    assert next(fact.text for fact in load_facts(RESOURCES)) == SENTENCE
    assert not (tmp_path / "updates").exists()


def test_a_file_is_used_by_every_paper_and_after_the_next_start(updates: Updates, tmp_path: Path):
    changed = law_with(SENTENCE, "Your legal rights stay as they are.")
    updates.use(update_file(tmp_path, changed))
    for _ in range(2):
        assert load_facts(RESOURCES)[0].text == "Your legal rights stay as they are."
        assert updates.status(Nation.ENG).made_on == MADE_ON
        brought.use(updates._folder)  # as a start does
    updates.take_back()
    assert load_facts(RESOURCES)[0].text == SENTENCE
    assert updates.status(Nation.ENG).made_on is None


def test_figures_that_rules_count_with_change_at_once(updates: Updates, tmp_path: Path):
    before = legal_figures(RESOURCES).refund_days
    changed = law_with(f"refund_days = {before}", f"refund_days = {before + 7}")
    updates.use(update_file(tmp_path, changed))
    assert legal_figures(RESOURCES).refund_days == before + 7
    updates.take_back()
    assert legal_figures(RESOURCES).refund_days == before


def test_bank_holidays_are_told_by_nation_and_used(updates: Updates, tmp_path: Path):
    text = own_files()[HOLIDAYS[2]]
    new = text.replace(
        "holidays = [", 'holidays = [\n    { date = 2027-06-14, name = "One more" },'
    )
    path = update_file(tmp_path, {HOLIDAYS[2]: new})
    (change,) = updates.look(path).holidays
    assert (change.nation, change.added, change.removed) == (
        Nation.SCT,
        (date(2027, 6, 14),),
        (),
    )
    updates.use(path)
    table = Holidays(RESOURCES).table(Nation.SCT)
    assert date(2027, 6, 14) in {holiday.day for holiday in table.holidays}
    assert Holidays(RESOURCES).table(Nation.ELSEWHERE).holidays == ()


def test_the_same_again_changes_nothing(updates: Updates, tmp_path: Path):
    path = update_file(tmp_path, own_files())
    assert updates.look(path).is_empty
    assert updates.use(path).is_empty


@pytest.mark.parametrize(
    ("files", "head", "code"),
    [
        ({LAW: "[[fact]]\n"}, {}, "update_damaged"),
        ({LAW: "no toml ["}, {}, "update_damaged"),
        ({HOLIDAYS[0]: "known_up_to = 2040-01-01\nholidays = [{}]"}, {}, "update_damaged"),
        ({HOLIDAYS[0]: "known_up_to = 2040-01-01\nholidays = []"}, {}, "update_damaged"),
        ({"../../evil.toml": "x"}, {}, "update_damaged"),
        ({LAW: 3}, {}, "update_damaged"),
        ({}, {}, "update_damaged"),
        ({LAW: ""}, {"made_on": "today"}, "update_damaged"),
        ({LAW: ""}, {"says": "x" * 301}, "update_damaged"),
        ({LAW: ""}, {"made_as": 2}, "update_newer"),
        ({LAW: ""}, {"made_as": "1"}, "update_damaged"),
    ],
)
def test_a_file_that_is_not_right_is_refused_and_changes_nothing(
    updates: Updates, tmp_path: Path, files, head, code
):
    path = update_file(tmp_path, files, **head)
    for act in (updates.look, updates.use):
        with pytest.raises(Refusal) as refused:
            act(path)
        assert (refused.value.code, refused.value.field) == (code, "file")
    assert not (tmp_path / "updates").exists()
    assert not list((tmp_path / "temporary").rglob("*.toml"))


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"PK\x03\x04", b"x = 1", b"[files]\na = 1"])
def test_what_is_no_file_of_updates_is_refused(updates: Updates, tmp_path: Path, data: bytes):
    path = tmp_path / "x.servicedesk-update"
    path.write_bytes(data)
    with pytest.raises(Refusal, match="update_not_ours"):
        updates.look(path)


def test_a_file_of_a_day_to_come_or_older_than_the_one_in_use_is_refused(
    updates: Updates, tmp_path: Path
):
    with pytest.raises(Refusal, match="update_ahead"):
        updates.look(update_file(tmp_path, own_files(), made_on=TODAY + timedelta(days=1)))
    updates.use(update_file(tmp_path, own_files()))
    with pytest.raises(Refusal, match="update_older"):
        updates.look(update_file(tmp_path, own_files(), made_on=MADE_ON - timedelta(days=1)))


def test_a_file_too_large_or_missing_is_told(updates: Updates, tmp_path: Path):
    big = tmp_path / "big.servicedesk-update"
    with big.open("wb") as file:
        file.truncate(2_000_000_000)
    with pytest.raises(Trouble, match="reading_too_big"):
        updates.look(big)
    with pytest.raises(Trouble, match="reading_missing"):
        updates.look(tmp_path / "none")


def test_a_marker_that_points_elsewhere_is_not_followed(updates: Updates, tmp_path: Path):
    (tmp_path / "updates").mkdir()
    (tmp_path / "updates" / "current").write_text("../../elsewhere")
    brought.use(tmp_path / "updates")
    assert load_facts(RESOURCES)[0].text == SENTENCE
    assert updates.status(Nation.ENG).made_on is None
    updates.use(update_file(tmp_path, own_files()))
    for found in (tmp_path / "updates").rglob("update.toml"):
        found.unlink()
    assert updates.status(Nation.ENG).made_on is None
    updates.take_back()
    assert not (tmp_path / "updates").exists()
