# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which lines of a promise in an answers file go together, and which figures are no slip.

Stored standards are read without this: what was once kept can always be read again.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from servicedesk.domain.errors import Refusal
from servicedesk.domain.standards import Amount, Measure, ServiceStandard
from servicedesk.domain.standards_editing import MOST
from servicedesk.domain.standards_editing_fields import is_used

_EXAMPLES: Mapping[Measure, str] = {
    Measure.DURATION: 'limit = "4 opening hours"',
    Measure.RINGS: 'limit = "6 rings"',
    Measure.CLOCK_TIME: 'clock = { at = "15:00" }',
    Measure.BAND: 'bands = [{ width = "2 hours" }]',
    Measure.NOTICE: 'limit = "1 working day"',
    Measure.COUNT_PER_PERIOD: 'limit = "2 times"',
    Measure.SHARE: 'limit = "95 %"',
    Measure.MONEY: 'limit = "£30"',
    Measure.YES_NO: "",
    Measure.AVAILABILITY: 'availability = { opens = "08:00", closes = "18:00" }',
    Measure.PATTERN: 'pattern = { occasions = 2, window = "1 month" }',
}
_OF_AFTER = re.compile(r"\{limit\}\s+of\b")


def level_example(measure: Measure) -> str:
    """The line that says the level of such a promise; empty for yes or no, which has none."""
    return _EXAMPLES[measure]


def check_said(standard: ServiceStandard, said: Iterable[str], place: str) -> None:
    """Refuse a line that would say nothing, and a figure that nobody means.

    Args:
        standard: as the file makes it, the preset under it.
        said: names of the lines that stand in the file itself.
        place: what the fields of the refusals begin with.

    Raises:
        Refusal: ``answers_level_unused``, ``answers_level_none``, ``answers_amount_huge``,
            ``answers_amount_zero`` or ``answers_at_once``.
    """
    for name in said:
        if is_used(name, standard.measure):
            continue
        use = level_example(standard.measure)
        code = "answers_level_unused" if use else "answers_level_none"
        raise Refusal(code, f"{place}.{name}", found=name, use=use)
    for name, amount in _amounts(standard):
        if amount.value > MOST:
            raise Refusal("answers_amount_huge", f"{place}.{name}", most="9,999")
        if amount.value == 0 and not _may_be_zero(name, standard):
            raise Refusal("answers_amount_zero", f"{place}.{name}")
    if _is_at_once(standard) and _OF_AFTER.search(standard.action):
        raise Refusal("answers_at_once", f"{place}.limit")


def _may_be_zero(name: str, standard: ServiceStandard) -> bool:
    if name == "limit":
        return standard.measure is Measure.DURATION
    return name in ("clock.after", "second.limit")


def _is_at_once(standard: ServiceStandard) -> bool:
    limit = standard.limit
    return limit is not None and limit.value == 0 and standard.up_to is None


def _amounts(standard: ServiceStandard) -> Iterator[tuple[str, Amount]]:
    """Every amount that a standard holds, with the line it stands in."""
    found = {
        "limit": standard.limit,
        "up_to": standard.up_to,
        "per": standard.per,
        "updates": standard.updates,
        "remedy.claim_within": standard.remedy.claim_within,
    }
    if standard.clock is not None:
        found["clock.after"] = standard.clock.after
    for number, band in enumerate(standard.bands, 1):
        found[f"bands.{number}.width"] = band.width
    if standard.pattern is not None:
        found["pattern.window"] = standard.pattern.window
        found["pattern.lasting"] = standard.pattern.lasting
    if standard.second is not None:
        found["second.limit"] = standard.second.limit
    for name, amount in found.items():
        if amount is not None:
            yield name, amount
