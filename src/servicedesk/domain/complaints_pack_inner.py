# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the whole file of a complaint holds for ourselves alone, as blocks."""

from collections.abc import Iterable, Iterator

from servicedesk.domain.actions import ActionCard
from servicedesk.domain.blocks import Block, Bullets, Heading, Paragraph, Table
from servicedesk.domain.complaints import Content
from servicedesk.domain.complaints_assessing import priority_of
from servicedesk.domain.complaints_file import BehaviourCard, RemedyCard
from servicedesk.domain.complaints_pack import Inner
from servicedesk.domain.complaints_pack_words import PackWords


def inner_blocks(inner: Inner, words: PackWords) -> Iterator[Block]:
    """All of it, under one heading that says whose eyes it is for.

    Args:
        inner: as ``whole_pack`` gives it.
        words: says the parts.
    """
    yield Heading(text=words.say("pack.heading.ours"))
    yield Paragraph(text=words.say("pack.ours"))
    yield from words.pairs(_facts(inner, words), "ours")
    if inner.own:
        yield Table(caption=words.say("pack.heading.own"), rows=inner.own)
    if inner.notes.strip():
        yield from _part("notes", [Paragraph(text=inner.notes)], words)
    yield from _part("agreed", _agreed(inner.remedies, words), words)
    yield from _part("learning", _learning(inner, words), words)
    yield from _part("actions", _actions(inner.actions, words), words)
    yield from _part("behaviour", _behaviours(inner.behaviours, words), words)
    yield from _part("rights", _rights(inner, words), words)


def _part(key: str, blocks: Iterable[Block], words: PackWords) -> Iterator[Block]:
    made = tuple(blocks)
    if made:
        yield Heading(text=words.say(f"pack.heading.{key}"), level=3)
        yield from made


def _facts(inner: Inner, words: PackWords) -> Iterator[tuple[str, str]]:
    say, weighed, dates = words.say, inner.assessment, inner.dates
    yield "taken_by", inner.taken_by
    yield "handler", inner.handler
    yield "stand_in", inner.stand_in
    yield "staff", inner.staff
    yield "authority", words.day(inner.authority_seen_on)
    priority = say(f"enum.Priority.{priority_of(weighed)}")
    scales = {
        name: say(f"complaint_scale.{name}_{getattr(weighed, name)}")
        for name in ("severity", "impact", "urgency")
    }
    yield "weighed", say("pack.weighed", how=priority, **scales)
    flags = (
        ("is_safety", weighed.is_safety),
        ("is_legal", weighed.is_legal),
        ("is_complex", weighed.is_complex),
        ("is_ongoing", inner.is_ongoing),
        ("from_stock", inner.from_stock),
    )
    yield "flags", ", ".join(say(f"pack.flag.{key}") for key, is_so in flags if is_so)
    yield "raise_note", weighed.raise_note
    yield "insurer", _of_insurer(inner, words)
    yield "stock", words.day(dates.stock_checked_on)
    yield "cost", words.pounds(inner.cost_pence)
    yield (
        "outside_cost",
        ", ".join(f"{body} {words.pounds(cost)}" for body, cost in inner.outside_costs),
    )
    yield (
        "minutes",
        "" if inner.minutes_spent is None else say("pack.minutes", n=str(inner.minutes_spent)),
    )
    yield (
        "satisfaction",
        "" if inner.satisfaction is None else say("pack.of_five", n=str(inner.satisfaction)),
    )
    is_said = inner.content is not Content.NOT_SAID
    yield "content", say(f"enum.Content.{inner.content}") if is_said else ""
    yield "legal_hold", inner.legal_hold


def _of_insurer(inner: Inner, words: PackWords) -> str:
    """When the insurer was told, or why not; "" where nobody need tell them."""
    if inner.dates.insurer_told_on is not None:
        return words.day(inner.dates.insurer_told_on)
    if inner.insurer_not_needed:
        return words.say("pack.insurer.not_needed", why=inner.insurer_not_needed.rstrip("."))
    return words.say("pack.insurer.open") if inner.insurer_open else ""


def _agreed(remedies: Iterable[RemedyCard], words: PackWords) -> Iterator[Block]:
    """On what ground something was given, who agreed to it and why."""
    say = words.say
    rows = tuple(
        (
            say(f"enum.RemedyKind.{one.draft.kind}"),
            say(f"enum.Ground.{one.draft.ground}"),
            one.draft.by_whom,
            one.draft.approved_by,
            one.draft.over_because,
        )
        for one in remedies
    )
    keys = ("what", "ground", "by_whom", "approved_by", "because")
    head = tuple(say(f"pack.column.{key}") for key in keys)
    if rows:
        yield Table(caption=say("pack.heading.agreed"), head=head, rows=rows)


def _learning(inner: Inner, words: PackWords) -> Iterator[Block]:
    say, learning = words.say, inner.learning
    causes = ", ".join(say(f"enum.Cause.{one}") for one in learning.causes)
    rows = (
        ("causes", causes or learning.no_cause_because),
        ("lessons", learning.lessons),
        ("no_action", learning.no_action_because),
        ("element", "" if learning.element is None else say(f"enum.Element.{learning.element}")),
    )
    yield from words.pairs(rows, "learning")
    whys = tuple(one for one in learning.whys if one)
    if whys:
        yield Heading(text=say("pack.heading.whys"), level=3)
        yield Bullets(items=whys)


def _actions(actions: Iterable[ActionCard], words: PackWords) -> Iterator[Block]:
    say = words.say
    rows = tuple(
        (
            one.draft.text,
            one.draft.owner,
            words.day(one.draft.due),
            words.day(one.draft.done_on),
            "" if one.works is None else say(f"pack.works.{'yes' if one.works else 'no'}"),
        )
        for one in actions
    )
    head = tuple(say(f"pack.column.{key}") for key in ("what", "owner", "due", "done", "works"))
    if rows:
        yield Table(caption=say("pack.heading.actions"), head=head, rows=rows)


def _behaviours(behaviours: Iterable[BehaviourCard], words: PackWords) -> Iterator[Block]:
    say = words.say
    rows = tuple(
        (
            words.day(one.draft.on),
            one.draft.text,
            one.draft.limits,
            words.day(one.draft.warned_on),
            words.day(one.draft.review_on),
        )
        for one in behaviours
    )
    keys = ("day", "done_or_said", "limits", "warned", "review")
    head = tuple(say(f"pack.column.{key}") for key in keys)
    if rows:
        yield Table(caption=say("pack.heading.behaviour"), head=head, rows=rows)


def _rights(inner: Inner, words: PackWords) -> Iterator[Block]:
    """What they can ask for, with what was ticked for it."""
    say, ticks = words.say, inner.ticks
    chosen = (
        ("bought", "Bought", ticks.what),
        ("agreed_where", "BoughtWhere", ticks.where),
        ("no_cancelling", "NoCancelling", ticks.no_cancelling),
    )
    rows = [(key, say(f"enum.{name}.{one}") if one else "") for key, name, one in chosen]
    rows += [
        ("bought_on", words.day(ticks.on)),
        ("whole_price", words.pounds(ticks.price_pence)),
        ("refund_agreed", words.day(ticks.refund_agreed_on)),
    ]
    yield from words.pairs(rows, "ticked")
    for sentence in inner.rights:
        yield Paragraph(text=sentence)
