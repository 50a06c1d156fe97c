# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The people here: what is kept about them, taken back, and gone with whoever leaves."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from servicedesk.domain.actions import ActionDraft, ActionKind, ActionSource
from servicedesk.domain.between_us import BetweenDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import FeedbackDraft, FeedbackKind
from servicedesk.domain.kinds import Kind
from servicedesk.domain.people import PersonDraft, Role
from servicedesk.domain.staff import NoteDraft, SkillDraft, SkillKind
from servicedesk.services.registry import Services, open_services
from servicedesk.store.actions import action
from tests.helpers.builders import charter_draft, promises
from tests.helpers.fakes import FixedClock
from tests.helpers.hearing import Heard, hear
from tests.services.around import surroundings
from tests.services.samples_made import RUTH, TODAY, publish
from tests.store.files import new_file, opened

DAY = timedelta(days=1)
NOTE = NoteDraft(text="The till is slow", said_on=TODAY, said_by="Tom")
AGREED = BetweenDraft(asks="the workshop", what="answer", number=1)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    return hear(monkeypatch)


@pytest.fixture
def services(tmp_path: Path, heard: Heard) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        found = open_services(file, surroundings(file.path, FixedClock(TODAY)))
        for name, role in (("Ruth", Role.OWNER), ("Tom", Role.STAFF), ("Aisha", Role.STAFF)):
            found.people.add(PersonDraft(name=name, role=role), RUTH)
        yield found


def skill(person: int = 2, **changes: object) -> SkillDraft:
    draft = SkillDraft(
        person_id=person,
        what="First aid",
        kind=SkillKind.TRAINING,
        learned_on=TODAY - DAY,
        renew_by=date(2029, 1, 1),
        note="card",
    )
    return replace(draft, **changes)


def planned_action(services: Services, number: int) -> ActionDraft:
    with services.units.read() as reading:
        card = action(reading, number)
    assert card is not None
    return card.draft


def test_what_somebody_learned_is_kept_changed_removed_and_comes_back(services: Services) -> None:
    staff = services.staff
    done = staff.add_skill(skill(), RUTH)
    assert done.changes == {Kind.SKILL: {done.card.id}}
    assert done.card.draft == skill()
    assert services.staff.view().people[1].skills == (done.card,)
    changed = skill(what="First aid at work", renew_by=None)
    assert staff.change_skill(done.card.id, changed, RUTH).card.draft == changed
    assert staff.remove_skill(done.card.id, RUTH).card.draft == changed
    assert staff.view().people[1].skills == ()
    for draft in (changed, skill()):
        services.undo.undo(RUTH)
        assert staff.view().people[1].skills[0].draft == draft
    services.undo.undo(RUTH)
    assert staff.view().people[1].skills == ()


def test_whoever_leaves_takes_what_was_kept_about_them_along_and_brings_it_back(
    services: Services,
) -> None:
    services.staff.add_skill(skill(), RUTH)
    services.staff.brief(2, TODAY, RUTH)
    before = services.staff.view()
    services.people.remove(2, RUTH)
    assert [one.person.name for one in services.staff.view().people] == ["Ruth", "Aisha"]
    services.undo.undo(RUTH)
    assert services.staff.view() == before


def test_a_briefing_is_about_the_charter_as_it_is_then(services: Services) -> None:
    done = services.staff.brief(2, TODAY - DAY, RUTH)
    assert done.changes == {Kind.PERSON: {2}}
    assert (done.card.number, done.card.briefed, done.card.missing) == (None, ("Tom",), ("Aisha",))
    publish(services)
    stand = services.staff.view().stand
    assert (stand.number, stand.missing) == (1, ("Tom", "Aisha"))
    assert services.staff.brief(2, TODAY - DAY, RUTH).card.briefed == ("Tom",)
    assert services.staff.brief_all(TODAY, RUTH).card.is_everybody
    tom, aisha = services.staff.view().people[1:]
    assert tom.briefing is not None
    assert aisha.briefing is not None
    assert (tom.briefing.briefed_on, tom.briefing.number) == (TODAY - DAY, 1)
    assert (aisha.briefing.briefed_on, aisha.briefing.number) == (TODAY, 1)
    services.undo.undo(RUTH)
    assert services.staff.view().stand.missing == ("Aisha",)


def test_everybody_is_briefed_again_on_a_new_version(services: Services) -> None:
    publish(services)
    services.staff.brief_all(TODAY, RUTH)
    draft = charter_draft(standards=promises())
    services.charters.publish_draft(draft, RUTH, lambda card: None)
    stand = services.staff.view().stand
    assert (stand.number, stand.briefed) == (2, ())


def test_who_is_told_again_has_another_day_and_no_second_line(services: Services) -> None:
    services.staff.brief(2, TODAY - DAY, RUTH)
    services.staff.brief(2, TODAY, RUTH)
    services.staff.unbrief(2, RUTH)
    assert services.staff.view().people[1].briefing is None
    with pytest.raises(Refusal, match="record_gone"):
        services.staff.unbrief(2, RUTH)
    assert not services.staff.brief_all(TODAY, RUTH).card.missing
    assert not services.staff.brief_all(TODAY, RUTH).changes


