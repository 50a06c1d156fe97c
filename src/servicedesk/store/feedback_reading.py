# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feedback read back from the file, one by one, and what is written of it by column."""

from datetime import date, datetime
from types import MappingProxyType

from sqlalchemy import Connection, Row, bindparam, func, select, text

from servicedesk.domain.elements import Element
from servicedesk.domain.feedback import (
    BatchCard,
    BatchDraft,
    Decision,
    FeedbackCard,
    FeedbackDraft,
    FeedbackKind,
    Handled,
    Quoting,
    Scores,
)
from servicedesk.domain.feedback_listed import Decided, WallLine
from servicedesk.store.asking import ask
from servicedesk.store.customers import customers
from servicedesk.store.feedback import feedback, feedback_batches
from servicedesk.store.types import Id, Moment, Words

_MOMENT = Moment()

# Put together once: to build a statement over so many columns takes longer than to run it.
_CARDS = select(feedback, customers.c.shown_name, customers.c.remember).outerjoin(
    customers, feedback.c.customer_id == customers.c.id
)
_WANTED = bindparam("wanted", type_=Id())
_NEWEST = (feedback.c.given_on.desc(), feedback.c.id.desc())
_ONE = _CARDS.where(feedback.c.id == _WANTED)
_KEYED = _CARDS.where(feedback.c.batch_id == _WANTED, feedback.c.binned_at.is_(None)).order_by(
    feedback.c.id.desc()
)
_BECAME = _CARDS.where(feedback.c.complaint_id == _WANTED).order_by(feedback.c.id)
_ABOUT = _CARDS.where(feedback.c.about_complaint_id == _WANTED).order_by(feedback.c.id)
_PRAISE = _CARDS.where(
    feedback.c.staff == bindparam("name", type_=Words()),
    feedback.c.staff != "",
    feedback.c.kind == FeedbackKind.COMPLIMENT,
    feedback.c.binned_at.is_(None),
).order_by(*_NEWEST)
_CAME_BACK = (
    select(func.count())
    .where(feedback.c.batch_id == feedback_batches.c.id, feedback.c.binned_at.is_(None))
    .scalar_subquery()
)
_BATCHES = select(feedback_batches, _CAME_BACK.label("came_back"))
_ONE_BATCH = _BATCHES.where(feedback_batches.c.id == _WANTED)
_ALL_BATCHES = _BATCHES.order_by(feedback_batches.c.first.desc(), feedback_batches.c.id.desc())

_REACHED = "SELECT 1 FROM customer_reaches WHERE customer_id = ? LIMIT 1"
_IS_BATCH = "SELECT 1 FROM feedback_batches WHERE id = ?"
_KEYED_EVER = "SELECT 1 FROM feedback WHERE batch_id = ? LIMIT 1"
_ON_WALL = """
SELECT id, CASE WHEN better <> '' THEN better ELSE text END, answer, decision
FROM feedback INDEXED BY ix_feedback_on_wall
WHERE is_on_wall = 1 AND binned_at IS NULL AND decision IS NOT NULL
ORDER BY given_on DESC, id DESC
"""
# along the index of days, as the lists are
_SUGGESTED = (
    f"given_on >= '{date.min.isoformat()}' AND binned_at IS NULL"
    f" AND kind = '{FeedbackKind.SUGGESTION.value}'"
)
_NEWEST_OF = "SELECT id FROM feedback WHERE {which} ORDER BY given_on DESC, id DESC LIMIT :most"
_STANDING = _NEWEST_OF.format(which="is_on_wall = 1 AND binned_at IS NULL")
_TO_STAND = _NEWEST_OF.format(
    which=f"{_SUGGESTED} AND decision IN ('{Decision.DONE.value}', '{Decision.PLANNED.value}')"
)
_DECIDED = (
    _CARDS.where(
        text(
            f"feedback.id IN (SELECT id FROM ({_STANDING}) UNION ALL SELECT id FROM ({_TO_STAND}))"
        )
    )
    .order_by(feedback.c.is_on_wall.desc(), *_NEWEST)
    .limit(bindparam("most", type_=Id()))
)
_UNDECIDED = f"SELECT count(*) FROM feedback WHERE {_SUGGESTED} AND decision IS NULL"
_BINNED_BEFORE = """
SELECT id FROM feedback INDEXED BY ix_feedback_binned_at
WHERE binned_at IS NOT NULL AND binned_at < ? ORDER BY binned_at, id
"""
_LETTERS = "SELECT id FROM letters WHERE feedback_id = ? ORDER BY id"


