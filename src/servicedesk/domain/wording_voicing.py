# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Who does what: one promise to a sentence, "we will" in it, and nobody hidden in a passive."""

import re

from servicedesk.domain.wording_faults import coordinated, has_many_promises, is_head, main_part
from servicedesk.domain.wording_loosening import one_of
from servicedesk.domain.wording_measures import measures
from servicedesk.domain.wording_rebuilding import ended, in_voice_of
from servicedesk.domain.wording_terms import (
    AIM_TO,
    BASE_OF,
    BASES,
    CARRIER,
    DONE,
    HASTE,
    HASTY,
    MODAL,
    PASSIVE,
    WILL,
)
from servicedesk.domain.wording_text import Context, Sentence, Setting, phrase
from servicedesk.domain.wording_topics import subject_of

_INTRANSITIVE = (
    "take|arrive|start|go|come|leave|reach|last|open|close|get|receive|need|include|cost|run|begin"
    "|finish|keep|lose|have|stay|eat|ship|travel|use|get|wear"
)
_WE_DO = re.compile(
    r"(?P<lead>(?:^|, |: )(?:we|i)) (?P<also>(?:also|only|just|both|all|then|still|each) )?"
    r"(?P<verb>[a-z]{2,20})(?!\w)",
    re.I,
)
_TO_DO = re.compile(r"^to (?=[a-z])", re.I)
_DOING = re.compile(rf"^(?=(?:{BASES})(?!\w) (?!us |me ))", re.I)
_WE_ARE = re.compile(r"^(?P<lead>we|i)(?:'re|'m| are| am)(?!\w)", re.I)
_UNWILLING = frozenset({"was", "were", "had", "did", "could", "would", "should", "might", "been"})
_WOULD = re.compile(
    r"(?:we|i)(?: would)? (?:like|want|undertake|pledge|commit|agree|offer|plan) to(?!\w)", re.I
)
_NOUN = r"(?!(?:we|i|if|when|please|who|which|that|and)(?!\w))[a-z0-9'%-]{1,20}"
_LINK = r"is|are|has|goes"
_THEY_DO = re.compile(
    rf"^(?P<who>{_NOUN}(?: {_NOUN}){{0,6}}?) (?P<verb>{_LINK}|(?:{_INTRANSITIVE})(?P<s>s))(?!\w)"
    rf"|^(?P<many>(?:{_NOUN} ){{0,5}}?[a-z'-]{{2,19}}(?<!s)s)"
    rf" (?P<base>{_INTRANSITIVE}|{BASES})(?!\w)"
    r"|^(?P<some>[a-z'-]{2,19}(?<!s)s (?:over|under|with|from|for|of|in|at|on)"
    rf"(?: [a-z0-9£'.-]{{1,20}}){{1,5}}) (?P<root>{_INTRANSITIVE})(?!\w)",
    re.I,
)
_THEY_DO_NOT = re.compile(rf"^(?P<who>{_NOUN}(?: {_NOUN}){{0,4}}?) (?:do|does) not ", re.I)
_AVAILABLE = re.compile(rf"^(?P<who>{_NOUN}(?: {_NOUN}){{0,4}}?) available(?!\w)", re.I)
_NO_SUCH = re.compile(r"^no (?!one(?!\w)|longer(?!\w)|[a-z]{2,20},? no )", re.I)
_NEW_HEAD = re.compile(
    r"(?:,? (?:and|but|so|or)|[,;]) (?=(?:(?:(?:we|i)(?: will|'ll)|if|when|once)"
    r"|(?:[a-z]{1,15} ){1,2}will)(?!\w))",
    re.I,
)
_AND_WILL = re.compile(r",? and will (?=[a-z])", re.I)
_WILL_WORD = re.compile(r"(?<!\w)(?:will|shall)(?!\w)", re.I)
_STOP = r"(?=[.,;!]|$| (?:within|in|on|by|at|before|from|for|and|with|to|without|when|while)(?!\w))"
_BY_US = re.compile(
    rf" by (?:us|me|our team|(?:(?:the|a|our) )?couriers?|{CARRIER.pattern}){_STOP}", re.I
)
_BY_AGENT = re.compile(
    r" by (?P<who>(?:(?:the|our|my|an?) [a-z'-]{2,20}|[a-z'-]{2,20} [a-z'-]{2,20}s)"
    r"(?: [a-z'-]{2,20}){0,2}?)(?: (?:personally|directly))?" + _STOP,
    re.I,
)
_BY_HAND = re.compile(
    r" by (?:hand|post|e-?mail|text|phone|letter|card|cheque|bank|appointment)(?!\w)", re.I
)
_FRAGMENT = re.compile(
    rf"^(?P<what>[a-z0-9%'-]{{1,20}}(?: [a-z0-9%'-]{{1,20}}){{0,4}}?) (?P<done>{DONE})"
    r"(?= (?:within|in|by|on|with|at|for|free|the|same|next|while|before|daily|weekly"
    r"|fortnightly|monthly|once|twice|each|every)(?!\w)|[.!]|$)",
    re.I,
)
_VERB = re.compile(
    rf"(?<!\w)(?:we|i|you|it|they|this|there|is|are|was|were|has|have|had|does|do|did|could|should"
    rf"|would|might|gets?|takes?|comes?|goes|go|costs?|starts?|opens?|close[sd]?|offers?|loves?"
    rf"|likes?|needs?|needed|wants?|required|please|if|not|no|never|arrives?|lasts?|sees?|let|makes?"
    rf"|works?|includes?|applies|apply|or|back|{DONE})(?!\w)",
    re.I,
)
_FRAGMENT_NOUN = re.compile(
    r"(?:[a-z'-]{1,20}(?<!s) ){0,4}[a-z'-]{2,20}"
    r"(?= (?:of|on|for|with|in|at|from|to|by|during|until|within|without|every|each|when|before"
    r"|after|while)(?!\w)|[.,;!]|$)",
    re.I,
)
"""A noun with its adjectives, of which only the last word may be in the plural."""

