# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Filling letters: every field or nothing of it, and never anything else."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import (
    LetterStage,
    LetterTemplate,
    Part,
    PartKind,
    Voice,
)
from servicedesk.domain.letters_fields import CATALOGUE, VOICE_WORDS, may_name
from servicedesk.domain.letters_filling import (
    as_text,
    checked_template,
    fields_in,
    filled,
    from_text,
    printed_values,
    still_missing,
    subject_of,
)
from tests.helpers.builders import words

PARTS = (
    Part(kind=PartKind.SUBJECT, text="For {customer.name}"),
    Part(kind=PartKind.PARAGRAPH, text="{We} {are} here: {promise.text}."),
    Part(kind=PartKind.HEADING, text="More"),
    Part(kind=PartKind.PARAGRAPH, text="Ring {business.phone}.", only_if="business.phone"),
)


def template(*parts: Part, **other: object) -> LetterTemplate:
    """A letter about a promise; what is named takes the place of what stands here."""
    values: dict[str, object] = {
        "id": "L13",
        "title": "A letter",
        "stage": LetterStage.PROMISE,
        "when_to_use": "Now.",
        "needs": ("customer.name", "promise.text"),
        "version": 2,
        "locale": "en-GB",
        "body": "",
        "parts": parts or PARTS,
    }
    return LetterTemplate(**{**values, **other})


def paragraph(text: str, only_if: str = "") -> Part:
    return Part(kind=PartKind.PARAGRAPH, text=text, only_if=only_if)


def bullet(text: str) -> Part:
    return Part(kind=PartKind.BULLET, text=text)


def printed(voice: Voice = Voice.WE, **values: str) -> dict[str, str]:
    """Printed values; two underscores stand for the full stop of a name."""
    named = {name.replace("__", "."): value for name, value in values.items()}
    return printed_values(named, voice, words())


def refusal_of(*parts: Part, **other: object) -> Refusal:
    with pytest.raises(Refusal) as caught:
        checked_template(template(*parts, **other))
    return caught.value


def test_a_field_gets_its_value_and_the_voice_its_words():
    said = filled(PARTS, printed(customer__name="Ben", promise__text="ring you."))
    assert [part.text for part in said] == ["For Ben", "We are here: ring you."]
    one = filled(PARTS, printed(Voice.ONE, customer__name="Ben", promise__text="ring"))
    assert one[1].text == "I am here: ring."


def test_a_heading_over_nothing_stays_away_and_comes_with_its_paragraph():
    said = printed(customer__name="Ben", promise__text="ring", business__phone="01632")
    assert [part.kind for part in filled(PARTS, said)][-2:] == [
        PartKind.HEADING,
        PartKind.PARAGRAPH,
    ]
    two = (Part(kind=PartKind.HEADING, text="A"), Part(kind=PartKind.HEADING, text="B"))
    assert filled(two, said) == ()


def test_a_value_with_braces_is_never_read_again():
    said = filled((paragraph("{promise.text}"),), printed(promise__text="{signatory} {{x}}"))
    assert said[0].text == "{signatory} {{x}}"


def test_two_braces_print_one():
    assert filled((paragraph("a {{ b"),), printed())[0].text == "a { b"


def test_an_item_that_is_one_field_of_lines_is_an_item_for_each():
    said = filled((bullet("{effect}"), bullet("x {effect}")), printed(effect="one\n\n two "))
    assert [part.text for part in said] == ["one", "two", "x one\n\n two"]


def test_days_are_written_out_and_sums_have_pence():
    said = printed(promise__due="2026-10-02", price="45", slot__day="")
    assert (said["promise.due"], said["price"], said["slot.day"]) == (
        "2 October 2026",
        "£45.00",
        "",
    )
    assert printed(price="1,250.5")["price"] == "£1,250.50"
    assert printed(price="£40 an hour")["price"] == "£40 an hour"


def test_a_closure_of_one_day_is_on_it_and_a_longer_one_from_to():
    one = printed(closure__from="2026-12-24", closure__to="2026-12-24")
    many = printed(closure__from="2026-12-24", closure__to="2027-01-02")
    assert one["closure.days"] == "on 24 December 2026"
    assert many["closure.days"] == "from 24 December 2026 to 2 January 2027"
    assert "closure.days" not in printed(closure__from="2026-12-24")


@pytest.mark.parametrize(
    ("values", "is_due"),
    [
        ({"finding": "upheld"}, True),
        ({"finding": "partly"}, True),
        ({"finding": "not_upheld", "effect_on_you": "You had to wait."}, True),
        ({"finding": "not_upheld", "effect_on_you": " "}, False),
        ({"finding": "no_finding"}, False),
        ({}, False),
    ],
)
def test_sorry_is_said_where_it_is_due(values, is_due):
    made = filled((paragraph("{sorry}."),), printed_values(values, Voice.ONE, words()))
    said = "I am sorry for what happened and for what it meant for you."
    assert [part.text for part in made] == ([said] if is_due else [])


@pytest.mark.parametrize(
    ("values", "code"),
    [({"nobody": "x"}, "letter_field_unknown"), ({"promise.due": "soon"}, "letter_day_not_read")],
)
def test_what_cannot_be_printed_is_refused(values, code):
    with pytest.raises(Refusal) as caught:
        printed_values(values, Voice.WE, words())
    assert caught.value.code == code
    assert words().refusal(caught.value)


def test_a_right_template_comes_back():
    assert checked_template(template()) == template()