def feedback_card(connection: Connection, feedback_id: int) -> FeedbackCard | None:
    """One piece of feedback, also out of the bin, or None."""
    row = connection.execute(_ONE, {"wanted": feedback_id}).first()
    return None if row is None else _card(row)


def keyed_cards(connection: Connection, batch_id: int) -> tuple[FeedbackCard, ...]:
    """The cards of a batch that are not in the bin, those keyed in last at the head."""
    return tuple(map(_card, connection.execute(_KEYED, {"wanted": batch_id})))


def feedback_of_complaint(
    connection: Connection, complaint_id: int
) -> tuple[tuple[FeedbackCard, ...], tuple[FeedbackCard, ...]]:
    """What a complaint was made of, and what was said about the handling of it."""
    made_of = tuple(map(_card, connection.execute(_BECAME, {"wanted": complaint_id})))
    about = tuple(map(_card, connection.execute(_ABOUT, {"wanted": complaint_id})))
    return made_of, about


def praise_of(connection: Connection, name: str) -> tuple[FeedbackCard, ...]:
    """Compliments that name somebody of us, the newest first."""
    return tuple(map(_card, connection.execute(_PRAISE, {"name": name})))


def batch_card(connection: Connection, batch_id: int) -> BatchCard | None:
    """Cards that were handed out, or None."""
    row = connection.execute(_ONE_BATCH, {"wanted": batch_id}).first()
    return None if row is None else _batch(row)


def all_batches(connection: Connection) -> tuple[BatchCard, ...]:
    """All cards that were handed out, the last at the head."""
    return tuple(map(_batch, connection.execute(_ALL_BATCHES)))


def is_batch(connection: Connection, batch_id: int) -> bool:
    """Whether cards of that number were handed out."""
    return bool(ask(connection, _IS_BATCH, (batch_id,)))


def is_keyed(connection: Connection, batch_id: int) -> bool:
    """Whether any answer of a batch was ever keyed in, be it in the bin."""
    return bool(ask(connection, _KEYED_EVER, (batch_id,)))


def is_reached(connection: Connection, customer_id: int) -> bool:
    """Whether a customer has a phone number or an e-mail address."""
    return bool(ask(connection, _REACHED, (customer_id,)))


def wall_lines(connection: Connection) -> tuple[WallLine, ...]:
    """What stands on "you said, we did", the newest first."""
    return tuple(
        WallLine(id=number, said=said, done=done, decision=Decision(decision))
        for number, said, done, decision in ask(connection, _ON_WALL)
    )


def decided(connection: Connection, most: int) -> Decided:
    """What can stand on "you said, we did", and what is still to be decided.

    Args:
        connection: to read from.
        most: how many cards at most.
    """
    cards = tuple(map(_card, connection.execute(_DECIDED, {"most": most})))
    ((open_count,),) = ask(connection, _UNDECIDED)
    return Decided(cards=cards, open_count=open_count)


def binned_before(connection: Connection, before: datetime) -> tuple[int, ...]:
    """The numbers of what was put into the bin before a moment."""
    moment = _MOMENT.into_file(before)
    return tuple(number for (number,) in ask(connection, _BINNED_BEFORE, (moment,)))


def letters_about_feedback(connection: Connection, feedback_id: int) -> tuple[int, ...]:
    """The numbers of letters that were written about feedback."""
    return tuple(number for (number,) in ask(connection, _LETTERS, (feedback_id,)))


