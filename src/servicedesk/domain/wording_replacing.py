# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sentences that are not mended but replaced: claims, cut rights, guarantees, third parties."""

import re

from servicedesk.domain.wording_claims import (
    RIGHTS,
    claim_faults,
    claimed_body,
    guarantee_faults,
    rights_faults,
)
from servicedesk.domain.wording_measures import Measured, measures
from servicedesk.domain.wording_rebuilding import themes
from servicedesk.domain.wording_terms import CARRIER, THIRD_PARTY
from servicedesk.domain.wording_text import Context, FindingCode, Sentence, Setting
from servicedesk.domain.wording_topics import subject_of

_OBJECT = re.compile(
    r"(?<!\w)(?:on|for|of) (?P<what>[a-z][a-z' -]{2,40}?)"
    r"(?= (?:is|are|if|will|within|or|and|at)(?!\w)|[.,;!]|$)",
    re.I,
)
_CUT_THING = re.compile(
    r"(?<!\w)(?:refund|return|exchange|deposit|claim|sale|repair|replacement|voucher)s?(?!\w)", re.I
)
_LIABLE = re.compile(r"(?<!\w)(?:liab|responsib)", re.I)
_PARCEL = re.compile(
    r"(?<!\w)(?:your|the|our|a) (?:parcel|order|package|refund|delivery|part|goods|claim)s?(?!\w)",
    re.I,
)
_AFTER_LIMIT = re.compile(r" (?:of|from|after) [a-z][a-z' ]{1,40}", re.I)
_NO_PIECE_OF_WORK = ("work", "message", "money back", "refund", "complaint", "call", "phone")
_NUMBER = re.compile(r"(?<!\w)[A-Z]{0,3}[0-9]{3,12}(?!\w)")


def replaced(text: str, setting: Setting) -> tuple[str, ...]:
    """The sentences that stand in for a plain one; () when its own words can be mended."""
    sentence = Sentence(start=0, text=text)
    codes = {fault.code for fault in claim_faults(sentence, setting.registrations)}
    if codes & {FindingCode.STANDARD_CLAIM, FindingCode.SEAL}:
        return (themes(text),)
    if codes:
        return (_registration(text),)
    cut = {fault.code for fault in rights_faults(sentence, "")}
    rights = (RIGHTS,) if FindingCode.LEGAL_RIGHTS in cut else ()
    if any(guarantee_faults(text)):
        said = _put_right(text, setting)
        return (said, *rights) if said else ()
    if rights:
        return (_instead_of_cut(text, setting), RIGHTS)
    third = THIRD_PARTY.search(text)
    if third is not None and setting.context is not Context.FREE_TEXT:
        return (_handed_on(text, third, setting),)
    return ()


def _registration(text: str) -> str:
    number = _NUMBER.search(text)
    named = " ".join(part for part in (claimed_body(text), "number") if part)
    shown = f"{named} {number.group()}" if number else named
    return f"Please ask to see our {shown} and the date it ends."


def _limit(text: str) -> Measured | None:
    return next((one for one in measures(text) if one.kind == "time"), None)


def _put_right(text: str, setting: Setting) -> str:
    subject = subject_of(text)
    ours = "our work" if subject.noun in _NO_PIECE_OF_WORK else f"your {subject.noun}"
    limit = _limit(text)
    if limit is not None:
        said = limit.of(setting.day_word)
        return f"If {ours} fails within {said} of the day we finish it, we will put it right free."
    if measures(text):
        return ""
    return f"We will put {ours} right if it is not as we agreed."


def _instead_of_cut(text: str, setting: Setting) -> str:
    limit = _limit(text)
    if limit is not None:
        return f"Please tell us within {limit.of(setting.day_word)} if something is wrong."
    about = _OBJECT.search(text)
    if _LIABLE.search(text):
        return f"If you tell us about {about['what'] if about else 'damage'}, we will look at it."
    thing = _CUT_THING.search(text)
    name = thing.group().lower() if thing else "this"
    sum_ = next((f" of {one.said}" for one in measures(text) if one.kind == "money"), "")
    what = f" on {about['what']}" if about else ""
    return f"We will tell you about {name}{sum_}{what} before you pay."


def _handed_on(text: str, third: re.Match[str], setting: Setting) -> str:
    """What we do ourselves, in the time that was promised for somebody else."""
    who = third["who"]
    name = who if CARRIER.fullmatch(who) else who.lower()
    if name.islower() and not name.startswith(("the ", "your ", "our ", "my ")):
        name = f"the {name}"
    thing = _PARCEL.search(text, third.end())
    limit = _limit(text)
    said = limit.of(setting.day_word) if limit else f"1 {setting.day_word} day"
    start = _AFTER_LIMIT.match(text, limit.end) if limit else None
    if re.search("insur", name):
        does, usual = f"send the papers to {name}", "of your request"
    elif re.search("bank|card", name):
        what = thing.group().lower() if thing else "your refund"
        does, usual = f"send {what} to {name}", "of agreeing it"
    elif re.search("manufact|maker|supplier|council", name):
        does, usual = f"pass it on to {name}", "of your request"
    else:
        what = thing.group().lower() if thing else "your parcel"
        does, usual = f"hand {what} to {name}", "of your order"
    return f"We will {does} within {said} {start.group().strip() if start else usual}."