_IMPERATIVE = re.compile(rf"(?:{BASES}|ask|use|tell|see|speak|email|e-mail)(?!\w)", re.I)
_SHOULD = re.compile(
    r"(?<!\w)(?P<who>we|i|you|(?:our|your|the|my|an?) [a-z'-]{2,20}(?: [a-z'-]{2,20}){0,2}?)"
    r" should (?=(?:not )?(?:be|have|hear|get|receive|arrive|reach)(?!\w))",
    re.I,
)
_LISTED_HEAD = re.compile(
    r"^(?:(?:we|i)(?:'ll| will| aim to)? )(?:repl(?:y|ies) to|respond to|answer|return|acknowledge"
    r"|deliver|finish|send|refund|post|collect|repair|mend|fix|do|start) ",
    re.I,
)
_LISTED_NEXT = re.compile(
    rf"(?:,? and|,) (?P<what>(?!(?:{BASES}|we|i|you|then|also)(?!\w))[a-z'-]{{2,20}}"
    r"(?: [a-z'-]{2,20}){0,2}) (?=(?:within|in|by) [0-9a-z])",
    re.I,
)
_AND_DONE = re.compile(rf" and (?:then )?(?P<no>not )?(?P<done>{DONE})(?!\w)", re.I)
_AND_LEFT = re.compile(r" and (?:[a-z'-]{1,20} ){0,3}[a-z]{2,17}ed(?!\w)", re.I)
"""A second participle that did not become a verb."""

_CLAUSE = re.compile(r"[,;]|^if |(?<!\w)(?:who|which|that|if|when)(?!\w)", re.I)
_NO_OBJECT = frozenset({"", "we", "i", "there", "this", "that", "what", "who"})
_YOURS = re.compile(
    r"(?<!\w)(?:claim|complaint|return|report|cancellation|booking|payment|request|exchange|order"
    r"|appointment)s?$",
    re.I,
)
"""What a customer makes, and we do not."""

_DONE_BY_YOU = frozenset({"made", "sent", "notified"})
_OFTEN_BY_YOU = frozenset({"returned", "paid", "brought", "booked", "rebooked", "ordered"})
_MAY = re.compile(r"(?P<may>must|should|can|may)(?!\w)", re.I)
_FROM_US = re.compile(r"(?<!\w)(?:call|message|refund|deposit|money|text|e-?mail)s?$", re.I)
_KEPT = phrase("unused", "unopened", "unwanted", "unworn")
_OBJECTS = {"they": "them", "he": "him", "she": "her"}


