# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What stands in the place of a paper's fields: out of settings, people and the charter.

How long something is kept comes out of the one table of retention as the owner has set it, and
how long copies for safety stay out of the rotation of backups; neither is ever typed a second time.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from servicedesk.domain.backups import MOST_DAILY, MOST_MONTHLY, MOST_WEEKLY
from servicedesk.domain.business import retention_rule
from servicedesk.domain.calendars import Nation
from servicedesk.domain.charters_standards import ticked_standards
from servicedesk.domain.charters_text import CharterSource, outside_help
from servicedesk.domain.guides import Answers
from servicedesk.domain.hours import WeeklyHours, hours_lines
from servicedesk.domain.people import PersonCard, Role, team_of
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.retention import RetainedKind, RetentionEnd, RetentionRule
from servicedesk.domain.standards import ServiceStandard, StopEvent
from servicedesk.domain.standards_sentences import sentences
from servicedesk.domain.standards_wording import Wording
from servicedesk.domain.written_fields import FILLED_IN, KEEP, standard_for

PROMISES_MOST = 8
"""Lines out of the charter on the page about how customers are treated."""

_OF_COMPLAINTS = (StopEvent.COMPLAINT_ACKNOWLEDGED, StopEvent.COMPLAINT_DECIDED)
"""What ends a time that stands where the paper speaks of complaints."""

_YEAR = 12
_PROMISE = "promise."
_FACTS = {
    "business.name": "trading_name",
    "business.owner": "owner_name",
    "business.phone": "phone",
    "business.email": "email",
    "business.website": "website",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSource:
    """Everything that a paper can name.

    Args:
        answers: facts of the business, by the ids of their questions.
        hours: the ordinary week, or None while nobody has said.
        people: who works here.
        charter: the published one as its papers see it, or None while there is none.
        nation: where the business is.
        law: facts of the law by the names of their fields; none somewhere else.
        phrases: words of the language of the papers.
    """

    answers: Answers
    hours: WeeklyHours | None
    people: tuple[PersonCard, ...]
    charter: CharterSource | None
    nation: Nation
    law: Mapping[str, str]
    phrases: Phrases


def has_helpers(people: Iterable[PersonCard]) -> bool:
    """Whether it is more than a business of one."""
    return bool(team_of(tuple(people)))


def written_values(source: WrittenSource) -> dict[str, str]:
    """Every field that has a value, by name; several lines where it is a list."""
    found = {name: _said(source, key) for name, key in _FACTS.items()}
    address = ", ".join(line.strip() for line in _said(source, "address").splitlines())
    found["business.address"] = address.replace(",,", ",")
    found["ways"] = "\n".join(_ways(source, found))
    if source.hours is not None:
        found["hours_line"] = "; ".join(hours_lines(source.hours, source.phrases))
    found.update(_of_people(source))
    found.update(_of_charter(source))
    found.update(_kept(source))
    found.update(source.law)
    return {name: value for name, value in found.items() if value}


def kept_for(rule: RetentionRule, phrases: Phrases) -> str:
    """How long a kind of record is kept, as it stands after "We keep it"."""
    if rule.months is None:
        return phrases.say(f"written.keep.never.{rule.start.value}")
    if not rule.months:
        return phrases.say(f"written.keep.now.{rule.start.value}")
    unit, number = (
        ("years", rule.months // _YEAR) if not rule.months % _YEAR else ("months", rule.months)
    )
    time = phrases.count(f"written.keep.{unit}", Decimal(number))
    kept = phrases.say(f"written.keep.after.{rule.start.value}", time=time)
    is_shown_later = rule.end is RetentionEnd.ANONYMISE
    return phrases.say("written.keep.nameless", kept=kept) if is_shown_later else kept


def _said(source: WrittenSource, key: str) -> str:
    return str(source.answers.get(key, "")).strip()


def _ways(source: WrittenSource, found: Mapping[str, str]) -> Iterator[str]:
    come = source.answers.get("how_you_work")
    is_visited = not isinstance(come, tuple) or not come or "they_come" in come
    for way, words in (
        ("phone", "phone"),
        ("email", "email"),
        ("address", "visit" if is_visited else "post"),
    ):
        if value := found[f"business.{way}"]:
            yield source.phrases.say(f"written.ways.{words}", value=value)


def _of_people(source: WrittenSource) -> dict[str, str]:
    """Who sees to complaints, who leads, who stands in, and what each may settle alone."""
    charter, people = source.charter, source.people
    names = {one.id: one.name for one in people}
    owner = _said(source, "owner_name")
    lead = next((one for one in people if one.role is Role.SERVICE_LEAD), None)
    handler = charter.text("complaint_person") if charter is not None else ""
    stand_in = charter.text("complaint_stand_in") if charter is not None else ""
    handler = handler or (lead.name if lead is not None else owner)
    if not stand_in:
        other = next((one.stand_in_id for one in people if one.name == handler), None)
        by_role = next((one.name for one in people if one.role is Role.STAND_IN), "")
        stand_in = names.get(other, "") if other is not None else by_role
    wording = Wording(source.phrases, None)
    limits = (
        source.phrases.say("written.limit", name=one.name, sum=wording.money(one.limit_pence))
        for one in people
        if one.limit_pence
    )
    return {
        "handler": handler,
        "stand_in": "" if stand_in == handler else stand_in,
        "lead": lead.name if lead is not None else owner,
        "limits": "\n".join(limits),
    }


def _of_charter(source: WrittenSource) -> dict[str, str]:
    """What the published charter promises, in its own sentences."""
    charter = source.charter
    if charter is None:
        return {}
    ticked = ticked_standards(charter)
    found = {"aim": charter.text("aim"), "outside_help": outside_help(charter)}
    others = (one for one in ticked if one.stop_event not in _OF_COMPLAINTS)
    said = [_sentence(one, source.phrases) for one in others]
    found["promises"] = "\n".join(said[:PROMISES_MOST])
    for name in FILLED_IN:
        if name.startswith(_PROMISE) and (one := standard_for(name, ticked)) is not None:
            found[name] = _sentence(one, source.phrases)
    return found


def _sentence(standard: ServiceStandard, phrases: Phrases) -> str:
    """What we will do; it says itself which days it counts, for no foot explains them here."""
    return sentences(standard, phrases, say_measure=False).main


def _kept(source: WrittenSource) -> dict[str, str]:
    phrases = source.phrases
    found = {
        f"{KEEP}{kind.value}": kept_for(
            retention_rule(kind, source.nation, source.answers), phrases
        )
        for kind in RetainedKind
    }
    rotation = {"days": MOST_DAILY, "weeks": MOST_WEEKLY, "months": MOST_MONTHLY}
    said = {unit: str(number) for unit, number in rotation.items()}
    return {**found, f"{KEEP}backups": phrases.say("written.keep.backups", **said)}
