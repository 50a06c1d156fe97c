# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The steps after the answer of a complaint: each short dialog, what it keeps, what it refuses."""

from datetime import UTC, date, datetime

import pytest

from servicedesk.domain.complaints import Stage
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_file import OutsideKind
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.people import PersonDraft
from servicedesk.ui.complaints.deeds import Deed
from tests.ui.complaints.made import RUTH, file_of, lines_of, shown_in, texts_on
from tests.ui.complaints.stepping import YES, asked_by, begun, taken, wrong_in


def test_put_right_learnt_asked_and_finished(page, bench, ids, heard):
    taken(page, ids, "answered", Action.RESOLVE, how="phone", content="yes")
    file = file_of(bench, ids, "answered")
    assert (file.card.stage, file.steps[-1].note) == (Stage.RESOLVED, "by phone")
    dialog = page.detail.steps.begin(Action.CLOSE, ids["answered"])
    assert [*wrong_in(dialog)] == ["causes", "text"]  # they seemed content: that was asked
    dialog.reject()
    assert (
        "choose why it went wrong" in wrong_in(begun(page, ids, "answered", Deed.CAUSE))["causes"]
    )
    taken(page, ids, "answered", Deed.CAUSE, causes="slip")
    assert "happen again" in wrong_in(begun(page, ids, "answered", Deed.CHANGE))["text"]
    taken(page, ids, "answered", Deed.CHANGE, text="count the hinges", due=date(2026, 12, 1))
    taken(page, ids, "answered", Deed.FOLLOW_UP, satisfaction=4)
    page.detail.steps.begin(Action.CLOSE, ids["answered"])
    file = file_of(bench, ids, "answered")
    assert (file.card.stage, file.card.satisfaction) == (Stage.CLOSED, 4)
    assert file.card.learning.causes == (Cause.SLIP,)
    assert file.actions[0].draft.cause is Cause.SLIP
    dialog = begun(page, ids, "answered", Action.REOPEN, words="one hinge broke")
    assert "owner_wishes" not in asked_by(dialog)
    dialog.save_button.click()
    assert file_of(bench, ids, "answered").card.reopened == 1


def test_finishing_asks_all_that_is_missing_in_one_go(page, bench, ids, heard):
    taken(page, ids, "answered", Action.RESOLVE, how="phone")
    shown_in(page, ids, "answered")
    assert page.detail.main_button.text() == "Finish it…"
    dialog = begun(page, ids, "answered", Action.CLOSE)
    assert [*wrong_in(dialog)] == ["causes", "text", "asked_on"]
    for field, said in zip(
        dialog.fields(),
        ("slip", "", "count the hinges", "+9", "", date(2026, 11, 1), 4),
        strict=True,
    ):
        field.show_typed(said)
    assert [*wrong_in(dialog)] == ["asked_on"]
    dialog.fields()[5].show_typed("today")
    dialog.save_button.click()
    assert not dialog.isVisible()
    file = file_of(bench, ids, "answered")
    assert (file.card.stage, file.card.satisfaction) == (Stage.CLOSED, 4)
    assert (file.card.learning.causes, len(file.actions)) == ((Cause.SLIP,), 1)
    assert heard.said[-1].endswith("Finished")


def test_finishing_on_another_day_asks_for_it_too(page, bench, ids):
    taken(page, ids, "answered", Action.RESOLVE, content="yes")
    dialog = page.detail.steps.begin(Action.CLOSE, ids["answered"], is_dated=True)
    assert asked_by(dialog)[-1] == "on"
    by_name = {field.question_id: field for field in dialog.fields()}
    by_name["no_cause_because"].show_typed("nobody knows")
    by_name["no_action_because"].show_typed("once in ten years")
    dialog.save_button.click()
    card = file_of(bench, ids, "answered").card
    assert (card.stage, card.learning.no_cause_because) == (Stage.CLOSED, "nobody knows")


def test_nothing_to_learn_needs_a_reason(page, bench, ids):
    taken(page, ids, "answered", Deed.CAUSE, no_cause_because="nobody knows")
    taken(page, ids, "answered", Deed.CHANGE, no_action_because="it was once in ten years")
    learning = file_of(bench, ids, "answered").card.learning
    assert learning.no_cause_because == "nobody knows"
    assert learning.no_action_because == "it was once in ten years"
    dialog = begun(page, ids, "answered", Deed.CHANGE)
    assert dialog.values()["no_action_because"] == "it was once in ten years"
    taken(page, ids, "answered", Deed.CAUSE, causes="supplier")
    assert file_of(bench, ids, "answered").card.learning.no_cause_because == ""


def test_one_finished_long_ago_asks_the_owner(page, bench, ids):
    bench.clock.set(datetime(2028, 1, 10, 9, tzinfo=UTC))
    dialog = begun(page, ids, "sorted", Action.REOPEN, words="again")
    assert "months ago" in wrong_in(dialog)["owner_wishes"]
    dialog.fields()[-1].show_typed(YES)
    dialog.save_button.click()
    assert file_of(bench, ids, "sorted").card.stage is Stage.INVESTIGATING


def test_a_shop_of_one_is_not_asked_who_looks_again(page, bench, ids):
    dialog = begun(page, ids, "answered", Action.SECOND_LOOK, words="a third one is missing")
    assert "by_whom" not in asked_by(dialog)
    dialog.save_button.click()
    card = file_of(bench, ids, "answered").card
    assert (card.level, card.draft.handler) == (1, RUTH)


