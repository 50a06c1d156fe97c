# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The letters of names and texts: cleaned as they come in, folded to sort and to search."""

import re
import unicodedata

from servicedesk.domain.errors import Refusal

_LOST_LETTERS = str.maketrans(
    "łđðøıħŋŧĸƀɓɖɗƙƴəǝɨʉⱥȼɇǥɉꝑɍⱦƶ" + "‘’‛ʻʼ′`“”„‐‒–—−",
    "lddoihntkbbddkyeeiuacegjprtz" + "'''''''\"\"\"-----",
) | {ord("þ"): "th", ord("ß"): "ss", ord("æ"): "ae", ord("œ"): "oe"}
"""What no decomposition takes apart: whole letters, quotation marks and dashes."""

_DROPPED = frozenset({"Mn", "Me", "Cf"})
"""Marks set over or around a letter, and signs that cannot be seen."""

_KEPT_CONTROLS = "\n\t"
_C0 = dict.fromkeys(code for code in range(0x20) if chr(code) not in _KEPT_CONTROLS)
_BIDI = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile("[\n\t\v\f\x1c-\x1e\x85\u2028\u2029]+| {2,}")


def _each_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _each_of(
    "mr mrs ms miss mx dr prof professor rev revd reverend fr father sister sir dame lord lady "
    "cllr capt captain col colonel maj major sgt lt madam mme mlle herr frau"
)
"""What stands before a name, folded."""

_PARTICLES = _each_of(
    "van von der den de del della di da dos das du la le los las el al bin bint ibn ben ap ab "
    "ferch ter ten te zu zum zur af av y e of the"
)
_SUFFIXES = _each_of("jr snr jnr junior senior ii iii iv esq mbe obe cbe phd bsc msc")
_ATTACHED_PARTICLE = re.compile(r"^(?:al|el|ad|an|as|ash|ar|at|az)-(?=\w{2})")
_ARTICLES = frozenset({"the", "a", "an"})


def fold(text: str) -> str:
    """Return ``text`` with every letter brought to its plainest form, for sorting and search.

    The same text typed with other accents, case, width, quotation marks or dashes folds to the
    same letters, and folding twice changes nothing. It is never shown to anybody.

    Args:
        text: any text; nothing is trimmed and words stay where they are.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    taken_apart = text
    for _ in range(2):  # some letters change case only into forms that come apart once more
        taken_apart = unicodedata.normalize("NFKD", taken_apart).casefold()
    taken_apart = unicodedata.normalize("NFKD", taken_apart)
    kept = (letter for letter in taken_apart if unicodedata.category(letter) not in _DROPPED)
    return "".join(kept).translate(_LOST_LETTERS)


def clean_text(text: str) -> str:
    r"""Return typed or imported text as it is kept: composed (NFC), without control signs.

    Line ends become ``\n``; C0 controls other than ``\n`` and tab go; half a surrogate pair,
    which no file can hold, becomes U+FFFD. Nothing else changes; cleaning twice changes nothing.

    Args:
        text: any text, with any line ends.
    """
    if text.isascii() and text.isprintable():  # as most of a long list is
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    whole = _LONE_SURROGATE.sub("\ufffd", lines.translate(_C0))
    return unicodedata.normalize("NFC", whole)


def without_turns(text: str) -> str:
    """Return ``text`` without the signs that turn the writing direction.

    They cannot be seen, and can make a name read as another one; letters of every script stay.

    Args:
        text: any text.
    """
    return text.translate(_BIDI)


def clean_name(text: str) -> str:
    """Return a name or any other one-line text as it is kept.

    As ``clean_text``, and: signs that turn the writing direction go, line ends and tabs become a
    space, runs of spaces become one, the ends are trimmed.

    Args:
        text: any text.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    one_line = _LINE_ENDS.sub(" ", without_turns(clean_text(text)))
    return unicodedata.normalize("NFC", re.sub(" {2,}", " ", one_line).strip())


def check_length(text: str, limit: int, field: str) -> str:
    """Return ``text`` when it is short enough to be kept whole.

    Args:
        text: the cleaned text.
        limit: the most characters (code points) that the field holds.
        field: the field to mend.

    Raises:
        Refusal: ``text_too_long`` with ``length`` and ``limit``; nothing is ever cut.
    """
    if len(text) > limit:
        raise Refusal("text_too_long", field, length=len(text), limit=limit)
    return text


def sort_key_person(name: str) -> str:
    """Return the key that sorts a person by surname, then by the other names.

    The surname is the last word, titles and particles left out of its beginning; a name written
    "Smith, John" says itself which word that is. A name of one word sorts by it.

    Args:
        name: the whole name as it is shown.
    """
    folded = fold(clean_name(name))
    before, comma, after = folded.partition(",")
    after_words = _name_words(after)
    if comma and after_words and not _SUFFIXES.issuperset(after_words):
        return " ".join([*_name_words(before), *after_words])
    words = [*_name_words(before), *after_words]
    while len(words) > 1 and words[0] in TITLES:
        del words[0]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        del words[-1]
    if not words:
        return folded
    surname = _ATTACHED_PARTICLE.sub("", words[-1])
    others = words[:-1]
    given = [word for word in others if word not in _PARTICLES]
    particles = [word for word in others if word in _PARTICLES]
    return " ".join([surname, *given, *particles])


def sort_key_organisation(name: str) -> str:
    """Return the key that sorts a firm by its first word, "The" and "A" left out.

    An "A" that is an initial ("A & B Motors", "A B Taxis") stays.

    Args:
        name: the whole name as it is shown.
    """
    folded = fold(clean_name(name))
    words = _name_words(folded)
    first, _, rest = folded.partition(" ")
    second = _bare(rest.partition(" ")[0])
    is_initial = first == "a" and len(second) < 2
    if len(words) > 1 and first in _ARTICLES and not is_initial:
        del words[0]
    return " ".join(words) or folded


def _name_words(folded: str) -> list[str]:
    """Return the words of folded text that hold a letter or figure, bare of punctuation."""
    return [bare for word in folded.split() if (bare := _bare(word))]


def _bare(word: str) -> str:
    """Return a folded word without its punctuation: "o'neill" is one word, a hyphen stays."""
    kept = (sign for sign in word if sign == "-" or unicodedata.category(sign)[0] in "LMN")
    return "".join(kept).strip("-")
