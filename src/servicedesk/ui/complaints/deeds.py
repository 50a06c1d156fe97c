# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can be done with a complaint from its page: each one step, said with its undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QObject

from servicedesk.domain.actions import ActionDraft
from servicedesk.domain.complaints import ComplaintCard, Content, Finding
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_file import (
    ComplaintFile,
    EntryDraft,
    EntryKind,
    Ground,
    OutsideKind,
    ReferralDraft,
    RemedyDraft,
    RemedyKind,
)
from servicedesk.domain.complaints_listed import ComplaintChip, ComplaintFilter
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel
from servicedesk.domain.entries_days import read_day, read_past_day
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.ui.complaints.deeds_values import NOT_NEEDED, Values, pence_in, text_in
from servicedesk.ui.core.workbench import Step, Workbench
from servicedesk.ui.people.step_dialog import Wrong, is_ticked

AT_ONCE = frozenset({Action.INVESTIGATE, Action.PLAN_REMEDY, Action.CLOSE})
"""Steps that ask nothing and happen today, unless somebody names another day."""


class Deed(StrEnum):
    """What can be done with a complaint beside the steps of its table."""

    NOTE = "note"
    REMIND = "remind"
    UPDATE = "update"
    REMEDY = "remedy"
    REMEDY_DONE = "remedy_done"
    CAUSE = "cause"
    CHANGE = "change"
    FOLLOW_UP = "follow_up"
    INSURER = "insurer"
    STOCK = "stock"
    OUTSIDE = "outside"


