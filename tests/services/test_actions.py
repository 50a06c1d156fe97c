# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The register of actions: planned, done, looked at, removed, and each step taken back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from servicedesk.domain.actions import CHECK_AFTER, ActionDraft, ActionSource
from servicedesk.domain.actions_rules import ActionChip, ActionCounts, counted, fits
from servicedesk.domain.checks import Bank, CheckBank
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.helpers.hearing import Heard, hear
from tests.services import complaints_made, feedback_made
from tests.services.around import surroundings
from tests.services.samples_made import RUTH, TODAY
from tests.store.files import new_file, opened

DAY = timedelta(days=1)
DRAFT = ActionDraft(text="Charge the saws at night", owner="Tom", due=TODAY)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    return hear(monkeypatch)


@pytest.fixture
def services(tmp_path: Path, heard: Heard) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def add(services: Services, **said: object) -> int:
    draft = ActionDraft(**{"text": "Look", **said})
    return services.actions.add(draft, RUTH).card.id


def test_an_action_is_planned_done_and_looked_at(services: Services) -> None:
    made = services.actions.add(DRAFT, RUTH)
    assert made.changes == {Kind.ACTION: {made.card.id}}
    assert services.actions.open_ones() == (made.card,)
    done = services.actions.done(made.card.id, TODAY, "a photo", RUTH).card
    assert done == services.actions.get(made.card.id).card
    assert (done.draft.evidence, done.check_on) == ("a photo", TODAY + CHECK_AFTER)
    seen = services.actions.checked(done.id, TODAY, False, "two again", RUTH).card
    assert (seen.works, seen.check_note, seen.checked_on) == (False, "two again", TODAY)
    assert services.actions.list(ActionChip.DONE) == (seen,)
    assert services.actions.open_ones() == ()


def test_each_step_is_taken_back_by_one_undo(services: Services) -> None:
    card = services.actions.add(DRAFT, RUTH).card
    done = services.actions.done(card.id, TODAY, "a photo", RUTH).card
    services.actions.checked(card.id, TODAY, True, "", RUTH)
    services.actions.not_done(card.id, RUTH)
    services.actions.change(card.id, ActionDraft(text="Other"), RUTH)
    services.actions.remove(card.id, RUTH)
    assert services.actions.list(ActionChip.ALL) == ()
    services.undo.undo(RUTH)
    assert services.actions.get(card.id).card.draft.text == "Other"
    services.undo.undo(RUTH)
    assert services.actions.get(card.id).card.works is None
    services.undo.undo(RUTH)
    assert services.actions.get(card.id).card.works is True
    services.undo.undo(RUTH)
    assert services.actions.get(card.id).card == done
    services.undo.undo(RUTH)
    assert services.actions.get(card.id).card == card
    services.undo.redo(RUTH)
    assert services.actions.get(card.id).card == done


def test_each_chip_reads_what_the_rule_says_and_counts_agree(services: Services) -> None:
    days = (None, TODAY - 100 * DAY, TODAY - DAY, TODAY, TODAY + 7 * DAY, TODAY + 8 * DAY)
    for due in days:
        for done in (None, TODAY - CHECK_AFTER, TODAY):
            made = add(services, due=due, done_on=done)
            if done is not None and due is None:
                services.actions.checked(made, TODAY, True, "", RUTH)
    everything = services.actions.list(ActionChip.ALL)
    assert len(everything) == 18
    for chip in ActionChip:
        wanted = {one.id for one in everything if fits(one, chip, TODAY)}
        assert {one.id for one in services.actions.list(chip)} == wanted
        assert wanted
    assert services.actions.counts() == counted(everything, TODAY)


def test_an_empty_register_counts_nothing(services: Services) -> None:
    assert services.actions.counts() == ActionCounts()
    assert services.actions.lines() == ()


def test_where_an_action_came_from_is_named_by_its_reference(services: Services) -> None:
    complaint = complaints_made.logged(services)
    said = feedback_made.logged(services)
    first = services.actions.add(DRAFT, RUTH, complaint_id=complaint.id).card.id
    second = add(services, source=ActionSource.FEEDBACK, source_id=said.id)
    third = add(services, source=ActionSource.REVIEW, source_id=said.id)
    refs = {line.card.id: line.ref for line in services.actions.lines()}
    assert refs == {first: complaint.ref, second: said.ref, third: ""}
    assert [one.id for one in services.complaints.file(complaint.id).actions] == [first]


def test_what_came_of_a_check_is_told_with_its_question(services: Services) -> None:
    asked, gone = (
        add(services, source=ActionSource.SELF_CHECK, source_key=key) for key in ("s7", "9.9z")
    )
    own = add(services, source_key="s7")
    told = {line.card.id: line.asked for line in services.actions.lines()}
    assert told[asked].startswith("Are papers with names, addresses or prices out of sight")
    assert (told[gone], told[own]) == ("", "")
    assert services.actions.get(asked).asked == told[asked]


def test_questions_that_cannot_be_read_keep_no_action_back(tmp_path: Path) -> None:
    def damaged(bank: Bank) -> CheckBank:
        raise Trouble("program_file_damaged", file=bank.value)

    with opened(new_file(tmp_path)) as file:
        around = surroundings(file.path, FixedClock(TODAY), check_bank=damaged)
        services = open_services(file, around)
        made = add(services, source=ActionSource.SELF_CHECK, source_key="s7")
        assert [(one.card.id, one.asked) for one in services.actions.lines()] == [(made, "")]


def test_what_is_gone_or_cannot_be_is_refused_and_nothing_is_written(services: Services) -> None:
    actions = services.actions
    for step in (
        lambda: actions.get(9),
        lambda: actions.change(9, DRAFT, RUTH),
        lambda: actions.done(9, TODAY, "", RUTH),
        lambda: actions.not_done(9, RUTH),
        lambda: actions.checked(9, TODAY, True, "", RUTH),
        lambda: actions.remove(9, RUTH),
    ):
        with pytest.raises(Refusal, match="record_gone"):
            step()
    with pytest.raises(Refusal, match="action_needs_text"):
        add(services, text=" \u200b")
    made = add(services)
    with pytest.raises(Refusal, match="action_not_done"):
        actions.checked(made, TODAY, True, "", RUTH)
    with pytest.raises(Refusal, match="action_done_ahead"):
        actions.done(made, TODAY + DAY, "", RUTH)
    assert actions.open_ones() == (actions.get(made).card,)


def test_the_file_of_a_complaint_holds_to_the_same_rules(services: Services) -> None:
    parts = services.complaints.parts
    complaint = complaints_made.logged(services)
    made = parts.add_action(complaint.id, DRAFT, RUTH).card
    with pytest.raises(Refusal, match="action_not_done"):
        parts.action_checked(made, TODAY, True, "", RUTH)
    services.actions.done(made, TODAY, "a photo", RUTH)
    parts.action_checked(made, TODAY, True, "", RUTH)
    parts.change_action(made, DRAFT, RUTH)
    card = services.actions.get(made).card
    assert (card.draft.done_on, card.works, card.checked_on) == (None, None, None)
    assert (card.draft.source, card.draft.evidence) == (ActionSource.COMPLAINT, "a photo")


def test_a_list_takes_one_statement(services: Services, heard: Heard) -> None:
    add(services)
    add(services)
    for read in (services.actions.lines, services.actions.counts):
        with heard.only_this():
            read()
        assert heard.verbs().count("SELECT") == 1
