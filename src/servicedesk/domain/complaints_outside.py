# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Outside help: the arrangement of the business, and the paragraph that letters print of it.

Nothing is printed where there is none: a trader without an arrangement need say nothing. Within the
four nations a body is named only once somebody has looked up that it may settle disputes.
"""

import re
from dataclasses import dataclass
from datetime import date

from servicedesk.domain.calendars import add_months
from servicedesk.domain.guides import Answers
from servicedesk.domain.letters_speech import LetterSpeech

LOOK_AGAIN_MONTHS = 6
"""Months after which it should be looked up again whether a body may still settle disputes."""

_FREE = frozenset(("nothing", "free", "it is free", "free of charge", "no charge", "£0", "0"))
_WITHIN = ("within ", "before ", "by ", "no later than ", "at any time")
_YES_IF = re.compile(r"yes\W+((?:if|when|once|where|as long as)\b.+)", re.IGNORECASE)
_HAS_THE = re.compile(r"the\b", re.IGNORECASE)
_NEEDS_THE = re.compile(
    r"\b(?:scheme|service|ombudsman|association|board|authority|council|commission"
    r"|tribunal|centre|federation|institute|office|court|guild|society|union)"
    r"(?: (?:of|for) .+)?(?: \(.+\))?$",
    re.IGNORECASE,
)
_NO_STATUS = ("", "none")
_REACH = ("address", "phone", "website")
_TOLD = ("cost", "deadline", "binding")
_METHODS = ("mediation", "advice", "decision")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideHelp:
    """The arrangement of the business.

    Args:
        body: whom people can turn to; "" where nobody may be named.
        unchecked_body: to whom the business belongs while nobody has looked up whether it may
            settle disputes; "" otherwise.
        reach: its address, phone and website, as one line.
        method: "mediation", "advice" or "decision"; "" while not said.
        told: what it costs, by when to go there and whether it binds us: the name of the part
            with the words for it.
        checked_on: the day somebody looked it up, or None.
        is_old: it should be looked up again.
    """

    body: str = ""
    unchecked_body: str = ""
    reach: str = ""
    method: str = ""
    told: tuple[tuple[str, str], ...] = ()
    checked_on: date | None = None
    is_old: bool = False


def outside_help_of(answers: Answers, today: date, *, has_law: bool) -> OutsideHelp:
    """The arrangement, from what the business has answered.

    Args:
        answers: facts of the business.
        today: the day of writing.
        has_law: False somewhere else, where accreditation is not asked for.
    """
    body = _text(answers, "body")
    if _text(answers, "status") in _NO_STATUS or not body:
        return OutsideHelp()
    accredited = _text(answers, "accredited")
    if has_law and accredited != "yes":
        return OutsideHelp(unchecked_body="" if accredited == "no" else body)
    checked = answers.get("outside_help_checked_on")
    checked_on = checked if isinstance(checked, date) else None
    is_old = checked_on is None or add_months(checked_on, LOOK_AGAIN_MONTHS) < today
    method = _text(answers, "method")
    return OutsideHelp(
        body=body,
        reach=", ".join(part for part in (_text(answers, name) for name in _REACH) if part),
        method=method if method in _METHODS else "",
        told=tuple((name, words) for name in _TOLD if (words := _text(answers, name))),
        checked_on=checked_on,
        is_old=has_law and is_old,
    )


def outside_paragraph(found: OutsideHelp, speech: LetterSpeech, *, with_check: bool = False) -> str:
    """What a letter says of it; "" where nobody may be named.

    Args:
        found: the arrangement.
        speech: how letters speak.
        with_check: say too when it was looked up that the body may settle disputes.
    """
    if not found.body:
        return ""
    key = "letter.outside.reach" if found.reach else "letter.outside.body"
    said = [speech.say(key, body=_with_article(found.body), reach=found.reach)]
    if found.method:
        said.append(speech.say(f"letter.outside.{found.method}"))
    said += (_told(name, words, speech) for name, words in found.told)
    if with_check and found.checked_on is not None:
        day = speech.day(found.checked_on)
        said.append(speech.say("letter.outside.checked", day=day, body=found.body))
    return " ".join(said)


def _told(name: str, words: str, speech: LetterSpeech) -> str:
    """One thing about it as a sentence, where what the owner wrote can be part of one."""
    small = words.casefold()
    if name == "cost":
        key = "free" if small in _FREE else "cost"
    elif name == "deadline":
        is_part = small.startswith(_WITHIN)
        key, words = ("within", _small(words)) if is_part else ("deadline", words)
    elif small in ("yes", "no"):
        key = "binds" if small == "yes" else "binds_not"
    elif found := _YES_IF.match(words):
        key, words = "binds_if", found[1]
    else:
        key, words = "binding", f"{words[:1].upper()}{words[1:]}"
    return speech.say(f"letter.outside.{key}", words=words)


def _small(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"


def _with_article(body: str) -> str:
    """The name of a body as it stands in a sentence: "the Home Trades Dispute Scheme"."""
    return f"the {body}" if _NEEDS_THE.search(body) and not _HAS_THE.match(body) else body


def _text(answers: Answers, name: str) -> str:
    """An answer on one line, without a full stop at its end."""
    value = answers.get(f"outside_help_{name}")
    lines = str(value).splitlines() if isinstance(value, str) else ()
    flat = ", ".join(line.strip().rstrip(",") for line in lines if line.strip())
    return " ".join(flat.split()).removesuffix(".")
