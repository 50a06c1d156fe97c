# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The action plan on paper: what is to be done, by whom, by when, and whether it worked."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from servicedesk.domain.actions import ActionSource, ActionState, state_of
from servicedesk.domain.actions_rules import ActionLine, is_late
from servicedesk.domain.blocks import Block, Heading, Paragraph, Table, Tone
from servicedesk.domain.figures_words import money_words
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.rounds import long_day

_HELD = "\u00a0"
"""A space at which no line ends."""

_BY_HAND = 19
"""Characters of the head of a column, spaces most of them: as wide as a day in pencil."""


def origin_words(line: ActionLine, phrases: Phrases) -> str:
    """Where an action came from, such as "A complaint C-2026-0014" or "Checking ourselves".

    Args:
        line: the action, with the reference of what it came from.
        phrases: words of the language.
    """
    draft = line.card.draft
    source = draft.source if line.card.complaint_id is None else ActionSource.COMPLAINT
    said = phrases.say(f"enum.ActionSource.{source.value}")
    return phrases.say("action_plan.origin", source=said, more=line.ref) if line.ref else said


def _what(line: ActionLine, phrases: Phrases) -> str:
    """What is done, and what it costs where that is known."""
    draft = line.card.draft
    if draft.cost_pence is None:
        return draft.text
    cost = money_words(draft.cost_pence)
    return phrases.say("action_plan.what_cost", what=draft.text, cost=cost)


def _what_asked(line: ActionLine, phrases: Phrases) -> str:
    """What is done, and below it the question it is about where there is one."""
    return "\n".join(filter(None, (_what(line, phrases), line.asked)))


def action_plan(lines: Iterable[ActionLine], today: date, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks of the plan: open ones first, by their day, then what was done.

    Args:
        lines: every action, in the order in which it is read.
        today: the day of printing.
        phrases: words of the language of the paper.
    """
    say, found = phrases.say, tuple(lines)
    open_ones = [one for one in found if one.card.draft.done_on is None]
    done = [one for one in found if one.card.draft.done_on is not None]
    late = sum(is_late(one.card, today) for one in open_ones)
    said = []
    if open_ones:
        said.append(phrases.count("action_plan.open", Decimal(len(open_ones))))
    if late:
        said.append(phrases.count("action_plan.late", Decimal(late)))
    said.append(say("action_plan.printed", day=long_day(today, phrases)))
    lead = " · ".join(said)
    made: list[Block] = [
        Heading(text=say("action_plan.title"), level=1),
        Paragraph(text=lead, tone=Tone.LEAD),
        Heading(text=say("action_plan.heading.open")),
    ]
    if open_ones:
        made.append(_open_table(open_ones, today, phrases))
    else:
        made.append(Paragraph(text=say("action_plan.none_open")))
    if done:
        made += [Heading(text=say("action_plan.heading.done")), _done_table(done, phrases)]
    return tuple(made)


def _open_table(lines: Iterable[ActionLine], today: date, phrases: Phrases) -> Table:
    say = phrases.say
    names = ("what", "origin", "who", "due", "done", "works")
    heads = {name: say(f"action_plan.column.{name}") for name in names}
    heads["done"] = heads["done"].replace(" ", _HELD).ljust(_BY_HAND, _HELD)
    return Table(
        caption=say("action_plan.heading.open"),
        head=tuple(heads.values()),
        rows=tuple(
            (
                _what_asked(line, phrases),
                origin_words(line, phrases),
                line.card.draft.owner,
                _due(line, today, phrases),
                "",
                "",
            )
            for line in lines
        ),
    )


def _due(line: ActionLine, today: date, phrases: Phrases) -> str:
    due = line.card.draft.due
    if due is None:
        return ""
    day = day_words(due, phrases)
    is_over = is_late(line.card, today)
    return phrases.say("action_plan.was_due", day=day) if is_over else day


def _done_table(lines: Iterable[ActionLine], phrases: Phrases) -> Table:
    say = phrases.say
    names = ("what", "origin", "who", "done", "evidence", "works")
    return Table(
        caption=say("action_plan.heading.done"),
        head=tuple(say(f"action_plan.column.{name}") for name in names),
        rows=tuple(
            (
                _what(line, phrases),
                origin_words(line, phrases),
                line.card.draft.owner,
                _done(line, phrases),
                line.card.draft.evidence,
                _works(line, phrases),
            )
            for line in lines
        ),
    )


def _done(line: ActionLine, phrases: Phrases) -> str:
    on = line.card.draft.done_on
    return "" if on is None else day_words(on, phrases)


def _works(line: ActionLine, phrases: Phrases) -> str:
    """Whether it works, or the day to look."""
    card = line.card
    if state_of(card) is ActionState.CHECKED:
        return phrases.say("action_plan.works" if card.works else "action_plan.works_not")
    if card.check_on is None:
        return ""
    return phrases.say("action_plan.look", day=day_words(card.check_on, phrases))
