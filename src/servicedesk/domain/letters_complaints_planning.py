# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a letter says will be done, read out of its words so that its complaint holds it too.

Only what is certain is read. A line that denies, that has a condition, that speaks of what was
done already, or that could mean two things stays words; so does what the file holds already.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from servicedesk.domain.actions import ActionDraft
from servicedesk.domain.complaints_file import Ground, RemedyCard, RemedyDraft, RemedyKind
from servicedesk.domain.complaints_guards import Case
from servicedesk.domain.entries import read_money
from servicedesk.domain.entries_bounds import WORDS_MOST
from servicedesk.domain.entries_days import read_day
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import VALUES, LetterTemplate, Voice
from servicedesk.domain.letters_complaints_remedies import gift_words, remedy_line
from servicedesk.domain.letters_filling import fields_in
from servicedesk.domain.letters_speech import LetterSpeech, flat
from servicedesk.domain.names import fold
from servicedesk.domain.phrases import Phrases

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_DAY = re.compile(
    rf"\b(?:by |on |before |until )?(?:(?:(?:{_WEEKDAY})[, ]+)?(?:the )?"
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b(?:,? [0-9]{{4}})?"
    rf"|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|(?<=by )[0-9]{{1,2}}/[0-9]{{1,2}}(?:/[0-9]{{2,4}})?"
    rf"|(?:(?:this |next )(?:{_WEEKDAY})|(?<=by )(?:{_WEEKDAY})|(?<=on )(?:{_WEEKDAY}))\b"
    r"|tomorrow\b|today\b|(?:in|within) [0-9]{1,2} (?:calendar )?(?:days?|weeks?)\b)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"£ ?[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]{2})?|\b[0-9][0-9,]* pounds\b", re.IGNORECASE
)
_HARMLESS = re.compile(
    r"\b(?:at )?no (?:extra |further )?(?:cost|charge)\b|\bnot? later than\b|\bhave to\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:not|no|nothing|never|cannot|unless|if|or|either|would|could|may|might|already"
    r"|yesterday|have|has|had|was|were|did)\b|n['’]t\b|['’]ve\b|\?"
    r"|(?<!\bbe )\b(?:refunded|repaid|replaced|repaired|mended|fixed|redone)\b",
    re.IGNORECASE,
)
_SAID_ONLY = re.compile(r"\b(?:apolog\w*|sorry|expla(?:in|nation)\w*)\b", re.IGNORECASE)
_MONEY = r"(?:refund|money back|your money|£ ?[0-9][0-9.,]* (?:back|off)|reduc(?:e|tion)|discount)"
_KINDS = tuple(
    (kind, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for kind, words in (
        (RemedyKind.CREDIT_NOTE, r"credit note|voucher"),
        (RemedyKind.GOODWILL, r"goodwill|flowers|gift"),
        (RemedyKind.COST_REPAID, r"your (?:\w+ )?costs?\b|repay|reimburse|pay you back"),
        (RemedyKind.REPLACEMENT, r"replac(?:e|ing|ement)\w*|an? new |exchange\b|swap\b"),
        (RemedyKind.REPAIR, r"repair\w*|mend(?:ed|ing)?\b|fix(?:ed|ing)?\b"),
        (RemedyKind.REDO, r"(?:do|done|fit|paint|clean|lay) (?:\w+ ){0,3}again|re-?do\b|redone\b"),
        (RemedyKind.CONTRACT_ENDED, r"(?:end|cancel)(?:s|ed)? (?:the|your) contract"),
        (RemedyKind.RECORD_CORRECTED, r"correct(?:s|ed)? (?:the|your|our) (?:\w+ )?records?"),
    )
)
_MONEY_BACK = re.compile(rf"{_MONEY}|\bback\b[^.]*£|£[^.]*\b(?:back|off)\b", re.IGNORECASE)
_ALL_OF_IT = re.compile(
    r"\b(?:full refund|in full|all (?:of )?(?:your|the) money|whole (?:amount|price|sum))\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"(?<=[.;])\s+|,? and (?=\w)")
_SEEN_TO = re.compile(r"\b(?:sees? to it|do(?:es)? (?:it|this))\b", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.;!?])\s+")
_NOTHING = re.compile(r"(?:nothing|none|no)\b", re.IGNORECASE)

_LINE_MOST = 4 * WORDS_MOST
"""Signs of a line that is read: one full of sums would keep the screen waiting while typing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What a letter plans that the file of its complaint does not hold yet.

    Args:
        remedies: what is to put it right; one without a day is written down, and not promised.
        changes: what is done so that it does not happen again.
        words: what says more than could be read for certain, as it was typed.
    """

    remedies: tuple[RemedyDraft, ...] = ()
    changes: tuple[ActionDraft, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def promises(self) -> tuple[RemedyDraft, ...]:
        """Those with a day, which become promises."""
        return tuple(one for one in self.remedies if one.due is not None)

    @property
    def without_day(self) -> tuple[RemedyDraft, ...]:
        """Those that nobody is held to, for no day was said."""
        return tuple(one for one in self.remedies if one.due is None)


def planned_in(case: Case, template: LetterTemplate, values: VALUES, phrases: Phrases) -> Planned:
    """What a letter plans beside what the file of its complaint holds.

    Args:
        case: the complaint and what is around it.
        template: of the letter.
        values: of its fields, its days readable.
        phrases: ``letter.*``, in which the letter began with what the file holds.
    """
    named = set(fields_in(template.parts))
    said = {name: value for name, value in values.items() if name in named and value.strip()}
    speeches = tuple(LetterSpeech(phrases=phrases, voice=voice) for voice in Voice)
    left = [one for one in case.file.remedies if one.draft.kind is not RemedyKind.NONE]
    found: list[RemedyDraft] = []
    words: list[str] = []
    for line in _lines(said.get("remedies", "")):
        if not _on_file(line, left, speeches):
            _add(read_remedies(line, case.today), line, found, words)
    for name in ("goodwill", "gift"):
        _give(case, said, name, (left, speeches), (found, words))
    _work(case, said, (left, speeches), found)
    offer = flat(said.get("offer", ""))
    known = {_told(remedy_line(one.draft, how)) for one in left for how in speeches}
    if offer and not all(_told(part) in known for part in offer.split(";")):
        words.append(offer)
    changes = _changes(case, said.get("change", ""), words)
    by_whom = case.card.draft.handler
    new = [one for one in found if not _is_known(one, left)]
    return Planned(
        remedies=tuple(replace(one, by_whom=one.by_whom or by_whom) for one in new),
        changes=changes,
        words=tuple(words),
    )


def read_remedies(line: str, today: date) -> tuple[RemedyDraft, ...] | None:
    """What one line says will be done to put it right.

    Args:
        line: as typed.
        today: the day of writing.

    Returns:
        Each remedy, its amount in pence and its day where they were said; nothing for a line that
        only says something; None where the line cannot be read for certain.
    """
    if len(line) > _LINE_MOST:
        return None
    parts = [part for part in _PARTS.split(line) if part.strip(" .;")]
    if any(_DAY.search(part) and not _kinds_in(part) for part in _others(parts)):
        return None  # the day of something else
    whole = _read_one(line, today)
    if whole is not None:
        return (whole,)
    read = [_read_one(part, today) for part in parts]
    found = tuple(one for one in read if one is not None)
    if len(parts) > 1 and len(found) == len(parts) and not _UNSURE.search(_bare(line)):
        return found
    is_said_only = bool(_SAID_ONLY.search(line)) and not _kinds_in(line)
    return () if is_said_only and not _DAY.search(line) and not _AMOUNT.search(line) else None


def _others(parts: list[str]) -> list[str]:
    """Parts of a line that say more than who sees to it."""
    return [part for part in parts if not _SEEN_TO.search(part)]


def _read_one(text: str, today: date) -> RemedyDraft | None:
    """The one remedy that a text speaks of, or None."""
    kinds = _kinds_in(text)
    if len(kinds) != 1 or _UNSURE.search(_bare(text)) or len(flat(text)) > WORDS_MOST:
        return None
    days, amounts = _days_in(text, today), _amounts_in(text)
    if days is None or amounts is None or len(days) > 1 or len(amounts) > 1:
        return None
    due = next(iter(days), None)
    return RemedyDraft(
        kind=kinds[0],
        words=_without_day(text),
        amount_pence=next(iter(amounts), None),
        due=due,
        ground=_ground_of(kinds[0]),
    )


def _kinds_in(text: str) -> list[RemedyKind]:
    kinds = [kind for kind, words in _KINDS if words.search(text)]
    if _MONEY_BACK.search(text) and RemedyKind.COST_REPAID not in kinds:
        is_all = _ALL_OF_IT.search(text) is not None
        kinds.append(RemedyKind.REFUND_FULL if is_all else RemedyKind.REFUND_PART)
    return kinds


def _ground_of(kind: RemedyKind) -> Ground:
    return Ground.GOODWILL if kind is RemedyKind.GOODWILL else Ground.LEGAL_DUTY


def _bare(text: str) -> str:
    """A text without what sounds like a denial and is none."""
    return _HARMLESS.sub(" ", text)


def _days_in(text: str, today: date) -> set[date] | None:
    """The days that a text names; None where one cannot be read, or is over."""
    found = set()
    for hit in _DAY.finditer(text):
        typed = re.sub(r"\b(?:the|calendar) ", "", hit[0], flags=re.IGNORECASE)
        try:
            found.add(read_day(typed, today))
        except Refusal:
            return None
    return None if any(day < today for day in found) else found


def _amounts_in(text: str) -> set[int] | None:
    """The sums that a text names, in pence; None where one cannot be read."""
    try:
        return {
            read_money(re.sub(" pounds", "", hit[0], flags=re.IGNORECASE))
            for hit in _AMOUNT.finditer(text)
        }
    except Refusal:
        return None


def _without_day(text: str) -> str:
    """The words without the day at their end, which is kept beside them."""
    words = flat(text).rstrip(" .;,")
    for hit in _DAY.finditer(words):
        if hit.end() == len(words):
            words = words[: hit.start()].rstrip(" .;,")
            break
    return re.sub(r" (?:by|on|before|until)$", "", words)


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())


def _told(text: str) -> str:
    return fold(flat(text).rstrip(" .;"))


def _on_file(line: str, left: list[RemedyCard], speeches: Iterable[LetterSpeech]) -> bool:
    """Whether a line is one that the file told the letter."""
    lines = {_told(remedy_line(one.draft, how)) for one in left for how in speeches}
    return _told(line) in lines


def _add(
    read: tuple[RemedyDraft, ...] | None, text: str, found: list[RemedyDraft], words: list[str]
) -> None:
    if read is None:
        words.append(text)
    else:
        found.extend(read)


def _give(
    case: Case,
    said: VALUES,
    name: str,
    known: tuple[list[RemedyCard], tuple[LetterSpeech, ...]],
    into: tuple[list[RemedyDraft], list[str]],
) -> None:
    """Read a gift; that it is one, its field says."""
    text = flat(said.get(name, ""))
    left, speeches = known
    on_file = {_told(gift_words(one.draft, how)) for one in left for how in speeches}
    if not text or all(_told(part) in on_file for part in text.split(";")):
        return
    found, words = into
    days, amounts = _days_in(text, case.today), _amounts_in(text)
    is_one = days is not None and amounts is not None and len(days) < 2 and len(amounts) < 2
    if not is_one or _UNSURE.search(_bare(text)) or len(text) > WORDS_MOST:
        words.append(text)
        return
    is_note = RemedyKind.CREDIT_NOTE in _kinds_in(text)
    found.append(
        RemedyDraft(
            kind=RemedyKind.CREDIT_NOTE if is_note else RemedyKind.GOODWILL,
            ground=Ground.GOODWILL,
            words=_without_day(text),
            amount_pence=next(iter(amounts or ()), None),
            due=next(iter(days or ()), None),
            valid_until=_day(said, "valid_until") if name == "gift" else None,
        )
    )


def _work(
    case: Case,
    said: VALUES,
    known: tuple[list[RemedyCard], tuple[LetterSpeech, ...]],
    found: list[RemedyDraft],
) -> None:
    """Read the work of a letter about it: its day has a field of its own."""
    what, due = flat(said.get("remedy.what", "")), _day(said, "remedy.due")
    left, speeches = known
    on_file = {
        _told(one.draft.words or how.say(f"letter.remedy_kind.{one.draft.kind}"))
        for one in left
        if one.draft.kind not in (RemedyKind.TRAINING, RemedyKind.NONE)
        for how in speeches
    }
    is_over = due is None or due < case.today
    if not what or is_over or _told(what) in on_file or len(what) > WORDS_MOST:
        return
    kinds = _kinds_in(what)
    found.append(
        RemedyDraft(
            kind=kinds[0] if len(kinds) == 1 else RemedyKind.REDO,
            words=what.rstrip(" .;"),
            by_whom=flat(said.get("remedy.who", "")),
            due=due,
        )
    )


def _is_known(draft: RemedyDraft, left: list[RemedyCard]) -> bool:
    """Whether the file holds it in other words; each on file stands for one."""
    for one in left:
        same_sum = one.draft.amount_pence in (None, draft.amount_pence)
        if one.draft.kind is draft.kind and same_sum:
            left.remove(one)
            return True
    return False


def _changes(case: Case, text: str, words: list[str]) -> tuple[ActionDraft, ...]:
    """What is done so that it does not happen again, without what the file holds already."""
    said = flat(text)
    if not said or _NOTHING.match(said):
        return ()
    held = {_told(part) for one in case.file.actions for part in _sentences(one.draft.text)}
    new = [part for part in _sentences(said) if _told(part) not in held]
    kept = " ".join(new).rstrip(" .;")
    if not kept:
        return ()
    if len(kept) > WORDS_MOST:
        words.append(kept)
        return ()
    days = _days_in(kept, case.today) or set()
    due = next(iter(days)) if len(days) == 1 else None
    return (ActionDraft(text=kept, owner=case.card.draft.handler, due=due),)


def _sentences(text: str) -> list[str]:
    return [part for part in _SENTENCES.split(flat(text)) if part]


def _day(values: VALUES, name: str) -> date | None:
    written = values.get(name, "").strip()
    return date.fromisoformat(written) if written else None
