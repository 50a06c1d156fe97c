# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters as they come with the program, and the owner's own words of them."""

import re
from pathlib import Path

import pytest

from servicedesk.content.letters import load_letters, read_parts, with_words
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.letters import LetterTemplate, Part, PartKind
from servicedesk.domain.letters_checking import letter_findings
from servicedesk.domain.letters_fields import VOICE_WORDS
from servicedesk.domain.letters_filling import fields_in
from tests.helpers.builders import RESOURCES, words

LETTERS = {one.id: one for one in load_letters(RESOURCES)}

MUST_SAY = {
    "L01": {"complaint.received_on", "complaint.channel", "complaint.summary", "complaint.ref",
            "complaint.handler", "decide_by", "reach_us"},
    "L02": {"progress", "still_to_do", "reason", "new_date"},
    "L03": {"items", "why_needed", "reach_us", "reply_by"},
    "L04": {"what_happened", "effect_on_you", "findings", "remedies", "change", "review_how",
            "review_by", "adr.paragraph"},
    "L05": {"what_happened", "effect_on_you", "findings", "remedies", "change", "review_how",
            "review_by", "adr.paragraph"},
    "L06": {"looked_at", "findings", "goodwill", "review_how", "review_by", "adr.paragraph",
            "law.free_advice"},
    "L07": {"what_happened", "effect_on_you", "remedies", "change"},
    "L08": {"complaint.received_on", "effect_on_you", "findings", "offer", "valid_until",
            "if_accepted", "if_refused", "reach_us", "adr.paragraph", "law.free_advice",
            "law.court"},
    "L09": {"reviewed_by", "review_result", "findings", "adr.paragraph", "law.free_advice"},
    "L10": {"amount", "method", "sent_on", "expect_by", "paid_for", "sorry_for"},
    "L11": {"remedy.what", "remedy.due", "remedy.window", "remedy.access"},
    "L12": {"gift", "valid_until", "law.legal_rights"},
    "L16": {"complaint.ref", "complaint.resolved_on"},
    "L23A": {"complaint.received_on", "complaint.ref", "complaint.handler", "decide_by",
             "reach_us", "law.data_received"},
    "L23B": {"findings", "remedies", "law.data_regulator"},
    "L22": {"request.received_on", "request.enclosed", "request.held_why", "request.held_from",
            "request.held_shared", "request.held_long", "request.kept_back",
            "law.request_rights", "law.data_regulator", "reach_us"},
    "L24A": {"request.asked", "request.ask_why", "request.paused_on", "law.request_time",
             "law.data_regulator"},
    "L24B": {"request.longer_why", "request.new_due", "law.request_time", "law.data_regulator"},
    "L24C": {"request.refused_what", "request.refused_why", "law.data_regulator"},
    "L28": {"claim.bought", "claim.order", "claim.fault", "claim.waiting", "claim.ask",
            "reply_by"},
    "L29": {"contract.date", "contract.cancel_by", "law.cancel_right", "law.cancel_how",
            "law.cancel_cost", "law.cancel_form"},
    "L30": {"behaviour.on", "behaviour.what", "behaviour.ask", "behaviour.limits",
            "behaviour.review_on"},
    "L17": {"compliment", "staff", "feedback.given_on", "feedback.may_quote", "feedback.ref"},
    "L18": {"suggestion", "decision", "decided", "answer", "reach_us"},
    "L13": {"promise.text", "promise.promiser", "promise.due", "promise.condition"},
    "L14": {"promise.text", "old_due", "reason", "new_due", "choices", "reach_us"},
    "L15": {"promise.text", "done_on", "guarantee"},
    "L19": {"slot.day", "slot.window", "expect", "price", "change_rule", "cancel_right"},
    "L20": {"notice.what", "notice.old", "notice.new", "notice.from", "notice.why",
            "notice.choices", "notice.leave", "notice.leave_by", "notice.better", "reach_us"},
    "L21": {"closure.from", "closure.to", "cover", "urgent", "effect"},
}  # fmt: skip
"""What the house's own list of letters asks of each."""

HEAD = """+++
id = "L99"
title = "A letter"
stage = "promise"
when_to_use = "Now."
needs = ["promise.text"]
version = 1
locale = "en-GB"
+++
"""


