# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Better wordings of printed sentences find their way back into the field they came from."""

from pathlib import Path

import pytest

from servicedesk.content.words import load_words
from servicedesk.domain.standards import Measure, Remedy
from servicedesk.domain.standards_editing_words import reworded
from servicedesk.domain.standards_sentences import sentences
from servicedesk.domain.wording import Context, Finding, FindingCode, Severity, check_wording
from tests.domain.standards_made import a_standard, amount

WORDS = load_words(root=Path(__file__).parents[2] / "resources")


def weigh(standard):
    said = sentences(standard, WORDS, say_measure=False)
    found = [*check_wording(said.main, context=Context.PROMISE)]
    for words in said.details:
        found += check_wording(words, context=Context.DETAIL)
    return [*found, *check_wording(standard.title, context=Context.FREE_TEXT)]


def mended(standard):
    for finding in weigh(standard):
        made = reworded(standard, finding, WORDS, weigh)
        if made is not None:
            return made
    return None


def test_the_words_of_the_promise():
    standard = a_standard(
        action="always ring you back {limit} of your call", limit=amount("4 opening hours")
    )
    made = mended(standard)
    assert made.action == "ring you back {limit} of your call"
    assert made.limit == standard.limit
    assert not weigh(made)


def test_a_level_read_at_the_end_stays_there():
    standard = a_standard(
        action="always ring you back after your message", limit=amount("4 opening hours")
    )
    made = mended(standard)
    assert sentences(made, WORDS).main.startswith("We will ring you back")
    assert made.limit == standard.limit


def test_a_promise_without_a_figure():
    standard = a_standard(measure=Measure.YES_NO, action="always free the till for you at noon")
    made = mended(standard)
    assert made is None or "always" not in made.action


def test_what_happens_if_it_is_missed():
    standard = a_standard(
        action="ring you back {limit} of your call",
        limit=amount("4 opening hours"),
        remedy=Remedy(text="we will try to call you as soon as possible"),
    )
    made = mended(standard)
    assert made.remedy.text == "we will try to call you"
    assert not weigh(made)


def test_a_title_and_a_condition():
    standard = a_standard(
        action="ring you back {limit} of your call",
        limit=amount("4 opening hours"),
        title="The best calls",
        condition="We always close at noon.",
    )
    codes = {finding.code for finding in weigh(standard)}
    assert codes == {FindingCode.VAGUE_WORD}
    made = mended(standard)
    assert made is None or len(weigh(made)) < len(weigh(standard))


@pytest.mark.parametrize("rewrite", ["", "We will do quite another thing.", "x" * 900])
def test_what_no_field_can_take(rewrite):
    standard = a_standard(limit=amount("4 opening hours"))
    finding = Finding(
        code=FindingCode.VAGUE_WORD, severity=Severity.WARN, span=(0, 4), params={}, rewrite=rewrite
    )
    assert reworded(standard, finding, WORDS, lambda _one: [finding]) is None


def test_a_remedy_gets_the_words_that_were_offered_and_is_never_emptied():
    wrong = Remedy(text="We guarantee to always reply as soon as possible")
    standard = a_standard(limit=amount("4 opening hours"), remedy=wrong)
    taken = []
    for finding in weigh(standard):
        made = reworded(standard, finding, WORDS, weigh)
        if made is not None:
            taken.append((finding.rewrite, made.remedy.text))
    assert taken
    for offered, text in taken:
        assert text
        assert text.rstrip(".").lower() in offered.lower()
