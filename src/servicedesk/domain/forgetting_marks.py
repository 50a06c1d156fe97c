# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a person is known by in free text, and a text without it.

Names are looked for word by word and in any spelling of their letters; phones by their figures,
however they are spaced; e-mail addresses and postcodes as a whole.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from servicedesk.domain.names import TITLES, fold

_LEAST = 3
"""Letters that a word of a name has at least, to be looked for by itself."""

_PARTICLES = frozenset(
    ["and", "the", "von", "van", "der", "den", "del", "dos", "das", "san", "bin", "ibn", "ltd"]
)
"""Words in names that stand in every other sentence."""

_FIGURES = 6
"""Figures that a phone number has at least."""

_COMPARED = 9
"""Of longer ones the last so many are compared: what stands before them depends on the country."""

_WORD = re.compile(r"\w+")
_EMAIL = re.compile(r"[^\s<>,;:()\[\]\"“”]+@[^\s<>,;:()\[\]\"“”]+")
_NUMBER = re.compile(r"\+?\d[\d ()./\u00a0-]{4,}\d")
_POSTCODE = re.compile(r"\b[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What somebody is known by, folded.

    Args:
        names: whole names, each as its words in order.
        words: words of names that are looked for by themselves.
        emails: e-mail addresses.
        numbers: last figures of phone numbers.
        postcodes: without blanks.
    """

    names: tuple[tuple[str, ...], ...] = ()
    words: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    postcodes: frozenset[str] = frozenset()


def marks_of(
    *,
    people: Iterable[str] = (),
    organisations: Iterable[str] = (),
    reaches: Iterable[str] = (),
    postcodes: Iterable[str] = (),
) -> Marks:
    """What a person is known by.

    Args:
        people: names of people; each of their longer words counts by itself.
        organisations: names of firms, which count as a whole: their words stand in other texts.
        reaches: phones and e-mail addresses as they were typed.
        postcodes: of their addresses.
    """
    persons = [_words(name) for name in people]
    persons += [_untitled(words) for words in persons]
    firms = [_words(name) for name in organisations]
    said = list(reaches)
    return Marks(
        names=tuple(dict.fromkeys(words for words in (*persons, *firms) if words)),
        words=frozenset(
            word
            for words in persons
            for word in words
            if len(word) >= _LEAST and word not in TITLES | _PARTICLES and not word.isdecimal()
        ),
        emails=frozenset(fold(one.strip()) for one in said if "@" in one),
        numbers=frozenset(number for one in said if "@" not in one and (number := _figures(one))),
        postcodes=frozenset(fold(code).replace(" ", "") for code in postcodes if code.strip()),
    )


def redacted(text: str, marks: Marks, stands_in: str) -> str:
    """A text without what somebody is known by.

    Args:
        text: any.
        marks: of the person.
        stands_in: what stands in its place.
    """
    spans = _spans(text, marks)
    for start, end in reversed(spans):
        text = text[:start] + stands_in + text[end:]
    return text


def is_named(text: str, marks: Marks) -> bool:
    """Whether a text holds anything that somebody is known by."""
    return bool(_spans(text, marks))


def surely_named(text: str, marks: Marks, common: Collection[str] = ()) -> bool:
    """Whether a text can mean nobody else: a whole name, a phone, an e-mail address, a rare name.

    Args:
        text: any.
        marks: of the person.
        common: words of their names that others have in their names too. One that nobody else has
            counts where it is not written small: "park" is no name, "Park" may be one.
    """
    if _spans(text, replace(long_names(marks), emails=marks.emails, numbers=marks.numbers)):
        return True
    rare = marks.words.difference(common)
    said = (match.group() for match in _WORD.finditer(text))
    return any(not word[0].islower() and fold(word) in rare for word in said)


def long_names(marks: Marks) -> Marks:
    """Only the names of two words or more, which hardly anybody shares."""
    return Marks(names=tuple(name for name in marks.names if len(name) > 1))


def is_namesake(text: str, marks: Marks) -> bool:
    """Whether the name of somebody else is the same, titles aside."""
    return _untitled(_words(text)) in {_untitled(name) for name in marks.names}


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded."""
    return _words(name)


def hints(marks: Marks) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands in any text that names somebody, in plain small letters.

    It finds too much and misses nothing, so that a file is searched quickly beforehand.

    Returns:
        What is looked for in the text; and in the text without blanks, dots and dashes.
    """
    longest = (max(name, key=len) for name in marks.names)
    close = (*longest, *marks.words, *marks.emails)
    return tuple(sorted(set(close))), tuple(sorted(marks.numbers | marks.postcodes))


def _untitled(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in TITLES)


def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(name)))


def _figures(text: str) -> str:
    figures = "".join(filter(str.isdecimal, text))
    return figures[-_COMPARED:] if len(figures) >= _FIGURES else ""


def _spans(text: str, marks: Marks) -> list[tuple[int, int]]:
    """Where in a text the marks stand, in order; those that touch are one."""
    found = [
        match.span()
        for match in _EMAIL.finditer(text)
        if fold(match.group()).strip(".") in marks.emails
    ]
    found += [
        match.span() for match in _NUMBER.finditer(text) if _figures(match.group()) in marks.numbers
    ]
    found += [
        match.span()
        for match in _POSTCODE.finditer(text)
        if fold(match.group()).replace(" ", "") in marks.postcodes
    ]
    found += _named(text, marks)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _named(text: str, marks: Marks) -> list[tuple[int, int]]:
    """Where names stand, and words of them."""
    tokens = [(fold(match.group()), *match.span()) for match in _WORD.finditer(text)]
    words = [word for word, _, _ in tokens]
    found = [(start, end) for word, start, end in tokens if word in marks.words]
    for name in marks.names:
        length = len(name)
        found += [
            (tokens[at][1], tokens[at + length - 1][2])
            for at in range(len(words) - length + 1)
            if tuple(words[at : at + length]) == name
        ]
    return found