def letter_of(folder: Path, text: str) -> tuple[LetterTemplate, ...]:
    place = folder / "letters" / "en-GB"
    place.mkdir(parents=True)
    (place / "L99.md").write_text(text, encoding="utf-8")
    return load_letters(folder)


def test_every_letter_says_what_it_must():
    assert set(LETTERS) == set(MUST_SAY)
    for number, must in MUST_SAY.items():
        assert must <= set(fields_in(LETTERS[number].parts))
        assert LETTERS[number].parts[0].kind is PartKind.SUBJECT

    changed = {"L13": 2, "L14": 2, "L21": 2}
    assert {one.id: one.version for one in LETTERS.values() if one.version > 1} == changed


def test_a_promise_is_confirmed_in_one_paragraph():
    kinds = [part.kind for part in LETTERS["L13"].parts]
    assert kinds == [PartKind.SUBJECT, PartKind.PARAGRAPH, PartKind.PARAGRAPH]
    said = LETTERS["L13"].parts[1].text
    for name in ("text", "due", "time", "promiser", "condition", "remedy", "job"):
        assert f"{{promise.{name}}}" in said


def test_a_promise_confirmation_says_how_we_tell_if_it_slips():
    assert "tell you before" in LETTERS["L13"].body
    assert "sorry" in LETTERS["L14"].body


@pytest.mark.parametrize("number", sorted(MUST_SAY))
def test_our_own_words_pass_our_own_check(number):
    text = re.sub(r"\{\??[^}]*\}", "it", LETTERS[number].body)
    assert letter_findings(text.replace("#", "").replace("- ", "")) == ()


@pytest.mark.parametrize("number", sorted(MUST_SAY))
def test_our_own_words_are_short(number):
    """A reading age of about eleven: no sentence of more than 30 words."""
    for part in LETTERS[number].parts:
        for sentence in re.split(r"[.?!:]", part.text):
            assert len(sentence.split()) <= 30


def test_a_letter_speaks_with_the_small_words_of_the_voice_alone():
    for letter in LETTERS.values():
        bare = re.sub(r"\{[^}]*\}", "", letter.body)
        assert not re.search(r"\b(?:We|us|our|Our|I|me|my)\b", bare)
        assert VOICE_WORDS & set(re.findall(r"\{(\w+)\}", letter.body))


def test_the_marks_of_a_letter_are_few():
    parts = read_parts("# Over\n\n## Under\n\nOne\ntwo *three*\n\n- a\n- b\n\n2. c\n\n{?x} Said")
    assert parts == (
        Part(kind=PartKind.SUBJECT, text="Over"),
        Part(kind=PartKind.HEADING, text="Under"),
        Part(kind=PartKind.PARAGRAPH, text="One\ntwo *three*"),
        Part(kind=PartKind.BULLET, text="a"),
        Part(kind=PartKind.BULLET, text="b"),
        Part(kind=PartKind.PARAGRAPH, text="2. c"),
        Part(kind=PartKind.PARAGRAPH, text="Said", only_if="x"),
    )


@pytest.mark.parametrize(
    "text", ["<b>x</b>", "[a](http://b)", "![a](b.png)", "`x`", "> x", "```\nx\n```", "&lt;x"]
)
def test_markup_of_any_other_kind_is_letters(text):
    (part,) = read_parts(text)
    assert part.kind is PartKind.PARAGRAPH
    assert part.text.replace("\n", "") == text.replace("\n", "")


@pytest.mark.parametrize(
    ("body", "code"), [("### x", "letter_mark_unknown"), ("{?x never ends", "letter_brace_alone")]
)
def test_words_that_cannot_be_read_are_refused(body, code):
    with pytest.raises(Refusal) as caught:
        read_parts(body)
    assert (caught.value.code, caught.value.field) == (code, "words")
    assert words().refusal(caught.value)


def test_the_closed_platform_gets_into_no_words_of_the_owner_either():
    link = "http://EC.europa.eu/consumers/ODR/main"
    with pytest.raises(Refusal) as caught:
        with_words(LETTERS["L15"], f"{{promise.text}} {{done_on}} See {link} now.", 1)
    assert (caught.value.code, caught.value.field) == ("letter_link_closed", "words")
    assert link in words().refusal(caught.value)


