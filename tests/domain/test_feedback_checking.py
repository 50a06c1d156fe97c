# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can be kept of feedback: hardly anything is needed, and no mark is off its scale."""

from collections.abc import Callable
from datetime import date, timedelta
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.elements import Element
from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import (
    BatchDraft,
    FeedbackDraft,
    FeedbackKind,
    Handled,
    Quoting,
    Scores,
)
from servicedesk.domain.feedback_checking import (
    HANDED_OUT_MOST,
    TEXT_MOST,
    checked_batch,
    checked_feedback,
    checked_scores,
    spelt_as,
)
from tests.helpers.builders import words

TODAY = date(2026, 9, 14)
CARDS = BatchDraft(name="Counter", first=TODAY)


def draft(**said: object) -> FeedbackDraft:
    return FeedbackDraft(**{"given_on": TODAY, **said})


def refused(step: Callable[[], object]) -> tuple[str, str]:
    """The code and the field with which a step is refused; its sentence can be said."""
    with pytest.raises(Refusal) as found:
        step()
    assert words().refusal(found.value)
    return found.value.code, found.value.field or ""


@pytest.mark.parametrize(
    "said",
    [
        {"text": "Quick"},
        {"better": "Open on Sundays"},
        {"scores": Scores(satisfaction=3)},
        {"scores": Scores(recommendation=0)},
        {"scores": Scores(elements={Element.EASE: 1})},
        {"scores": Scores(handling={Handled.SPEED: 5})},
    ],
)
def test_a_few_words_or_one_mark_are_enough(said: dict[str, object]) -> None:
    kept = checked_feedback(draft(**said), TODAY)
    assert kept == draft(**said)
    assert checked_feedback(kept, TODAY) == kept


def test_nothing_at_all_is_no_feedback() -> None:
    assert refused(lambda: checked_feedback(draft(called="Ann"), TODAY)) == (
        "feedback_needs_something",
        "text",
    )


def test_what_is_kept_is_tidied() -> None:
    typed = draft(
        called="  Ann ",
        reach=" 01632  960123 ",
        text=" Quick \r\n and tidy ",
        better="  more  ",
        source=" a  site ",
        staff=" Tom ",
        elements=(Element.EASE, Element.TIMELINESS, Element.EASE),
        quoting=Quoting(shown_as=" Ann  P. "),
    )
    kept = checked_feedback(typed, TODAY)
    assert (kept.called, kept.reach, kept.source, kept.staff) == (
        *("Ann", "01632 960123", "a site", "Tom"),
    )
    assert (kept.text, kept.better) == ("Quick \n and tidy", "more")
    assert kept.elements == (Element.TIMELINESS, Element.EASE)
    assert kept.quoting.shown_as == "Ann P."


def test_a_review_says_where_it_was_seen() -> None:
    review = draft(kind=FeedbackKind.REVIEW, text="Great")
    assert refused(lambda: checked_feedback(review, TODAY)) == ("feedback_needs_source", "source")
    seen = draft(kind=FeedbackKind.REVIEW, text="Great", source="a site")
    assert checked_feedback(seen, TODAY).source == "a site"


def test_a_card_may_lie_back_and_never_ahead() -> None:
    for day in (TODAY, date(2026, 1, 31), date(1996, 9, 14)):
        assert checked_feedback(draft(text="x", given_on=day), TODAY).given_on == day
    ahead = draft(text="x", given_on=date(2026, 9, 15))
    assert refused(lambda: checked_feedback(ahead, TODAY)) == ("feedback_ahead", "given_on")
    far = draft(text="x", given_on=date(1995, 12, 31))
    assert refused(lambda: checked_feedback(far, TODAY)) == ("feedback_day_far", "given_on")


def test_nothing_is_ever_cut() -> None:
    long = draft(text="x" * (TEXT_MOST + 1))
    assert refused(lambda: checked_feedback(long, TODAY))[1] == "text"


