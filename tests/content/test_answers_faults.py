# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is wrong in an answers file is named with file, line and the right word."""

import pytest

from servicedesk.content.answers_standards import level_example
from servicedesk.domain.errors import Refusal
from servicedesk.domain.standards import Measure
from tests.content.answers_made import START, WORDS, read

FAULTS = [
    # text after START, code, line, words in the sentence
    ('[answers]\n\ntrading_nam = "A"\n', "answers_key_near", 5, "trading_name"),
    ('[answers]\nzzzzzz = "A"\n', "answers_key_unknown", 4, "zzzzzz"),
    ("[answers]\ntrading_name = 3\n", "answer_needs_text", 4, "Name over the door"),
    ('[answers]\nis_service = "yes"\n', "answer_needs_yes_no", 4, "true or false"),
    ('[answers]\nnation = "elsewere"\n', "answer_choice_near", 4, "elsewhere"),
    ('[answers]\nnation = "enk"\n', "answer_choice_unknown", 4, "eng, wls"),
    ('[answers]\nvalues = ["on_tme", "private"]\n', "answer_choice_near", 4, "on_time"),
    ('[answers]\nvalues = ["on_time"]\n', "answer_too_few", 4, "3"),
    ("[answers]\nsince_year = 19.5\n", "answer_needs_number", 4, "whole number"),
    ("[answers]\nin_force_from = 2026-12-01T10:00:00\n", "answer_needs_day", 4, "2026-12-01"),
    ('[answers]\nstandards_late = "x"\n', "answers_key_unknown", 4, "standards_late"),
    (f'[answers]\ntrading_name = "{"x" * 500}"\n', "answer_too_long", 4, "500"),
    (
        '[answers]\nphone = "01632 960 1"\n[answers.opening_hours]\nmonday = ["08:00-12:00"]\n'
        'tuesday = ["8-12"]\n',
        "hours_format",
        7,
        "8-12",
    ),
    (
        '[answers.opening_hours]\nmonday = ["08:00-12:00"]\nmonnday = ["08:00-12:00"]\n',
        "answers_key_near",
        5,
        "monday",
    ),
    (
        '[answers.opening_hours]\nmonday = ["\\u001b[2J"]\n',
        "hours_format",
        4,
        "?[2J",
    ),
    ("[answers]\nopening_hours.monday = 3\n", "answer_needs_hours", 4, "monday"),
    ('[answer]\naim = "x"\n', "answers_key_near", 3, "answers"),
    ('trading_name = "A"\n', "answers_key_place", 3, "[answers]"),
    ("answers = 3\n", "answers_not_table", 3, "answers"),
    ("zzzzzz = 3\n", "answers_key_unknown", 3, "zzzzzz"),
    ("guide_version = 99\n", "answers_newer", 3, "99"),
    ('guide_version = "1"\n', "answers_version", 3, "whole number"),
    ("guide_version = 0\n", "answers_version", 3, "whole number"),
    ("guide_version = true\n", "answers_version", 3, "whole number"),
    ("logo = 3\n", "answers_not_text", 3, "logo"),
    ('extras = "x"\n', "answers_not_words", 3, "extras"),
    ("extras = [3]\n", "answers_not_words", 3, "extras"),
    ('extras = ["event_testing"]\n', "extra_near", 3, "event_tasting"),
    ('left_out = ["hot_foot"]\n', "answers_listed_near", 3, "hot_food"),
    ('order = [\n"hot_food",\n"zzzz"]\n', "answers_listed_unknown", 5, "hot_food"),
    ("standards = 3\n", "answers_not_list", 3, "standards"),
    ("standards = [3]\n", "answers_not_table", 3, "standards"),
    ("[[standards]]\nticked = true\n", "answers_no_key", 3, "key"),
    ('[[standards]]\nkey = " "\n', "answers_no_key", 3, "key"),
    ('[[standards]]\nkey = "hot_foot"\nticked = true\n', "answers_standard_near", 4, "hot_food"),
    ('[[standards]]\nkey = "mine"\nticked = true\n', "answers_standard_unknown", 4, "action"),
    ('[[standards]]\nkey = "hot_food"\nticked = "yes"\n', "answers_not_yes_no", 5, "true"),
    ('[answers]\nlogo = "a.png"\n', "answers_top_place", 4, "beside trade"),
    ("[answers]\nmonday = []\n", "answers_day_place", 4, "[answers.opening_hours]"),
    ('[answers]\nlicences = "x"\n', "answers_key_unknown", 4, "licences"),
    ('[answers.opening_hours]\nsunday = "Closed"\n', "answers_closed", 4, "sunday = []"),
    ('[answers.opening_hours]\nsunday = ["closed"]\n', "answers_closed", 4, "sunday = []"),
    (
        '[[standards]]\nkey = "hot_food"\nticked = true\nis_ticked = true\n',
        "answers_ticked_twice",
        6,
        "is_ticked",
    ),
    ('[[standards]]\nkey = "hot_food"\nlimit = 20\n', "standard_not_text", 5, "quotation"),
    (
        '[[standards]]\nkey = "hot_food"\nbands = [{ width = "2 hours" }]\n',
        "answers_level_unused",
        5,
        'limit = "4 opening hours"',
    ),
    (
        '[[standards]]\nkey = "hot_food"\nmeasure = "band"\nlimit = "2 hours"\n',
        "answers_level_unused",
        6,
        'bands = [{ width = "2 hours" }]',
    ),
    (
        '[[standards]]\nkey = "hot_food"\nmeasure = "yes_no"\nlimit = "2 hours"\n',
        "answers_level_none",
        6,
        "Take this line out",
    ),
    ('[[standards]]\nkey = "hot_food"\nlimit = "10000 days"\n', "answers_amount_huge", 5, "9,999"),
    ('[[standards]]\nkey = "hot_food"\nupdates = "0 days"\n', "answers_amount_zero", 5, "0"),
    (
        '[[standards]]\nkey = "hot_food"\nmeasure = "notice"\nlimit = "0 days"\n',
        "answers_amount_zero",
        6,
        "0",
    ),
    (
        '[[standards]]\nkey = "hot_food"\nmeasure = "band"\nbands = [{ width = "0 hours" }]\n',
        "answers_amount_zero",
        6,
        "0",
    ),
    (
        '[[standards]]\nkey = "hot_food"\nmeasure = "pattern"\n'
        'pattern = { occasions = 1, window = "0 days" }\n',
        "answers_amount_zero",
        6,
        "0",
    ),
    (
        '[[standards]]\nkey = "hot_food"\naction = "ring {limit} of it"\nlimit = "0 hours"\n',
        "answers_at_once",
        6,
        "at once",
    ),
    ('[[standards]]\nkey = "hot_food"\nmeasure = "by hand"\n', "standard_word_unknown", 5, "band"),
    ('[[standards]]\nkey = "hot_food"\nmeasure = 3\n', "standard_not_text", 5, "hot_food, measure"),
    (
        '[[standards]]\nkey = "hot_food"\n\nlimit = "20 minuets"\n',
        "standard_unit_unknown",
        6,
        "min",
    ),
    ('[[standards]]\nkey = "hot_food"\nlimits = "2 days"\n', "standard_key_near", 5, "limit"),
    ('[[standards]]\nkey = "hot_food"\nchannel = "fone"\n', "standard_word_unknown", 5, "phone"),
    (
        '[[standards]]\nkey = "hot_food"\n[standards.remedy]\nmoney = "3"\n',
        "standard_money_unclear",
        6,
        "£30",
    ),
    (
        '[[standards]]\nkey = "hot_food"\nmeasure = "band"\nbands = [\n{ opens = "08:00" },\n'
        '{ closes = "noon" }]\n',
        "standard_time_unclear",
        8,
        "noon",
    ),
    ('[[standards]]\nkey = "hot_food"\npage = "visit"\n', "answers_page_near", 5, "visits"),
    ('[[standards]]\nkey = "hot_food"\npage = "zz"\n', "answers_page_unknown", 5, "late"),
    (
        '[[standards]]\nkey = "hot_food"\n[[standards]]\nkey = "hot_food"\n',
        "answers_twice",
        6,
        "hot",
    ),
    ('[answers]\naim = "x\n', "answers_not_toml", 4, "aim = "),
    ('[answers]\naim = "x"\naim = "y"\n', "answers_key_twice", 5, "lines 4 and 5"),
    ('[answers]\naim = "x"\n\naim = """y\nz"""\n', "answers_key_twice", 7, "lines 4 and 6"),
    ('[answers]\naim = "x"\n[answers]\n', "answers_key_twice", 5, "lines 3 and 5"),
    ("[answers]\nhours.x = 1\nhours.x = 2\n", "answers_not_toml", 5, "hours.x"),
    ("[answers]\n[standards.a]\nb.c = 1\n\n[standards.a.b]\n", "answers_not_toml", 7, "a.b"),
    ("[answers]\nx.y = 1\nz = 1\nx.y = 2\n", "answers_not_toml", 6, "x.y"),
    ("[answers]\nis_service = Yes\n", "answers_true_false", 4, "is_service = true"),
    ("[answers]\nis_service = True # aye\n", "answers_true_false", 4, "small letters"),
    ("[answers]\nis_service = on\n", "answers_true_false", 4, "is_service"),
    ("[answers]\nreview_by = 01/11/2027\n", "answers_day_order", 4, "2027-11-01"),
    ("[answers]\nreview_by = 2027-1-9\n", "answers_day_order", 4, "2027-01-09"),
    ("[answers]\nreview_by = 2027-02-30\n", "answers_no_day", 4, "2027-02-30"),
    ("[answers]\nreview_by = 31.11.2027 # soon\n", "answers_no_day", 4, "31.11.2027"),
    ("[answers]\ntown = “Exmouth”\n", "answers_curly", 4, "straight"),
    ("[answers]\nvalues = [‘on_time’]\n", "answers_curly", 4, "straight"),
    ('[answers]\naim = "a 3" pipe"\n', "answers_inner_quote", 4, "aim = '"),
    ('[answers]\naim = "a pipe of 3""\n', "answers_inner_quote", 4, "single"),
    ('[[standards]]\nremedy = { text = "a 3" pipe" }\n', "answers_inner_quote", 4, "text = '"),
    ('[answers]\nx = 1\n["a" "b"]\n', "answers_not_toml", 5, "bracket"),
    ('logo = "C:\\Users\\logo.png"\n', "answers_backslash", 3, "Write /"),
    ("[answers]\nphone = 01632 960 417\n", "answers_unquoted", 4, '"01632 960 417"'),
    ("[answers]\ntown = Exmouth\n", "answers_unquoted", 4, 'town = "Exmouth"'),
    ("[answers]\ntown = \n", "answers_not_toml", 4, "town"),
    ("[answers\n", "answers_not_toml", 3, "[answers"),
    ('[answers]\naim = "a\0b"\n', "answers_not_toml", 4, "aim"),
    ("[answers]\nlist = [1,", "answers_not_toml", 4, "list"),
]


