# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the report of a check says, and what it must not say; charts; questions on paper."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.actions import ActionDraft
from servicedesk.domain.blocks import Blank, Bullets, Chart, Heading, Paragraph, Table
from servicedesk.domain.checks import Answer, Bank, GivenAnswer
from servicedesk.domain.checks_blank import blank_blocks, blank_title
from servicedesk.domain.checks_charts import answers_chart, clauses_chart
from servicedesk.domain.checks_report import (
    FIRST_MOST,
    LawLine,
    ReportSource,
    report_blocks,
    report_title,
)
from servicedesk.domain.checks_scores import result_of
from servicedesk.domain.wording import check_wording
from servicedesk.domain.wording_text import Context, FindingCode
from tests.domain.checks_made import bank, card, given, question
from tests.helpers.builders import words

KEY = question("3b", key=True, clause="3.2", law="a_fact")
FIVE = bank(KEY, *(question(f"7.1{letter}") for letter in "abcd"))
SHORT = bank(*(replace(question(f"c{n}"), clause="") for n in range(1, 6)), kind=Bank.COMPLAINTS)
LAW = LawLine(text="Prices are whole.", checked_on=date(2026, 11, 22))
OWN_VIEW = (
    "This is your own view on 23 November 2026 of how your business works, using questions based "
    "on themes of the customer-service code of practice BS 8477. The questions are ours. It is "
    "not an audit, a certificate or a statement that the code is followed. BS 8477 is guidance "
    "from the British Standards Institution, which has not checked this result or this software."
)


def report(letters, of=FIVE, before=None, laws=None, **answers):
    made = card(of, letters, **answers)
    return report_blocks(ReportSource(bank=of, card=made, before=before, laws=laws or {}), words())


def said(blocks):
    """All that is said, a text each, in reading order."""
    found = []
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                found.append(block.text)
            case Bullets():
                found += block.items
            case Table():
                found += [*block.head, *(cell for row in block.rows for cell in row)]
            case Chart():
                found.append(block.alt)
            case Blank():
                found.append(block.label)
    return found


def below(blocks, title):
    """What stands below a heading, up to the next as high."""
    level = next(one.level for one in blocks if isinstance(one, Heading) and one.text == title)
    rest = blocks[[getattr(one, "text", "") for one in blocks].index(title) + 1 :]
    ends = (n for n, one in enumerate(rest) if isinstance(one, Heading) and one.level <= level)
    return rest[: next(ends, len(rest))]


def test_it_says_number_and_word_and_what_they_are_not():
    texts = said(report("yyyyy"))
    assert texts[:3] == [
        "How we checked ourselves",
        "Monday 23 November 2026, answered by Ruth",
        "100 of 100 points. In a word: Strong.",
    ]
    assert OWN_VIEW in texts


def test_a_short_check_names_no_standard_and_says_what_it_is_not():
    texts = said(report("yyyyn", SHORT))
    assert any("not an audit or a certificate" in text for text in texts)
    assert not [text for text in texts if "BS 8477" in text or "ISO" in text]


@pytest.mark.parametrize("letters", ["yyyyy", "nnnnn", "yy---", "xxxxx", "-----"])
def test_no_text_of_it_claims_a_standard(letters):
    blocked = (FindingCode.STANDARD_CLAIM, FindingCode.SEAL)
    before = card(FIVE, "pppny")
    for text in said(report(letters, before=before, laws={"a_fact": LAW})):
        found = check_wording(text, context=Context.FREE_TEXT)
        assert not [one for one in found if one.code in blocked], text


def test_the_word_that_is_held_back_is_explained():
    many = bank(KEY, *(question(f"7.1{letter}") for letter in "abcdefghij"))
    texts = said(report("n" + "y" * 10, many))
    assert "83 of 100 points. In a word: Building." in texts
    assert any("“Established”" in text and "stays at “Building”" in text for text in texts)


