# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Notes without a verb, and vows, as owners jot them down: each becomes one whole promise."""

import pytest

from servicedesk.domain.wording import Context, check_wording, rewritten

JOTTED = [
    ("Same cleaner every week.", "We will give you the same cleaner every week."),
    ("Paint mixed while you wait.", "We will mix paint while you wait."),
    ("Vegan options available.", "Vegan options will be available."),
    (
        "All complaints answered by the owner personally by 5pm.",
        "The owner will answer all complaints by 5pm.",
    ),
    ("Cats visited twice a day.", "We will visit cats twice a day."),
    ("We always arrive on time.", "We will arrive on time."),
    ("We guarantee fresh bread by 7am.", "We will give you fresh bread by 7am."),
    (
        "We will refund you by 5pm if reasonable.",
        "We will refund you by 5pm. If we cannot, we will tell you when we can.",
    ),
]


@pytest.mark.parametrize(("text", "said"), JOTTED)
def test_a_note_becomes_a_promise(text, said):
    assert check_wording(text, context=Context.PROMISE) != ()
    assert rewritten(text, context=Context.PROMISE) == said
    assert check_wording(said, context=Context.PROMISE) == ()


@pytest.mark.parametrize("text", ["100% reliable.", "No fix no fee."])
def test_a_slogan_becomes_none(text):
    assert rewritten(text, context=Context.PROMISE) == ""