def draft_values(draft: FeedbackDraft) -> dict[str, object]:
    """What is written of a draft, by column."""
    scores = draft.scores
    return {
        "kind": draft.kind,
        "customer_id": draft.customer_id,
        "called": draft.called,
        "reach": draft.reach,
        "text": draft.text,
        "better": draft.better,
        "given_on": draft.given_on,
        "channel": draft.channel,
        "source": draft.source,
        "staff": draft.staff,
        "touchpoint": draft.touchpoint,
        "elements": " ".join(element.value for element in draft.elements),
        "satisfaction": scores.satisfaction,
        "recommendation": scores.recommendation,
        "effort": scores.effort,
        **{element.value: scores.elements.get(element) for element in Element},
        **{f"handled_{asked.value}": scores.handling.get(asked) for asked in Handled},
        "wants_answer": draft.wants_answer,
        "may_quote": draft.quoting.may,
        "shown_as": draft.quoting.shown_as,
        "is_incentivised": draft.quoting.is_incentivised,
        "about_complaint_id": draft.about_complaint_id,
        "batch_id": draft.batch_id,
    }


def first_values(card: FeedbackCard) -> dict[str, object]:
    """What is written of new feedback besides its draft, by column."""
    return {
        "ref": card.ref,
        "written_at": card.written_at,
        "follow_up_due": card.follow_up_due,
        "followed_up_on": None,
        "follow_up_note": "",
        "complaint_id": None,
        "decision": None,
        "answer": "",
        "answered_on": None,
        "thanked_on": None,
        "passed_on": None,
        "is_on_wall": False,
        "binned_at": None,
    }


def batch_values(draft: BatchDraft) -> dict[str, object]:
    """What is written of cards that were handed out, by column."""
    return {
        "name": draft.name,
        "first": draft.first,
        "last": draft.last,
        "handed_out": draft.handed_out,
        "note": draft.note,
    }


def _card(row: Row[tuple[object, ...]]) -> FeedbackCard:
    return FeedbackCard(
        id=row.id,
        ref=row.ref,
        draft=_draft(row),
        customer_name=row.shown_name or "",
        remember=row.remember or "",
        written_at=row.written_at,
        follow_up_due=row.follow_up_due,
        followed_up_on=row.followed_up_on,
        follow_up_note=row.follow_up_note,
        complaint_id=row.complaint_id,
        decision=row.decision,
        answer=row.answer,
        answered_on=row.answered_on,
        thanked_on=row.thanked_on,
        passed_on=row.passed_on,
        is_on_wall=row.is_on_wall,
        binned_at=row.binned_at,
    )


def _draft(row: Row[tuple[object, ...]]) -> FeedbackDraft:
    return FeedbackDraft(
        kind=row.kind,
        customer_id=row.customer_id,
        called=row.called,
        reach=row.reach,
        text=row.text,
        better=row.better,
        given_on=row.given_on,
        channel=row.channel,
        source=row.source,
        staff=row.staff,
        touchpoint=row.touchpoint,
        elements=tuple(Element(name) for name in row.elements.split()),
        scores=_scores(row),
        wants_answer=row.wants_answer,
        quoting=Quoting(
            may=row.may_quote, shown_as=row.shown_as, is_incentivised=row.is_incentivised
        ),
        about_complaint_id=row.about_complaint_id,
        batch_id=row.batch_id,
    )


def _scores(row: Row[tuple[object, ...]]) -> Scores:
    elements = {element: getattr(row, element.value) for element in Element}
    handling = {asked: getattr(row, f"handled_{asked.value}") for asked in Handled}
    return Scores(
        satisfaction=row.satisfaction,
        recommendation=row.recommendation,
        effort=row.effort,
        elements=MappingProxyType(
            {one: point for one, point in elements.items() if point is not None}
        ),
        handling=MappingProxyType(
            {one: point for one, point in handling.items() if point is not None}
        ),
    )


def _batch(row: Row[tuple[object, ...]]) -> BatchCard:
    draft = BatchDraft(
        name=row.name, first=row.first, last=row.last, handed_out=row.handed_out, note=row.note
    )
    return BatchCard(id=row.id, draft=draft, came_back=row.came_back)
