# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sentences that are not mended but replaced: claims, cut rights, guarantees, third parties."""

import re

from servicedesk.domain.wording_claims import (
    CLAIM,
    STANDARD,
    claim_faults,
    claimed_body,
    guarantee_faults,
)
from servicedesk.domain.wording_faults import vague_places
from servicedesk.domain.wording_loosening import THAT_GUARANTEE
from servicedesk.domain.wording_measures import Measured, measures
from servicedesk.domain.wording_rebuilding import by_clock, on_day, themes
from servicedesk.domain.wording_rights import RIGHTS, rights_faults
from servicedesk.domain.wording_terms import CARRIER, THIRD_PARTY
from servicedesk.domain.wording_text import Context, FindingCode, Sentence, Setting, phrase
from servicedesk.domain.wording_topics import subject_of

FAULTY = "If something is faulty, tell us and we will put it right."
"""What a charter may say where its owner would have cut rights."""

_OBJECT = re.compile(
    r"(?<!\w)(?:on|for|of) (?!(?:the |our |my )?(?:manager|management|owner|shop|staff|day)(?!\w))"
    r"(?P<what>[a-z][a-z' -]{2,40}?)"
    r"(?= (?:is|are|if|will|within|or|and|at)(?!\w)|[.,;!]|$)",
    re.I,
)
_CUT_DONE = re.compile(
    r"^(?P<what>[a-z][a-z' -]{2,40}?) (?:cannot|can not|can't|must not|may not|will not|won't) be"
    r" (?P<done>return|refund|exchange)e?d",
    re.I,
)
_CUT_THING = re.compile(
    r"(?<!\w)(?:refund|return|exchange|deposit|repair|replacement|voucher|credit note)s?(?!\w)",
    re.I,
)
_OUR_CHOICE = phrase("discretion(?:ary)?", "only")
_FAULTY = phrase("faulty", "faults?", "damaged?", "defective", "defects?", "broken", "wrong")
_FAULTY_THING = re.compile(
    r"(?<!\w)(?:faulty|damaged|defective|broken) (?!(?:or|and|if|is|are|on|in|it|at)(?!\w))"
    r"[a-z]{2,16}(?!\w)",
    re.I,
)
_BACK = phrase(
    "return(?:s|ed|ing)?", "exchange(?:s|d)?", "(?:take|taken|bring|brought|send|sent) back"
)
_REFUND = phrase("refund(?:s|ed|able)?", "money back", "credit notes?")
_BOOKED = phrase("cancel(?:s|led|ling|lations?)?", "bookings?", "deposits?", "appointments?")
_TELLING = phrase(
    "claims?",
    "faults?",
    "faulty",
    "report(?:ed)?",
    "complain(?:ts?)?",
    "problems?",
    "wrong",
    "damaged?",
    "notif(?:y|ied)",
    "tell us",
    "tell me",
    "told",
)
_LIABLE = re.compile(r"(?<!\w)(?:liab|responsib|risk)", re.I)
_PARCEL = re.compile(
    r"(?<!\w)(?:your|the|our|a) (?:parcel|order|package|refund|delivery|part|goods|claim)s?(?!\w)",
    re.I,
)
_AFTER_LIMIT = re.compile(r" (?:of|from|after) [a-z][a-z' ]{1,40}", re.I)
_NO_PIECE_OF_WORK = (
    *("", "work", "message", "money back", "refund", "complaint", "call", "phone", "price"),
    *("delivery", "deliver", "delivered"),
)
_NAMED = re.compile(rf"(?i:{CARRIER.pattern}|HMRC|Companies House)|DV[LS]A")
_NUMBER = re.compile(r"(?<!\w)[A-Z]{0,3}[0-9]{3,12}(?!\w)")
_TIMING = ("time", "clock", "date", "day")
_COVERED = (
    re.compile(
        r"(?<!\w)(?:guarantees?|warrant(?:y|ies)) (?:(?:on|of) )?"
        r"(?P<what>(?!to |that |you |for )[a-z][a-z' -]{2,40}?)"
        r"(?= (?:for|against|within)(?!\w)|[.,;!]|$)",
        re.I,
    ),
    re.compile(
        r"^(?P<what>[a-z][a-z' -]{2,40}?)(?: (?:is|are|comes?|come|carry|carries|has|have|will be)"
        r"(?: fully)?(?: with)?(?: an?| our)?)?(?: [0-9]{1,3}[ -][a-z]{4,6})?(?: full)?"
        r" (?:guaranteed?|warranty)(?!\w)",
        re.I,
    ),
)
_BESIDE = phrase("to", "by", "with", "fully", "officially", "holders?", "compliance", "firm")
_NAME = re.compile(
    r"(?!(?:We|Our|I|My|This|The|A|An|It|You|All)(?!\w))"
    r"(?:[A-Z][\w.']{0,24}|&|and)(?: (?:[A-Z][\w.']{0,24}|&|and|of)){0,6}"
)
"""Words with capitals, as a business writes its name, and no sentence."""