@pytest.mark.parametrize(("text", "code", "line", "named"), FAULTS)
def test_each_fault_names_file_line_and_the_right_word(tmp_path, text, code, line, named):
    path = tmp_path / "mine.toml"
    path.write_text(START + text, encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        read(path)
    refusal = refused.value
    assert refusal.code == code
    assert refusal.params["file"] == "mine.toml"
    assert refusal.params["line"] == line
    sentence = WORDS.refusal(refusal)
    assert named in sentence
    assert sentence.replace("\n", "").isprintable()
    placed = WORDS.say("answers.place", file="mine.toml", line=str(line), sentence=sentence)
    assert placed.startswith(f"mine.toml, line {line}: ")


def test_the_promise_of_ones_own_in_the_refusal_can_be_pasted(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(START + '[[standards]]\nkey = "mine"\n', encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        read(path)
    block = WORDS.refusal(refused.value).partition("\n\n")[2]
    path.write_text(START + block, encoding="utf-8")
    assert read(path).draft.standards[-1].key == "my_own_promise"


def test_an_own_measure_drops_what_the_preset_said_with_the_old_one(tmp_path):
    path = tmp_path / "mine.toml"
    band = 'measure = "band"\nbands = [{ width = "2 hours" }]\n'
    path.write_text(START + f'[[standards]]\nkey = "hot_food"\n{band}', encoding="utf-8")
    made = next(one for one in read(path).draft.standards if one.key == "hot_food")
    assert (made.measure, made.limit) == (Measure.BAND, None)
    assert len(made.bands) == 1


@pytest.mark.parametrize("measure", Measure)
def test_the_example_of_each_measure_is_accepted(measure, tmp_path):
    path = tmp_path / "mine.toml"
    line = level_example(measure)
    more = f'measure = "{measure}"\n{line}\n'
    path.write_text(START + f'[[standards]]\nkey = "hot_food"\n{more}', encoding="utf-8")
    made = next(one for one in read(path).draft.standards if one.key == "hot_food")
    assert made.measure is measure


def test_everything_a_promise_may_count_is_looked_at(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(
        START + '[[standards]]\nkey = "hot_food"\nmeasure = "clock_time"\n'
        'clock = { after = "0 days" }\nsecond = { limit = "0 days", condition = "it snows" }\n',
        encoding="utf-8",
    )
    assert read(path).draft.standards
