# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a record about somebody else says of a person: its sentences, with other names marked."""

import pytest

from servicedesk.domain.access_packs_names import NamesFinder, placed_words, words_of
from servicedesk.domain.access_packs_parts import PartTaker


def test_words_are_found_where_they_stand() -> None:
    text = "Straße: Łucja O’Neill’s ﬁx"
    found = [(word, text[start:end]) for word, start, end in placed_words(text)]
    assert found == [
        ("strasse", "Straße"),
        ("lucja", "Łucja"),
        ("o'neill", "O’Neill"),
        ("fix", "ﬁx"),
    ]
    assert tuple(word for word, _ in found) == words_of(text)


def test_whom_a_record_is_about_is_known_by_any_word() -> None:
    finder = NamesFinder((), known=("Mr Bob de Smith", "The Van Co", "Al"))
    assert finder.named_in("bob came") == ("Mr Bob de Smith",)
    assert finder.named_in("Smith’s dog, the van, Al, Mr X, de") == ("Mr Bob de Smith",)


MARK = "[x]"


def taker(*others: str, known: tuple[str, ...] = ()) -> PartTaker:
    finders = (NamesFinder(others), NamesFinder((), known=known))
    return PartTaker(them=NamesFinder(("Mrs Meena Patel",)), others=finders, mark=MARK)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Owes 300", ()),
        ("", ()),
        ("brother of Mrs Patel; owes 300", ("brother of Mrs Patel",)),
        ("Has a cough. Knows Meena Patel! Owes 300", ("Knows Meena Patel!",)),
        ("Saw Mrs. Patel. Left.", ("Saw Mrs. Patel.",)),
        ("Patel,\nMeena rang\nOwes 300", ("Patel,\nMeena rang",)),
        ("Mrs Patel rang. No. Mrs Patel wrote", ("Mrs Patel rang.", "Mrs Patel wrote")),
        ("Bob Smith’s sister is Mrs Patel", ("[x]’s sister is Mrs Patel",)),
        ("Smith told Mrs Patel of Bob", ("[x] told Mrs Patel of [x]",)),
        ("Bob Smith left. He and Mrs Patel are kin", ("He and Mrs Patel are kin",)),
        ("Mrs Patel and Sam Patel", ("Mrs Patel and [x]",)),
        ("Mrs Patel with Bob Smith Jones", ("Mrs Patel with [x]",)),
    ],
)
def test_of_a_text_the_sentences_that_name_them_are_taken(
    text: str, expected: tuple[str, ...]
) -> None:
    others = ("Bob Smith", "Smith Jones", "Sam Patel")
    assert taker(*others, known=("Bob Smith",)).taken(text) == expected


def test_who_is_marked_is_told_and_nobody_who_is_not() -> None:
    one = taker("Bob Smith", "Joan Fielding", "Mr Patel")
    assert one.marks("Bob Smith left. Joan Fielding knows Mrs Patel") == ("Joan Fielding",)
    assert one.marks("Bob Smith left") == ()