def test_too_little_answered_has_no_number_and_says_how_far_it_is():
    texts = said(report("yy---", before=card(FIVE, "yyyyy")))
    assert (
        "No number for the whole yet: 2 of 5 questions are answered (40 %). It comes with 80 %."
        in texts
    )
    assert not [text for text in texts if "of 100 points." in text or " since " in text]


def test_all_beside_the_point_has_a_message_and_no_number():
    texts = said(report("xxxxx"))
    assert "No number: everything that was answered does not apply to us." in texts
    assert said(below(report("xxxxx"), "What to do first")) == ["Nothing, as no answer counts."]


def test_a_check_without_an_answer_says_so():
    texts = said(report("-----"))
    assert "Nothing is answered yet." in texts
    assert texts.count("Not answered") == 5


def test_evidence_and_the_questions_left_out_are_told_beside_the_score():
    made = replace(
        card(FIVE, "yyyyy", **{"7.1a": given("y", "the diary")}), has_staff=False, who=""
    )
    texts = said(report_blocks(ReportSource(bank=FIVE, card=made), words()))
    assert texts[1] == "Monday 23 November 2026"
    assert (
        "5 of 5 questions are answered. 1 of 5 yes answers say what shows it. Questions about "
        "staff were left out, as nobody else works here." in texts
    )


def test_the_key_questions_alone_are_called_so_and_an_open_check_too():
    made = replace(card(FIVE, "y----"), is_short=True, finished_on=None, asked=("3b",))
    texts = said(report_blocks(ReportSource(bank=FIVE, card=made), words()))
    assert texts[1].startswith("Monday 16 November 2026")
    assert any(text.startswith("1 of 1 key questions are answered.") for text in texts)
    assert "This check is not finished yet." in texts


def test_the_first_things_have_room_for_who_and_when_and_the_rest_is_a_list():
    first = below(report("nnpny"), "What to do first")
    assert said(first)[:2] == ["1. See to 3b.", "Is 3b so? No."]
    assert [one.text for one in first if isinstance(one, Heading)] == [
        "1. See to 3b.",
        "2. See to 7.1a.",
        "3. See to 7.1c.",
        "After that",
    ]
    assert sum(isinstance(one, Blank) for one in first) == 3
    (table,) = (one for one in first if isinstance(one, Table))
    assert table.rows == (("See to 7.1b.", "Is 7.1b so?"),)


@pytest.mark.parametrize(
    ("plan", "line"),
    [
        (ActionDraft(), "On the list of things to do"),
        (
            ActionDraft(owner="Ruth", due=date(2026, 12, 3)),
            "On the list of things to do: Ruth, by 3 December 2026",
        ),
        (
            ActionDraft(owner="Ruth", done_on=date(2026, 11, 25)),
            "On the list of things to do: Ruth, done on 25 November 2026",
        ),
    ],
)
def test_what_is_planned_says_who_and_by_when_in_place_of_the_blank(plan, line):
    source = ReportSource(bank=FIVE, card=card(FIVE, "nnyyy"), planned={"3b": plan})
    first = below(report_blocks(source, words()), "What to do first")
    assert said(first)[2] == line
    assert sum(isinstance(one, Blank) for one in first) == 1


def test_more_key_questions_with_a_no_all_come_first_up_to_six():
    keys = bank(*(question(f"3{letter}", key=True, clause="3.1") for letter in "abcdefgh"))
    five = below(report("nnnnnppp", keys), "What to do first")
    assert sum(isinstance(one, Blank) for one in five) == 5
    eight = below(report("nnnnnnnn", keys), "What to do first")
    assert sum(isinstance(one, Blank) for one in eight) == FIRST_MOST


def test_a_note_stands_beside_its_answer():
    noted = {"7.1a": given("p", "only on Mondays"), "7.1b": given("y", "the diary")}
    texts = said(report("yyyyy", **noted))
    assert "Is 7.1a so? Partly. only on Mondays" in texts
    assert "Is 7.1b so?\nNoted: the diary" in texts