def test_where_there_are_two_fresh_eyes_are_asked_for(page, bench, ids):
    for name in ("Ruth", "Tom"):
        bench.services.people.add(PersonDraft(name=name), RUTH)
    dialog = begun(page, ids, "answered", Action.SECOND_LOOK, words="a third one is missing")
    assert "takes the second look" in wrong_in(dialog)["by_whom"]
    dialog.fields()[1].show_typed("Ruth")
    assert "Ask Tom" in wrong_in(dialog)["by_whom"]
    dialog.fields()[1].show_typed("Tom")
    dialog.save_button.click()
    assert file_of(bench, ids, "answered").card.draft.handler == "Tom"


def test_outside_help_and_what_came_out(page, bench, ids, heard):
    dialog = begun(page, ids, "answered", Action.GO_OUTSIDE, kind="court", their_ref="7/26")
    assert "where it went" in wrong_in(dialog)["words"]
    dialog.fields()[1].show_typed("the county court")
    assert "without waiting" in wrong_in(dialog)["customer_went"]
    dialog.fields()[-1].show_typed(YES)
    dialog.save_button.click()
    (referral,) = file_of(bench, ids, "answered").referrals
    assert (referral.draft.kind, referral.draft.body) == (OutsideKind.COURT, "the county court")
    dialog = begun(page, ids, "answered", Action.OUTSIDE_RESULT)
    wrong = wrong_in(dialog)
    assert "why it went wrong" in wrong["words"]
    taken(page, ids, "answered", Deed.CAUSE, causes="slip")
    dialog.fields()[3].show_typed(3000)
    assert "what came out" in wrong_in(dialog)["words"]
    dialog.fields()[0].show_typed("half the price back")
    assert dialog.fields()[2].value() == "7/26"
    dialog.fields()[2].show_typed("7/26 B")
    dialog.fields()[4].show_typed(YES)
    dialog.save_button.click()
    file = file_of(bench, ids, "answered")
    assert file.card.stage is Stage.CLOSED
    draft = file.referrals[0].draft
    assert (draft.their_ref, draft.cost_pence, draft.is_binding) == ("7/26 B", 3000, True)
    known = lines_of(shown_in(page, ids, "answered"))["The customer knows"]
    assert known == ["the county court, Wed 25 Nov: half the price back"]


def test_taking_it_back_and_the_same_as_another(page, bench, ids):
    assert "how they took it back" in wrong_in(begun(page, ids, "new", Action.WITHDRAW))["channel"]
    taken(page, ids, "new", Action.WITHDRAW, channel="counter")
    assert file_of(bench, ids, "new").card.stage is Stage.WITHDRAWN
    assert lines_of(shown_in(page, ids, "new"))["Looked into"] == ["Nothing"]
    dialog = begun(page, ids, "late", Action.SAME_AS)
    assert "choose the complaint" in wrong_in(dialog)["master_id"]
    for typed, said in (("C-1999-0001", "choose the complaint"), ("C-2026-0001", "itself")):
        dialog.fields()[0].show_typed(typed)
        assert said in wrong_in(dialog)["master_id"]
    assert any("C-2026-0005 (The wrong colour)" in said for said in texts_on(dialog))
    dialog.fields()[0].show_typed("c-2026-0005")
    dialog.save_button.click()
    card = file_of(bench, ids, "late").card
    assert (card.stage, card.master_id) == (Stage.DUPLICATE, ids["waiting"])


def test_the_only_other_one_is_named_already(page, bench, ids):
    assert begun(page, ids, "new", Action.SAME_AS).values()["master_id"] == "C-2026-0002"
    assert begun(page, ids, "putting", Action.SAME_AS).values()["master_id"] == ""


def test_who_disagrees_while_it_is_put_right_is_told_the_way_to_a_second_look(page, ids, heard):
    ways = shown_in(page, ids, "putting").more
    (look,) = [way for way in ways if way.deed is Action.SECOND_LOOK]
    page.detail._begin(look)
    assert "first take the last step back" in heard.said[-1]
    assert Action.SECOND_LOOK not in [way.deed for way in shown_in(page, ids, "new").more]


@pytest.mark.parametrize("name", ["new", "late", "waiting", "putting"])
def test_outside_help_can_be_noted_while_it_is_with_us(page, bench, ids, heard, name):
    before = file_of(bench, ids, name).card
    more = shown_in(page, ids, name).more
    assert [way.words for way in more if way.deed is Deed.OUTSIDE] == ["Gone to outside help"]
    dialog = begun(page, ids, name, Deed.OUTSIDE)
    assert "the days for it go on" in dialog.foretold
    assert "words" in wrong_in(dialog)
    dialog.reject()
    taken(page, ids, name, Deed.OUTSIDE, words="Citizens Advice", kind="other", their_ref="7")
    file = file_of(bench, ids, name)
    assert (file.card.stage, file.card.dues) == (before.stage, before.dues)
    assert file.referrals[0].draft.body == "Citizens Advice"
    said = [one.words for one in page.detail_presenter.state.minded]
    assert "They have asked Citizens Advice for help, Wed 25 Nov." in said
    assert heard.said[-1] == "Noted who else helps them."


def test_what_went_outside_has_a_day_to_ask_how_it_stands(page, bench, ids):
    taken(page, ids, "answered", Action.GO_OUTSIDE, words="the court", customer_went=YES)
    state = shown_in(page, ids, "answered")
    assert state.next_words == "Next: Ask how it stands outside, Wed 23 December"
    assert Deed.UPDATE in [way.deed for way in state.more]
