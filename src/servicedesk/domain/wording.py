# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The wording check: what is wrong with a promise, and how it could be said instead.

A text is put in its plain form, cut into sentences, and held against the charter's rules for
promises (2.3) and for claims (1.10). What is found carries one rewrite of the whole text, in
which nothing is found and from which no measure is missing; it is "" where no whole sentence
about the same thing can be made.
"""

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.wording_faults import MOST_WORDS, find_faults
from servicedesk.domain.wording_measures import measures
from servicedesk.domain.wording_text import (
    Context,
    Fault,
    Finding,
    FindingCode,
    Setting,
    Severity,
    plain,
)

__all__ = ["Context", "Finding", "FindingCode", "Severity", "check_wording", "rewritten"]


def check_wording(
    text: str,
    *,
    context: Context,
    day_kind: DayKind | None = None,
    bare_days_explained: bool = False,
    needs_number: bool = True,
    registrations: Iterable[str] = (),
) -> tuple[Finding, ...]:
    """What is wrong with a text, in reading order; () when it may stand.

    Args:
        text: one or more sentences as a person typed them; any text whatever.
        context: what the text is for.
        day_kind: the days that this charter counts in, or None when it has not said.
        bare_days_explained: True when the charter says elsewhere what "days" means.
        needs_number: False for a standard that is kept or not, with no figure.
        registrations: bodies whose registration is on record with number and end date.
    """
    setting = Setting(
        context=context,
        day_kind=day_kind,
        bare_days_explained=bare_days_explained,
        needs_number=needs_number,
        registrations=frozenset(registrations),
    )
    faults = find_faults(text, setting)
    if not faults:
        return ()
    rewrite = _rewritten(text, setting, faults)
    return tuple(
        Finding(
            code=fault.code,
            severity=fault.code.severity,
            span=(fault.start, fault.end),
            params=MappingProxyType({"found": text[fault.start : fault.end].strip()}),
            rewrite=rewrite,
        )
        for fault in faults
    )


def rewritten(
    text: str,
    *,
    context: Context,
    day_kind: DayKind | None = None,
    bare_days_explained: bool = False,
    needs_number: bool = True,
    registrations: Iterable[str] = (),
) -> str:
    """The text so that nothing is found in it; a text without a finding comes back as it is.

    Takes what ``check_wording`` takes. Where a figure or a start is missing, the usual one of the
    trades' presets stands in the rewrite: a suggestion that the owner must look at. "" where no
    good sentence can be made: then there is nothing to suggest.
    """
    findings = check_wording(
        text,
        context=context,
        day_kind=day_kind,
        bare_days_explained=bare_days_explained,
        needs_number=needs_number,
        registrations=registrations,
    )
    return findings[0].rewrite if findings else text


def _rewritten(text: str, setting: Setting, faults: tuple[Fault, ...]) -> str:
    # Good words need no rewrite, and its patterns take a third of the check's time to build.
    from servicedesk.domain.wording_rebuilding import rebuilt

    says = plain(text)
    codes = frozenset(fault.code for fault in faults)
    for candidate in _mendings(says, setting, codes):
        if _stands(candidate, says, setting):
            return candidate
    own = rebuilt(says, setting, codes, own_start=True)
    if _stands(own, says, setting):
        return own
    usual = rebuilt(says, setting, codes, own_start=False)
    return usual if _stands(usual, says, setting) else ""


def _mendings(says: str, setting: Setting, codes: frozenset[FindingCode]) -> Iterator[str]:
    """Rewrites in the owner's own words, the one that changes least first."""
    from servicedesk.domain.wording_mending import mended, trimmed, without_guarantee
    from servicedesk.domain.wording_replacing import name_alone

    if setting.context is Context.FREE_TEXT and FindingCode.STANDARD_CLAIM in codes:
        yield name_alone(says)
    yield mended(says, setting)
    if codes & {FindingCode.TOO_LONG, FindingCode.HARD_WORDS}:
        for apart in (True, False):
            for words in range(MOST_WORDS, 6, -6):
                yield mended(trimmed(says, words, apart=apart), setting)
    if FindingCode.GUARANTEE in codes:
        yield mended(without_guarantee(says), setting)


def _stands(candidate: str, says: str, setting: Setting) -> bool:
    """Whether a rewrite is whole sentences, passes, and has lost no measure."""
    from servicedesk.domain.wording_wholeness import is_broken

    facts = {one.fact for one in measures(candidate)}
    return (
        not is_broken(candidate, says)
        and all(one.fact in facts for one in measures(says))
        and not find_faults(candidate, setting)
    )
