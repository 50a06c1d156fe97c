# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the papers that ask customers say: in the voice of the business, naming nobody."""

from datetime import date

import pytest

from servicedesk.domain.feedback import Decision
from servicedesk.domain.feedback_listed import WallLine
from servicedesk.domain.feedback_rules import Asked
from servicedesk.domain.letters import Voice
from servicedesk.domain.papers_feedback import OpenQuestion, ScaleGrid, ScaleQuestion
from servicedesk.domain.papers_feedback_making import MOST_PAIRS, AskingPapers, PaperSender
from tests.papers.charters import real_words

TODAY = date(2026, 11, 22)
EVERYTHING = Asked(recommendation=True, effort=True, elements=True, handling=True)


def papers(**changes):
    fields = {"business": "Hollins Hardware", "voice": Voice.WE}
    return AskingPapers(PaperSender(**{**fields, **changes}), real_words())


def wall_line(number, decision=Decision.DONE):
    return WallLine(id=number, said=f"said {number}", done=f"done {number}", decision=decision)


def test_a_new_shop_asks_one_question_and_what_could_be_better():
    card = papers().comment_card(Asked())
    assert card.asked.points == ("1", "2", "3", "4", "5")
    assert (card.extra, card.better) == ((), "What could be better?")
    assert card.heading == "How did we do?"
    assert [type(one) for one in papers().survey_sheet(Asked()).items] == [
        ScaleQuestion,
        OpenQuestion,
        OpenQuestion,
    ]


def test_scales_have_their_own_points_and_words_at_both_ends():
    recommend, effort = papers().comment_card(EVERYTHING).extra
    assert recommend.points[0] == "0"
    assert recommend.points[-1] == "10"
    assert effort.points == tuple("1234567")
    for question in (recommend, effort):
        assert question.low
        assert question.high


def test_elements_and_handling_are_lines_on_one_scale_where_no_answer_may_apply():
    grids = [one for one in papers().survey_sheet(EVERYTHING).items if isinstance(one, ScaleGrid)]
    assert [len(grid.lines) for grid in grids] == [6, 4]
    assert all(grid.points == tuple("12345") and grid.none for grid in grids)


@pytest.mark.parametrize("asked", [Asked(), EVERYTHING])
def test_who_works_alone_speaks_for_themselves(asked):
    alone = papers(voice=Voice.ONE)
    sheet = alone.survey_sheet(asked)
    assert sheet.heading == "How did I do?"
    said = " ".join([sheet.thanks, sheet.answering.privacy, *(one.text for one in sheet.items)])
    assert not {"we", "us", "our", "We"} & set(said.replace(".", " ").replace("?", " ").split())
    assert "{" not in said


def test_there_is_an_address_in_words_exactly_where_there_is_a_code():
    assert papers().comment_card(Asked()).answering.elsewhere == ""
    answering = papers(address="https://hollins.example/say/").comment_card(Asked()).answering
    assert answering.code == "https://hollins.example/say/"
    assert "hollins.example/say" in answering.elsewhere
    assert "https" not in answering.elsewhere


def test_you_said_we_did_shows_the_six_newest_and_says_what_is_only_planned():
    lines = [wall_line(0, Decision.PLANNED), *(wall_line(n) for n in range(1, 9))]
    paper = papers(place="Todmorden", contact=("01632 960123",)).said_done(lines, TODAY)
    assert [one.said for one in paper.pairs] == [f"said {n}" for n in range(MOST_PAIRS)]
    assert [one.lead for one in paper.pairs[:2]] == ["We will", ""]
    assert paper.masthead == "Hollins Hardware · Todmorden"
    assert paper.footer == "Printed on 22 November 2026"
    assert len(paper.panels) == 2
    assert papers().said_done(lines, TODAY).panels == ()


def test_nothing_is_asked_on_paper_that_the_file_has_no_room_for() -> None:
    """A name with a number is the word that we may get in touch; what may be printed is ticked."""
    made = papers()
    for answering in (made.comment_card(Asked()).answering, made.survey_sheet(Asked()).answering):
        assert answering.contact.endswith("if we may contact you about this:")
        assert answering.consents == ("You may print what I wrote.",)
        assert answering.shown_as == "Show my name as:"
