# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The service plan as one page: groups and what they value, aims, who decides, what is kept."""

from datetime import date

from servicedesk.domain.blocks import Block, Bullets, Heading, Paragraph, Table, Tone
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.service_plan import PlanDraft


def plan_blocks(plan: PlanDraft, today: date, phrases: Phrases) -> tuple[Block, ...]:
    """The plan in reading order; what is still open says so.

    Args:
        plan: as kept.
        today: when it is printed.
        phrases: ``[service_plan_paper]``.
    """

    def say(key: str, **values: str) -> str:
        return phrases.say(f"service_plan_paper.{key}", **values)

    day, still_open = day_words(today, phrases), say("open")
    groups = tuple((one.name, one.values or still_open) for one in plan.groups)
    pairs = (
        (say("decides"), plan.decides or still_open),
        (say("stands_in"), plan.stands_in or still_open),
        (say("put_right"), plan.put_right or still_open),
    )
    return (
        Heading(text=say("title"), level=1),
        Paragraph(text=say("lead", day=day), tone=Tone.LEAD),
        Heading(text=say("groups")),
        Table(
            caption=say("groups"),
            head=(say("group"), say("values")),
            rows=groups or ((still_open, still_open),),
        ),
        Heading(text=say("aims")),
        Bullets(items=plan.aims or (still_open,)),
        Heading(text=say("who")),
        Table(caption=say("who"), rows=pairs),
        Paragraph(text=say("foot"), tone=Tone.SMALL),
    )
