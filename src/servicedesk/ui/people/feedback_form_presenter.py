# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the form of feedback asks, reads and saves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject

from servicedesk.domain.customers import Channel, CustomerDraft, usual_channel
from servicedesk.domain.elements import Element
from servicedesk.domain.entries_days import read_past_day
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.feedback import (
    LOW,
    FeedbackCard,
    FeedbackDraft,
    FeedbackKind,
    Handled,
    MayQuote,
    Quoting,
    Scale,
    Scores,
    Touchpoint,
)
from servicedesk.domain.feedback_checking import checked_feedback
from servicedesk.domain.search_people import newcomer
from servicedesk.ui.core.workbench import Workbench

Values = Mapping[str, object]
"""What stands in the form, raw, by question id."""

_TEXTS = ("text", "better", "reach", "source", "staff")
_POINTS = ("satisfaction", "recommendation", "effort")


def handled_name(handled: Handled) -> str:
    """The question id of a mark for how a complaint was handled."""
    return f"handled_{handled.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What the form was opened for.

    Args:
        feedback_id: of the feedback that is changed; None for new feedback.
        customer_id: from whom, where that is known.
        kind: what it is, to begin with.
        about_complaint_id: of the complaint whose handling they are asked about, or None.
    """

    feedback_id: int | None = None
    customer_id: int | None = None
    kind: FeedbackKind = FeedbackKind.COMMENT
    about_complaint_id: int | None = None


class FeedbackFormPresenter(QObject):
    """Reads a form of feedback and saves it.

    Args:
        bench: of the open file.
        aim: what the form was opened for.
        parent: owns it.

    Attributes:
        card: the feedback that is changed, or None.
        made: the feedback that was written down, or None so far.
        asked: which marks are asked for beside the first one.
        usual_channel: how most feedback comes in, by how the business meets its customers.
    """

    def __init__(self, bench: Workbench, aim: Aim, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.aim = aim
        services, known = bench.services, aim.feedback_id
        self.card = None if known is None else services.feedback.get(known)
        self.made: FeedbackCard | None = None
        self.asked = services.feedback.asked()
        self.usual_channel = usual_channel(services.business.answers().get("how_you_work"))

    def usual(self) -> dict[str, object]:
        """What new feedback begins with, by question id."""
        aim, is_about = self.aim, self.aim.about_complaint_id is not None
        return {
            "kind": FeedbackKind.ANSWER.value if is_about else aim.kind.value,
            "channel": self.usual_channel.value,
            "given_on": self._bench.today,
            "touchpoint": Touchpoint.COMPLAINT.value if is_about else "",
            "may_quote": MayQuote.NOT_ASKED.value,
        }

    def known(self) -> dict[str, object]:
        """What the fields show to begin with, by question id."""
        if self.card is None:
            return {**self.usual(), "customer_id": self.aim.customer_id}
        draft = self.card.draft
        scores, quoting = draft.scores, draft.quoting
        elements = {one.value: scores.elements.get(one) for one in Element}
        handled = {handled_name(one): scores.handling.get(one) for one in Handled}
        return {
            **{name: getattr(draft, name) for name in _TEXTS},
            **{name: getattr(scores, name) for name in _POINTS},
            **elements,
            **handled,
            "customer_id": draft.customer_id or draft.called,
            "kind": draft.kind.value,
            "given_on": draft.given_on,
            "channel": draft.channel.value,
            "touchpoint": "" if draft.touchpoint is None else draft.touchpoint.value,
            "elements": tuple(one.value for one in draft.elements),
            "wants_answer": draft.wants_answer or None,
            "may_quote": quoting.may.value,
            "shown_as": quoting.shown_as,
            "is_incentivised": quoting.is_incentivised,
        }

    def asks_source(self, values: Values) -> bool:
        """Whether it is asked where it was seen."""
        return values.get("kind") == FeedbackKind.REVIEW.value or bool(values.get("source"))

    def asks_reach(self, values: Values) -> bool:
        """Whether it is asked how to reach somebody who is no customer in the file."""
        told = values.get("customer_id")
        if isinstance(told, int):
            return bool(values.get("reach"))
        return bool(values.get("reach") or told) or is_low(values)

    def asks_handling(self, values: Values) -> bool:
        """Whether it is asked how content they are with how we handled a complaint."""
        is_about = values.get("touchpoint") == Touchpoint.COMPLAINT.value
        return self.asked.handling and is_about

    def weigh(self, values: Values) -> dict[str, str]:
        """What is wrong with what stands in the form so far, by question id."""
        try:
            self._read(values)
        except Refusal as refusal:
            return self._said(refusal)
        return {}

    def save(self, values: Values) -> dict[str, str] | None:
        """Write the form down.

        Args:
            values: what stands in it.

        Returns:
            What is wrong, by question id; empty when it is written; None after a trouble.
        """
        bench, feedback, card = self._bench, self._bench.services.feedback, self.card
        try:
            draft = self._read(values)
            new = self._newcomer(values)
            if card is not None:
                done = bench.do(
                    lambda: feedback.change(card.id, draft, bench.who, new), initiator=self
                )
            else:
                done = bench.do(lambda: feedback.log(draft, bench.who, new))
        except Refusal as refusal:
            return self._said(refusal)
        if done is None:
            return None
        self.made = done.card
        said = self.tr("Saved, {ref}") if card is None else self.tr("{ref} changed")
        said = said.format(ref=done.card.ref)
        if new is not None:
            name = done.card.customer_name
            said = self.tr("{done}. {name} is a customer now.").format(done=said, name=name)
        if done.changes:
            bench.bar.say(said, can_undo=True)
        return {}

    def complain(self, values: Values) -> tuple[dict[str, str] | None, int | None]:
        """Write the form down and make a complaint of it, because they want an answer.

        Args:
            values: what stands in it.

        Returns:
            As ``save``, and the number of the complaint; None where there is none.
        """
        bench, feedback, card = self._bench, self._bench.services.feedback, self.card
        known = None if card is None else card.id
        try:
            draft, new = self._read(values), self._newcomer(values)
            done = bench.do(
                lambda: feedback.log_complaint(draft, bench.who, new, known),
                said=self.tr("It is a complaint now."),
                initiator=self,
            )
        except Refusal as refusal:
            return self._said(refusal), None
        return (None, None) if done is None else ({}, done.card.id)

    def _said(self, refusal: Refusal) -> dict[str, str]:
        place = (refusal.field or "text").rpartition(".")[2]
        shown = {"called": "customer_id"}.get(place, place)
        return {shown: self._bench.labels.refusal(refusal)}

    def _newcomer(self, values: Values) -> CustomerDraft | None:
        """Whoever becomes a customer together with it; None for nobody new.

        Raises:
            Refusal: ``promise_who_unclear`` when somebody with such a name is there already, and
                nobody has said whether it is them.
        """
        told = values.get("customer_id")
        if isinstance(told, tuple | list) and told:
            return newcomer(str(told[0]))
        if self.card is not None and told == self.card.draft.called:
            return None  # it stood there before somebody of such a name was known
        if isinstance(told, str) and told and self._bench.services.search.people(told):
            raise Refusal("promise_who_unclear", "customer_id", name=told[:80])
        return None

    def _read(self, values: Values) -> FeedbackDraft:
        """What the form says, once it can be kept; raises Refusal."""
        return checked_feedback(self._draft(values), self._bench.today)

    def _draft(self, values: Values) -> FeedbackDraft:
        told = values.get("customer_id")
        kind, channel, touchpoint = (str(values.get(key) or "") for key in _CHOSEN)
        before = self.card.draft if self.card is not None else None
        about = self.aim.about_complaint_id if before is None else before.about_complaint_id
        return FeedbackDraft(
            **{name: str(values.get(name) or "") for name in _TEXTS},
            kind=FeedbackKind(kind) if kind else FeedbackKind.COMMENT,
            customer_id=told if isinstance(told, int) else None,
            called=told if isinstance(told, str) else "",
            given_on=self._day(values.get("given_on")),
            channel=Channel(channel) if channel else self.usual_channel,
            touchpoint=Touchpoint(touchpoint) if touchpoint else None,
            elements=tuple(Element(str(one)) for one in _each(values.get("elements"))),
            scores=self._scores(values),
            wants_answer=values.get("wants_answer") is True,
            quoting=_quoting(values),
            about_complaint_id=about,
            batch_id=None if before is None else before.batch_id,
        )

    def _scores(self, values: Values) -> Scores:
        marks = {name: _point(values.get(name)) for name in _POINTS}
        elements = {one: _point(values.get(one.value)) for one in Element}
        handled = {one: _point(values.get(handled_name(one))) for one in Handled}
        return Scores(
            satisfaction=marks["satisfaction"],
            recommendation=marks["recommendation"],
            effort=marks["effort"],
            elements={one: point for one, point in elements.items() if point is not None},
            handling={one: point for one, point in handled.items() if point is not None},
        )

    def _day(self, typed: object) -> date:
        if isinstance(typed, date) or not typed:
            return typed if isinstance(typed, date) else self._bench.today
        return read_past_day(str(typed), self._bench.today, "given_on")


_CHOSEN = ("kind", "channel", "touchpoint")

_LOW_MARKS = (
    ("satisfaction", Scale.SATISFACTION),
    ("recommendation", Scale.RECOMMENDATION),
    ("effort", Scale.EFFORT),
)


def is_low(values: Values) -> bool:
    """Whether a mark in the form is a low one, which is followed up where somebody left a way."""
    points = ((_point(values.get(name)), LOW[scale]) for name, scale in _LOW_MARKS)
    return any(point is not None and point <= low for point, low in points)


def _point(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _quoting(values: Values) -> Quoting:
    may = MayQuote(str(values.get("may_quote") or MayQuote.NOT_ASKED.value))
    if may is not MayQuote.YES:
        return Quoting(may=may)
    got = values.get("is_incentivised")
    return Quoting(
        may=may,
        shown_as=str(values.get("shown_as") or ""),
        is_incentivised=got if isinstance(got, bool) else None,
    )


def _each(chosen: object) -> tuple[object, ...]:
    return tuple(chosen) if isinstance(chosen, tuple | list) else ()


def known_feedback(bench: Workbench, feedback_id: int) -> FeedbackCard | None:
    """Feedback as it is now; None where it is gone, which has been said at large."""
    try:
        found = bench.services.feedback.get(feedback_id)
    except Refusal as refusal:
        bench.bar.say(bench.labels.refusal(refusal))
    except Trouble as trouble:
        bench.bar.trouble(bench.labels.trouble(trouble))
    else:
        if found is None:
            bench.bar.say(bench.labels.refusal(Refusal("record_gone", record="feedback")))
        return found
    return None
