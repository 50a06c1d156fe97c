# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is counted to prove answers of a check: two numbers for each code, all in one statement."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from sqlalchemy import Connection

from servicedesk.domain.checks_proofs import Tally
from servicedesk.store.figures_asking import Values, asked

_PUBLISHED = "FROM charter_versions AS v WHERE v.status = 'published'"
_GIVEN = "binned_at IS NULL AND given_on BETWEEN :year AND :today"
_FOLLOWED = "FROM feedback WHERE binned_at IS NULL AND follow_up_due BETWEEN :year AND :today"
_RECEIVED = "FROM complaints WHERE received_on BETWEEN :year AND :today"
_HEARD = f"{_RECEIVED} AND stage NOT IN ('withdrawn', 'duplicate')"
_TOLD = "coalesce(substr(acknowledged_at, 1, 10), decided_on)"
_ENDED = f"{_RECEIVED} AND stage IN ('resolved', 'closed')"
_DUE = """FROM promises WHERE binned_at IS NULL AND due_on BETWEEN :lately AND :today
  AND outcome"""
_SAID = "value NOT IN ('\"\"', 'null', '[]', '{}')"
_OPEN_PROMISES = "FROM promises WHERE outcome IS NULL AND binned_at IS NULL"
_OPEN_CONTACTS = """FROM contacts WHERE next_on IS NOT NULL AND answered_on IS NULL
  AND promise_id IS NULL AND binned_at IS NULL"""
_OPEN_COMPLAINTS = "FROM complaints WHERE stage NOT IN ('closed', 'withdrawn', 'duplicate')"


def _count(rest: str) -> str:
    return f"(SELECT count(*) {rest})"


def _any(rest: str) -> str:
    return f"EXISTS (SELECT 1 {rest})"


def _heard(*kinds: str) -> str:
    """Whether there is any feedback of some kinds."""
    listed = ", ".join(f"'{kind}'" for kind in kinds)
    return _any(f"FROM feedback WHERE {_GIVEN} AND kind IN ({listed})")


_NONE = "0"
_PARTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "acknowledged": (
            _count(f"{_HEARD} AND acknowledge_due < :today AND {_TOLD} <= acknowledge_due"),
            _count(f"{_HEARD} AND acknowledge_due < :today"),
        ),
        "aims_set": (
            f"""(SELECT count(*) FROM service_standards AS s WHERE json_extract(s.body,
  '$.is_ticked') AND s.charter_version_id IN (SELECT v.id {_PUBLISHED}))""",
            _NONE,
        ),
        "asked_customers": (
            _count(
                "FROM feedback WHERE binned_at IS NULL AND kind = 'answer'"
                " AND given_on BETWEEN :lately AND :today"
            ),
            _NONE,
        ),
        "authority_limit": (
            _count("FROM people WHERE role <> 'owner' AND limit_pence IS NOT NULL"),
            _count("FROM people WHERE role <> 'owner'"),
        ),
        "causes_noted": (
            _count(
                f"""{_ENDED} AND main_cause IS NOT NULL AND (no_action_because <> '' OR EXISTS
  (SELECT 1 FROM actions AS a WHERE a.complaint_id = complaints.id))"""
            ),
            _count(_ENDED),
        ),
        "charter_contacts": (
            f"""({_any(f"FROM business_facts WHERE key = 'phone' AND {_SAID}")} +
  {_any(f"FROM business_facts WHERE key IN ('address', 'post_address', 'email') AND {_SAID}")})""",
            _any(_PUBLISHED),
        ),
        "complaints_logged": (
            _count(_HEARD),
            _count(
                f"{_HEARD} AND channel IN ('counter', 'visit', 'phone', 'social', 'third_party')"
            ),
        ),
        "followed_up": (_count(f"{_FOLLOWED} AND followed_up_on IS NOT NULL"), _count(_FOLLOWED)),
        "idea_noted": (
            _count("FROM ideas WHERE tried_on BETWEEN :year AND :today"),
            _count("FROM ideas"),
        ),
        "job_check": (
            _count(
                """FROM job_checks AS j WHERE drawn_on BETWEEN :year AND :today AND EXISTS
  (SELECT 1 FROM job_check_answers AS a WHERE a.job_check_id = j.id AND a.verdict IS NOT NULL)"""
            ),
            _count("FROM job_checks WHERE drawn_on BETWEEN :year AND :today"),
        ),
        "kept_rate": (
            _count(f"{_DUE} = 'kept'"),
            f"""({_count(f"{_DUE} IN ('kept', 'late', 'broken')")} +
  {_count(f"{_DUE} IS NULL AND due_on < :today")})""",
        ),
        "more_sources": (
            f"({_any(_RECEIVED)} + {_heard('answer')} + {_heard('review')} + "
            f"{_heard('comment', 'suggestion', 'compliment')})",
            _NONE,
        ),
        "next_dates": (
            f"""({_count(_OPEN_PROMISES)} + {_count(_OPEN_CONTACTS)} +
  {_count(_OPEN_COMPLAINTS)})""",
            f"""({_count(f"{_OPEN_PROMISES} AND due_on < :today")} +
  {_count(f"{_OPEN_CONTACTS} AND next_on < :today")} +
  {_count(f"{_OPEN_COMPLAINTS} AND (next_on IS NULL OR next_on < :today)")})""",
        ),
        "owner_and_stand_in": (
            _count("FROM people WHERE stand_in_id IS NOT NULL"),
            _count("FROM people"),
        ),
        "procedure_printed": (
            _count("FROM written_prints WHERE paper = 'complaints'"),
            _count(_PUBLISHED),
        ),
        "promises_written": (
            _count(
                """FROM promises WHERE binned_at IS NULL AND due_on >= :lately
  AND made_on BETWEEN :lately AND :today"""
            ),
            _NONE,
        ),
        "review_noted": (_count("FROM reviews WHERE finished_on BETWEEN :year AND :today"), _NONE),
        "told_before": (
            _count(f"{_DUE} IN ('late', 'broken') AND told_on <= coalesce(counts_on, due_on)"),
            _count(f"{_DUE} IN ('late', 'broken')"),
        ),
        "told_changes": (
            _count(
                "FROM feedback WHERE binned_at IS NULL AND decision = 'done'"
                " AND answered_on BETWEEN :year AND :today"
            ),
            _NONE,
        ),
        "walked": (
            _count("FROM walks WHERE walked_on BETWEEN :year AND :today"),
            _count("FROM walks"),
        ),
    }
)
"""What is counted for a code: how many, and what its rule sets that against.

A promise that was made lately is hardly ever due before that, so that the index of due days
serves. What is overdue and not decided was not kept so far: it counts among what was due. In all,
an acknowledgement counts by the day in UTC: an hour at midnight proves nothing.
"""


def tallies(connection: Connection, codes: Collection[str], values: Values) -> Mapping[str, Tally]:
    """What was counted for each code that the file can prove, in one statement.

    Args:
        connection: reads the file.
        codes: that are wanted; those that the file knows nothing of are left out.
        values: ``today``, and the first days of what is ``lately`` and of a ``year``.
    """
    wanted = [code for code in _PARTS if code in codes]
    if not wanted:
        return {}
    columns = ", ".join(column for code in wanted for column in _PARTS[code])
    (row,) = asked(connection, f"SELECT {columns}", values)
    pairs = zip(row[::2], row[1::2], strict=True)
    return {
        code: Tally(number=number, of=of) for code, (number, of) in zip(wanted, pairs, strict=True)
    }
