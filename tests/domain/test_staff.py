# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The people here: who is briefed, what is shown of whom, and what can be kept about them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.errors import Refusal
from servicedesk.domain.people import PersonCard, Role, team_of
from servicedesk.domain.staff import (
    BriefingCard,
    NoteCard,
    NoteDraft,
    Praise,
    SkillCard,
    SkillDraft,
    briefing_stand,
    in_order,
    last_briefings,
    staff_view,
)
from servicedesk.domain.staff_rules import (
    check_briefed,
    checked_note,
    checked_skill,
    is_due,
    is_overdue,
)

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
NASTY = "<b>'; DROP TABLE skills; --</b> {0} %s"
SKILL = SkillDraft(person_id=2, what=" First \n aid ", learned_on=TODAY, renew_by=TODAY + DAY)
NOTE = NoteDraft(text=" The till\nis slow ", said_on=TODAY, said_by=" Tom ")

RUTH = PersonCard(id=1, name="Ruth", role=Role.OWNER)
TOM = PersonCard(id=2, name="Tom", role=Role.STAFF)
AISHA = PersonCard(id=3, name="Aisha", role=Role.STAND_IN)


def briefed(person: int, number: int | None, day: date = TODAY, row: int = 1) -> BriefingCard:
    return BriefingCard(id=row, person_id=person, briefed_on=day, number=number)


def test_what_was_learned_is_kept_tidy() -> None:
    kept = checked_skill(replace(SKILL, note=" card \r\n in drawer "), TODAY)
    assert kept == replace(SKILL, what="First aid", note="card \n in drawer")
    bare = SkillDraft(person_id=2, what=NASTY)
    assert checked_skill(bare, TODAY) == bare


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        ({"what": " \u200b "}, "skill_needs_what", "what"),
        ({"what": "x" * 25_000}, "entry_too_long", "what"),
        ({"what": "a\x85b\x9fc"}, "entry_odd_character", "what"),
        ({"learned_on": TODAY + DAY}, "skill_ahead", "learned_on"),
        ({"learned_on": date(1955, 12, 31)}, "skill_long_ago", "learned_on"),
        ({"renew_by": TODAY}, "skill_renew_first", "renew_by"),
        ({"renew_by": TODAY - DAY}, "skill_renew_first", "renew_by"),
        ({"renew_by": date(2047, 1, 1)}, "skill_renew_far", "renew_by"),
        (
            {"learned_on": None, "renew_by": date(1955, 12, 31)},
            "skill_renew_far",
            "renew_by",
        ),
        ({"note": "x" * 25_000}, "text_too_long", "note"),
    ],
)
def test_what_cannot_have_been_learned_is_refused(
    said: dict[str, object], code: str, field: str
) -> None:
    with pytest.raises(Refusal, match=code) as refused:
        checked_skill(replace(SKILL, **said), TODAY)
    assert refused.value.field == field


def test_days_at_the_edges_are_kept() -> None:
    old = replace(SKILL, learned_on=date(1956, 1, 1), renew_by=date(2046, 12, 31))
    assert checked_skill(old, TODAY).learned_on == old.learned_on
    over = replace(SKILL, learned_on=None, renew_by=TODAY - DAY)
    assert checked_skill(over, TODAY).renew_by == TODAY - DAY


@pytest.mark.parametrize(
    ("days", "due", "overdue"), [(31, False, False), (30, True, False), (0, True, False)]
)
def test_a_renewal_is_brought_up_a_month_before(days: int, due: bool, overdue: bool) -> None:
    draft = replace(SKILL, renew_by=TODAY + days * DAY)
    assert (is_due(draft, TODAY), is_overdue(draft, TODAY)) == (due, overdue)
    over = replace(SKILL, renew_by=TODAY - DAY)
    assert (is_due(over, TODAY), is_overdue(over, TODAY)) == (True, True)
    never = replace(SKILL, renew_by=None)
    assert (is_due(never, TODAY), is_overdue(never, TODAY)) == (False, False)


@given(st.dates(), st.one_of(st.none(), st.dates()), st.one_of(st.none(), st.dates()))
def test_nothing_is_kept_that_is_renewed_before_it_was_learned(
    today: date, learned: date | None, renew: date | None
) -> None:
    draft = SkillDraft(person_id=1, what="x", learned_on=learned, renew_by=renew)
    try:
        kept = checked_skill(draft, today)
    except Refusal:
        return
    if kept.learned_on is not None:
        assert kept.learned_on <= today
        assert kept.renew_by is None or kept.renew_by > kept.learned_on


def test_a_briefing_was_held_lately_and_not_tomorrow() -> None:
    check_briefed(TODAY, TODAY)
    check_briefed(date(2016, 1, 1), TODAY)
    with pytest.raises(Refusal, match="briefed_ahead"):
        check_briefed(TODAY + DAY, TODAY)
    with pytest.raises(Refusal, match="briefed_long_ago"):
        check_briefed(date(2015, 12, 31), TODAY)


