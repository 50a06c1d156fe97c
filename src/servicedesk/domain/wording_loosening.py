# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Loose words, office words and hidden conditions taken out, with grammar left whole.

What measured nothing is dropped or said plainly; what stood round it must still be a sentence.
"""

import re

from servicedesk.domain.wording_terms import (
    CONDITION,
    DONE,
    ENDEAVOUR,
    FULL,
    HEDGE,
    LOOSE_NUMBER,
    NEVER,
    OFFICE_WORD,
    OUR_BEST,
    PLAINER,
    PRAISE,
    REASONABLE,
    ROUND_THE_CLOCK,
    STRIVE,
    SUPERLATIVE,
    WITH_CARE,
)
from servicedesk.domain.wording_text import Context, Setting, phrase

THAT_GUARANTEE = re.compile(r"(?<!\w)(?P<that>the|this|that) (?:guarantee|warranty)(?!\w)", re.I)
"""A guarantee spoken of elsewhere, which is a promise by another name."""

_AFTER_WILL = re.compile(r"(?:(?<!\w)(?:will|shall|can|must)|'ll) $", re.I)
_LOOSE = {"couple": "2", "few": "3", "several": "5"}
_CLOCK_ROUND = re.compile(
    r"(?<!\w)(?P<the>an?|our|the) 24 ?[/-] ?7 (?P<what>[a-z'-]{2,20}(?: [a-z'-]{2,20}){0,2}?)"
    r"(?P<stop>[.,;!]|$)?(?(stop)|(?= (?:for|to|on|in|with)(?!\w)))",
    re.I,
)
_BEING = re.compile(
    r"(?<!\w)(?:to|should|must|would|could|can|may|might|is|are|was|were|be|been|am|have|has|had"
    r"|do|does) $",
    re.I,
)
_DOES = re.compile(
    r"(?P<stem>[a-z]{2,20}?)(?P<ending>(?<=ss)es|(?<=[xz])es|(?<=[cs]h)es|ies|(?<![su])s)(?![\w'])",
    re.I,
)
_NEVER_ALWAYS = re.compile(
    r"(?<!\w)(?P<who>we|i|you|they|is|are)(?P<never> never [^.;!?]{1,60}? (?:and|but) )always ",
    re.I,
)
"""Where "always" ends what "never" began; without the two, each part needs its own subject."""

_NO_VERB = re.compile(rf" (?:to|{DONE})(?!\w)", re.I)
_PERSON = re.compile(r"(?<!\w)(?:we|i|you|they|and|or|who|that) $", re.I)
_DETERMINED = re.compile(r"(?:an?|the|our|my|your|some|all|every|each|one|two|[0-9])(?!\w)", re.I)
_UNCOUNTED = phrase(
    *("parking", "wi-?fi", "advice", "help", "insurance", "food", "water", "milk", "care", "news"),
    *("cover", "access", "storage", "print", "information", "support", "coffee", "tea", "post"),
    *("work", "service", "delivery", "value", "quality", "bread", "cake", "fruit", "meat", "fish"),
    *("produce", "workmanship", "satisfaction", "cleaning", "gardening", "staff", "stock"),
)
_NOUN = re.compile(
    r"(?P<what>[a-z][a-z'-]{0,20}(?: [a-z'-]{2,20}){0,4}?)"
    r"(?= (?:of|on|for|with|in|at|from|to|by|when|while|after|before|every|each|and|or|that|if"
    r"|during|until|over|under|per|than|throughout|without|within|near|between)"
    r"(?!\w)|[.,;!]|$)",
    re.I,
)


def loosened(text: str, setting: Setting) -> str:
    """A sentence without loose words, and outside free text without hard ones and conditions."""
    text = HEDGE.sub(" ", text)
    if setting.context is not Context.FREE_TEXT:
        text = CONDITION.sub(" ", text)
        text = OFFICE_WORD.sub(
            lambda hit: PLAINER[" ".join(re.split("[ -]{1,3}", hit[0].lower()))], text
        )
    text = _NEVER_ALWAYS.sub(r"\g<who>\g<never>\g<who> ", text)
    text = " ".join(PRAISE.sub(" ", text).split())
    text = THAT_GUARANTEE.sub(r"\g<that> promise", text)
    text = _CLOCK_ROUND.sub(_round_the_clock, text)
    text = ROUND_THE_CLOCK.sub("24 hours a day, 7 days a week", text)
    text = STRIVE.sub(lambda hit: _instead(text, hit, setting), text)
    text = re.sub(r"^never (?:an? )?", "No ", text, flags=re.I)
    text = _without_never(text)
    text = REASONABLE.sub(lambda hit: "fairly" if hit[0].lower().endswith("y") else "fair", text)
    text = LOOSE_NUMBER.sub(_counted, text)
    text = WITH_CARE.sub("with care", OUR_BEST.sub("help", text))
    text = ENDEAVOUR.sub("effort", SUPERLATIVE.sub(_good, text))
    text = re.sub(r"100 {0,2}% (?=refund)", "full ", text, flags=re.I)
    text = re.sub(r"(?<!\w)respond(?!\w)", "reply", FULL.sub(" ", text))
    return " ".join(text.split())


def one_of(text: str) -> str:
    """The article that a phrase with a noun at its head needs: "a ", "an " or nothing."""
    head = _NOUN.match(text)
    what = head["what"] if head else text[:20]
    if what.lower().startswith("same "):
        return "the "
    is_some = what.endswith("s") and not what.endswith(("ss", "is", "us"))
    if is_some or _DETERMINED.match(what) or _UNCOUNTED.search(what):
        return ""
    return "an " if what[:1].lower() in "aeiou" else "a "


def _good(hit: re.Match[str]) -> str:
    """The plain "good" for a word of praise, with an article where its noun needs one."""
    typed, rest = hit.group().lower(), hit.string[hit.end() :]
    before = hit.string[: hit.start()].rstrip().lower()
    if not (before or re.search(r"\w", rest)):
        return " "
    if before.endswith((" of the", " of our", " of my", " of")) and not rest.startswith(" quality"):
        return " the " if typed.startswith("the ") else " "
    good = (
        "good quality"
        if "quality" in typed
        else "good standards"
        if "standard" in typed
        else "good"
    )
    is_noun = good != "good" or not rest.startswith(" ")
    if typed.startswith(("the ", "best", "very")) and not (is_noun or _ends_noun(before)):
        return f"{one_of(rest.lstrip())}{good}".replace("an good", "a good")
    return good


def _ends_noun(before: str) -> bool:
    """Whether an article or the like stands before a word already."""
    return before.split(" ")[-1] in ("a", "an", "the", "our", "my", "your", "every", "some")


def _round_the_clock(hit: re.Match[str]) -> str:
    """The words "a 24/7 service" as "a service, 24 hours a day, 7 days a week"."""
    what, the = hit["what"], hit["the"]
    if the.lower() in ("a", "an"):
        the = "an" if what[:1].lower() in "aeiou" else "a"
    return f"{the} {what}, 24 hours a day, 7 days a week{hit['stop'] or ','}"


def _counted(hit: re.Match[str]) -> str:
    """A figure for words that only pretend to be one."""
    typed = hit.group().lower()
    if " or " not in typed:
        return next(number for word, number in _LOOSE.items() if word in typed)
    unit = typed.split()[1]
    return f"2 {unit}s" if typed.endswith("two") else f"1 {unit}"


def _instead(text: str, hit: re.Match[str], setting: Setting) -> str:
    if _AFTER_WILL.search(text[max(0, hit.start() - 8) : hit.start()]):
        return ""
    return "aim to" if setting.context is Context.AIM else "will"


def _without_never(text: str) -> str:
    """With "not" for "never", and the verb in the form that it then has."""
    for hit in reversed(list(NEVER.finditer(text))):
        lead, rest = text[max(0, hit.start() - 8) : hit.start()], text[hit.end() :]
        if _AFTER_WILL.search(lead) or _BEING.search(lead) or _NO_VERB.match(rest):
            no = "not"
        elif (does := _DOES.match(rest.lstrip())) and not _PERSON.search(lead):
            no = "does not"
            ending = "y" if does["ending"].lower() == "ies" else ""
            rest = f" {does['stem']}{ending}{rest.lstrip()[does.end() :]}"
        else:
            no = "do not"
        text = f"{text[: hit.start()]}{no}{rest}"
    return text