def split(text: str) -> list[str]:
    """One sentence for each promise."""
    if not MODAL.search(text) and "; " in text:
        return [ended(piece) for piece in text.split("; ")]
    listed = _unlisted(text)
    if listed:
        return listed
    if not has_many_promises(text):
        return [text]
    cuts = [(hit.start(), hit.end(), "") for hit in _NEW_HEAD.finditer(text)]
    cuts += [(*hit.span(), in_voice_of(text, "We will ")) for hit in _AND_WILL.finditer(text)]
    for joint in coordinated(main_part(text)):
        lead = "If we do not, we will " if " or " in joint["joint"].lower() else "We will "
        cuts.append((*joint.span(), in_voice_of(text, lead)))
    pieces: list[str] = []
    begin, lead = 0, ""
    for start, end, next_lead in sorted(cuts):
        if start >= begin and (lead or MODAL.search(text, begin, start)):
            pieces.append(ended(f"{lead}{text[begin:start].strip()}"))
            begin, lead = end, next_lead
    return [*pieces, f"{lead}{text[begin:]}"]


def _unlisted(text: str) -> list[str]:
    """Texts in 1 hour and calls in 2, each in its own sentence; [] where nothing is so listed."""
    head = _LISTED_HEAD.match(text)
    joints = list(_LISTED_NEXT.finditer(text)) if head else []
    if head is None or not joints or not measures(text[: joints[0].start()]):
        return []
    ends = [*(joint.start() for joint in joints[1:]), len(text)]
    said = [text[: joints[0].start()]]
    for joint, end in zip(joints, ends, strict=True):
        said.append(head.group() + text[joint.start("what") : end])
    return [ended(one) for one in said]


def willing(text: str, setting: Setting) -> str:
    """With "we will" in a promise and "we aim to" in an aim, and never both."""
    text = _TO_DO.sub(in_voice_of(text, "We ") + "aim to ", text)
    if setting.context is Context.AIM:
        if _DOING.match(text):
            text = f"{in_voice_of(text, 'We')} aim to {text[:1].lower()}{text[1:]}"
        if is_head(Sentence(start=0, text=text)) and WILL.search(text):
            text = re.sub(r"(?<!\w)(?:will|shall) (?=(?:aim|try|hope|intend|seek) to)", "", text)
            text = _WILL_WORD.sub("aim to", re.sub(r"'ll(?!\w)", " aim to", text), count=1)
        if AIM_TO.search(text):
            return text
        if _WOULD.search(text):
            return _WOULD.sub(lambda hit: f"{hit.group().split(' ')[0]} aim to", text, count=1)
        return _WE_DO.sub(lambda hit: _we_do(hit, "aim to"), text, count=1)
    text = re.sub(
        r"(?<='ll) (?:(?:aim|try|hope|intend|seek) to|try and)(?!\w)", "", text, flags=re.I
    )
    text = re.sub(r"(?:our|my) (?:aim|target|goal) is to", "we will", text, flags=re.I)
    text = AIM_TO.sub("will", text)
    if MODAL.search(text):
        return text
    if _NO_SUCH.match(text):
        return f"There will be {text[:1].lower()}{text[1:]}"
    text = _WOULD.sub(lambda hit: f"{hit.group().split(' ')[0]} will", text, count=1)
    text = _SHOULD.sub(r"\g<who> will ", text, count=1)
    if MODAL.search(text):
        return text
    text = _WE_ARE.sub(r"\g<lead> will be", text)
    text = _THEY_DO.sub(_they_do, _THEY_DO_NOT.sub(r"\g<who> will not ", text))
    if not MODAL.search(text):
        text = _WE_DO.sub(lambda hit: _we_do(hit, "will"), text, count=1)
    return text if MODAL.search(text) else _given(text)


