# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What customers told the pretend shop, on cards and otherwise, and what became of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from servicedesk.content.guides_tables import Table
from servicedesk.domain.customers import Channel
from servicedesk.domain.elements import Element
from servicedesk.domain.feedback import (
    BatchDraft,
    Decision,
    FeedbackDraft,
    FeedbackKind,
    MayQuote,
    Quoting,
    Scores,
    Touchpoint,
)
from servicedesk.services.demo_scene import Deed, Scene

Kept = list[int]
"""The number of a piece of feedback, once it is kept."""

Read = Callable[[Scene, Table, date, Kept], Callable[[], object]]
"""Reads what is done, on which day, with a piece of feedback."""


def feedback(scene: Scene) -> Iterator[Deed]:
    """What customers said of the shop, each with what was done about it since."""
    for table in scene.story.tables("feedback"):
        on, kept = scene.day_in(table, "on"), list[int]()
        steps = tuple(_steps(scene, table, kept))
        customer = table.take("customer", str, "")
        yield Deed(on=on, act=partial(_log, scene, customer, _draft(table, on), kept))
        yield from steps
        table.done()


def cards(scene: Scene) -> Iterator[Deed]:
    """Cards that were handed out, and the pile of them that was keyed in at once."""
    for table in scene.story.tables("cards"):
        first, keyed_on = scene.day_in(table, "first"), scene.day_in(table, "keyed_on")
        batch = BatchDraft(
            name=table.take("name", str),
            first=first,
            last=scene.day_in(table, "last"),
            handed_out=table.take("handed_out", int),
            note=table.take("note", str, ""),
        )
        handed: Kept = []
        yield Deed(on=first, act=partial(_hand_out, scene, batch, handed))
        pile: list[tuple[FeedbackDraft, Kept]] = []
        later: list[Deed] = []
        for card in table.tables("card"):
            kept: Kept = []
            later += _steps(scene, card, kept)
            answer = replace(_draft(card, scene.day_in(card, "on")), kind=FeedbackKind.ANSWER)
            pile.append((answer, kept))
            card.done()
        yield Deed(on=keyed_on, act=partial(_key_in, scene, handed, pile))
        yield from later
        table.done()


def _draft(table: Table, on: date) -> FeedbackDraft:
    touchpoint = table.take("touchpoint", str, "")
    given = table.take("given", bool, False)
    may = MayQuote(table.take("may_quote", str, MayQuote.NOT_ASKED.value))
    return FeedbackDraft(
        kind=FeedbackKind(table.take("kind", str, FeedbackKind.COMMENT.value)),
        called=table.take("called", str, ""),
        reach=table.take("reach", str, ""),
        text=table.take("text", str, ""),
        better=table.take("better", str, ""),
        given_on=on,
        channel=Channel(table.take("channel", str, Channel.COUNTER.value)),
        source=table.take("source", str, ""),
        staff=table.take("staff", str, ""),
        touchpoint=Touchpoint(touchpoint) if touchpoint else None,
        elements=tuple(map(Element, table.texts("elements"))),
        scores=_scores(table),
        wants_answer=table.take("wants_answer", bool, False),
        quoting=Quoting(
            may=may,
            shown_as=table.take("shown_as", str, ""),
            is_incentivised=None if may is MayQuote.NOT_ASKED else given,
        ),
    )


def _scores(table: Table) -> Scores:
    """What was ticked; what was not stays open."""
    marks = table.table("marks")
    given = {} if marks is None else marks.rest()
    recommendation = table.any("recommendation")
    return Scores(
        satisfaction=table.take("satisfaction", int, 0) or None,
        recommendation=recommendation if isinstance(recommendation, int) else None,
        elements={Element(name): int(mark) for name, mark in given.items()},
    )


def _log(scene: Scene, customer: str, draft: FeedbackDraft, kept: Kept) -> None:
    if customer:
        draft = replace(draft, customer_id=scene.customer(customer))
    kept.append(scene.shop.feedback.log(draft, scene.who).card.id)


def _hand_out(scene: Scene, batch: BatchDraft, handed: Kept) -> None:
    handed.append(scene.shop.feedback.cards.add(batch, scene.who).card.id)


def _key_in(scene: Scene, handed: Kept, pile: Sequence[tuple[FeedbackDraft, Kept]]) -> None:
    drafts = tuple(draft for draft, _ in pile)
    keyed = scene.shop.feedback.cards.key_in(handed[0], drafts, scene.who).card
    for card, (_, kept) in zip(keyed, pile, strict=True):
        kept.append(card.id)


def _steps(scene: Scene, table: Table, kept: Kept) -> Iterator[Deed]:
    """What was done about it, each on its day."""
    for step in table.tables("step"):
        on = scene.day_in(step, "on")
        done = _STEPS.get(step.take("do", str))
        if done is None:
            raise step.fault("nobody knows how to do this")
        yield Deed(on=on, act=done(scene, step, on, kept))
        step.done()


def _followed(scene: Scene, table: Table, on: date, kept: Kept) -> Callable[[], object]:
    note, book = table.take("words", str), scene.shop.feedback
    return lambda: book.follow_up(kept[0], on, note, scene.who)


def _decided(scene: Scene, table: Table, _on: date, kept: Kept) -> Callable[[], object]:
    decision, answer = Decision(table.take("decision", str)), table.take("words", str)
    book = scene.shop.feedback
    return lambda: book.decide(kept[0], decision, answer, scene.who)


def _told(scene: Scene, _table: Table, on: date, kept: Kept) -> Callable[[], object]:
    return lambda: scene.shop.feedback.answered(kept[0], on, scene.who)


def _thanked(scene: Scene, _table: Table, on: date, kept: Kept) -> Callable[[], object]:
    return lambda: scene.shop.feedback.thanked(kept[0], on, scene.who)


def _passed_on(scene: Scene, _table: Table, on: date, kept: Kept) -> Callable[[], object]:
    return lambda: scene.shop.feedback.passed_on(kept[0], on, scene.who)


def _on_wall(scene: Scene, _table: Table, _on: date, kept: Kept) -> Callable[[], object]:
    return lambda: scene.shop.feedback.put_on_wall(kept[0], True, scene.who)


_STEPS: dict[str, Read] = {
    "follow_up": _followed,
    "decide": _decided,
    "answer": _told,
    "thank": _thanked,
    "pass_on": _passed_on,
    "wall": _on_wall,
}
"""What can be done, by its name in the story."""
