# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What has been kept for long enough, to be looked through."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from servicedesk.domain.business import retention_rule
from servicedesk.domain.clearing import (
    NOT_HERE,
    Cleared,
    Due,
    checked_reason,
    due_list,
    reach_back,
)
from servicedesk.domain.forgetting import Erasing, ErasureWhy
from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.domain.retention import RetainedKind, RetentionRule
from servicedesk.services.facts import nation_in, read_facts
from servicedesk.services.forgetting import Forgetting
from servicedesk.services.marketing_stopping import stop_withdrawn
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Units
from servicedesk.store.clearing import PARTS, candidates
from servicedesk.store.holds import kept_longer, kept_longer_row, kept_until
from servicedesk.store.records import CATALOGUE
from servicedesk.store.support import consents


class Clearing:
    """What has been kept for long enough, to be looked through.

    Args:
        units: opens changes and reads.
        around: the clock and the papers.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around
        self._forgetting = Forgetting(units, around)

    def due(self) -> tuple[Due, ...]:
        """What has been kept for long enough, the longest first."""
        with self._units.read() as reading:
            return self._due(reading)

    def not_kept(self) -> tuple[RetentionRule, ...]:
        """Rules on what this program does not keep, and its owner has elsewhere."""
        with self._units.read() as reading:
            rules = _rules(reading)
        return tuple(rules[kind] for kind in NOT_HERE)

    def keep_longer(
        self, dues: Sequence[Due], until: date | None, reason: str, who: str
    ) -> Done[int]:
        """Keep records for longer, after they were looked at.

        Args:
            dues: lines of the list.
            until: the day on which to look again.
            reason: why.
            who: says so.

        Raises:
            Refusal: what ``checked_reason`` raises.
        """
        today = self._around.clock.today()
        words = checked_reason(reason, until, today)
        with self._units.change("keep record longer", who) as unit:
            for due in dues:
                one = due.candidate
                row = kept_longer_row(unit.connection, one.kind, one.record_id)
                said = {"until": until, "reason": words, "decided_on": today}
                if row is None:
                    unit.insert(kept_longer, {"kind": one.kind, "record_id": one.record_id, **said})
                else:
                    unit.update(kept_longer, row, said)
        return Done(card=len(dues), changes=unit.changes)

    def clear(
        self,
        dues: Sequence[Due],
        who: str,
        go_on: Callable[[int, int], bool] = lambda _done, _total: True,
    ) -> Done[Cleared]:
        """Clear out what is on the list; what is no longer due, or held, is left as it is.

        Figures stay: the rows keep their days and choices, and say no more whose they were.

        Args:
            dues: lines of the list.
            who: does so.
            go_on: (looked at, of so many) -> whether to go on, asked every few records; what was
                cleared by then stays cleared.
        """
        wanted = {_key(due) for due in dues}
        alike: defaultdict[tuple[Kind, Erasing], list[int]] = defaultdict(list)
        parts: defaultdict[str, list[int]] = defaultdict(list)
        for due in self.due():
            one = due.candidate
            if _key(due) in wanted and one.kind in PARTS:
                parts[PARTS[one.kind]].append(one.record_id)
            elif _key(due) in wanted:
                alike[one.record, due.how].append(one.record_id)
        done, looked_at, changes = 0, 0, ChangeSet()
        if parts:  # first, for those of a customer who goes would be gone
            gone = self._clear_parts(parts, who)
            done, looked_at, changes = gone.card, gone.card, gone.changes
        why, is_clean = ErasureWhy.KEPT_LONG_ENOUGH, True
        try:
            for (kind, how), ids in alike.items():
                cleared = self._forgetting.clear(
                    kind, ids, how, why, who, go_on=partial(_asked, go_on, looked_at, len(wanted))
                )
                looked_at += len(ids)
                done, changes = done + cleared.card, changes | cleared.changes
        finally:
            if self._forgetting.is_untidy:
                is_clean = self._forgetting.tidy()
        card = Cleared(done=done, left=len(wanted) - done, is_clean=is_clean)
        return Done(card=card, changes=changes)

    def _clear_parts(self, parts: Mapping[str, Sequence[int]], who: str) -> Done[int]:
        """Take away parts of customers, and what the history says of them."""
        today = self._around.clock.today()
        with self._units.change("clear out records", who, is_barrier=True) as unit:
            self._forgetting.want_tidy()
            for name, ids in parts.items():
                for record_id in ids:
                    if name == consents.name:  # their no outlives it, and names nobody
                        stop_withdrawn(unit, record_id, today)
                    unit.remove(CATALOGUE.table(name), record_id)
                unit.empty_history(name, ids)
        return Done(card=sum(map(len, parts.values())), changes=unit.changes)

    def _due(self, reading: Reading) -> tuple[Due, ...]:
        today, rules = self._around.clock.today(), _rules(reading)
        found = [
            one
            for kind, rule in rules.items()
            if (limit := reach_back(rule, today)) is not None
            for one in candidates(reading, kind, limit)
        ]
        return due_list(found, rules, kept_until(reading), today)


def _asked(go_on: Callable[[int, int], bool], before: int, total: int, done: int) -> bool:
    """Whether to go on, counted over all kinds."""
    return go_on(before + done, total)


def _key(due: Due) -> tuple[RetainedKind, int]:
    return due.candidate.kind, due.candidate.record_id


def _rules(reading: Reading) -> dict[RetainedKind, RetentionRule]:
    """How long each kind is kept here, as the owner has said."""
    facts = read_facts(reading)
    nation = nation_in(facts)
    return {kind: retention_rule(kind, nation, facts) for kind in RetainedKind}