@pytest.mark.parametrize(
    ("scores", "field"),
    [
        (Scores(satisfaction=0), "satisfaction"),
        (Scores(satisfaction=6), "satisfaction"),
        (Scores(recommendation=-1), "recommendation"),
        (Scores(recommendation=11), "recommendation"),
        (Scores(effort=0), "effort"),
        (Scores(effort=8), "effort"),
        (Scores(elements={Element.EASE: 0}), "ease"),
        (Scores(elements={Element.COURTESY: 6}), "courtesy"),
        (Scores(handling={Handled.SPEED: 6}), "handled_speed"),
        (Scores(handling={Handled.OVERALL: 0}), "handled_overall"),
        (Scores(satisfaction=True), "satisfaction"),
    ],
)
def test_a_mark_off_its_scale_is_refused_beside_its_field(scores: Scores, field: str) -> None:
    assert refused(lambda: checked_feedback(draft(text="x", scores=scores), TODAY)) == (
        "feedback_score_off",
        field,
    )


@given(st.integers(-20, 20), st.integers(-20, 20), st.integers(-20, 20))
def test_marks_are_kept_just_as_they_are_or_not_at_all(
    satisfaction: int, recommendation: int, effort: int
) -> None:
    scores = Scores(satisfaction=satisfaction, recommendation=recommendation, effort=effort)
    fits = 1 <= satisfaction <= 5 and 0 <= recommendation <= 10 and 1 <= effort <= 7
    if fits:
        assert checked_scores(scores) == scores
    else:
        with pytest.raises(Refusal):
            checked_scores(scores)


def test_marks_of_several_questions_come_in_the_order_of_the_questions() -> None:
    elements = MappingProxyType({Element.EASE: 4, Element.TIMELINESS: 2})
    kept = checked_scores(Scores(elements=elements))
    assert list(kept.elements.items()) == [(Element.TIMELINESS, 2), (Element.EASE, 4)]


def test_cards_that_are_handed_out_need_a_name_alone() -> None:
    tidy = checked_batch(BatchDraft(name="  Counter ", first=TODAY, note=" pink "), TODAY)
    assert (tidy.name, tidy.note, tidy.last, tidy.handed_out) == ("Counter", "pink", None, None)
    assert refused(lambda: checked_batch(BatchDraft(name=" ", first=TODAY), TODAY)) == (
        "batch_needs_name",
        "name",
    )


def test_cards_end_after_they_begin_and_are_counted_in_whole_cards() -> None:
    backwards = BatchDraft(name="x", first=TODAY, last=date(2026, 9, 13))
    assert refused(lambda: checked_batch(backwards, TODAY)) == ("batch_ends_first", "last")
    for count in (-1, HANDED_OUT_MOST + 1):
        odd = BatchDraft(name="x", first=TODAY, handed_out=count)
        assert refused(lambda odd=odd: checked_batch(odd, TODAY)) == (
            "batch_handed_out",
            "handed_out",
        )
    same = BatchDraft(name="x", first=TODAY, last=TODAY, handed_out=0)
    assert checked_batch(same, TODAY) == same


@pytest.mark.parametrize(
    ("first", "last", "code", "field"),
    [
        (date(2037, 9, 14), None, "batch_ahead", "first"),
        (TODAY + timedelta(days=1), None, "batch_ahead", "first"),
        (date(1226, 9, 14), None, "batch_far", "first"),
        (TODAY, date(2037, 9, 14), "batch_far", "last"),
    ],
)
def test_cards_are_handed_out_on_days_that_can_be(
    first: date, last: date | None, code: str, field: str
) -> None:
    draft = BatchDraft(name="x", first=first, last=last)
    assert refused(lambda: checked_batch(draft, TODAY)) == (code, field)


def test_one_of_us_is_spelt_as_we_spell_them() -> None:
    assert spelt_as("tom", ["Ruth", "Tom"]) == "Tom"
    assert spelt_as("JOSE", ["José"]) == "José"
    assert spelt_as("the lad", ["Tom"]) == "the lad"