def test_a_template_with_a_fault_is_refused_with_a_sentence():
    text = paragraph("{promise.text}")
    for caught, code in (
        (refusal_of(paragraph("a { b")), "letter_brace_alone"),
        (refusal_of(paragraph("{slot.day} {promise.text}")), "letter_field_unknown"),
        (refusal_of(paragraph("{promise.text}", "nothing")), "letter_field_unknown"),
        (refusal_of(paragraph("Only this.")), "letter_field_left_out"),
        (refusal_of(bullet("{promise.text}")), "letter_empty"),
    ):
        assert (caught.code, caught.field) == (code, "words")
        assert words().refusal(caught)
    assert checked_template(template(text, needs=("customer.name",)))


def test_fields_are_named_once_with_what_they_are_made_of():
    found = fields_in((paragraph("{closure.days} {We} {effect}", "effect"),))
    assert found == ("effect", "closure.from", "closure.to", "closure.days")


def test_what_is_missing_is_named_in_the_order_of_asking():
    assert still_missing(template(), {"promise.text": " "}) == ("customer.name", "promise.text")
    assert still_missing(template(), {"promise.text": "a", "customer.name": "b"}) == ()


def test_a_letter_can_be_changed_as_text_and_read_back():
    said = (
        Part(kind=PartKind.SUBJECT, text="Over it"),
        paragraph("One.\nTwo."),
        bullet("a"),
        bullet("b"),
        Part(kind=PartKind.HEADING, text="What we found"),
        paragraph("Three."),
    )
    assert as_text(said) == "One.\nTwo.\n\n- a\n- b\n\n## What we found\n\nThree."
    assert from_text(as_text(said)) == said[1:]
    assert from_text("- \nx\n- y") == (paragraph("-\nx"), bullet("y"))
    assert subject_of(said) == "Over it"
    assert subject_of(said[1:]) == ""


def test_things_to_write_on_can_be_changed_as_text_and_read_back():
    said = (
        paragraph("One."),
        Part(kind=PartKind.CUT, text="Cut here"),
        Part(kind=PartKind.STEPS, text="Was it fair?"),
        Part(kind=PartKind.TICK, text="Yes"),
        Part(kind=PartKind.TICK, text="No"),
        Part(kind=PartKind.BLANK, text="Your name"),
    )
    cut = "One.\n\n--- Cut here\n\n1-5 Was it fair?"
    assert as_text(said) == f"{cut}\n\n[ ] Yes\n[ ] No\n\n___ Your name"
    assert from_text(as_text(said)) == said
    assert from_text("--- \n1-5")[0].kind is PartKind.PARAGRAPH


def test_a_stretch_in_brackets_stays_away_with_what_it_names():
    part = paragraph("By {promise.due}[, at {promise.time}].[ For {promise.job}.] [sic] [{{]")
    known = {"promise.due": "2 October", "promise.job": "J-1 [x]"}
    (made,) = filled((part,), known)
    assert made.text == "By 2 October. For J-1 [x]. [sic] [{]"
    (made,) = filled((part,), {**known, "promise.time": "9"})
    assert made.text.startswith("By 2 October, at 9.")
    assert filled((part,), {"promise.job": "J-1"}) == ()
    assert "promise.time" in fields_in((part,))


def test_own_words_know_what_they_began_from():
    own = replace(template(), based_on=1)
    assert (own.is_own, own.is_behind) == (True, True)
    assert (template().is_own, template().is_behind) == (False, False)
    assert not replace(template(), based_on=2).is_behind


def test_every_stage_may_name_what_is_around_every_letter():
    for stage in LetterStage:
        assert may_name(stage) >= VOICE_WORDS | {"customer.name", "signatory", "today"}
    assert "slot.day" not in may_name(LetterStage.DELAY)
    assert all(words().say(f"letter.field.{name}") for name in CATALOGUE)


def test_help_under_a_field_has_its_words():
    helped = [one.name for one in CATALOGUE.values() if one.has_help]
    assert len(helped) > 20
    assert all(words().say(f"letter.help.{name}") for name in helped)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_nothing_typed_is_ever_a_fault_or_lost(name, said):
    values = {"customer.name": name, "promise.text": said}
    parts = filled(PARTS, printed_values(values, Voice.WE, words()))
    text = "\n".join(part.text for part in parts)
    if said.strip().removesuffix(".") and name.strip():
        assert said.strip().removesuffix(".") in text


def test_a_part_can_hang_on_what_is_not_there() -> None:
    parts = (
        paragraph("Offered: {promise.text}.", "promise.text"),
        paragraph("Nothing more.", "!promise.text"),
    )
    assert [one.text for one in filled(parts, {"promise.text": "tea"})] == ["Offered: tea."]
    assert [one.text for one in filled(parts, {})] == ["Nothing more."]
    assert fields_in(parts) == ("promise.text",)
    checked_template(template(*parts, paragraph("{customer.name}")))
    with pytest.raises(Refusal) as caught:
        checked_template(template(*PARTS, paragraph("No", "!nonsense")))
    assert (caught.value.code, caught.value.params["name"]) == ("letter_field_unknown", "nonsense")


def test_an_offer_needs_its_day_and_what_happens_then() -> None:
    parts = (paragraph("{offer} {valid_until} {if_accepted}"),)
    made = template(*parts, stage=LetterStage.FINAL, needs=("findings",))
    assert still_missing(made, {"findings": "x"}) == ()
    offered = {"findings": "x", "offer": "tea", "if_accepted": "you get it"}
    assert still_missing(made, offered) == ("valid_until",)
