# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What comes of each row about a promise, a complaint or feedback."""

from types import MappingProxyType

from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import Counts, Duplicates, Fate
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.importing_records_plan import (
    Made,
    RecordPlan,
    There,
    Values,
    listed_records,
    planned_records,
)


def row(line: int, ref: str = "", same: str = "s", close: str = "c", **stated: object) -> Made:
    return Made(
        line=line,
        shown="row",
        ref=ref,
        who=None,
        values={},
        stated=stated,
        same=same,
        close=frozenset({close}),
    )


def there(number: int, values: Values, fixed: tuple[str, ...] = ()) -> There:
    return There(
        id=number,
        ref=f"C-{number}",
        values=values,
        same="s",
        close=frozenset({"c"}),
        fixed=frozenset(fixed),
    )


KEPT = there(
    1,
    {"text": "late", "notes": None, "stage": "closed", "own": MappingProxyType({"7": "x"})},
    fixed=("stage",),
)


def test_a_row_finds_its_record_by_number_or_by_what_it_says() -> None:
    rows = [
        row(2, "C-1", same="other", text="late"),
        row(3, text="late"),
        row(4, "C-1", same="new", close="far"),
        row(5, "C-9", same="new"),
    ]
    actions = planned_records(rows, [KEPT], Duplicates.UPDATE)
    assert [action.fate for action in actions] == [Fate.UNCHANGED, *[Fate.ADDED] * 3]
    plan = RecordPlan(
        name="x",
        holds=ListKind.COMPLAINTS,
        actions=actions,
        newcomers={},
        refused=(),
    )
    assert plan.counts == Counts(added=3, unchanged=1)
    assert plan.first_new == ("row",) * 3


def test_what_a_row_says_otherwise_changes_what_may_change() -> None:
    said = row(2, text="very\nlate", notes="n", stage="open", own={"8": "y"})
    (action,) = planned_records([said], [KEPT], Duplicates.UPDATE)
    assert action.fate is Fate.UPDATED
    assert action.changes == {"text": "very\nlate", "notes": "n", "own": {"7": "x", "8": "y"}}
    changes, count = listed_records([action], {1: KEPT})
    assert count == 3
    assert [(one.what, one.old, one.new) for one in changes] == [
        (Field.TEXT, "late", "very late"),
        (Field.NOTES, "", "n"),
    ]
    assert len(listed_records([action], {1: KEPT}, most=1)[0]) == 1


def test_what_is_there_is_passed_over_or_added_again_where_that_was_chosen() -> None:
    said = [row(2, text="early")]
    (skipped,) = planned_records(said, [KEPT], Duplicates.SKIP)
    assert (skipped.fate, skipped.changes) == (Fate.SKIPPED, {})
    (added,) = planned_records(said, [KEPT], Duplicates.ADD)
    assert (added.fate, added.record_id) == (Fate.ADDED, 0)