def _we_do(hit: re.Match[str], will: str) -> str:
    """What we do, as what we will do; the past and what is no verb stay as they are."""
    verb = hit["verb"].lower()
    if verb in _UNWILLING or (verb.endswith("ed") and verb != "need"):
        return hit.group()
    verb = "be" if verb in ("are", "am") else verb
    return f"{hit['lead']} {will} {hit['also'] or ''}{verb}"


def _they_do(hit: re.Match[str]) -> str:
    """What somebody or something does, as what will be so."""
    if hit["many"] or hit["some"]:
        return f"{hit['many'] or hit['some']} will {hit['base'] or hit['root']}"
    verb = hit["verb"].lower()
    plain = {"is": "be", "are": "be", "has": "have", "goes": "go"}.get(verb, verb[:-1])
    return f"{hit['who']} will {plain}"


def _given(text: str) -> str:
    """A fragment without a verb as something that we give: "We will give you a free quote"."""
    small = text[:1].lower() + text[1:] if text[1:2].islower() else text
    if found := _AVAILABLE.match(text):
        named = small[: found.end("who")]
        who = f"{one_of(named)}{named}"
        return f"{who[:1].upper()}{who[1:]} will be{text[found.end('who') :]}"
    is_timed = any(one.kind not in ("rhythm", "money") for one in measures(text))
    is_known = is_timed and bool(subject_of(text).noun)
    is_odd = (
        " " not in text
        or _VERB.search(text)
        or _IMPERATIVE.match(text)
        or not _FRAGMENT_NOUN.match(text)
    )
    if is_known or is_odd or HASTE.search(text) or HASTY.search(text):
        return text
    return f"{in_voice_of(text, 'We will')} give you {one_of(small)}{small}"


def _by_customer(lead: str, hit: re.Match[str]) -> str:
    """What the customer can or must do, where a passive is theirs: "can"; "" where it is ours."""
    done, may = hit["done"].lower(), _MAY.match(hit.group())
    is_theirs = (
        done in _DONE_BY_YOU
        and _YOURS.search(lead)
        and not WILL.search(hit.group())
        and (may or done == "made")
    )
    if not is_theirs and not (may and done in _OFTEN_BY_YOU and not _FROM_US.search(lead)):
        return ""
    return "must" if may and may["may"].lower() == "must" and not _KEPT.search(lead) else "can"


def active(text: str, setting: Setting) -> str:
    """With us as the one who acts, or with whoever the sentence itself names."""
    hit = PASSIVE.search(main_part(text))
    if hit is None and not MODAL.search(text):
        hit = PASSIVE.search(text) or _FRAGMENT.match(text)
    if hit is None:
        return text
    subject = text[: hit.start("done") if hit.re is _FRAGMENT else hit.start()].strip()
    lead = subject.lower()
    if _CLAUSE.search(subject) or lead in _NO_OBJECT:
        return text
    yours = _by_customer(lead, hit)
    if yours and setting.context is Context.AIM:
        return text
    if subject[1:2].islower() or subject[1:2] in ("", " "):
        subject = subject[:1].lower() + subject[1:]
    rest = _BY_US.sub("", text[hit.end() :], count=1)
    who = in_voice_of(text, "We")
    agent = _BY_AGENT.search(rest)
    if agent is not None and not measures(agent.group()):
        if setting.context is not Context.AIM:
            who = agent["who"][:1].upper() + agent["who"][1:]
        rest = rest[: agent.start()] + rest[agent.end() :]
    elif rest.lower().startswith(" by ") and not (measures(rest[:16]) or _BY_HAND.match(rest)):
        return text
    does = "aim to" if setting.context is Context.AIM else "will"
    if yours:
        who, does = "You", yours
    no = " not" if " not " in hit.group().lower() else ""
    base = BASE_OF[hit["done"].lower()]
    if second := _AND_DONE.match(rest):
        base, rest = f"{base} and {BASE_OF[second['done'].lower()]}", rest[second.end() :]
    them = "you" if lead == "you" else "them" if lead.endswith("s") else "it"
    rest = _AND_DONE.sub(
        lambda also: f" and {also['no'] or ''}{BASE_OF[also['done'].lower()]} {them}", rest, count=1
    )
    if _AND_LEFT.search(rest):
        return text
    return f"{who} {does}{no} {base} {_OBJECTS.get(lead, subject)}{rest}"
