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
    DONE,
    HASTE,
    HASTY,
    MODAL,
    PASSIVE,
    WILL,
)
from servicedesk.domain.wording_text import Context, Sentence, Setting

_SUBJECT_DO = re.compile(
    rf"(?P<who>(?:^|, )(?:we|i)) (?=(?:{BASES}|share|do|open|use)(?!\w))", re.I
)
_NEW_HEAD = re.compile(
    r"(?:,? (?:and|but|so|or)|[,;]) (?=(?:(?:(?:we|i)(?: will|'ll)|if|when|once)"
    r"|(?:[a-z]{1,15} ){1,2}will)(?!\w))",
    re.I,
)
_WILL_WORD = re.compile(r"(?<!\w)(?:will|shall)(?!\w)", re.I)
_BY_US = re.compile(r" by (?:us|me|our team)(?!\w)", re.I)
_BY_AGENT = re.compile(
    r" by (?P<who>(?:the|our|my|an?) [a-z'-]{2,20}(?: [a-z'-]{2,20}){0,2}?)"
    r"(?=[.,;!]|$| (?:within|in|on|by|at|before|from|for|and)(?!\w))",
    re.I,
)
_FRAGMENT = re.compile(
    rf"^(?P<what>[a-z'-]{{2,20}}(?: [a-z'-]{{2,20}}){{0,4}}?) (?P<done>{DONE})"
    r"(?= (?:within|in|by|on|with|at|for|free|the|same|next|while|before|daily|every)(?!\w)"
    r"|[.!]|$)",
    re.I,
)
_VERB = re.compile(
    rf"(?<!\w)(?:we|i|you|it|they|this|there|is|are|was|were|has|have|had|does|do|did|could|should"
    rf"|would|might|gets?|takes?|comes?|goes|go|costs?|starts?|opens?|close[sd]?|offers?|loves?"
    rf"|likes?|needs?|needed|wants?|required|please|if|not|no|never|arrives?|lasts?|sees?|let|makes?"
    rf"|works?|includes?|applies|apply|or|back|{DONE})(?!\w)",
    re.I,
)
_IMPERATIVE = re.compile(rf"(?:{BASES}|ask|tell|see|speak|email|e-mail)(?!\w)", re.I)
_SHOULD = re.compile(
    r"(?<!\w)(?P<who>we|i|you|(?:our|your|the|my|an?) [a-z'-]{2,20}(?: [a-z'-]{2,20}){0,2}?)"
    r" should (?=(?:be|have|hear|get|receive|arrive|reach)(?!\w))",
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
_NO_OBJECT = frozenset({"", "we", "i", "there", "this", "that", "what", "who"})
_OBJECTS = {"they": "them", "he": "him", "she": "her"}


def split(text: str) -> list[str]:
    """One sentence for each promise."""
    listed = _unlisted(text)
    if listed:
        return listed
    if not has_many_promises(text):
        return [text]
    cuts = [(hit.start(), hit.end(), "") for hit in _NEW_HEAD.finditer(text)]
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
    if setting.context is Context.AIM:
        if is_head(Sentence(start=0, text=text)) and WILL.search(text):
            text = re.sub(r"(?<!\w)(?:will|shall) (?=(?:aim|try|hope|intend|seek) to)", "", text)
            text = _WILL_WORD.sub("aim to", re.sub(r"'ll(?!\w)", " aim to", text), count=1)
        return _SUBJECT_DO.sub(r"\g<who> aim to ", text, count=1)
    text = re.sub(r"(?<='ll) (?:aim|try|hope|intend|seek) to(?!\w)", "", text, flags=re.I)
    text = re.sub(r"(?:our|my) (?:aim|target|goal) is to", "we will", text, flags=re.I)
    text = AIM_TO.sub("will", text)
    if MODAL.search(text):
        return text
    text = _SHOULD.sub(r"\g<who> will ", text, count=1)
    return _given(_SUBJECT_DO.sub(r"\g<who> will ", text, count=1))


def _given(text: str) -> str:
    """A fragment without a verb as something that we give: "We will give you a free quote"."""
    timed = any(one.kind not in ("rhythm", "money") for one in measures(text))
    if timed or not text[:1].isalpha() or HASTE.search(text) or HASTY.search(text):
        return text
    if MODAL.search(text) or _VERB.search(text) or _IMPERATIVE.match(text):
        return text
    small = text[:1].lower() + text[1:] if text[1:2].islower() else text
    return f"{in_voice_of(text, 'We will')} give you {one_of(small)}{small}"


def active(text: str, setting: Setting) -> str:
    """With us as the one who acts, or with whoever the sentence itself names."""
    hit = PASSIVE.search(main_part(text))
    if hit is None and not MODAL.search(text):
        hit = _FRAGMENT.match(text)
    if hit is None:
        return text
    subject = text[: hit.start("done") if hit.re is _FRAGMENT else hit.start()].strip()
    lead = subject.lower()
    if re.search("[,;]", subject) or lead.startswith("if ") or lead in _NO_OBJECT:
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
    elif rest.lower().startswith(" by ") and not measures(rest[:16]):
        return text
    does = "aim to" if setting.context is Context.AIM else "will"
    no = " not" if " not " in hit.group().lower() else ""
    return f"{who} {does}{no} {BASE_OF[hit['done'].lower()]} {_OBJECTS.get(lead, subject)}{rest}"
