# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a person writes into the file of a complaint: points, the log, remedies, what was learnt."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date

from servicedesk.domain.complaints import Assessment, ComplaintCard
from servicedesk.domain.complaints_assessing import checked_assessment
from servicedesk.domain.complaints_causes import Learning
from servicedesk.domain.complaints_checking import (
    WORDS_MOST,
    checked_amount,
    checked_entry,
    checked_issue,
)
from servicedesk.domain.complaints_file import (
    ActionDraft,
    BehaviourDraft,
    ComplaintFile,
    EntryDraft,
    IssueDraft,
    RemedyDraft,
)
from servicedesk.domain.complaints_learning import (
    check_day,
    checked_action,
    checked_behaviour,
    checked_learning,
)
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.services.complaints_counting import recount
from servicedesk.services.complaints_parts import write_remedy, write_remedy_done
from servicedesk.services.complaints_writing import (
    Footing,
    card_of,
    changing,
    file_of,
    refuse_ahead,
    write_card,
)
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Unit, Units
from servicedesk.store.complaints_file import (
    action_values,
    behaviour_values,
    entry_values,
    issue_values,
)
from servicedesk.store.complaints_parts import (
    actions,
    complaint_behaviours,
    complaint_entries,
    complaint_issues,
    complaint_remedies,
)

SATISFACTION_MOST = 5
"""The best answer to how satisfied somebody is with the handling."""