_EACH_OF = re.compile(r"^(?:all|every|each|any)(?: of)? ", re.I)
_FINEST = re.compile(r"^the (?:very )?[a-z]{2,12}est ", re.I)
_OWNED = re.compile(r"(?:our|my|your|the)(?!\w)", re.I)
_BOUGHT = re.compile(
    r"(?<!\w)(?:part|plant|product|item|good|battery|batteries|tyre|toy|shoe|tool|bike|phone|return)s?"
    r"(?!\w)",
    re.I,
)
_NO_COVER = re.compile(
    r"satisfaction|money|quality|best|price|delivery"
    r"|(?<!\w)(?:we|i|you|it|this|is|are|from|by|rights)(?!\w)"
    r"|^(?:our|my|your|the|a|an)$",
    re.I,
)


def replaced(text: str, setting: Setting) -> tuple[str, ...]:
    """The sentences that stand in for a plain one; () when its own words can be mended."""
    sentence = Sentence(start=0, text=text)
    codes = {fault.code for fault in claim_faults(sentence, setting.registrations)}
    if codes & {FindingCode.STANDARD_CLAIM, FindingCode.SEAL}:
        return (themes(text, setting.context),)
    if codes:
        return (_registration(text, setting),)
    cut = {fault.code for fault in rights_faults(sentence, "")}
    rights = (RIGHTS,) if FindingCode.LEGAL_RIGHTS in cut else ()
    if any(guarantee_faults(text)) and not THAT_GUARANTEE.search(text):
        said = _put_right(text, setting)
        return (said, *rights) if said else ()
    if rights:
        return (*_instead_of_cut(text, setting), RIGHTS)
    third = THIRD_PARTY.search(text)
    if third is not None and setting.context is not Context.FREE_TEXT:
        return (_handed_on(text, third, setting),)
    return ()


def name_alone(text: str) -> str:
    """The name of a business without the standard in it; "" where the text is no such name."""
    name = " ".join(_BESIDE.sub(" ", CLAIM.sub(" ", STANDARD.sub(" ", text))).split())
    name = name.strip(" ,;:.-!()")
    return name if _NAME.fullmatch(name) else ""


def _registration(text: str, setting: Setting) -> str:
    number = _NUMBER.search(text)
    named = " ".join(part for part in (claimed_body(text), "number") if part)
    shown = f"{named} {number.group()}" if number else named
    if setting.context in (Context.PROMISE, Context.AIM):
        return f"We will show you our {shown} and the date it ends."
    return f"Please ask to see our {shown} and the date it ends."


def _limit(text: str) -> Measured | None:
    return next((one for one in measures(text) if one.kind == "time"), None)


def _put_right(text: str, setting: Setting) -> str:
    """What a guarantee comes to in plain words; empty where it is for no piece of work."""
    covered = _covered(text)
    limit = _limit(text)
    if limit is None:
        if measures(text):
            return ""
        if covered:
            return f"If something is wrong with {covered}, we will put it right free."
        noun = subject_of(text).noun
        ours = "our work" if noun in _NO_PIECE_OF_WORK else f"your {noun}"
        return f"We will put {ours} right if it is not as we agreed."
    said = limit.of(setting.day_word)
    other = next((one.said for one in measures(text) if one.kind == "other"), "")
    is_bought = _BOUGHT.search(covered or text)
    from_when = "you buy" if is_bought else "we finish"
    ours = covered or ("what you buy" if is_bought else "our work")
    if other:
        ours = f"{ours} in the first {said} or {other}"
    else:
        ours = f"{ours} within {said} of the day {from_when}"
    return f"If something is wrong with {ours}, we will put it right free."