def test_what_the_records_say_is_told_apart_from_what_was_noted():
    filled = GivenAnswer(
        answer=Answer.YES, note="You wrote down 14 promises.", is_from_records=True
    )
    texts = said(report("yyyyy", **{"7.1b": filled}))
    assert "Is 7.1b so?\nFrom the records: You wrote down 14 promises." in texts


def test_a_check_of_an_older_bank_says_what_counts_no_more():
    older = bank(*FIVE.questions, question("7.1y"), question("7.1z"))
    source = ReportSource(bank=replace(FIVE, version=2), card=card(older, "yyyyyyy"))
    gone = "2 questions of that day are no longer asked, and do not count here."
    assert any(gone in text for text in said(report_blocks(source, words())))
    assert not any("no longer asked" in text for text in said(report("yyyyy")))


def test_beside_an_older_bank_it_says_what_is_compared():
    said_so = "The questions were not all the same last time."
    before = replace(card(FIVE, "nnnnn"), bank_version=0)
    assert any(said_so in text for text in said(report("yyyyy", before=before)))
    assert not any(said_so in text for text in said(report("yyyyy", before=card(FIVE, "nnnnn"))))


def test_what_is_done_otherwise_has_its_reason_and_is_nothing_to_do():
    blocks = report("yyyyy", **{"7.1a": given("n", departure="We ask at the counter.")})
    (table,) = below(blocks, "What we do differently, and why")
    assert table.rows == (("Is 7.1a so?", "We ask at the counter."),)
    assert "1. See to 7.1a." not in said(blocks)


def test_law_is_told_with_the_day_it_was_checked_and_only_where_it_holds():
    law = said(below(report("nyyyy", laws={"a_fact": LAW}), "What the law says about it"))
    assert law == [
        "Prices are whole (checked on 22 November 2026).",
        "This is general information and not legal advice.",
    ]
    for letters, laws in (("nyyyy", {}), ("yyyyy", {"a_fact": LAW})):
        assert "What the law says about it" not in said(report(letters, laws=laws))


def earlier(letters, of=FIVE):
    return replace(card(of, letters), finished_on=date(2025, 11, 24))


@pytest.mark.parametrize(
    ("before", "now", "words_of_it"),
    [
        ("nyyyy", "yyyyy", "+33 points since 24 November 2025, on the 5 questions answered"),
        ("yyyyy", "yypyy", "-8 points since 24 November 2025, on the 5 questions answered"),
        ("yyyyn", "yyyyn", "As many points as on 24 November 2025, on the 5 questions"),
        ("-y---", "yyyyy", "As many points as on 24 November 2025, on the one question"),
    ],
)
def test_the_difference_to_last_time_is_told_in_points(before, now, words_of_it):
    texts = said(report(now, before=earlier(before)))
    assert [text for text in texts if text.startswith(words_of_it)]


def test_no_points_are_told_where_nothing_can_be_compared():
    texts = said(report("yyyyy", before=earlier("x----")))
    assert not [text for text in texts if "points since" in text or "As many points" in text]


def test_it_compares_question_by_question():
    blocks = report("yypx-", before=earlier("nyyy-"))
    since = below(blocks, "Since last time, 24 November 2025")
    assert since[0].text == "Better: 1. Not as good: 1. 1 answer is the same as last time."
    tables = {one.caption: one for one in since if isinstance(one, Table)}
    assert tables["Better"].head == ("Question", "24 November 2025", "23 November 2026")
    assert tables["Better"].rows == (("Is 3b so?", "No", "Yes"),)
    assert tables["Not as good"].rows == (("Is 7.1b so?", "Yes", "Partly"),)
    assert tables["Applies now, or no longer"].rows == (("Is 7.1c so?", "Yes", "Does not apply"),)


