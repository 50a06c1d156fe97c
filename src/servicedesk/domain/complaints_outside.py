# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Outside help: the arrangement of the business, and the paragraph that letters print of it.

Nothing is printed where there is none: a trader without an arrangement need say nothing. Within the
four nations a body is named only once somebody has looked up that it may settle disputes.
"""

from dataclasses import dataclass
from datetime import date

from servicedesk.domain.calendars import add_months
from servicedesk.domain.guides import Answers
from servicedesk.domain.letters_speech import LetterSpeech

LOOK_AGAIN_MONTHS = 6
"""Months after which it should be looked up again whether a body may still settle disputes."""

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
    said = [speech.say(key, body=found.body, reach=found.reach)]
    if found.method:
        said.append(speech.say(f"letter.outside.{found.method}"))
    said += (speech.say(f"letter.outside.{name}", words=words) for name, words in found.told)
    if with_check and found.checked_on is not None:
        day = speech.day(found.checked_on)
        said.append(speech.say("letter.outside.checked", day=day, body=found.body))
    return " ".join(said)


def _text(answers: Answers, name: str) -> str:
    """An answer on one line, without a full stop at its end."""
    value = answers.get(f"outside_help_{name}")
    lines = str(value).splitlines() if isinstance(value, str) else ()
    flat = ", ".join(line.strip().rstrip(",") for line in lines if line.strip())
    return " ".join(flat.split()).removesuffix(".")
