# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What should be seen on the page of a complaint before anything is done, with the way on."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.complaints import ANSWERED, ComplaintCard, Stage, Track
from servicedesk.domain.complaints_file import ComplaintFile
from servicedesk.domain.complaints_guards import open_remedies
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.complaints_standing import (
    DueWarning,
    Warned,
    law_warns,
    update_is_due,
    warnings_of,
)
from servicedesk.domain.complaints_timing import Clock, timing_of
from servicedesk.domain.errors import Refusal
from servicedesk.ui.complaints.deeds import Deed
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_words import day_said, full_day

_WAYS_ON = {
    "complaint_needs_cause": Deed.CAUSE,
    "complaint_needs_action": Deed.CHANGE,
    "complaint_needs_remedy_due": Deed.REMEDY,
    "complaint_needs_follow_up": Deed.FOLLOW_UP,
    "complaint_needs_insurer": Deed.INSURER,
    "complaint_needs_stock": Deed.STOCK,
    "complaint_needs_reminder": Deed.REMIND,
}
"""What brings what a step lacks, by the code of the sentence that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Minded:
    """One sentence with at most one way on.

    Args:
        tone: "ok", "due", "late" or "quiet".
        words: the sentence.
        deed: what can be done about it, or None.
        remedy_id: of what is not done yet, for REMEDY_DONE.
        place: where to look, or None.
        action: words of the link; "" for the deed's own.
    """

    tone: str
    words: str
    deed: Action | Deed | None = None
    remedy_id: int | None = None
    place: Place | None = None
    action: str = ""


class Minding(QObject):
    """Finds what should be seen.

    Args:
        bench: of the open file.
        parent: owns it.
    """

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench

    def minded(
        self, file: ComplaintFile, lacks: Refusal | None, calendar: WorkingCalendar
    ) -> tuple[Minded, ...]:
        """What should be seen of a complaint, the weightiest first.

        Args:
            file: of the complaint.
            lacks: what its next step still lacks, or None.
            calendar: of the business.
        """
        card = file.card
        found = []
        if card.remember:
            words = self.tr("Remember: {words}").format(words=card.remember)
            found.append(Minded(tone="due", words=words))
        if card.stage not in ANSWERED:
            found += self._overdue(file, calendar)
        if lacks is not None:
            words = self._bench.labels.refusal(lacks)
            deed, remedy_id = self.way_on(file, lacks)
            found.append(Minded(tone="quiet", words=words, deed=deed, remedy_id=remedy_id))
        if card.level and card.stage not in ANSWERED:
            said = (self.tr("This is a second look."), self.tr("This is another second look."))
            found.append(Minded(tone="quiet", words=said[min(card.level, 2) - 1]))
        found += self._outside(file)
        found += self._others(card)
        return tuple(found)

    def _outside(self, file: ComplaintFile) -> list[Minded]:
        """Who outside looks at it while it is still with us too."""
        if not file.card.is_open or file.card.stage is Stage.EXTERNAL:
            return []
        said = self.tr("They have asked {body} for help, {day}.")
        drafts = [one.draft for one in file.referrals if not one.draft.result]
        return [
            Minded(tone="due", words=said.format(body=one.body, day=self._day(one.referred_on)))
            for one in drafts
        ]

    def way_on(self, file: ComplaintFile, lacks: Refusal) -> tuple[Deed | None, int | None]:
        """What brings what a step lacks.

        Returns:
            What is to be done, or None; and which remedy is not done yet, for REMEDY_DONE.
        """
        still = open_remedies(file.remedies) if lacks.code == "complaint_remedies_open" else ()
        if still:
            return Deed.REMEDY_DONE, still[0].id
        return _WAYS_ON.get(lacks.code), None

    def harm(self, card: ComplaintCard) -> tuple[Minded, ...]:
        """What is to be done after an injury or damage; nothing where there was none."""
        if not (card.assessment.is_safety or card.draft.is_safety) or not card.is_open:
            return ()
        dates, day = card.dates, self._day
        called = dates.acknowledged_at is not None
        found = [
            Minded(tone="ok", words=self.tr("They have heard from you."))
            if called
            else Minded(tone="late", words=self.tr("Call the customer today.")),
            Minded(
                tone="quiet",
                words=self.tr("Make it safe for everybody, keep the item, and take photos."),
            ),
        ]
        if dates.insurer_told_on is not None:
            words = self.tr("Your insurer was told {day}.").format(day=day(dates.insurer_told_on))
            found.append(Minded(tone="ok", words=words))
        elif card.insurer_not_needed:
            words = self.tr("Your insurer need not know: {why}.")
            found.append(
                Minded(tone="ok", words=words.format(why=card.insurer_not_needed.rstrip(".")))
            )
        else:
            words = self.tr(
                "Tell your insurer before you write what you found. Being sorry can be said now."
            )
            found.append(Minded(tone="late", words=words, deed=Deed.INSURER))
        if card.draft.from_stock:
            found.append(self._stock(card))
        return tuple(found)

    def _stock(self, card: ComplaintCard) -> Minded:
        checked_on = card.dates.stock_checked_on
        if checked_on is not None:
            words = self.tr("Others that were sold were looked for {day}.")
            return Minded(tone="ok", words=words.format(day=self._day(checked_on)))
        words = self.tr("From stock: look for others sold, stop the sale, tell the supplier.")
        return Minded(tone="late", words=words, deed=Deed.STOCK)

    def _overdue(self, file: ComplaintFile, calendar: WorkingCalendar) -> list[Minded]:
        """What the clocks ask for while there is no answer."""
        card = file.card
        today, dues = self._bench.today, card.dues
        received_on = local_date(calendar, card.draft.received_at)
        found = []
        if law_warns(card.draft.track, received_on, dues, card.dates, today):
            words = self.tr("The law has a day for telling them that you have it: {day}.")
            said = words.format(day=day_said(dues.acknowledge_on, today))
            found.append(Minded(tone="late", words=said))
        elif card.dates.acknowledged_at is None and today > dues.acknowledge_on:
            words = self.tr("They should know by now that you have it: since {day}.")
            said = words.format(day=day_said(dues.acknowledge_on, today))
            found.append(Minded(tone="late", words=said))
        found += self._warned(file, calendar)
        if card.dates.acknowledged_at is not None and update_is_due(dues, today):
            words = self.tr("They should hear how it goes.")
            found.append(Minded(tone="due", words=words, deed=Deed.UPDATE))
        if dues.aim_on is not None and dues.aim_on < dues.decide_on and today <= dues.aim_on:
            words = self.tr("Aim for {day}: it is that pressing.")
            said = words.format(day=day_said(dues.aim_on, today))
            found.append(Minded(tone="quiet", words=said))
        return found

    def _warned(self, file: ComplaintFile, calendar: WorkingCalendar) -> list[Minded]:
        """Days that come near: the answer half-way and on the day before, the eight weeks."""
        dues, today, found = file.card.dues, self._bench.today, []
        if dues.judged_on is not None and today > dues.judged_on:
            words = self.tr("You put it off past {day}, so it counts as late from then.")
            said = words.format(day=day_said(dues.judged_on, today))
            found.append(Minded(tone="due", words=said))
        for one in warnings_of(timing_of(file), dues, today, calendar):
            said = self._near(one)
            is_over = one.warned in (Warned.TODAY, Warned.LATE)
            if one.clock is Clock.CEILING and is_over:
                found.append(Minded(tone="late", words=said, deed=Action.EXTEND))
            elif said:
                tone = "quiet" if one.warned is Warned.HALF else "due"
                found.append(Minded(tone=tone, words=said))
        return found

    def _near(self, one: DueWarning) -> str:
        """How near it is; "" where the head of the page says so itself."""
        day = day_said(one.on, self._bench.today)
        if one.clock is Clock.CEILING:
            said = {
                Warned.HALF: self.tr("Half of the eight weeks are over: they end {day}."),
                Warned.DAY_BEFORE: self.tr(
                    "Eight weeks since it came end {day}. Send your last word, or say why not yet."
                ),
            }
            over = self.tr("It came eight weeks ago. Send your last word, or say why not yet.")
            return said.get(one.warned, over).format(day=day)
        said = {
            Warned.HALF: self.tr("Half the time for the answer is over."),
            Warned.DAY_BEFORE: self.tr("The answer is due on the next working day."),
        }
        return said.get(one.warned, "")

    def _others(self, card: ComplaintCard) -> list[Minded]:
        """Complaints that belong to this one."""
        found = self._repeated(card)
        beside = self.tr("What they say of their information is a complaint of its own.")
        if card.draft.track is Track.DATA_PROTECTION:
            beside = self.tr(
                "This is about how we used their information. The rest goes its own way."
            )
            if card.linked_id is None:
                alone = self.tr("This is about how we used their information.")
                found.append(Minded(tone="quiet", words=alone))
        for other_id, words in (
            (card.master_id, self.tr("It is the same as another complaint.")),
            (card.linked_id, beside),
        ):
            if other_id is not None:
                place = Place(room="complaints", item=str(other_id))
                action = self.tr("Show it")
                found.append(Minded(tone="quiet", words=words, place=place, action=action))
        return found + self._said(card)

    def _said(self, card: ComplaintCard) -> list[Minded]:
        """The feedback it was made of, and what they said of how it was handled."""
        made_of, about = self._bench.services.feedback.of_complaint(card.id)
        about = tuple(one for one in about if one.binned_at is None)
        more = self.tr("They said how you handled this: {ref}.")
        if len(about) > 1:
            more = self.tr("They said {count} times how you handled this, last with {ref}.")
        began = self.tr("It began as feedback: {ref}.")
        found = []
        for cards, words, action in (
            (made_of, began, self.tr("Show the feedback")),
            (about, more, self.tr("Show what they said")),
        ):
            if cards:
                said = words.format(ref=cards[-1].ref, count=len(cards))
                place = Place(room="feedback", item=str(cards[-1].id))
                found.append(Minded(tone="quiet", words=said, place=place, action=action))
        return found

    def _repeated(self, card: ComplaintCard) -> list[Minded]:
        """What the same customer complained of not long ago."""
        before = self._bench.services.complaints.lists.repeats(card.id)
        if not before:
            return []
        newest_id, ref = before[0]
        words = self.tr("They complained of the same sort of thing before: {ref}.")
        if len(before) > 1:
            words = self.tr(
                "They complained of the same sort of thing {count} times before, last with {ref}."
            )
        place = Place(room="complaints", item=str(newest_id))
        said = words.format(ref=ref, count=len(before))
        return [Minded(tone="due", words=said, place=place, action=self.tr("Show it"))]

    def _day(self, day: date) -> str:
        return full_day(day, self._bench.today)
