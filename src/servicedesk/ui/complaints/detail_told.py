# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What happened with a complaint, in words: its steps, the contacts and the letters about it."""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QObject

from servicedesk.domain.calendars import LONDON
from servicedesk.domain.complaints import ComplaintCard
from servicedesk.domain.complaints_file import ComplaintFile, StepCard
from servicedesk.domain.complaints_timing import gone_steps
from servicedesk.domain.contacts import ContactCard
from servicedesk.domain.letters import LetterCard
from servicedesk.domain.promises_rules import named
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_words import full_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that happened.

    Args:
        when: the day.
        title: what happened.
        detail: what was said; who wrote it down, and when.
        contact_id, letter_id: of what can be opened, or None.
    """

    when: str
    title: str
    detail: str
    contact_id: int | None = None
    letter_id: int | None = None


class Told(QObject):
    """Tells what happened.

    Args:
        bench: of the open file.
        parent: owns it.
    """

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench

    def letters(self, card: ComplaintCard) -> tuple[LetterCard, ...]:
        """The letters about a complaint."""
        return self._bench.services.letters_writing.of(complaint_id=card.id)

    def entries(
        self,
        file: ComplaintFile,
        contacts: tuple[ContactCard, ...],
        letters: tuple[LetterCard, ...],
        owner: str,
    ) -> tuple[Entry, ...]:
        """All that happened, the newest first.

        Args:
            file: of the complaint.
            contacts: about it.
            letters: about it.
            owner: the name of the owner, for what nobody is named with.
        """
        gone = gone_steps(file.steps)
        found: list[tuple[date, datetime, Entry]] = []
        for step in file.steps:
            is_back = step.reverses is None and step.id in gone
            entry = self._step(step, owner, is_back=is_back)
            found.append((step.happened_on, step.written_at, entry))
        for contact in contacts:
            if contact.letter_id is not None:
                continue  # the letter says so itself
            at = contact.draft.at
            found.append((at.astimezone(LONDON).date(), at, self._contact(contact, owner)))
        found += [(one.issued_on, one.written_at, self._letter(one)) for one in letters]
        found.sort(key=lambda one: one[:2])
        return tuple(entry for _, _, entry in reversed(found))

    def _step(self, step: StepCard, owner: str, *, is_back: bool) -> Entry:
        title = self._bench.labels.say(f"complaints_room.took.{step.action}")
        if is_back:
            title = self.tr("{step} (taken back)").format(step=title)
        written = self._written(step.written_at, named(step.who, owner))
        detail = " · ".join(part for part in (step.note, written) if part)
        return Entry(when=self._day(step.happened_on), title=title, detail=detail)

    def _contact(self, contact: ContactCard, owner: str) -> Entry:
        draft = contact.draft
        how = self._bench.labels.enum(draft.channel)
        theirs, ours = self.tr("They came to us, {how}"), self.tr("We spoke with them, {how}")
        who = named(draft.by_whom, owner)
        detail = " · ".join(part for part in (" ".join(draft.text.split()), who) if part)
        return Entry(
            when=self._day(draft.at.astimezone(LONDON).date()),
            title=(theirs if draft.is_incoming else ours).format(how=how),
            detail=detail,
            contact_id=contact.id,
        )

    def _letter(self, letter: LetterCard) -> Entry:
        title = self.tr("Letter: {title}").format(title=letter.title)
        gone = self.tr("{ref}, did not go out after all").format(ref=letter.ref)
        return Entry(
            when=self._day(letter.issued_on),
            title=title,
            detail=letter.ref if letter.withdrawn_on is None else gone,
            letter_id=letter.id,
        )

    def _written(self, at: datetime, who: str) -> str:
        written = at.astimezone(LONDON)
        when = self.tr("{day}, {time}").format(
            day=self._day(written.date()), time=f"{written:%H:%M}"
        )
        said = self.tr("written down {when} by {who}") if who else self.tr("written down {when}")
        return said.format(when=when, who=who)

    def _day(self, day: date) -> str:
        return full_day(day, self._bench.today)
