# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is made from a customer's name: by which it is sorted, and what stands after "Dear"."""

from servicedesk.domain.names import clean_name, fold, sort_key_organisation, sort_key_person


def _each_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BEFORE_SURNAME = _each_of(
    "mr mrs ms miss mx dr prof professor rev revd reverend cllr capt captain col colonel maj major "
    "sgt lt lord madam mme mlle herr frau"
)
"""Titles that are followed by the surname alone."""

_BEFORE_GIVEN = _each_of("sir dame lady sister brother father fr")
"""Titles that are followed by the given name."""

_LEADS_SURNAME = _each_of(
    "van von der den de del della di da dos das du la le los las el al bin bint ibn ben ap ab "
    "ferch ter ten te zu zum zur af av"
)
_AFTER_NAME = _each_of("jr snr jnr junior senior ii iii iv esq mbe obe cbe phd bsc msc")


def made_sort_key(name: str, *, is_organisation: bool) -> str:
    """By which a customer is sorted while nobody has said otherwise.

    Args:
        name: as it is shown, cleaned; a phone number or an e-mail address where there is none.
        is_organisation: sorted by the first word and not by the last.
    """
    return sort_key_organisation(name) if is_organisation else sort_key_person(name)


def made_salutation(name: str, ask_for: str = "", *, is_organisation: bool = False) -> str:
    """What stands after "Dear": "Mrs Patel" for "Mrs Meena Patel", the whole name without a title.

    Letters to a firm speak to whom one asks for there, else to the firm by its name.

    Args:
        name: as written, cleaned; may be empty.
        ask_for: whom to ask for in an organisation; may be empty.
        is_organisation: a firm, a club, a school.
    """
    if is_organisation:
        return made_salutation(ask_for) if ask_for else name
    before, comma, after = name.partition(",")
    turned = f"{after} {before}" if comma and after and not _is_after_name(after) else name
    words = clean_name(turned.replace(",", " ")).split(" ")
    while len(words) > 1 and _is_after_name(words[-1]):
        del words[-1]
    title = _bare(words[0])
    if len(words) > 2 and title in _BEFORE_GIVEN:
        return f"{words[0]} {words[1]}"
    if len(words) > 2 and title in _BEFORE_SURNAME:
        return " ".join([words[0], *_surname(words[1:])])
    return " ".join(words)


def greeting(name: str) -> str:
    """What stands after "Dear" where it is not known whether a name is a person's or a firm's.

    Args:
        name: as it was typed; may be empty.

    Returns:
        "Mrs O'Brien" for "Mrs Jean O'Brien"; without a title the name as it was typed.
    """
    said = made_salutation(name)
    title, space, _ = said.partition(" ")
    return said if space and _bare(title) in _BEFORE_SURNAME | _BEFORE_GIVEN else name


def _surname(words: list[str]) -> list[str]:
    """The last word, with the particles before it: a given name at least stands before those."""
    first = len(words) - 1
    while first > 1 and fold(words[first - 1]) in _LEADS_SURNAME:
        first -= 1
    return words[first:]


def _is_after_name(words: str) -> bool:
    return all(_bare(word) in _AFTER_NAME for word in words.split())


def _bare(word: str) -> str:
    return fold(word).strip(".")