def test_a_word_is_kept_tidy_and_its_answer_has_a_day() -> None:
    kept = checked_note(NOTE, TODAY)
    assert kept == NoteDraft(text="The till\nis slow", said_on=TODAY, said_by="Tom")
    assert not NoteCard(id=1, draft=kept).is_answered
    told = checked_note(replace(NOTE, answer=" A new one "), TODAY)
    assert (told.answer, told.answered_on) == ("A new one", TODAY)
    assert NoteCard(id=1, draft=told).is_answered
    later = replace(NOTE, said_on=TODAY - 2 * DAY, answer="No", answered_on=TODAY - DAY)
    assert checked_note(later, TODAY).answered_on == TODAY - DAY
    assert checked_note(replace(later, answer=" "), TODAY).answered_on is None


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        ({"text": " "}, "note_needs_text", "text"),
        ({"text": "x" * 25_000}, "text_too_long", "text"),
        ({"answer": "x" * 25_000}, "text_too_long", "answer"),
        ({"said_by": "x" * 81}, "entry_too_long", "said_by"),
        ({"said_on": TODAY + DAY}, "note_ahead", "said_on"),
        ({"said_on": date(2015, 12, 31)}, "note_long_ago", "said_on"),
        ({"answer": "No", "answered_on": TODAY + DAY}, "note_answer_ahead", "answered_on"),
        ({"answer": "No", "answered_on": TODAY - DAY}, "note_answer_first", "answered_on"),
    ],
)
def test_a_word_that_cannot_be_is_refused(said: dict[str, object], code: str, field: str) -> None:
    with pytest.raises(Refusal, match=code) as refused:
        checked_note(replace(NOTE, **said), TODAY)
    assert refused.value.field == field


def test_everybody_is_briefed_but_the_only_owner() -> None:
    assert team_of(()) == ()
    assert team_of((RUTH,)) == ()
    assert team_of((RUTH, TOM, AISHA)) == (TOM, AISHA)
    assert team_of((TOM,)) == (TOM,)
    partner = replace(TOM, role=Role.OWNER)
    assert team_of((RUTH, partner)) == (RUTH, partner)


def test_who_was_told_of_another_version_is_missing() -> None:
    people = (RUTH, TOM, AISHA)
    stand = briefing_stand(people, (briefed(2, 3), briefed(3, 2)), 3)
    assert (stand.briefed, stand.missing, stand.is_everybody) == (("Tom",), ("Aisha",), False)
    assert briefing_stand(people, (briefed(2, 3), briefed(3, 3)), 3).is_everybody
    assert not briefing_stand((RUTH,), (), 3).is_everybody
    assert briefing_stand((TOM,), (briefed(2, None),), None).is_everybody
    assert not briefing_stand((TOM,), (briefed(2, None),), 1).is_everybody


def test_the_last_briefing_is_shown() -> None:
    first, second = briefed(2, 1, TODAY - DAY, row=2), briefed(2, 2, TODAY, row=1)
    assert last_briefings((first, second)) == {2: second}
    assert last_briefings((second, first)) == {2: second}
    again = replace(second, id=7)
    assert last_briefings((second, again)) == {2: again}


def test_what_has_to_be_renewed_comes_first_then_what_is_new() -> None:
    def card(row: int, learned: date | None, renew: date | None) -> SkillCard:
        draft = SkillDraft(person_id=2, what=str(row), learned_on=learned, renew_by=renew)
        return SkillCard(id=row, draft=draft)

    cards = (
        card(1, None, None),
        card(2, TODAY - DAY, None),
        card(3, TODAY, None),
        card(4, None, TODAY + 9 * DAY),
        card(5, None, TODAY),
    )
    assert [one.id for one in in_order(cards)] == [5, 4, 3, 2, 1]


def test_each_card_shows_what_is_theirs() -> None:
    skill = SkillCard(id=1, draft=replace(SKILL, person_id=3))
    praise = Praise(feedback_id=4, ref="F-2026-0004", given_on=TODAY, text="Kind", staff="Tom")
    view = staff_view(
        {one.id: one for one in (RUTH, TOM, AISHA)},
        (briefed(2, 1),),
        2,
        skills=(skill,),
        praise=(praise,),
    )
    ruth, tom, aisha = view.people
    assert (ruth.is_asked, tom.is_asked, aisha.is_asked) == (False, True, True)
    assert (tom.is_briefed, tom.briefing) == (False, briefed(2, 1))
    assert (tom.praise, aisha.praise, ruth.praise) == ((praise,), (), ())
    assert (aisha.skills, tom.skills) == ((skill,), ())
    assert (view.works_alone, view.is_one_line) == (False, False)
    assert view.stand.missing == ("Tom", "Aisha")


def test_an_owner_alone_sees_one_line_until_something_is_kept() -> None:
    alone = staff_view({1: RUTH}, (), None)
    assert (alone.works_alone, alone.is_one_line) == (True, True)
    kept = staff_view({1: RUTH}, (), None, notes=(NoteCard(id=1, draft=NOTE),))
    assert (kept.works_alone, kept.is_one_line) == (True, False)
    assert staff_view({}, (), None).is_one_line
