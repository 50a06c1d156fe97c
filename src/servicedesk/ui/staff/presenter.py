# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the page of the people here: reads everything once, keeps what is typed into its forms.

Nothing else of the program reads what is kept about them for the screen, so that one door is
enough should it ever be locked.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from servicedesk.domain.actions import ActionDraft
from servicedesk.domain.between_us import BetweenDraft, Within, between_sentence
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.staff import BriefingStand, NoteDraft, SkillDraft, SkillKind, StaffView
from servicedesk.domain.staff_rules import is_due, is_overdue
from servicedesk.ui.core.asked import asked
from servicedesk.ui.core.following import FollowingPresenter
from servicedesk.ui.core.workbench import OWNER

if TYPE_CHECKING:
    from servicedesk.domain.between_us import BetweenCard
    from servicedesk.domain.printing import PrintJob
    from servicedesk.domain.staff import SkillCard
    from servicedesk.ui.core.workbench import Step, Workbench

Values = Mapping[str, object]
"""What stands in the fields of a form, raw, by question id."""

Wrong = dict[str, str]
"""What is wrong, a sentence by question id; empty when it was kept."""


class StaffPresenter(FollowingPresenter):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.

    Attributes:
        state: everything that is kept about the people here; None until it was read.
    """

    KINDS = frozenset(
        {
            Kind.PERSON,
            Kind.SKILL,
            Kind.STAFF_NOTE,
            Kind.BETWEEN_US,
            Kind.FEEDBACK,
            Kind.CHARTER,
            Kind.ACTION,
        }
    )

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(bench, self.KINDS, parent)
        self.state: StaffView | None = None

    def _read(self) -> None:
        self.state = self._bench.services.staff.view()

    @property
    def who(self) -> str:
        """Who serves, by name; "" while nobody was chosen."""
        who = self._bench.who
        return "" if who == OWNER else who

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody by name, in order."""
        return () if self.state is None else tuple(one.person.name for one in self.state.people)

    def stand_words(self, stand: BriefingStand) -> str:
        """Who was briefed, in a sentence."""
        say, bare = self._bench.labels.say, "" if stand.number is not None else "_bare"
        number = str(stand.number or "")
        if stand.is_everybody:
            return say(f"staff_stand.all{bare}", number=number)
        names = ", ".join(stand.missing)
        return say(f"staff_stand.missing{bare}", number=number, names=names)

    def sentence(self, card: "BetweenCard") -> str:
        """What is agreed, as the sheet prints it."""
        return between_sentence(card.standard, self._bench.labels)

    def is_overdue(self, card: "SkillCard") -> bool:
        """It should have been renewed by now."""
        return is_overdue(card.draft, self._bench.today)

    def is_due(self, card: "SkillCard") -> bool:
        """It should be renewed within a month, or by now."""
        return is_due(card.draft, self._bench.today)

    def keep_skill(self, person_id: int, skill_id: int | None, values: Values) -> Wrong:
        """Keep what somebody learned.

        Args:
            person_id: whose it is.
            skill_id: of what is changed; None for something new.
            values: "what", "kind", "learned_on", "renew_by" and "note".
        """
        wrong: Wrong = {}
        kind = str(values.get("kind", ""))
        draft = SkillDraft(
            person_id=person_id,
            what=str(values.get("what", "")),
            kind=SkillKind(kind) if kind in set(SkillKind) else SkillKind.SKILL,
            learned_on=self._day(values, "learned_on", wrong),
            renew_by=self._day(values, "renew_by", wrong),
            note=str(values.get("note", "")),
        )
        staff, who = self._bench.services.staff, self._bench.who
        if skill_id is None:
            return wrong or self._do(
                lambda: staff.add_skill(draft, who), self.tr("Written down."), "what"
            )
        return wrong or self._do(
            lambda: staff.change_skill(skill_id, draft, who), self.tr("Changed."), "what"
        )

    def remove_skill(self, skill_id: int) -> None:
        """Remove something that somebody learned; it can be taken back."""
        staff, who = self._bench.services.staff, self._bench.who
        self._tell(lambda: staff.remove_skill(skill_id, who), self.tr("Removed."))

    def brief(self, person_id: int, values: Values) -> Wrong:
        """Note that somebody was briefed.

        Args:
            person_id: who.
            values: "briefed_on".
        """
        wrong: Wrong = {}
        day = self._day(values, "briefed_on", wrong, is_needed=True)
        if day is None:
            return wrong
        staff, who = self._bench.services.staff, self._bench.who
        return self._do(
            lambda: staff.brief(person_id, day, who), self.tr("Briefing noted."), "briefed_on"
        )

    def brief_all(self) -> None:
        """Note that everybody was briefed today who was not yet."""
        staff, who, today = self._bench.services.staff, self._bench.who, self._bench.today
        self._tell(lambda: staff.brief_all(today, who), self.tr("Everybody was briefed today."))

    def unbrief(self, person_id: int) -> None:
        """Take a briefing off again."""
        staff, who = self._bench.services.staff, self._bench.who
        self._tell(lambda: staff.unbrief(person_id, who), self.tr("Briefing taken off."))

    def keep_note(self, note_id: int | None, values: Values) -> Wrong:
        """Keep what a helper said.

        Args:
            note_id: of what is changed; None for something new.
            values: "text", "said_on", "said_by", "answer" and "answered_on".
        """
        wrong: Wrong = {}
        said_on = self._day(values, "said_on", wrong, is_needed=True)
        answered_on = self._day(values, "answered_on", wrong)
        if wrong or said_on is None:
            return wrong
        draft = NoteDraft(
            text=str(values.get("text", "")),
            said_on=said_on,
            said_by=str(values.get("said_by", "")),
            answer=str(values.get("answer", "")),
            answered_on=answered_on,
        )
        staff, who = self._bench.services.staff, self._bench.who
        if note_id is None:
            return self._do(lambda: staff.add_note(draft, who), self.tr("Written down."), "text")
        return self._do(lambda: staff.change_note(note_id, draft, who), self.tr("Changed."), "text")

    def remove_note(self, note_id: int) -> None:
        """Remove what a helper said; it can be taken back."""
        staff, who = self._bench.services.staff, self._bench.who
        self._tell(lambda: staff.remove_note(note_id, who), self.tr("Removed."))

    def plan(self, note_id: int, values: Values) -> Wrong:
        """Put what comes of a word on the list of things to do.

        Args:
            note_id: of what was said.
            values: "text", "owner" and "due".
        """
        wrong: Wrong = {}
        draft = ActionDraft(
            text=str(values.get("text", "")),
            owner=str(values.get("owner", "")),
            due=self._day(values, "due", wrong),
        )
        staff, who = self._bench.services.staff, self._bench.who
        return wrong or self._do(
            lambda: staff.plan(note_id, draft, who),
            self.tr("On the list of things to do."),
            "text",
        )

    def keep_between(self, number: int | None, values: Values) -> Wrong:
        """Keep what is agreed between ourselves.

        Args:
            number: of what is changed; None for something new.
            values: "asks", "what", "number" and "counted".
        """
        typed = str(values.get("number", "")).strip()
        if typed and not (typed.isascii() and typed.isdecimal() and len(typed) < len("10000")):
            return {"number": self.tr("Please give a whole number, or leave it out.")}
        counted = str(values.get("counted", ""))
        draft = BetweenDraft(
            asks=str(values.get("asks", "")),
            what=str(values.get("what", "")),
            number=int(typed) if typed else None,
            counted=Within(counted) if counted in set(Within) else Within.WORKING_DAYS,
        )
        staff, who = self._bench.services.staff, self._bench.who
        if number is None:
            return self._do(lambda: staff.add_between(draft, who), self.tr("Agreed."), "what")
        return self._do(
            lambda: staff.change_between(number, draft, who), self.tr("Changed."), "what"
        )

    def remove_between(self, number: int) -> None:
        """Remove what was agreed; it can be taken back."""
        staff, who = self._bench.services.staff, self._bench.who
        self._tell(lambda: staff.remove_between(number, who), self.tr("Removed."))

    def print_job(self) -> "PrintJob | None":
        """The briefing sheet, or None where there is nobody to brief, which is then said."""
        bench = self._bench
        return asked(bench, bench.services.staff_papers.briefing)

    def _day(
        self, values: Values, field: str, wrong: Wrong, *, is_needed: bool = False
    ) -> date | None:
        """The day in a field; what is wrong with it goes into ``wrong``."""
        given = values.get(field, "")
        if isinstance(given, date):
            return given
        if is_needed or str(given or "").strip():
            wrong[field] = self.tr("Please give the day, such as fri or 3/12.")
        return None

    def _do(self, step: "Callable[[], Step]", said: str, field: str) -> Wrong:
        bench = self._bench
        try:
            done = bench.do(step, said=said)
        except Refusal as refusal:
            return {refusal.field or field: bench.labels.refusal(refusal)}
        return {} if done is not None else {field: self.tr("It could not be kept.")}

    def _tell(self, step: "Callable[[], Step]", said: str) -> None:
        """Take a step that has no form to say in what is wrong."""
        for sentence in self._do(step, said, "").values():
            self._bench.bar.say(sentence)