def _covered(text: str) -> str:
    """What a guarantee is for, as the text itself names it; empty where it names nothing."""
    found = next((hit["what"] for rule in _COVERED if (hit := rule.search(text))), "").strip()
    found = _FINEST.sub("our ", _EACH_OF.sub("", found))
    if not found or _NO_COVER.search(found) or vague_places(found) or measures(found):
        return ""
    if found[1:2].islower():
        found = found[:1].lower() + found[1:]
    return found if _OWNED.match(found) else f"our {found}"


def _instead_of_cut(text: str, setting: Setting) -> tuple[str, ...]:
    """What may be said of the same thing: the customer acts, and we put right what is faulty."""
    limit = _limit(text)
    said = _timed_instead(text, limit.of(setting.day_word), setting) if limit else _untimed(text)
    if setting.context is Context.AIM:
        return tuple(re.sub("^We will", "We aim to", one) for one in said)
    return said


def _timed_instead(text: str, said: str, setting: Setting) -> tuple[str, ...]:
    """The time as one in which we do a favour, or as a request, and never as a bar."""
    faulty = (FAULTY,) if _FAULTY.search(text) else ()
    if _BACK.search(text):
        return (f"We will take back unused goods within {said} of you buying them.", *faulty)
    if _BOOKED.search(text) and not faulty:
        return (f"We will tell you before you pay what happens if you cancel within {said}.",)
    if _REFUND.search(text) and not _TELLING.search(text):
        back = f"We will refund unused goods that you bring back within {said} of buying them."
        return (back, *faulty)
    if setting.context in (Context.PROMISE, Context.AIM):
        return (f"If you tell us within {said} that something is wrong, we will put it right.",)
    return (f"Please tell us within {said} if something is wrong.",)


def _untimed(text: str) -> tuple[str, ...]:
    """The topic told before the customer pays, and what is faulty put right."""
    about = _OBJECT.search(text)
    if _LIABLE.search(text):
        thing = about["what"] if about else "damage"
        return (f"If you tell us about {thing}, we will look into it.",)
    if broken := _FAULTY_THING.search(text):
        return (f"We will refund or mend {broken.group().lower()}.",)
    thing = _CUT_THING.search(text)
    if done := _CUT_DONE.search(text):
        name, what = f"{done['done'].lower()}s", f" on {_small(done['what'])}"
    elif thing is None:
        return (FAULTY,)
    else:
        name, what = thing.group().lower(), f" on {about['what']}" if about else ""
    sum_ = next((f" of {one.said}" for one in measures(text) if one.kind == "money"), "")
    if not name.endswith("s"):
        name = f"the {name}" if sum_ else f"{name}s"
    told = f"We will tell you about {name}{sum_}{what} before you pay."
    return (told, FAULTY) if _OUR_CHOICE.search(text) else (told,)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _handed_on(text: str, third: re.Match[str], setting: Setting) -> str:
    """What we do ourselves, in the time that was promised for somebody else."""
    who = third["who"]
    name = who if _NAMED.fullmatch(who) else who.lower()
    if name.islower() and not name.startswith(("the ", "your ", "our ", "my ")):
        name = f"the {name}"
    does, usual = _errand(name, _PARCEL.search(text, third.end()))
    limit = next((one for one in measures(text) if one.kind in _TIMING), None)
    if limit is None:
        return f"We will {does} within 1 {setting.day_word} day {usual}."
    said = limit.of(setting.day_word)
    if limit.kind != "time":
        return f"We will {does} {on_day(said) if limit.kind == 'day' else by_clock(said)}."
    start = _AFTER_LIMIT.match(text, limit.end)
    return f"We will {does} within {said} {start.group().strip() if start else usual}."


def _errand(name: str, thing: re.Match[str] | None) -> tuple[str, str]:
    """What we do ourselves about somebody else, and from when it usually counts."""
    if re.search("insur|HMRC|Companies|DV", name):
        return f"send the papers to {name}", "of your request"
    if re.search("bank|card|finance", name):
        what = thing.group().lower() if thing else "your refund"
        return f"send {what} to {name}", "of agreeing it"
    if re.search("vet|doctor|landlord|solicitor|energy|water|phone", name):
        return f"ring {name}", "of hearing from you"
    if re.search("manufact|maker|supplier|wholesaler|council", name):
        return f"pass it on to {name}", "of your request"
    what = thing.group().lower() if thing else "your parcel"
    return f"hand {what} to {name}", "of your order"
