# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Small repairs that leave the owner's own words standing wherever they can.

Each step takes a sentence and gives it back mended; the last word has the check, which reads the
result again. What no step can mend is said anew from its facts (``wording_rebuilding``).
"""

import re
from itertools import islice

from servicedesk.domain.wording_claims import GUARANTEE, RIGHTS, rights_faults
from servicedesk.domain.wording_faults import (
    WITHOUT_UNIT,
    coordinated,
    has_many_promises,
    is_head,
    lacks_figure,
    main_part,
    without_start,
)
from servicedesk.domain.wording_measures import measures
from servicedesk.domain.wording_rebuilding import CASES, ended, in_voice_of
from servicedesk.domain.wording_replacing import replaced
from servicedesk.domain.wording_terms import (
    AIM_TO,
    BASE_OF,
    BASES,
    CONDITION,
    ENDEAVOUR,
    FULL,
    HASTE,
    HASTY,
    HEDGE,
    LOOSE_NUMBER,
    MODAL,
    NEVER,
    OFFICE_WORD,
    PASSIVE,
    PLAINER,
    PRAISE,
    REASONABLE,
    ROUND_THE_CLOCK,
    STRIVE,
    WILL,
)
from servicedesk.domain.wording_text import Context, Sentence, Setting, sentences
from servicedesk.domain.wording_topics import subject_of

FALLBACK = "If we cannot, we will tell you before you pay."
"""What a rewrite says in place of "where possible"."""

_AFTER_WILL = re.compile(r"(?:(?<!\w)(?:will|shall|can|must)|'ll) $", re.I)
_LOOSE = {"couple": "2", "few": "3", "several": "5"}
_SUBJECT_DO = re.compile(
    rf"(?P<who>(?:^|, )(?:we|i)) (?=(?:{BASES}|share|do|open|use)(?!\w))", re.I
)
_NEW_HEAD = re.compile(
    r"(?:,? (?:and|but|so|or)|[,;]) (?=(?:(?:(?:we|i)(?: will|'ll)|if|when|once)"
    r"|(?:[a-z]{1,15} ){1,2}will)(?!\w))",
    re.I,
)
_BEFORE = re.compile(r"(?<!\w)(?:within|by|on|in|at) (?:the )?$", re.I)
_NEXT_CLAUSE = re.compile(r"[.,;!]| (?:that|and|if|with|but|or) ", re.I)
_WILL_WORD = re.compile(r"(?<!\w)(?:will|shall)(?!\w)", re.I)
_BY_US = re.compile(r"^ by (?:us|me|our team)(?!\w)", re.I)


def mended(text: str, setting: Setting) -> str:
    """A plain text after every small repair; it may still not pass, and the caller looks."""
    said: list[str] = []
    for sentence in sentences(text):
        stand_ins = replaced(sentence.text, setting)
        said += [in_voice_of(text, one) for one in stand_ins]
        for piece in _split(_loosened(sentence.text, setting)) if not stand_ins else ():
            said += _promised(piece, setting)
        if HEDGE.search(sentence.text):
            said.append(in_voice_of(text, FALLBACK))
    if any(True for one in sentences(text) for _ in rights_faults(one, text)):
        said.append(RIGHTS)
    kept = [one for one in dict.fromkeys(map(_tidy, said)) if re.search(r"\w", one)]
    return " ".join(_shared(kept, setting))


def _promised(piece: str, setting: Setting) -> list[str]:
    """The steps for one piece of a sentence that holds one promise at most."""
    if setting.context in (Context.PROMISE, Context.AIM):
        piece = _limited(_willing(_active(piece, setting), setting), setting)
    piece = HASTY.sub(" ", HASTE.sub(" ", piece))
    if setting.context is not Context.FREE_TEXT:
        piece = _with_days(piece, setting)
    return [one.text for one in sentences(piece)]


def _loosened(text: str, setting: Setting) -> str:
    """Without loose words, office words and hidden conditions."""
    text = HEDGE.sub(" ", text)
    if setting.context is not Context.FREE_TEXT:
        text = CONDITION.sub(" ", text)
        text = OFFICE_WORD.sub(
            lambda hit: PLAINER[" ".join(re.split("[ -]{1,3}", hit[0].lower()))], text
        )
    text = ROUND_THE_CLOCK.sub("24 hours a day, 7 days a week", text)
    text = STRIVE.sub(lambda hit: _instead(text, hit, setting), text)
    text = re.sub(r"^never (?:an? )?", "No ", text, flags=re.I)
    text = NEVER.sub(lambda hit: _not(text, hit), text)
    text = REASONABLE.sub(lambda hit: "fairly" if hit[0].lower().endswith("y") else "fair", text)
    text = LOOSE_NUMBER.sub(
        lambda hit: next(n for w, n in _LOOSE.items() if w in hit[0].lower()), text
    )
    text = ENDEAVOUR.sub("effort", PRAISE.sub(" ", text))
    text = re.sub(r"100 {0,2}% (?=refund)", "full ", text, flags=re.I)
    text = re.sub(r"(?<!\w)respond(?!\w)", "reply", FULL.sub(" ", text))
    return " ".join(text.split())


def _instead(text: str, hit: re.Match[str], setting: Setting) -> str:
    if _AFTER_WILL.search(text[max(0, hit.start() - 8) : hit.start()]):
        return ""
    return "aim to" if setting.context is Context.AIM else "will"


def _not(text: str, hit: re.Match[str]) -> str:
    lead = text[max(0, hit.start() - 8) : hit.start()]
    if _AFTER_WILL.search(lead):
        return "not"
    if re.search(r"(?<!\w)(?:we|i|you|they) $", lead, re.I):
        return "do not"
    return "not"


def _split(text: str) -> list[str]:
    """One sentence for each promise."""
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


def _willing(text: str, setting: Setting) -> str:
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
    return _SUBJECT_DO.sub(r"\g<who> will ", text, count=1)


def _active(text: str, setting: Setting) -> str:
    """With us as the one who acts."""
    hit = PASSIVE.search(main_part(text))
    if hit is None or re.search("[,;]", text[: hit.start()]) or text.lower().startswith("if "):
        return text
    subject = text[: hit.start()].strip()
    if subject[1:2].islower() or subject[1:2] in ("", " "):
        subject = subject[:1].lower() + subject[1:]
    rest = _BY_US.sub("", text[hit.end() :])
    if rest.lower().startswith(" by ") and not measures(rest[:16]):
        return text
    head = "We aim to" if setting.context is Context.AIM else "We will"
    no = " not" if " not " in hit.group().lower() else ""
    return f"{in_voice_of(text, head)}{no} {BASE_OF[hit['done'].lower()]} {subject}{rest}"


def _limited(text: str, setting: Setting) -> str:
    """With a figure, its unit and its start."""
    subject = subject_of(text)
    days = f"{setting.day_word} day"
    text = WITHOUT_UNIT.sub(
        lambda hit: f"{hit.group()} {days}{'' if hit['number'] == '1' else 's'}", text
    )
    is_promise = is_head(Sentence(start=0, text=text)) or bool(AIM_TO.search(text))
    if is_promise and setting.needs_number and lacks_figure(text, measures(text)):
        limit = subject.limit(setting.day_word)
        if HASTE.search(text):
            return HASTE.sub(limit, text, count=1)
        return f"{HASTY.sub(' ', text).rstrip(' .!?')} {limit}."
    if not is_promise:
        return text
    for one in reversed(without_start(text, measures(text))):
        before = re.sub(r"(?<!\w)in (?=(?:under )?$)", "within ", text[: one.start])
        before = re.sub(r"within under $", "within ", before)
        text = f"{before}{text[one.start : one.end]} of {subject.start}{text[one.end :]}"
    return re.sub(r"(?<!\w)in (?=[0-9]{1,3} (?:[a-z]{4,8} )?days? of)", "within ", text)


def _with_days(text: str, setting: Setting) -> str:
    """With the kind of day wherever days are counted."""
    if setting.bare_days_explained:
        return text
    for one in reversed(measures(text)):
        typed = text[one.start : one.end]
        if one.is_bare_day:
            typed = re.sub(r"business(?=[ -])", "working", typed, flags=re.I)
            if "working" not in typed.lower():
                typed = re.sub(
                    r"[ -](?=days?)", f" {one.days_of(setting.day_word)} ", typed, flags=re.I
                )
            text = f"{text[: one.start]}{typed}{text[one.end :]}"
    return text


def _shared(said: list[str], setting: Setting) -> list[str]:
    """With a share of cases in the first sentence of an aim."""
    if setting.context is not Context.AIM or not said:
        return said
    if any(one.kind == "share" for one in measures(" ".join(said))):
        return said
    first = said[0].rstrip(" .!?")
    return [f"{first} {CASES}.", *said[1:]]


def _tidy(text: str) -> str:
    """With single blanks, no stray commas, a capital at the head and a stop at the end."""
    text = re.sub(r"\( {0,3}\)", "", " ".join(text.split()))
    text = re.sub(r" {0,1}([,;:])(?: ?[,;:]){0,3}(?= |$)", r"\1", text)
    text = re.sub(r"[ ,;:]{1,4}([.!?])", r"\1", text)
    text = re.sub(r"(?<!\w)an (?=[bcdfgjklmnpqrstvwxyz]|h(?!our|onest))", "a ", text)
    text = text.strip(" ,;:-")
    return ended(text[:1].upper() + text[1:]) if text else ""


def trimmed(text: str, words: int) -> str:
    """The first clause of a plain sentence that has at most so many words, with its measures."""
    joints = re.finditer(r",? (?:and|with|so|which|but|or|in) ", text)
    ends = [hit.start() for hit in islice(joints, words)]
    fitting = [end for end in ends if len(text[:end].split()) <= words]
    if not fitting:
        return text
    cut = fitting[-1]
    kept = [text[:cut]]
    for one in measures(text):
        if one.start >= cut:
            lead = "".join(_BEFORE.findall(text[max(cut, one.start - 12) : one.start]))
            behind = _NEXT_CLAUSE.split(text[one.end : one.end + 80], maxsplit=1)[0]
            kept.append(f"{lead}{text[one.start : one.end]}{behind}".strip())
    return ended(" ".join(kept))


def without_guarantee(text: str) -> str:
    """The sentence with the bare word "guaranteed" taken out."""
    text = re.sub(r"(?<!\w)guarantees? (?:to|that (?:we|i) will) ", "will ", text, flags=re.I)
    return GUARANTEE.sub(" ", text)