def test_things_to_write_on_have_their_signs():
    parts = read_parts(
        "--- Cut here\n\n1-5 Was it fair?\n\n___ Your name\n\n{?x} ___ If\n\n- ___ a\n\n[ ] Yes"
    )
    assert [(one.kind, one.text, one.only_if) for one in parts] == [
        (PartKind.CUT, "Cut here", ""),
        (PartKind.STEPS, "Was it fair?", ""),
        (PartKind.BLANK, "Your name", ""),
        (PartKind.BLANK, "If", "x"),
        (PartKind.BULLET, "___ a", ""),
        (PartKind.TICK, "Yes", ""),
    ]


def test_our_own_letters_keep_sorry_apart_from_what_was_found():
    """An apology is a sentence of its own: what was done wrong stands beside it, not in it."""
    for number in ("L04", "L05", "L07"):
        (sorry,) = (part.text for part in LETTERS[number].parts if "sorry" in part.text)
        assert sorry.startswith("{We} {are} sorry")
        assert sorry.count(".") == 1
    for number in ("L08", "L09", "L23B"):
        assert [part.text for part in LETTERS[number].parts if "sorry" in part.text] == ["{sorry}."]


def test_a_letter_to_a_supplier_and_one_about_behaviour_name_no_more_than_they_must():
    named = fields_in(LETTERS["L28"].parts)
    assert not [one for one in named if one.startswith("complaint.")]
    assert "it will be answered whatever" in LETTERS["L30"].body


def test_own_words_keep_what_they_began_from():
    ours = LETTERS["L15"]
    own = with_words(ours, "On {done_on}: {promise.text}. Yours.", 1)
    assert (own.is_own, own.based_on, own.title) == (True, 1, ours.title)
    with pytest.raises(Refusal, match="letter_field_left_out"):
        with_words(ours, "Done.", 1)


def test_a_letter_of_a_file_is_read(tmp_path):
    (letter,) = letter_of(tmp_path, HEAD + "It is {promise.text}.\n")
    assert (letter.id, letter.body) == ("L99", "It is {promise.text}.")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("no head", 1),
        (HEAD.replace('id = "L99"', 'id = "L98"') + "{promise.text}", 2),
        (HEAD.replace('stage = "promise"', 'stage = "never"') + "{promise.text}", 4),
        (HEAD.replace('title = "A letter"', "") + "{promise.text}", 1),
        (HEAD.replace("title =", "titel =") + "{promise.text}", 3),
        (HEAD.replace("version = 1", 'version = "1"') + "{promise.text}", 7),
        (HEAD.replace('["promise.text"]', '"promise.text"') + "{promise.text}", 6),
        (HEAD.replace("version = 1", 'must_name = "x"\nversion = 1') + "{promise.text}", 7),
        (HEAD.replace("version = 1", 'must_name = ["our_ref"]\nversion = 1') + "{promise.text}", 7),
        (HEAD.replace("en-GB", "cy-GB") + "{promise.text}", 8),
        (HEAD.replace("version = 1", "version =") + "{promise.text}", 7),
        (HEAD.replace('locale = "en-GB"', 'locale = """') + "{promise.text}", 8),
        (HEAD + "Nothing of it.", 6),
        (HEAD + "{nobody} {promise.text}", 10),
        (HEAD + "{promise.text}\n\nhttps://ec.europa.eu/consumers/odr", 12),
    ],
)
def test_a_damaged_letter_is_named_with_its_line(tmp_path, text, line):
    with pytest.raises(Trouble) as caught:
        letter_of(tmp_path, text)
    assert caught.value.code == "program_file_damaged"
    assert caught.value.params["file"] == "L99.md"
    assert caught.value.params["place"] == f"line {line}:"
    assert "at line" not in str(caught.value.params["fault"])


def test_letters_that_are_not_there_or_no_text_are_named(tmp_path):
    with pytest.raises(Trouble, match="program_file_missing"):
        load_letters(tmp_path)
    place = tmp_path / "letters" / "en-GB"
    place.mkdir(parents=True)
    (place / "L99.md").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(Trouble, match="program_file_damaged"):
        load_letters(tmp_path)
    (place / "L99.md").unlink()
    (place / "L99.md").mkdir()
    with pytest.raises(Trouble, match="program_file_missing"):
        load_letters(tmp_path)
