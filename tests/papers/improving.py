# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers of getting better: things to do, the service plan, busy days, and extra help."""

from collections.abc import Iterator
from datetime import date, timedelta

from servicedesk.documents.fonts import Faces
from servicedesk.documents.pdf import text_pdf
from servicedesk.domain.actions import CHECK_AFTER, ActionCard, ActionDraft, ActionSource
from servicedesk.domain.actions_papers import action_plan
from servicedesk.domain.actions_rules import ActionLine
from servicedesk.domain.blocks import Block, Paper, PaperSize, Printed
from servicedesk.domain.busy_days import BusyReport, DueCount, DueDay, busy_report
from servicedesk.domain.busy_days_words import busy_blocks
from servicedesk.domain.extra_help import extra_help_blocks
from servicedesk.domain.periods import Period
from servicedesk.domain.service_plan import (
    AIM_MOST,
    AIMS,
    GROUP_MOST,
    GROUPS,
    RIGHT_MOST,
    VALUES_MOST,
    CustomerGroup,
    PlanDraft,
)
from servicedesk.domain.service_plan_paper import plan_blocks
from tests.papers.charters import real_words
from tests.papers.shops import HOSTILE

TODAY = date(2026, 11, 23)
FIRST = date(2026, 9, 7)
HARD = f"{HOSTILE} " * 12

USUAL = PlanDraft(
    groups=(
        CustomerGroup(name="People at home", values="A straight answer, and the part in stock"),
        CustomerGroup(name="Builders in a hurry", values="Open at seven, no waiting"),
        CustomerGroup(name="The school and the parish"),
    ),
    aims=(
        "We ring back within 2 hours while we are open.",
        "A special order is here in 5 working days, or you hear from us the day before.",
        "Nine of ten say that we were easy to deal with.",
    ),
    decides="Ruth Hollins",
    stands_in="Tom",
    put_right="One spare slot on Friday afternoons, and £50 a month",
)
FULLEST = PlanDraft(
    groups=(CustomerGroup(name=HARD[:GROUP_MOST], values=HARD[:VALUES_MOST]),) * GROUPS,
    aims=(HARD[:AIM_MOST],) * AIMS,
    decides=HARD[:60],
    stands_in=HARD[:60],
    put_right=HARD[:RIGHT_MOST],
)

_DAY = timedelta(days=1)
_ASKED = "Does your voicemail or auto-reply say when the customer will hear from you?"

_HOSTILE_LINE = ActionLine(
    card=ActionCard(id=3, complaint_id=7, draft=ActionDraft(text=HARD[:300])), ref="C-2026-0014"
)


def things_to_do() -> tuple[ActionLine, ...]:
    """Something of every sort: late, to do, done, looked at."""
    lamps = ActionDraft(
        text="Two lamps over the paint shelves", owner="Tom Hollins", due=TODAY - 6 * _DAY,
        cost_pence=6_400, source=ActionSource.FEEDBACK,
    )  # fmt: skip
    voicemail = ActionDraft(
        text="Re-record it today.", owner="Tom Hollins", due=TODAY + 12 * _DAY,
        source=ActionSource.SELF_CHECK, source_key="5.3c",
    )  # fmt: skip
    done_on = TODAY - CHECK_AFTER - _DAY
    done = ActionDraft(
        text="Order blades a week earlier", owner="Sam", done_on=done_on, evidence="The order book"
    )
    return (
        ActionLine(card=ActionCard(id=1, complaint_id=None, draft=lamps), ref="F-2026-0005"),
        ActionLine(card=ActionCard(id=2, complaint_id=None, draft=voicemail), asked=_ASKED),
        ActionLine(
            card=ActionCard(id=4, complaint_id=None, draft=done, check_on=done_on + CHECK_AFTER)
        ),
        ActionLine(
            card=ActionCard(
                id=5,
                complaint_id=None,
                draft=done,
                checked_on=TODAY,
                works=False,
                check_note="Two more came late",
            ),
            asked=_ASKED,
        ),
    )


def busy() -> BusyReport:
    """Three months in which Saturdays slip."""
    days = []
    for after in range(78):
        weekday = after % 7
        due = 0 if weekday == 6 else 4 if weekday == 5 else 1 + after % 3
        missed = (2 if weekday == 5 else int(after % 11 == 0)) if due else 0
        count = DueCount(due=due, missed=missed)
        days.append(DueDay(day=FIRST + timedelta(days=after), count=count, undecided=after // 76))
    days[12] = DueDay(day=days[12].day, count=DueCount(due=9, missed=6))
    return busy_report(days, Period(first=FIRST, last=TODAY))


def every_paper_of_improving(faces: Faces) -> Iterator[tuple[str, Printed]]:
    """All of them, with their names."""
    words = real_words()
    nothing = busy_report((), Period(first=FIRST, last=TODAY))
    papers = {
        "things-to-do": action_plan(things_to_do(), TODAY, words),
        "things-to-do-hostile": action_plan((*things_to_do(), _HOSTILE_LINE), TODAY, words),
        "things-to-do-none": action_plan((), TODAY, words),
        "service-plan": plan_blocks(USUAL, TODAY, words),
        "service-plan-fullest": plan_blocks(FULLEST, TODAY, words),
        "service-plan-begun": plan_blocks(PlanDraft(decides="Ruth"), TODAY, words),
        "busy-days": busy_blocks(busy(), TODAY, words),
        "busy-days-none": busy_blocks(nothing, TODAY, words),
        "extra-help": extra_help_blocks(words),
    }
    for name, blocks in papers.items():
        made = _paper(blocks)
        yield name, text_pdf(made, PaperSize.A4, faces, words)
        yield f"{name}-letter", text_pdf(made, PaperSize.LETTER, faces, words)
        yield f"{name}-large", text_pdf(made, PaperSize.A4, faces, words, large=True)


def _paper(blocks: tuple[Block, ...]) -> Paper:
    title = getattr(blocks[0], "text", "")
    return Paper(
        title=title, language="en-GB", author="Hollins Hardware", blocks=blocks, footer=title
    )
