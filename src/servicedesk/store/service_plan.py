# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The one-page service plan, as kept."""

from collections.abc import Iterator

from sqlalchemy import Column, Connection, ForeignKey, Index, select

from servicedesk.domain.kinds import Kind
from servicedesk.domain.service_plan import CustomerGroup, PlanCard, PlanDraft
from servicedesk.store.records import CATALOGUE, RecordInfo
from servicedesk.store.types import Id, Whole, Words, YesNo

service_plans = CATALOGUE.declare(
    "service_plans",
    Column("decides", Words(), nullable=False),
    Column("stands_in", Words(), nullable=False),
    Column("put_right", Words(), nullable=False),
    record=RecordInfo(
        kind=Kind.SERVICE_PLAN,
        label_column="decides",
        person_columns=("decides", "stands_in", "put_right"),
    ),
)

service_plan_lines = CATALOGUE.declare(
    "service_plan_lines",
    Column("plan_id", Id(), ForeignKey("service_plans.id"), nullable=False),
    Column("is_aim", YesNo(), nullable=False),
    Column("position", Whole(), nullable=False),
    Column("text", Words(), nullable=False),
    Column("more", Words(), nullable=False),
    Index("ix_service_plan_lines_plan_id", "plan_id", "is_aim", "position"),
    record=RecordInfo(
        kind=Kind.SERVICE_PLAN,
        label_column="text",
        owner_column="plan_id",
        person_columns=("text", "more"),
    ),
)


def plan_card(connection: Connection) -> PlanCard | None:
    """The plan, or None; there is one at most."""
    found = connection.execute(select(service_plans).order_by(service_plans.c.id).limit(1)).first()
    if found is None:
        return None
    lines = connection.execute(
        select(service_plan_lines)
        .where(service_plan_lines.c.plan_id == found.id)
        .order_by(service_plan_lines.c.position)
    ).all()
    groups = (one for one in lines if not one.is_aim)
    draft = PlanDraft(
        groups=tuple(CustomerGroup(name=one.text, values=one.more) for one in groups),
        aims=tuple(one.text for one in lines if one.is_aim),
        decides=found.decides,
        stands_in=found.stands_in,
        put_right=found.put_right,
    )
    return PlanCard(id=found.id, draft=draft)


def plan_line_ids(connection: Connection, plan_id: int) -> tuple[int, ...]:
    """The rows of the lines of a plan, in order."""
    wanted = select(service_plan_lines.c.id).where(service_plan_lines.c.plan_id == plan_id)
    return tuple(connection.scalars(wanted.order_by(service_plan_lines.c.id)))


def plan_values(draft: PlanDraft) -> dict[str, object]:
    """What is written for a plan, by column, without its lines."""
    return {"decides": draft.decides, "stands_in": draft.stands_in, "put_right": draft.put_right}


def plan_line_values(draft: PlanDraft) -> Iterator[dict[str, object]]:
    """What is written for each line of a plan, by column: its groups, then its aims."""
    for place, group in enumerate(draft.groups):
        yield {"is_aim": False, "position": place, "text": group.name, "more": group.values}
    for place, aim in enumerate(draft.aims):
        yield {"is_aim": True, "position": place, "text": aim, "more": ""}
