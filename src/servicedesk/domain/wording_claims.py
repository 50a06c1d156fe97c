# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a text may not claim: a standard's blessing, a seal, a guarantee with a part missing.

The forbidden words are blocked only beside BS, ISO, BSI or this program, and as a seal; elsewhere
they open the question who says so, under what number, until when (the charter's rule 1.10).
"""

import re
from collections.abc import Iterator

from servicedesk.domain.wording_text import Fault, FindingCode, Sentence, phrase

STANDARD = re.compile(
    r"(?<!\w)(?:(?:BS|ISO|PAS|BSI)(?:[ /](?:EN|ISO|IEC|OHSAS)){0,2} ?[0-9]{2,6}"
    r"(?:[-:][0-9]{1,4}){0,2}|ISO|BSI|British Standards?(?: Institution)?)(?!\w)",
    re.I,
)
_SERVICE_STANDARD = re.compile(
    r"ISO|BSI|British|BS ?(?:EN ?)?(?:ISO ?)?(?:8477|8543|18477|10001|10002|10003|10004|22458)",
    re.I,
)
_PROGRAM = phrase(
    "service desk (?:program|software|app)",
    "servicedesk",
    "this (?:program|software|app|self check|self assessment)",
    "(?:our|my) (?:self check|self assessment)",
)
CLAIM = phrase(
    "certif(?:ied|ies|y|ication)",
    "accredit(?:ed|s|ation)",
    "approv(?:ed|es|al)(?! by you)",
    "compliant",
    "registered(?! (?:office|in|name|number|address|keeper|charity|company|post|letter))",
    "endorsed",
    "quality mark",
    "kitemark(?:ed)?",
)
_FOLLOWING = phrase("conforms?", "conforming", "compliance", "compl(?:y|ies)", "certify")
_SOFT_CLAIM = phrase(
    "meets?",
    "follows?",
    "satisf(?:y|ies)",
    "achieves?",
    "achieved",
    "holds?",
    "awarded",
    "verified",
    "audited",
    "validated",
    "passed",
    "fulfils?",
    "in (?:line|accordance) with",
)
_KITEMARK = phrase("kitemark(?:ed)?", "BSI registered")
_SEAL_WORD = phrase("seal of approval", "stamp of approval", "quality seal", "seal of quality")
_SEAL_FILLER = frozenset(
    {
        "officially",
        "fully",
        "independently",
        "now",
        "certified",
        "accredited",
        "approved",
        "endorsed",
        "compliant",
        "quality",
        "customer",
        "service",
        "business",
        "and",
    }
)
_QUESTION = re.compile(
    r"(?:is|are|do|does|can|who|what|which|how|why|when|where|have|has|will)(?!\w).{0,200}\?$", re.I
)
_NOT_CLAIMED = re.compile(
    r"(?<!\w)(?:not|never|no|isn't|aren't|nor)(?: (?!only|just)[a-z]{1,12}){0,3} $", re.I
)
_ANSWERED = re.compile(r"[0-9]{3}")
_UNTIL = phrase("until", "to the end of", "ends on", "expires", "valid to")
_BODY_BEFORE = re.compile(
    r"(?<![\w'])(?P<body>[A-Z][\w&]{1,24}(?: (?:[A-Z][\w&]{1,24}|&|of|and)){0,4}) $"
)
_BODY_AFTER = re.compile(
    r"^ (?:by|with|to)(?: the)? "
    r"(?P<body>[A-Z][\w&]{1,24}(?:(?: (?:of|and|&|the)){0,2} [A-Z][\w&]{1,24}){0,4})"
)
_NOT_A_BODY = frozenset(
    {
        "We",
        "Our",
        "I",
        "A",
        "An",
        "The",
        "Fully",
        "All",
        "Officially",
        "Your",
        "This",
        "My",
        "It",
        "Is",
        "Are",
    }
)

GUARANTEE = phrase("guarantee[ds]?", "guaranteeing", "warrant(?:y|ies)")
_OTHER_GUARANTEE = re.compile(
    r"(?<!\w)(?:cannot|can't|not|don't|maker's|manufacturer's|makers'|manufacturers') $", re.I
)
_GUARANTEE_PARTS = (
    phrase("for [a-z0-9]{1,9} (?:[a-z]{4,8} )?(?:months?|years?|days|weeks)", "for life"),
    phrase("covers?", "includes?"),
    phrase("to claim", "how to claim", "tell us", "ring us", "write to us", "bring it"),
    phrase("(?:we|i) (?:will )?pay", "free of charge", "at no cost", "costs? you nothing"),
    re.compile(r"(?<!\w)[0-9]{1,4}[a-z]? [A-Z]|\b[A-Z]{1,2}[0-9]{1,2} ?[0-9][A-Z]{2}\b"),
)


def standards_in(text: str) -> tuple[str, ...]:
    """The numbered standards that a text names, in capitals, each once."""
    named = (hit.group().upper() for hit in STANDARD.finditer(text))
    return tuple(dict.fromkeys(name for name in named if name[-1].isdigit()))


def claim_faults(sentence: Sentence, registrations: frozenset[str]) -> Iterator[Fault]:
    """Claims about a standard, seals, and registrations that nobody has put a number to."""
    code = _claim_code(sentence.text, registrations)
    if code is not None:
        yield Fault(code=code, start=sentence.start, end=sentence.end)


def _claim_code(text: str, registrations: frozenset[str]) -> FindingCode | None:
    claims = _claimed(CLAIM, text)
    if _KITEMARK.search(text):
        return FindingCode.STANDARD_CLAIM
    if STANDARD.search(text) or _PROGRAM.search(text):
        is_soft = _SERVICE_STANDARD.search(text) and _claimed(_SOFT_CLAIM, text)
        if claims or _claimed(_FOLLOWING, text) or is_soft:
            return FindingCode.STANDARD_CLAIM
        return None
    if _SEAL_WORD.search(text) or (claims and _is_seal(text)):
        return FindingCode.SEAL
    if claims and not _QUESTION.match(text) and not _is_answered(text, registrations):
        return FindingCode.REGISTRATION_QUESTION
    return None


def _claimed(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """Where a text says such a word of itself, rather than that it is not so."""
    return [hit for hit in pattern.finditer(text) if not _NOT_CLAIMED.search(_lead(text, hit))]


def _lead(text: str, hit: re.Match[str]) -> str:
    """The words before a place, as far back as a "not" or a name can matter."""
    return text[max(0, hit.start() - 60) : hit.start()]


def _is_seal(text: str) -> bool:
    return set(re.findall(r"\w{1,40}", text.lower())) <= _SEAL_FILLER


def _is_answered(text: str, registrations: frozenset[str]) -> bool:
    if any(name and name.lower() in text.lower() for name in registrations):
        return True
    return bool(_ANSWERED.search(text) and _UNTIL.search(text))


def claimed_body(text: str) -> str:
    """Who is said to have approved or registered: "Gas Safe"; empty where nobody is named."""
    for hit in CLAIM.finditer(text):
        found = _BODY_BEFORE.search(_lead(text, hit)) or _BODY_AFTER.search(
            text[hit.end() : hit.end() + 160]
        )
        names = found["body"].split() if found else []
        while names and names[0] in _NOT_A_BODY:
            names.pop(0)
        if names:
            return " ".join(names)
    return ""


def guarantee_faults(text: str) -> Iterator[Fault]:
    """The first guarantee of a text that lacks length, cover, claim, who pays or an address."""
    own = (
        hit
        for hit in GUARANTEE.finditer(text)
        if not _OTHER_GUARANTEE.search(text[max(0, hit.start() - 20) : hit.start()])
    )
    hit = next(own, None)
    if hit is not None and not all(part.search(text) for part in _GUARANTEE_PARTS):
        yield Fault(code=FindingCode.GUARANTEE, start=hit.start(), end=hit.end())