def test_what_was_answered_one_time_only_is_counted_apart():
    since = below(report("yy--y", before=earlier("yyyy-")), "Since last time, 24 November 2025")
    assert since[0].text.endswith(
        "1 question was not answered last time. 2 questions were answered last time only."
    )


def test_the_chart_shows_the_parts_that_have_a_number_and_names_the_others():
    blocks = report("ypppp")
    (chart,) = (one for one in blocks if isinstance(one, Chart))
    assert (chart.labels, chart.shown, chart.most) == (
        ("Looking, listening, getting better",),
        ("50",),
        100,
    )
    assert any(text.startswith("Too few answers for a number") for text in said(blocks))


def test_a_check_without_parts_shows_how_often_each_answer_was_given():
    (chart,) = (one for one in report("yypx-", SHORT) if isinstance(one, Chart))
    assert chart.labels == ("Yes", "Partly", "No", "Does not apply")
    assert chart.shown == ("2", "1", "0", "1")


def test_nothing_answered_has_no_chart():
    assert answers_chart((), words()) is None
    assert clauses_chart(result_of(FIVE, card(FIVE)).clauses, words()) is None
    assert not [one for one in report("-----", SHORT) if isinstance(one, Chart)]


def test_all_questions_asked_stand_on_it_and_no_others():
    made = replace(card(FIVE, "yyyyy"), asked=("3b", "7.1a"))
    texts = said(report_blocks(ReportSource(bank=FIVE, card=made), words()))
    assert "Is 7.1a so?" in texts
    assert "Is 7.1b so?" not in texts
    topic = replace(FIVE.topics[0], id="other", title="Not asked", questions=(question("4.1a"),))
    more = replace(FIVE, topics=(*FIVE.topics, topic))
    texts = said(report_blocks(ReportSource(bank=more, card=made), words()))
    assert "Not asked" not in texts


@pytest.mark.parametrize("kind", Bank)
def test_every_check_has_a_name_on_paper(kind):
    title = report_title(kind, date(2026, 11, 23), words())
    assert title.endswith(", 23 November 2026")
    assert blank_title(kind, words()).endswith(": questions to answer on paper")


STAFF = question("4.2c", is_for_staff=True)
MIXED = bank(KEY, question("4.1a"), STAFF)
DOES_NOT_APPLY = "Does not apply".replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("is_short", "has_staff", "ids"),
    [(False, True, ("3b", "4.1a", "4.2c")), (False, False, ("3b", "4.1a")), (True, False, ("3b",))],
)
def test_the_questions_that_are_asked_stand_on_paper(is_short, has_staff, ids):
    blocks = blank_blocks(MIXED, words(), is_short=is_short, has_staff=has_staff)
    (table,) = (one for one in blocks if isinstance(one, Table))
    assert table.rows == tuple(
        (f"Is {id} so?", "Yes", "Partly", "No", DOES_NOT_APPLY) for id in ids
    )


def test_in_large_print_the_answers_stand_below_each_question():
    blocks = blank_blocks(MIXED, words(), is_short=False, has_staff=False, is_large=True)
    assert not [one for one in blocks if isinstance(one, Table)]
    rings = [text for text in said(blocks) if "Does not apply" in text]
    assert len(rings) == 2


def test_a_topic_of_which_nothing_is_asked_is_left_out():
    alone = replace(FIVE.topics[0], title="Staff", questions=(STAFF,))
    both = replace(MIXED, topics=(*FIVE.topics, alone))
    texts = said(blank_blocks(both, words(), is_short=False, has_staff=False))
    assert "Staff" not in texts
    assert "All of it" in texts


def test_hostile_words_stay_words():
    nasty = "<b>{n}</b> {0} %s"
    blocks = report("yyyyy", **{"7.1a": GivenAnswer(answer=Answer.NO, note=nasty)})
    assert f"Is 7.1a so? No. {nasty}" in said(blocks)
