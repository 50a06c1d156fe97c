# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the records prove of a check, asked of real records, and filled in in one step."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from servicedesk.domain.actions import ActionDraft
from servicedesk.domain.backups import BackupReason
from servicedesk.domain.checks import Answer, Bank, CheckCard, GivenAnswer
from servicedesk.domain.errors import Refusal
from servicedesk.domain.ideas import IdeaDraft
from servicedesk.domain.people import PersonDraft, Role
from servicedesk.domain.walks import WalkDraft, WalkStep
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.helpers.hearing import Heard, hear
from tests.services import complaints_made, feedback_made, open_rows
from tests.services.around import surroundings
from tests.services.backups_made import NoSteps
from tests.services.samples_made import RUTH, TODAY, jobs, publish
from tests.store.files import new_file, opened

DAY = timedelta(days=1)
SELF = Bank.SELF_CHECK


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    return hear(monkeypatch)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock, heard: Heard) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


def begun(services: Services, bank: Bank = SELF) -> CheckCard:
    kept = services.checks.open_one(bank)
    return kept or services.checks.begin(bank, is_short=False, who=RUTH).card


def said(services: Services, bank: Bank = SELF) -> dict[str, tuple[Answer, str]]:
    """What is proved, by question, with its sentence."""
    checks = services.checks
    proofs = checks.proofs(begun(services, bank).id)
    return {key: (proof.answer, checks.sentence(proof)) for key, proof in proofs.items()}


def promised(services: Services, count: int) -> None:
    with services.units.change("promise", RUTH) as unit:
        for number in range(count):
            made = {"made_on": TODAY - 5 * DAY}
            open_rows.put_promise(unit, f"ring {number}", TODAY + DAY, **made)


def test_a_new_file_proves_nothing(services: Services) -> None:
    for bank in Bank:
        assert said(services, bank) == {}


def test_promises_that_were_written_down_are_counted(services: Services) -> None:
    promised(services, 14)
    found = said(services)
    assert found["3c"] == (Answer.YES, "You wrote down 14 promises in the last 90 days.")
    assert found["6.1b"] == (Answer.YES, "14 things are open, and each has a next date.")


def test_what_is_overdue_and_not_decided_was_not_kept(services: Services) -> None:
    jobs(services, 9)
    with services.units.change("promise", RUTH) as unit:
        for number in range(3):
            open_rows.put_promise(unit, f"mend {number}", TODAY - DAY, made_on=TODAY - 5 * DAY)
        open_rows.put_promise(unit, "ring", TODAY, made_on=TODAY - 5 * DAY)
    assert said(services)["6.3b"] == (
        Answer.PARTLY,
        "Of 12 promises that were due in the last 90 days, overdue ones among them, you kept 9.",
    )


def test_a_published_charter_proves_its_aims(services: Services) -> None:
    publish(services)
    found = said(services)
    assert found["4.1a"][0] is Answer.YES
    assert found["7.7a"] == (Answer.PARTLY, "Your published charter says how to complain.")
    assert "6.2a" not in found
    services.business.save({"phone": "01632 960124", "email": "ruth@hollins.example"}, RUTH)
    assert said(services)["6.2a"][0] is Answer.YES


def test_people_walks_and_ideas_are_counted(services: Services) -> None:
    ruth = services.people.add(PersonDraft(name="Ruth", role=Role.OWNER), RUTH).card
    assert said(services)["4.1c"][0] is Answer.PARTLY
    tom = services.people.add(PersonDraft(name="Tom", limit_pence=2_000), RUTH).card
    services.people.change(ruth.id, replace(ruth.draft, stand_in_id=tom.id), RUTH)
    walk = WalkDraft(name="A call", walked_on=TODAY - 400 * DAY, steps=(WalkStep(what="ring"),))
    services.walks.add(walk, RUTH)
    services.ideas.add(IdeaDraft(what="A bell"), RUTH)
    services.checks.remove(begun(services).id, RUTH)
    found = said(services)
    assert found["4.1c"] == (Answer.YES, "1 person in your settings has a stand-in.")
    assert found["5.2c"] == (Answer.YES, "People who help you: 1. With a limit in pounds: 1.")
    assert found["6.1a"][0] is Answer.PARTLY
    assert found["7.6a"][0] is Answer.PARTLY
    services.walks.add(replace(walk, walked_on=TODAY), RUTH)
    assert said(services)["6.1a"][0] is Answer.YES


def test_complaints_and_feedback_are_two_sources(services: Services) -> None:
    complaints_made.logged(services)
    found = said(services)
    assert found["7.7b"][0] is Answer.PARTLY
    assert found["7.2a"][0] is Answer.PARTLY
    feedback_made.logged(services, given_on=TODAY)
    assert said(services)["7.2a"][0] is Answer.YES
    assert said(services, Bank.COMPLAINTS)


def test_a_backup_proves_a_part_for_a_week(services: Services, clock: FixedClock) -> None:
    services.backups.back_up(BackupReason.BUTTON, NoSteps())
    rest = "The rest of the question is yours to answer."
    today = (Answer.PARTLY, f"Your last backup was made today. {rest}")
    assert said(services)["5.3e"] == today
    assert today in said(services, Bank.SECURITY).values()
    clock.set(TODAY + 8 * DAY)
    assert "5.3e" not in said(services)


def test_what_is_proved_is_filled_in_once_and_only_where_nothing_stands(
    services: Services,
) -> None:
    promised(services, 14)
    card, checks = begun(services), services.checks
    mine = GivenAnswer(answer=Answer.NO, note="only some")
    checks.answer(card.id, "6.1b", mine, RUTH)
    filled = checks.fill_in(card.id, RUTH).card
    assert filled.answers["6.1b"] == mine
    theirs = filled.answers["3c"]
    assert (theirs.answer, theirs.is_from_records) == (Answer.YES, True)
    assert theirs.note == "You wrote down 14 promises in the last 90 days."
    assert not checks.fill_in(card.id, RUTH).changes
    changed = replace(theirs, answer=Answer.PARTLY)
    kept = checks.answer(card.id, "3c", changed, RUTH).card.answers["3c"]
    assert kept == replace(changed, is_from_records=False)
    services.undo.undo(RUTH)
    services.undo.undo(RUTH)
    assert checks.get(card.id).answers == {"6.1b": mine}


def test_all_of_it_takes_one_statement_beside_the_check(services: Services, heard: Heard) -> None:
    services.actions.add(ActionDraft(text="Paint"), RUTH)
    card = begun(services)
    with heard.only_this():
        services.checks.proofs(card.id)
    assert heard.verbs().count("SELECT") == 2


def test_a_check_that_is_gone_proves_nothing(services: Services) -> None:
    with pytest.raises(Refusal, match="record_gone"):
        services.checks.proofs(9)