def test_a_word_is_kept_answered_and_becomes_something_to_do(services: Services) -> None:
    staff = services.staff
    done = staff.add_note(NOTE, RUTH)
    assert done.changes == {Kind.STAFF_NOTE: {done.card.id}}
    answered = staff.change_note(done.card.id, replace(NOTE, answer="In May"), RUTH).card
    assert (answered.draft.answer, answered.draft.answered_on) == ("In May", TODAY)
    planned = staff.plan(done.card.id, ActionDraft(text="Buy a till", owner="Ruth"), RUTH)
    assert planned.changes == {Kind.ACTION: {planned.card}}
    assert staff.view().notes[0].is_planned
    kept = planned_action(services, planned.card)
    assert (kept.source, kept.source_id) == (ActionSource.STAFF, done.card.id)
    assert (kept.kind, kept.text, kept.owner) == (
        ActionKind.IMPROVEMENT,
        "Buy a till",
        "Ruth",
    )
    staff.remove_note(done.card.id, RUTH)
    assert staff.view().notes == ()
    assert planned_action(services, planned.card) == kept
    services.undo.undo(RUTH)
    assert staff.view().notes[0].draft == answered.draft
    older = staff.add_note(replace(NOTE, said_on=TODAY - DAY), RUTH).card
    assert [one.id for one in staff.view().notes] == [done.card.id, older.id]


def test_five_are_agreed_in_order_and_no_sixth(services: Services) -> None:
    staff = services.staff
    for place in range(5):
        card = staff.add_between(replace(AGREED, what=f"do {place}"), RUTH).card
        assert card.standard.key == f"between_us_{place + 1}"
    with pytest.raises(Refusal, match="between_us_full"):
        staff.add_between(AGREED, RUTH)
    second = staff.view().between[1]
    staff.remove_between(second.id, RUTH)
    new = staff.add_between(AGREED, RUTH).card
    assert new.standard.key == second.standard.key
    assert [one.draft.what for one in staff.view().between] == [
        "do 0",
        "do 2",
        "do 3",
        "do 4",
        "answer",
    ]
    changed = staff.change_between(new.id, replace(AGREED, number=None), RUTH).card
    assert (changed.standard.limit, changed.standard.key) == (None, new.standard.key)
    for _ in range(3):
        services.undo.undo(RUTH)
    assert [one.draft.what for one in staff.view().between] == [f"do {n}" for n in range(5)]


def test_compliments_reach_whom_they_name(services: Services) -> None:
    def log(kind: FeedbackKind, staff: str, **more: object) -> int:
        draft = FeedbackDraft(kind=kind, given_on=TODAY, staff=staff, **more)
        return services.feedback.log(draft, RUTH).card.id

    log(FeedbackKind.COMPLIMENT, "tom", text="Quick")
    newer = log(FeedbackKind.COMPLIMENT, "Tom", better="Nothing: he was kind")
    log(FeedbackKind.COMMENT, "Tom", text="Late")
    log(FeedbackKind.COMPLIMENT, "", text="Nice shop")
    ruth, tom, _ = services.staff.view().people
    assert ruth.praise == ()
    assert [one.text for one in tom.praise] == ["Nothing: he was kind", "Quick"]
    assert tom.praise[0].feedback_id == newer
    assert tom.praise[0].given_on == TODAY


@pytest.mark.parametrize("number", [0, 9])
def test_what_is_gone_is_refused(services: Services, number: int) -> None:
    staff = services.staff
    kept = staff.add_skill(skill(), RUTH).card
    for step in (
        lambda: staff.add_skill(skill(number), RUTH),
        lambda: staff.change_skill(kept.id, skill(number), RUTH),
        lambda: staff.change_skill(number, skill(), RUTH),
        lambda: staff.remove_skill(number, RUTH),
        lambda: staff.brief(number, TODAY, RUTH),
        lambda: staff.change_note(number, NOTE, RUTH),
        lambda: staff.remove_note(number, RUTH),
        lambda: staff.plan(number, ActionDraft(text="x"), RUTH),
        lambda: staff.change_between(number, AGREED, RUTH),
        lambda: staff.remove_between(number, RUTH),
    ):
        with pytest.raises(Refusal, match="record_gone"):
            step()
    assert staff.view().people[1].skills == (kept,)
    with services.units.read() as reading:
        assert action(reading, 1) is None


def test_what_cannot_be_is_refused_and_nothing_is_kept(services: Services) -> None:
    staff = services.staff
    before = staff.view()
    for code, step in (
        ("skill_renew_first", lambda: staff.add_skill(skill(renew_by=TODAY - DAY), RUTH)),
        ("briefed_ahead", lambda: staff.brief(2, TODAY + DAY, RUTH)),
        ("briefed_ahead", lambda: staff.brief_all(TODAY + DAY, RUTH)),
        ("note_needs_text", lambda: staff.add_note(replace(NOTE, text=" "), RUTH)),
        ("between_needs_what", lambda: staff.add_between(replace(AGREED, what=""), RUTH)),
    ):
        with pytest.raises(Refusal, match=code):
            step()
    note = staff.add_note(NOTE, RUTH).card
    with pytest.raises(Refusal, match="action_needs_text"):
        staff.plan(note.id, ActionDraft(text=" "), RUTH)
    services.undo.undo(RUTH)
    assert staff.view() == before