class ComplaintDeeds(QObject):
    """Does what buttons and dialogs about complaints say.

    Args:
        bench: of the open file.
        parent: owns it.
    """

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench

    def file(self, complaint_id: int) -> ComplaintFile | None:
        """A complaint as it is now; None where it is gone, which has been said."""
        bench = self._bench
        try:
            return bench.services.complaints.file(complaint_id)
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
        return None

    def names(self) -> tuple[str, ...]:
        """Who works here, where that is more than one; a shop of one is never asked by whom."""
        people = self._bench.services.people.all()
        return tuple(person.name for person in people) if len(people) > 1 else ()

    def lacks(self, card: ComplaintCard, action: Action) -> tuple[Refusal, ...]:
        """What a step still lacks, one Refusal each; nothing where it is not allowed at all."""
        try:
            allowed = self._bench.services.complaints.allowed(card.id)
        except (Refusal, Trouble):  # taking the step says so
            return ()
        return next((one.missing for one in allowed if one.action is action), ())

    def take(self, card: ComplaintCard, action: Action, values: Values) -> Wrong:
        """Take a step of the table.

        Args:
            card: of the complaint.
            action: the step.
            values: what its dialog asked, under the names of ``Given``; "how" for words that say
                on which channel it was.
        """
        bench, complaints = self._bench, self._bench.services.complaints

        def step() -> Step:
            return complaints.take(card.id, action, self._given(action, values), bench.who)

        return self._do(step, self._said(card, action))

    def go_outside(self, card: ComplaintCard, values: Values) -> Wrong:
        """Say that it went outside: "kind", "body", "their_ref", "on" and two boxes."""
        bench, complaints = self._bench, self._bench.services.complaints

        def step() -> Step:
            given = self._given(Action.GO_OUTSIDE, values)
            kind = text_in(values, "kind")
            draft = ReferralDraft(
                kind=OutsideKind(kind) if kind else OutsideKind.OTHER,
                body=given.words,
                their_ref=text_in(values, "their_ref"),
                referred_on=given.on,
            )
            return complaints.go_outside(card.id, given, draft, bench.who)

        return self._do(step, self._said(card, Action.GO_OUTSIDE))

    def note_outside(self, card: ComplaintCard, values: Values) -> Wrong:
        """Note that they asked for help outside too; fields as for ``go_outside``."""
        bench, parts = self._bench, self._bench.services.complaints.parts

        def step() -> Step:
            kind, body = text_in(values, "kind"), text_in(values, "words")
            if not body:
                raise Refusal("complaint_needs_body", "words")
            draft = ReferralDraft(
                kind=OutsideKind(kind) if kind else OutsideKind.OTHER,
                body=body,
                their_ref=text_in(values, "their_ref"),
                referred_on=self._on(values),
            )
            return parts.note_outside(card.id, draft, bench.who)

        return self._do(step, self.tr("Noted who else helps them."))

    def outside_result(self, file: ComplaintFile, values: Values) -> Wrong:
        """Say what came of it outside: "words", "on", "their_ref", "cost_pence", "is_binding"."""
        bench, complaints = self._bench, self._bench.services.complaints
        card = file.card

        def step() -> Step:
            given = self._given(Action.OUTSIDE_RESULT, values)
            if not file.referrals:
                raise Refusal("complaint_not_outside", ref=card.ref)
            draft = replace(
                file.referrals[-1].draft,
                result=given.words,
                result_on=given.on,
                their_ref=text_in(values, "their_ref"),
                cost_pence=pence_in(values, "cost_pence"),
                is_binding=is_ticked(values, "is_binding"),
            )
            return complaints.outside_result(card.id, given, draft, bench.who)

        return self._do(step, self._said(card, Action.OUTSIDE_RESULT))

    def note(self, card: ComplaintCard, values: Values) -> Wrong:
        """Keep what was found on the way to the answer: "words", on "on"."""
        bench, parts = self._bench, self._bench.services.complaints.parts

        def step() -> Step:
            words, on = text_in(values, "words"), self._on(values)
            draft = EntryDraft(kind=EntryKind.FACT, text=words, on=on)
            return parts.add_entry(card.id, draft, bench.who)

        return self._do(step, self.tr("Written down what you found."))

    def remind(self, card: ComplaintCard, values: Values) -> Wrong:
        """The customer was reminded of our question, on "on"."""
        bench, complaints = self._bench, self._bench.services.complaints
        said = self.tr("Written down that they were reminded.")
        return self._do(lambda: complaints.reminded(card.id, self._on(values), bench.who), said)

    def update(self, card: ComplaintCard, values: Values) -> Wrong:
        """They heard how it goes, on "on"."""
        bench, parts = self._bench, self._bench.services.complaints.parts
        said = self.tr("Written down that they know how it goes.")
        return self._do(lambda: parts.updated(card.id, self._on(values), bench.who), said)

    def add_remedy(self, card: ComplaintCard, values: Values) -> Wrong:
        """Write what puts it right; with a day to come it becomes a promise.

        Args:
            card: of the complaint.
            values: fields of ``RemedyDraft``.
        """
        bench, parts = self._bench, self._bench.services.complaints.parts

        def step() -> Step:
            return parts.add_remedy(card.id, self._remedy(values), bench.who)

        return self._do(step, self.tr("Written down what puts it right."))

    def remedy_done(self, card: ComplaintCard, remedy_id: int, values: Values) -> Wrong:
        """One thing that puts it right was done, on "on"."""
        bench, parts = self._bench, self._bench.services.complaints.parts

        def step() -> Step:
            return parts.remedy_done(card.id, remedy_id, self._on(values), bench.who)

        return self._do(step, self.tr("Done, and its promise with it."))

    def learn(self, card: ComplaintCard, values: Values) -> Wrong:
        """Write why it went wrong: "causes", or "no_cause_because"."""
        bench, parts = self._bench, self._bench.services.complaints.parts
        cause, because = text_in(values, "causes"), text_in(values, "no_cause_because")
        rest = tuple(one for one in card.learning.causes[1:] if one != cause)
        learning = replace(
            card.learning,
            causes=(Cause(cause), *rest) if cause else (),
            no_cause_because="" if cause else because,
        )

        def step() -> Step:
            if not cause and not because:
                raise Refusal("complaint_needs_cause", "causes")
            return parts.learn(card.id, learning, bench.who)

        return self._do(step, self.tr("Written down why it went wrong."))

    def change(self, card: ComplaintCard, values: Values) -> Wrong:
        """Write what changes: "text", "owner" and "due", or "no_action_because"."""
        bench, parts = self._bench, self._bench.services.complaints.parts
        text, because = text_in(values, "text"), text_in(values, "no_action_because")

        def step() -> Step:
            if text:
                draft = ActionDraft(
                    text=text,
                    owner=text_in(values, "owner"),
                    due=self._day(values, "due"),
                    cause=card.learning.causes[0] if card.learning.causes else None,
                )
                return parts.add_action(card.id, draft, bench.who)
            if not because:
                raise Refusal("complaint_needs_action", "text")
            learning = replace(card.learning, no_action_because=because)
            return parts.learn(card.id, learning, bench.who)

        return self._do(step, self.tr("Written down what changes."))

    def follow_up(self, card: ComplaintCard, values: Values) -> Wrong:
        """Somebody asked how it went, on "on"; "satisfaction" is 1 to 5."""
        bench, parts = self._bench, self._bench.services.complaints.parts
        said = values.get("satisfaction")
        score = said if isinstance(said, int) else None

        def step() -> Step:
            return parts.followed_up(card.id, self._on(values), score, bench.who)

        return self._do(step, self.tr("Written down how it went."))

    def insurer(self, card: ComplaintCard, values: Values) -> Wrong:
        """The insurer was told on "on", or need not be: "insurer_not_needed", as "which" says."""
        bench, parts = self._bench, self._bench.services.complaints.parts
        which = text_in(values, "which")
        because = text_in(values, "insurer_not_needed") if which == NOT_NEEDED else ""

        def step() -> Step:
            if not which:
                raise Refusal("complaint_insurer_which", "which")
            if which == NOT_NEEDED and not because:
                raise Refusal("complaint_insurer_why", "insurer_not_needed")
            on = None if because else self._on(values)
            return parts.told_insurer(card.id, on, because, bench.who)

        return self._do(step, self.tr("Written down about the insurer."))

    def stock(self, card: ComplaintCard, values: Values) -> Wrong:
        """Others sold were looked for, on "on"."""
        bench, parts = self._bench, self._bench.services.complaints.parts
        said = self.tr("Written down about the others that were sold.")
        return self._do(lambda: parts.checked_stock(card.id, self._on(values), bench.who), said)

    def _said(self, card: ComplaintCard, action: Action) -> str:
        words = self._bench.labels.say(f"complaints_room.took.{action}")
        return self.tr("{ref}: {step}").format(ref=card.ref, step=words)

    def _given(self, action: Action, values: Values) -> Given:
        channel, finding, content = (
            text_in(values, name) for name in ("channel", "finding", "content")
        )
        return Given(
            on=self._on(values),
            words=self._words(action, values),
            channel=Channel(channel) if channel else None,
            letter=is_ticked(values, "letter"),
            suited_them=is_ticked(values, "suited_them"),
            finding=Finding(finding) if finding else None,
            content=Content(content) if content else Content.NOT_SAID,
            accepted=is_ticked(values, "accepted"),
            owner_wishes=is_ticked(values, "owner_wishes"),
            customer_went=is_ticked(values, "customer_went"),
            by_whom=text_in(values, "by_whom") or self._nobody_else(action),
            master_id=self._master(text_in(values, "master_id")),
            due=self._day(values, "due"),
        )

    def _words(self, action: Action, values: Values) -> str:
        """What was said; where a step has no place for the channel, the channel first."""
        said, how = text_in(values, "words"), text_in(values, "how")
        if action in _CHANNEL_IN_WORDS:
            how = text_in(values, "channel")
        if not how:
            return said
        on_channel = self._bench.labels.enum(Channel(how))
        if not said:
            return on_channel
        return self.tr("{channel}: {said}").format(channel=on_channel, said=said)

    def _nobody_else(self, action: Action) -> str:
        """Who takes a second look where there is only one person: they do."""
        if action is not Action.SECOND_LOOK or self.names():
            return ""
        services = self._bench.services
        owner = str(services.business.answers().get("owner_name") or "")
        return next((person.name for person in services.people.all()), owner) or self._bench.who

    def _master(self, ref: str) -> int | None:
        """The complaint of that number; None for none.

        Raises:
            Refusal: ``complaint_needs_master``.
        """
        if not ref:
            return None
        lists = self._bench.services.complaints.lists
        found = lists.ids(ComplaintFilter(chip=ComplaintChip.ALL, text=ref))
        for row in lists.rows(found[:_LOOKED_AT]):
            if row.ref.casefold() == ref.casefold():
                return row.id
        raise Refusal("complaint_needs_master", "master_id")

    def _remedy(self, values: Values) -> RemedyDraft:
        kind, ground = text_in(values, "kind"), text_in(values, "ground")
        due, done_on = self._day(values, "due"), self._past(values, "done_on")
        if not kind:
            raise Refusal("complaint_remedy_needs_kind", "kind")
        if due is None and done_on is None:
            raise Refusal("complaint_needs_remedy_due", "due")
        return RemedyDraft(
            kind=RemedyKind(kind),
            ground=Ground(ground) if ground else Ground.LEGAL_DUTY,
            words=text_in(values, "words"),
            amount_pence=pence_in(values, "amount_pence"),
            by_whom=text_in(values, "by_whom"),
            due=None if done_on else due,
            done_on=done_on,
            over_because=text_in(values, "over_because"),
        )

    def _on(self, values: Values) -> date:
        return self._past(values, "on") or self._bench.today

    def _past(self, values: Values, name: str) -> date | None:
        said = values.get(name)
        if isinstance(said, date):
            return said
        return read_past_day(str(said), self._bench.today, name) if said else None

    def _day(self, values: Values, name: str) -> date | None:
        said = values.get(name)
        if isinstance(said, date):
            return said
        return read_day(str(said), self._bench.today, name) if said else None

    def _do(self, step: Callable[[], Step], said: str) -> Wrong:
        bench = self._bench
        try:
            return {} if bench.do(step, said=said) is not None else None
        except Refusal as refusal:
            return {refusal.field or "": bench.labels.refusal(refusal)}


_CHANNEL_IN_WORDS = frozenset({Action.ACKNOWLEDGE, Action.WITHDRAW})
"""Steps that ask for a channel and keep none beside their words."""

_LOOKED_AT = 20
"""Complaints among which one that was named by its number is looked for."""
