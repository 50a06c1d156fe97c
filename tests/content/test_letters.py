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
    "L13": {"promise.text", "promise.promiser", "promise.due", "promise.condition"},
    "L14": {"promise.text", "old_due", "reason", "new_due", "choices", "reach_us"},
    "L15": {"promise.text", "done_on", "guarantee"},
    "L19": {"slot.day", "slot.window", "expect", "price", "change_rule", "cancel_right"},
    "L21": {"closure.from", "closure.to", "cover", "urgent", "effect"},
}
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
    "text",
    [
        "no head",
        HEAD.replace('id = "L99"', 'id = "L98"') + "{promise.text}",
        HEAD.replace('stage = "promise"', 'stage = "never"') + "{promise.text}",
        HEAD.replace('title = "A letter"', "") + "{promise.text}",
        HEAD.replace("version = 1", 'version = "1"') + "{promise.text}",
        HEAD.replace("en-GB", "cy-GB") + "{promise.text}",
        HEAD.replace("version = 1", "version =") + "{promise.text}",
        HEAD + "Nothing of it.",
        HEAD + "{nobody} {promise.text}",
    ],
)
def test_a_damaged_letter_is_named(tmp_path, text):
    with pytest.raises(Trouble) as caught:
        letter_of(tmp_path, text)
    assert caught.value.code == "program_file_damaged"
    assert caught.value.params["file"] == "L99.md"


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
