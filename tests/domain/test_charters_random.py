# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whatever an owner says: nothing falls over, and what is published has no blank and no mark."""

from dataclasses import fields, is_dataclass, replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servicedesk.domain.charters_papers import full_text, leaflet, poster
from servicedesk.domain.charters_rules import judged
from servicedesk.domain.charters_said import all_said
from servicedesk.domain.guides import Question, QuestionKind, all_questions
from servicedesk.domain.standards import Remedy
from tests.helpers.builders import (
    CLOSED_ALL_WEEK,
    answers,
    charter_draft,
    charter_guide,
    charter_source,
    obstacle_sentence,
    open_hours,
    opening_days,
    promise,
    promises,
    words,
)

SAID = st.sampled_from(
    [
        "", " ", "We ring you.", "30 days", "No refunds.", "a | b | c | d", "\n|\n", "<b>&", "🙂",
        "Gas Safe | 1 | 2026-11-02 | 2027-03-31", "We are certified to BS 8477.", "none", ".",
    ]
)  # fmt: skip
DAYS = st.one_of(
    st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.sampled_from([date.min, date.max])
)


def answer_to(question: Question) -> st.SearchStrategy:
    """Any answer of the right kind."""
    ids = [choice.id for choice in question.choices]
    by_kind = {
        QuestionKind.WHOLE_NUMBER: st.integers(0, 3000),
        QuestionKind.YES_NO: st.booleans(),
        QuestionKind.HOURS: st.sampled_from([open_hours(), CLOSED_ALL_WEEK]),
        QuestionKind.DAY: DAYS,
        QuestionKind.CHOICE: st.sampled_from([*ids, ""]),
        QuestionKind.CHOICES: st.lists(st.sampled_from(ids or [""]), unique=True).map(tuple),
    }
    return by_kind.get(question.kind, SAID)


ASKED = [one for one in all_questions(charter_guide()) if one.kind is not QuestionKind.STANDARD]
FEW = st.lists(st.sampled_from(ASKED), max_size=4, unique_by=lambda one: one.id).flatmap(
    lambda chosen: st.fixed_dictionaries({one.id: answer_to(one) for one in chosen})
)
ANY = st.fixed_dictionaries({}, optional={one.id: answer_to(one) for one in ASKED})
STANDARD = st.builds(
    promise,
    key=st.sampled_from(["one", "two", "three", "four"]),
    page=st.sampled_from(["how_fast", "visits", "the_job", "complaints", "nowhere"]),
    is_ticked=st.booleans(),
    limit=st.sampled_from([None, opening_days(2)]),
    remedy=st.sampled_from([Remedy(), Remedy(text="we will say sorry"), Remedy(pence=500)]),
)
SOME = st.lists(STANDARD, max_size=5, unique_by=lambda one: one.key).map(tuple)


def texts_in(block) -> list[str]:
    """Every text inside a paper, however deep."""
    if isinstance(block, str):
        return [block]
    if isinstance(block, tuple):
        return [text for part in block for text in texts_in(part)]
    if is_dataclass(block):
        return [text for one in fields(block) for text in texts_in(getattr(block, one.name))]
    return []


def whole(sentence: str) -> bool:
    """Whether a sentence ends as one and no {name} in it waits for its value."""
    return sentence[-1] in ".?" and "{" not in sentence


def blanks() -> list[str]:
    gaps = ("trading_name", "aim", "phone", "address", "opening_hours", "late_text",
            "complaint_ways")  # fmt: skip
    return [*(words().say(f"charter.gap.{name}") for name in gaps), words().say("standard.gap")]


def look_at(source):
    """Lay everything out, and hold what is published to having no blank and no draft mark."""
    made, lines = judged(source)
    assert all(whole(obstacle_sentence(line)) for line in lines)
    wall, folded, text = poster(made), leaflet(made), full_text(made)
    all_said(made)
    assert (wall.mark == "") is not made.poster_is_draft
    assert (folded.mark == "") is (text.mark == "") is not made.text_is_draft
    done = [] if made.poster_is_draft else texts_in(wall)
    done += [] if made.text_is_draft else texts_in(folded) + texts_in(text)
    assert not [one for one in done if any(blank in one for blank in blanks())]
    if not made.poster_is_draft:
        assert len(wall.promises) >= 3
    if not made.text_is_draft:
        assert not made.poster_is_draft
        assert words().say("charter.not_read_yet") not in done
    return made


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(said=ANY, standards=SOME)
def test_no_answer_brings_a_charter_down(said, standards):
    look_at(charter_source(replace(charter_draft(standards), answers=said)))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(said=FEW, more=SOME)
def test_a_charter_that_may_be_published_has_no_blank_and_no_mark(said, more):
    look_at(charter_source(charter_draft((*promises(), *more), **answers(**said))))


def test_the_charter_that_the_others_are_changed_from_may_be_published():
    made = look_at(charter_source())
    assert not made.poster_is_draft
    assert not made.text_is_draft
