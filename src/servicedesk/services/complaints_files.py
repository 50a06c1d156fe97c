# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a person writes into the file of a complaint: points, the log, remedies, what was learnt."""

from dataclasses import replace
from datetime import date

from servicedesk.domain.actions import ActionCard, ActionDraft, ActionSource
from servicedesk.domain.actions_rules import changed_action, looked_at_action
from servicedesk.domain.complaints_checking import (
    checked_entry,
    checked_issue,
)
from servicedesk.domain.complaints_file import (
    BehaviourDraft,
    ComplaintFile,
    EntryDraft,
    IssueDraft,
    ReferralDraft,
    RemedyDraft,
)
from servicedesk.domain.complaints_learning import checked_behaviour
from servicedesk.domain.errors import Refusal
from servicedesk.services.actions_writing import rewrite_action, write_action
from servicedesk.services.complaints_counting import recount
from servicedesk.services.complaints_noting import ComplaintNotes
from servicedesk.services.complaints_parts import (
    remedy_of,
    standing_promise,
    write_outside,
    write_referral,
    write_remedy,
    write_remedy_done,
)
from servicedesk.services.complaints_writing import (
    card_of,
    file_of,
)
from servicedesk.services.unit import Done
from servicedesk.store.actions import actions
from servicedesk.store.complaints_file import behaviour_values, entry_values, issue_values
from servicedesk.store.complaints_parts import (
    complaint_behaviours,
    complaint_entries,
    complaint_issues,
    complaint_remedies,
)


class ComplaintFiles(ComplaintNotes):
    """The use cases of what hangs on complaints; arguments as for ``ComplaintNotes``."""

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
        """Write a line into the log of looking into it.

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

    def change_entry(
        self, complaint_id: int, entry_id: int, draft: EntryDraft, who: str
    ) -> Done[ComplaintFile]:
        """Put a line of the log right; whose it is stays, and the journal keeps the old words.

        Raises:
            Refusal: ``record_gone``, or what ``checked_entry`` raises.
        """
        with self._changing("change note on complaint", who) as (unit, footing):
            tidy = checked_entry(draft, footing.today)
            unit.update(complaint_entries, entry_id, entry_values(tidy))
            file = file_of(unit.connection, complaint_id)
        return Done(card=file, changes=unit.changes)

    def remove_entry(self, complaint_id: int, entry_id: int, who: str) -> Done[ComplaintFile]:
        """Take a line out of the log; the journal keeps its words.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._changing("remove note on complaint", who) as (unit, _):
            unit.remove(complaint_entries, entry_id)
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
        """Take a remedy out that nobody was promised, or whose promise came to nothing.

        Raises:
            Refusal: ``record_gone``, or ``remedy_is_promised``.
        """
        with self._changing("remove remedy", who) as (unit, footing):
            remedy = remedy_of(unit.connection, complaint_id, remedy_id)
            if standing_promise(unit.connection, remedy) is not None:
                raise Refusal("remedy_is_promised")
            unit.remove(complaint_remedies, remedy_id)
            recount(unit, complaint_id, footing.calendar.days, footing.law)
            file = file_of(unit.connection, complaint_id)
        return Done(card=file, changes=unit.changes)

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
            if complaint_id is not None:
                draft = replace(draft, source=ActionSource.COMPLAINT)
            action_id = write_action(unit, draft, footing.today, complaint_id)
        return Done(card=action_id, changes=unit.changes)

    def change_action(self, action_id: int, draft: ActionDraft, who: str) -> Done[int]:
        """Change an action, or say when it was done.

        Raises:
            Refusal: ``record_gone``, or what ``changed_action`` raises.
        """
        with self._changing("change action", who) as (unit, footing):
            rewrite_action(
                unit,
                action_id,
                lambda card: changed_action(card, _from_there(card, draft), footing.today),
            )
        return Done(card=action_id, changes=unit.changes)

    def action_checked(
        self, action_id: int, on: date, works: bool, note: str, who: str
    ) -> Done[int]:
        """Say whether an action worked.

        Raises:
            Refusal: ``record_gone``, or what ``looked_at_action`` raises.
        """
        with self._changing("check action", who) as (unit, footing):
            rewrite_action(
                unit,
                action_id,
                lambda card: looked_at_action(card, on, works, note, footing.today),
            )
        return Done(card=action_id, changes=unit.changes)

    def remove_action(self, action_id: int, who: str) -> Done[int]:
        """Take an action out.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._changing("remove action", who) as (unit, _):
            unit.remove(actions, action_id)
        return Done(card=action_id, changes=unit.changes)

    def note_outside(
        self, complaint_id: int, draft: ReferralDraft, who: str
    ) -> Done[ComplaintFile]:
        """Note that they also asked for help outside; we go on with it, and so does our time.

        Raises:
            Refusal: ``record_gone``, ``complaint_has_ended``, or what ``checked_referral`` raises.
        """
        with self._changing("note outside help", who) as (unit, footing):
            card = card_of(unit.connection, complaint_id)
            if not card.is_open:
                raise Refusal("complaint_has_ended", ref=card.ref)
            write_outside(unit, complaint_id, draft, footing)
            file = file_of(unit.connection, complaint_id)
        return Done(card=file, changes=unit.changes)

    def change_referral(
        self, complaint_id: int, referral_id: int, draft: ReferralDraft, who: str
    ) -> Done[ComplaintFile]:
        """Put right what is written of outside help; no step is taken by it.

        Raises:
            Refusal: ``record_gone``, or what ``checked_referral`` raises.
        """
        with self._changing("change outside help", who) as (unit, footing):
            write_referral(unit, complaint_id, referral_id, draft, footing)
            file = file_of(unit.connection, complaint_id)
        return Done(card=file, changes=unit.changes)

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


def _from_there(card: ActionCard, draft: ActionDraft) -> ActionDraft:
    """An action as typed in the file, with what the file does not ask for as it was."""
    was = card.draft
    return replace(
        draft,
        source=was.source,
        source_key=was.source_key,
        source_id=was.source_id,
        evidence=was.evidence,
    )