class ComplaintFiles:
    """The use cases of what hangs on complaints.

    Args:
        units: opens changes and reads.
        around: the clock, the words and the holidays that come with the program.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def add_issue(self, complaint_id: int, draft: IssueDraft, who: str) -> Done[ComplaintFile]:
        """Add a separate point.

        Raises:
            Refusal: ``record_gone``, or what ``checked_issue`` raises.
        """
        tidy = checked_issue(draft)
        with self._changing("add point to complaint", who) as (unit, _):
            file = file_of(unit.connection, complaint_id)
            place = 1 + max((issue.place for issue in file.issues), default=0)
            values = {**issue_values(tidy), "complaint_id": complaint_id, "place": place}
            unit.insert(complaint_issues, values)
            file = file_of(unit.connection, complaint_id)
        return Done(card=file, changes=unit.changes)

    def change_issue(
        self, complaint_id: int, issue_id: int, draft: IssueDraft, who: str
    ) -> Done[ComplaintFile]:
        """Change a point, or say what was found about it and why.

        Raises:
            Refusal: ``record_gone``, or what ``checked_issue`` raises.
        """
        tidy = checked_issue(draft)
        with self._changing("change point of complaint", who) as (unit, _):
            unit.update(complaint_issues, issue_id, issue_values(tidy))
            file = file_of(unit.connection, complaint_id)
        return Done(card=file, changes=unit.changes)

    def remove_issue(self, complaint_id: int, issue_id: int, who: str) -> Done[ComplaintFile]:
        """Take a point out.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._changing("remove point of complaint", who) as (unit, _):
            unit.remove(complaint_issues, issue_id)
            file = file_of(unit.connection, complaint_id)
        return Done(card=file, changes=unit.changes)

    def add_entry(self, complaint_id: int, draft: EntryDraft, who: str) -> Done[ComplaintFile]:
        """Write a line into the log of looking into it; the log is only ever added to.

        Raises:
            Refusal: ``record_gone``, or what ``checked_entry`` raises.
        """
        with self._changing("note on complaint", who) as (unit, footing):
            card_of(unit.connection, complaint_id)
            values = entry_values(checked_entry(draft, footing.today))
            by = {"complaint_id": complaint_id, "who": who, "written_at": footing.now}
            unit.insert(complaint_entries, {**values, **by})
            file = file_of(unit.connection, complaint_id)
        return Done(card=file, changes=unit.changes)

    def add_remedy(self, complaint_id: int, draft: RemedyDraft, who: str) -> Done[ComplaintFile]:
        """Write what puts it right; one that is planned for a day becomes a promise.

        Raises:
            Refusal: as ``write_remedy``.
        """
        with self._changing("put complaint right", who) as (unit, footing):
            write_remedy(unit, complaint_id, draft, footing)
            file = file_of(unit.connection, complaint_id)
        return Done(card=file, changes=unit.changes)

    def change_remedy(
        self, complaint_id: int, remedy_id: int, draft: RemedyDraft, who: str
    ) -> Done[ComplaintFile]:
        """Change what puts it right, and its promise with it.

        Raises:
            Refusal: as ``write_remedy``.
        """
        with self._changing("change remedy", who) as (unit, footing):
            write_remedy(unit, complaint_id, draft, footing, remedy_id)
            file = file_of(unit.connection, complaint_id)
        return Done(card=file, changes=unit.changes)

    def remedy_done(
        self, complaint_id: int, remedy_id: int, on: date, who: str
    ) -> Done[ComplaintFile]:
        """Say that what puts it right was done, and its promise with it.

        Raises:
            Refusal: as ``write_remedy_done``.
        """
        with self._changing("remedy done", who) as (unit, footing):
            write_remedy_done(unit, complaint_id, remedy_id, on, footing)
            file = file_of(unit.connection, complaint_id)
        return Done(card=file, changes=unit.changes)

    def remove_remedy(self, complaint_id: int, remedy_id: int, who: str) -> Done[ComplaintFile]:
        """Take a remedy out that nobody was promised.

        Raises:
            Refusal: ``record_gone``, or ``remedy_is_promised``.
        """
        with self._changing("remove remedy", who) as (unit, footing):
            for one in file_of(unit.connection, complaint_id).remedies:
                if one.id == remedy_id and one.promise_id is not None:
                    raise Refusal("remedy_is_promised")
            unit.remove(complaint_remedies, remedy_id)
            recount(unit, complaint_id, footing.calendar.days)
            file = file_of(unit.connection, complaint_id)
        return Done(card=file, changes=unit.changes)

    def learn(self, complaint_id: int, learning: Learning, who: str) -> Done[ComplaintCard]:
        """Write what went wrong underneath, and what is learnt.

        Raises:
            Refusal: ``record_gone``, or what ``checked_learning`` raises.
        """

        def noted(card: ComplaintCard, _footing: Footing) -> ComplaintCard:
            return replace(card, learning=checked_learning(learning))

        return self._note("learn from complaint", complaint_id, noted, who)

    def add_action(self, complaint_id: int | None, draft: ActionDraft, who: str) -> Done[int]:
        """Write down something done so that it does not happen again.

        Returns:
            Its number.

        Raises:
            Refusal: ``record_gone``, or what ``checked_action`` raises.
        """
        with self._changing("add action", who) as (unit, footing):
            if complaint_id is not None:
                card_of(unit.connection, complaint_id)
            tidy = checked_action(draft, footing.today)
            by = {"complaint_id": complaint_id, "check_note": "", "check_on": check_day(tidy)}
            action_id = unit.insert(actions, {**action_values(tidy), **by})
        return Done(card=action_id, changes=unit.changes)

    def change_action(self, action_id: int, draft: ActionDraft, who: str) -> Done[int]:
        """Change an action, or say when it was done.

        Raises:
            Refusal: ``record_gone``, or what ``checked_action`` raises.
        """
        with self._changing("change action", who) as (unit, footing):
            tidy = checked_action(draft, footing.today)
            unit.update(actions, action_id, {**action_values(tidy), "check_on": check_day(tidy)})
        return Done(card=action_id, changes=unit.changes)

    def action_checked(
        self, action_id: int, on: date, works: bool, note: str, who: str
    ) -> Done[int]:
        """Say whether an action worked.

        Raises:
            Refusal: ``record_gone``, ``complaint_step_ahead``, or what ``tidy_line`` raises.
        """
        with self._changing("check action", who) as (unit, footing):
            refuse_ahead(on, footing.today)
            seen = tidy_line(note, "check_note", WORDS_MOST)
            unit.update(actions, action_id, {"checked_on": on, "works": works, "check_note": seen})
        return Done(card=action_id, changes=unit.changes)

    def add_behaviour(
        self, complaint_id: int, draft: BehaviourDraft, who: str
    ) -> Done[ComplaintFile]:
        """Note unreasonable behaviour, as behaviour.

        Raises:
            Refusal: ``record_gone``, or what ``checked_behaviour`` raises.
        """
        with self._changing("note behaviour", who) as (unit, footing):
            card_of(unit.connection, complaint_id)
            values = behaviour_values(checked_behaviour(draft, footing.today))
            unit.insert(complaint_behaviours, {**values, "complaint_id": complaint_id})
            file = file_of(unit.connection, complaint_id)
        return Done(card=file, changes=unit.changes)

    def change_behaviour(
        self, complaint_id: int, behaviour_id: int, draft: BehaviourDraft, who: str
    ) -> Done[ComplaintFile]:
        """Change a note of behaviour, its limits or the day to look at them again.

        Raises:
            Refusal: ``record_gone``, or what ``checked_behaviour`` raises.
        """
        with self._changing("change note of behaviour", who) as (unit, now):
            values = behaviour_values(checked_behaviour(draft, now.today))
            unit.update(complaint_behaviours, behaviour_id, values)
            file = file_of(unit.connection, complaint_id)
        return Done(card=file, changes=unit.changes)

    def updated(self, complaint_id: int, on: date, who: str) -> Done[ComplaintCard]:
        """Say that the customer heard how it goes.

        Raises:
            Refusal: ``record_gone`` or ``complaint_step_ahead``.
        """

        def noted(card: ComplaintCard, footing: Footing) -> ComplaintCard:
            refuse_ahead(on, footing.today)
            return replace(card, dates=replace(card.dates, update_sent_on=on))

        return self._note("tell how it goes", complaint_id, noted, who)

    def followed_up(
        self, complaint_id: int, on: date, satisfaction: int | None, who: str
    ) -> Done[ComplaintCard]:
        """Say that we asked how it went, and what they answered, 1 to 5.

        Raises:
            Refusal: ``record_gone``, ``complaint_step_ahead`` or ``complaint_score_odd``.
        """
        if satisfaction is not None and not 1 <= satisfaction <= SATISFACTION_MOST:
            raise Refusal("complaint_score_odd", "satisfaction", most=SATISFACTION_MOST)

        def noted(card: ComplaintCard, footing: Footing) -> ComplaintCard:
            refuse_ahead(on, footing.today)
            dates = replace(card.dates, follow_up_on=on)
            return replace(card, dates=dates, satisfaction=satisfaction)

        return self._note("follow up complaint", complaint_id, noted, who)

    def told_insurer(
        self, complaint_id: int, on: date | None, not_needed: str, who: str
    ) -> Done[ComplaintCard]:
        """Say on which day the insurer was told, or why that is not needed.

        Raises:
            Refusal: ``record_gone``, ``complaint_step_ahead``, or what ``tidy_line`` raises.
        """

        def noted(card: ComplaintCard, footing: Footing) -> ComplaintCard:
            if on is not None:
                refuse_ahead(on, footing.today)
            dates = replace(card.dates, insurer_told_on=on)
            because = tidy_line(not_needed, "insurer_not_needed", WORDS_MOST)
            return replace(card, dates=dates, insurer_not_needed=because)

        return self._note("tell insurer", complaint_id, noted, who)

    def checked_stock(self, complaint_id: int, on: date, who: str) -> Done[ComplaintCard]:
        """Say that others sold were looked for, the sale stopped and the supplier told.

        Raises:
            Refusal: ``record_gone`` or ``complaint_step_ahead``.
        """

        def noted(card: ComplaintCard, footing: Footing) -> ComplaintCard:
            refuse_ahead(on, footing.today)
            return replace(card, dates=replace(card.dates, stock_checked_on=on))

        return self._note("check stock", complaint_id, noted, who)

    def note_costs(
        self, complaint_id: int, cost_pence: int | None, minutes: int | None, who: str
    ) -> Done[ComplaintCard]:
        """Note what a complaint cost us, in pence and in minutes.

        Raises:
            Refusal: ``record_gone``, or what ``checked_amount`` raises.
        """

        def noted(card: ComplaintCard, _footing: Footing) -> ComplaintCard:
            pence = checked_amount(cost_pence, "cost_pence")
            spent = checked_amount(minutes, "minutes_spent")
            return replace(card, cost_pence=pence, minutes_spent=spent)

        return self._note("costs of complaint", complaint_id, noted, who)

    def hold(self, complaint_id: int, because: str, who: str) -> Done[ComplaintCard]:
        """Keep a complaint beyond its time, for a reason; without one, no longer.

        Raises:
            Refusal: ``record_gone``, or what ``tidy_line`` raises.
        """

        def noted(card: ComplaintCard, _footing: Footing) -> ComplaintCard:
            return replace(card, legal_hold=tidy_line(because, "legal_hold", WORDS_MOST))

        return self._note("keep complaint", complaint_id, noted, who)

    def stand_in(self, complaint_id: int, name: str, who: str) -> Done[ComplaintCard]:
        """Name who answers when the handler is away.

        Raises:
            Refusal: ``record_gone``, or what ``tidy_line`` raises.
        """

        def noted(card: ComplaintCard, _footing: Footing) -> ComplaintCard:
            return replace(card, stand_in=tidy_line(name, "stand_in"))

        return self._note("name stand-in", complaint_id, noted, who)

    def assess(self, complaint_id: int, assessment: Assessment, who: str) -> Done[ComplaintCard]:
        """Weigh a complaint; its days follow, still counted from its receipt.

        Raises:
            Refusal: ``record_gone``, or what ``checked_assessment`` raises.
        """

        def weighed(card: ComplaintCard, footing: Footing) -> ComplaintCard:
            tidy = checked_assessment(assessment)
            # Only telling the customer gives more time, which is a step of its own.
            tidy = replace(tidy, on=tidy.on or footing.today, is_complex=card.assessment.is_complex)
            return replace(card, assessment=tidy)

        return self._note("weigh complaint", complaint_id, weighed, who)

    def _note(
        self,
        use_case: str,
        complaint_id: int,
        noted: Callable[[ComplaintCard, Footing], ComplaintCard],
        who: str,
    ) -> Done[ComplaintCard]:
        with self._changing(use_case, who) as (unit, footing):
            before = card_of(unit.connection, complaint_id)
            card = write_card(unit, before, noted(before, footing), footing)
        return Done(card=card, changes=unit.changes)

    def _changing(self, use_case: str, who: str) -> AbstractContextManager[tuple[Unit, Footing]]:
        return changing(self._units, self._around, use_case, who)
