# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The rows of Today in words: how late, what, for whom, and what can be done about it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QObject

from servicedesk.domain.kinds import Kind
from servicedesk.domain.today import TodayAction, TodayCards
from servicedesk.domain.today_rows import OpenItem, RowCounts, RowGroup, TodayRow
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.core.workbench import OWNER
from servicedesk.ui.today.complaint_words import ComplaintWords, beginning
from servicedesk.ui.today.said import TodayBlock, TodayButton, TodayLine

MOST_ROWS = 30
"""Rows under one heading; the rest is in the lists of what they are."""

MOST_PUT_OFF = 6
"""Lines of what is put off; it is at the side, and comes back by itself."""

_TONES = {
    RowGroup.LATE: "late",
    RowGroup.TODAY: "due",
    RowGroup.COMING: "quiet",
    RowGroup.WAITING: "quiet",
}
_ROOMS = {
    Kind.CONTACT: "contacts",
    Kind.COMPLAINT: "complaints",
    Kind.FEEDBACK: "feedback",
    Kind.ACTION: "improve",
}
"""Where a row is at home, if not with the promises."""

_PARTS = {
    ("promises", RowGroup.LATE): "late",
    ("promises", RowGroup.TODAY): "due_today",
    ("promises", RowGroup.COMING): "coming",
    ("promises", RowGroup.WAITING): "waiting",
    ("complaints", RowGroup.LATE): "late",
    ("complaints", RowGroup.TODAY): "due_today",
    ("complaints", RowGroup.COMING): "open",
    ("complaints", RowGroup.WAITING): "waiting",
    **{("feedback", group): "follow_up" for group in RowGroup},
    **{("improve", group): "actions" for group in RowGroup},
}
"""The part of a room that lists the rest of a group."""


def room_of(item: OpenItem) -> str:
    """The room in which what a row is about opens."""
    return _ROOMS.get(item.kind, "promises")


def part_of(item: OpenItem) -> str:
    """The part of that room."""
    return "actions" if item.kind is Kind.ACTION else ""


class RowWords(QObject):
    """Turns rows into words.

    Args:
        labels: words for what is named by a code.
        parent: owns it.
    """

    def __init__(self, labels: Labels, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._complaints = ComplaintWords(labels, self._day, self)

    def blocks(self, rows: tuple[TodayRow, ...], today: date) -> dict[RowGroup, TodayBlock]:
        """A box for each group that has rows."""
        found = {}
        for group in RowGroup:
            its = [row for row in rows if row.group is group]
            if not its:
                continue
            lines = [self.line(row, today) for row in its[:MOST_ROWS]]
            lines += self._rest(group, its[MOST_ROWS:])
            heading = self._labels.enum(group)
            found[group] = TodayBlock(
                heading=heading, is_side=False, lines=tuple(lines), hint=self._hint()
            )
        return found

    def line(self, row: TodayRow, today: date) -> TodayLine:
        """One row."""
        item = row.item
        title = self.title(item)
        chip = self._chip(row, today)
        buttons, menu, keys = self._deeds(row, title, today)
        sentence = self._sentence(row, today)
        remember = self.tr("Remember: {line}").format(line=item.remember) if item.remember else ""
        spoken = ", ".join(part for part in (title, chip, sentence, remember) if part)
        return TodayLine(
            chip=chip,
            tone=_TONES[row.group],
            title=title,
            sentence=sentence,
            buttons=buttons,
            key=f"{item.kind.value} {item.id}",
            remember=remember,
            spoken=spoken,
            menu=menu,
            keys=keys,
        )

    def title(self, item: OpenItem) -> str:
        """What a row is about."""
        text = item.text
        if item.complaint is not None:
            text = self._complaints.text(item, item.complaint)
        if item.kind is Kind.FEEDBACK:
            text = beginning(text) or self.tr("A low mark and no words")
        return text[:1].upper() + text[1:]

    def put_off(self, items: tuple[OpenItem, ...], today: date) -> TodayBlock | None:
        """The box of what is put off, with the day on which each is back; None for nothing."""
        if not items:
            return None
        lines = [self._put_off(item, today) for item in items[:MOST_PUT_OFF]]
        left = len(items) - MOST_PUT_OFF
        if left > 0:
            lines.append(
                TodayLine(
                    chip=self.tr("Put off"),
                    tone="quiet",
                    title=self.tr("{count} more").format(count=left),
                    sentence=self.tr("They come back by themselves too."),
                    buttons=(),
                )
            )
        return TodayBlock(heading=self.tr("Put off"), is_side=True, lines=tuple(lines))

    def back_on(self, until: date, today: date) -> str:
        """What is said once something is put off: until when, and how it is taken back."""
        words = self.tr("Put off. It is back on {day} by itself; Undo, or Ctrl+Z, brings it now.")
        return words.format(day=self.short_day(until, today))

    def _put_off(self, item: OpenItem, today: date) -> TodayLine:
        title = self.title(item)
        day = self.short_day(item.snoozed_until or today, today)
        back = self.tr("back on {day}").format(day=day)
        action = TodayAction(
            verb="bring_back", deed="bring_back", room=room_of(item), item=str(item.id)
        )
        return TodayLine(
            chip=self.tr("Put off"),
            tone="quiet",
            title=title,
            sentence=" · ".join(part for part in (item.customer, back) if part),
            buttons=self._made_of((action,), title),
        )

    def summary(self, cards: TodayCards, others: int) -> str:
        """The counts in one sentence, and what else needs somebody.

        Args:
            cards: all of Today.
            others: cards that need somebody now.
        """
        said = [self._counts(cards.counts)]
        if others == 1:
            said.append(self.tr("One other thing needs you now."))
        elif others:
            said.append(self.tr("{count} other things need you now.").format(count=others))
        if len(cards.put_off) == 1:
            said.append(self.tr("One is put off and comes back by itself."))
        elif cards.put_off:
            words = self.tr("{count} are put off and come back by themselves.")
            said.append(words.format(count=len(cards.put_off)))
        return " ".join(said)

    def short_day(self, day: date, today: date) -> str:
        """A day in as few letters as tell it."""
        near = abs((day - today).days) < 200
        shown = QDate(day.year, day.month, day.day)
        return QLocale().toString(shown, "ddd d MMM" if near else "d MMM yyyy")

    def _counts(self, counts: RowCounts) -> str:
        if counts.late == 1:
            first = self.tr("1 thing is late")
        elif counts.late:
            first = self.tr("{count} things are late").format(count=counts.late)
        else:
            first = self.tr("Nothing is late")
        if counts.today == 1:
            second = self.tr("1 is due today")
        elif counts.today:
            second = self.tr("{count} are due today").format(count=counts.today)
        else:
            second = self.tr("none is due today") if counts.late else self.tr("nothing due today")
        third = self.tr("none in the next 3 working days")
        if counts.coming:
            third = self.tr("{count} in the next 3 working days").format(count=counts.coming)
        return self.tr("{first}, {second}, {third}.").format(
            first=first, second=second, third=third
        )

    def _chip(self, row: TodayRow, today: date) -> str:
        due = row.item.due.day
        day = self.short_day(due, today)
        at = row.clock
        if row.group is RowGroup.WAITING:
            return self.tr("Waiting, due {day}").format(day=day)
        if row.group is RowGroup.COMING:
            return day if at is None else f"{day} {at:%H:%M}"
        if row.group is RowGroup.TODAY:
            return self.tr("Today") if at is None else self.tr("Today {at:%H:%M}").format(at=at)
        if row.days_late == 1:
            return self.tr("Late by 1 working day")
        if row.days_late:
            return self.tr("Late by {days} working days").format(days=row.days_late)
        if due == today and at is not None:
            return self.tr("Late since {at:%H:%M}").format(at=at)
        return self.tr("Late since {day}").format(day=day)

    def _sentence(self, row: TodayRow, today: date) -> str:
        item = row.item
        if item.complaint is not None:
            return self._complaints.sentence(row, item.complaint, today)
        if item.kind is Kind.FEEDBACK:
            return self._followed_up(item)
        if item.kind is Kind.ACTION:
            return self._to_do(row)
        kind = self.tr("Enquiry") if item.kind is Kind.CONTACT else ""
        if item.is_remedy:
            kind = self.tr("Puts a complaint right")
        parts = [kind, item.customer or self.tr("No customer yet")]
        if row.days_late:
            parts.append(self.tr("due {day}").format(day=self._day(item.due.day)))
        parts.append(self._made(item))
        if item.job_ref:
            parts.append(item.job_ref)
        if item.waiting_for:
            parts.append(self.tr("waiting for {what}").format(what=item.waiting_for))
        return " · ".join(part for part in parts if part)

    def _followed_up(self, item: OpenItem) -> str:
        """Whose low mark it is, and by when they are to hear from us."""
        named = item.customer or self.tr("No name given")
        due = self.tr("hear from us by {day}").format(day=self._day(item.due.day))
        where = "" if item.channel is None else self._labels.enum(item.channel)
        return " · ".join(filter(None, (self.tr("Follow up"), named, due, where)))

    def _to_do(self, row: TodayRow) -> str:
        """Whose action it is, and by when; of one that is done, what is to be looked at."""
        item = row.item
        if item.is_check and item.made_on is not None:
            kind = self.tr("Done on {day}: does it work?").format(day=self._day(item.made_on))
        else:
            kind = self.tr("To do, so that it gets better")
        due = ""
        if row.days_late:
            due = self.tr("due {day}").format(day=self._day(item.due.day))
        by = item.by if item.by != OWNER else ""
        return " · ".join(filter(None, (kind, by, due, item.job_ref)))

    def _made(self, item: OpenItem) -> str:
        where = "" if item.channel is None else self._labels.enum(item.channel)
        if item.by and item.by != OWNER:  # with nobody on record everything is the owner's
            said = self.tr("made by {name} {where}")
            if item.kind is Kind.CONTACT:
                said = self.tr("{name} {where}")
            return said.format(name=item.by, where=where).strip()
        return where

    def _day(self, day: date) -> str:
        return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM")

    def _deeds(
        self, row: TodayRow, title: str, today: date
    ) -> tuple[tuple[TodayButton, ...], tuple[TodayButton, ...], dict[str, TodayAction]]:
        """Its buttons, its menu, and what it does at which key."""
        item = row.item
        room = room_of(item)

        def action(deed: str, part: str = "") -> TodayAction:
            return TodayAction(verb=deed, deed=deed, room=room, part=part, item=str(item.id))

        opened = TodayAction(
            verb="open", deed="open", room=room, part=part_of(item), item=str(item.id)
        )
        if item.kind is Kind.ACTION:
            return self._action_deeds(item, opened, action("done"), title)
        if item.kind is Kind.CONTACT:
            answered, promise = action("answered"), action("promise")
            buttons: tuple[TodayAction, ...] = (answered, promise)
            menu: tuple[TodayAction, ...] = (opened,)
            keys = {"Space": answered, "N": promise, "Return": opened}
            return self._made_of(buttons, title), self._made_of(menu, title), keys
        tomorrow = today + timedelta(days=1)
        monday = today + timedelta(days=7 - today.weekday())
        off = [action("put_off_1", tomorrow.isoformat())]
        if monday != tomorrow:
            off.append(action("put_off_monday", monday.isoformat()))
        if item.kind in (Kind.COMPLAINT, Kind.FEEDBACK):
            return self._opened_alone(opened, () if item.is_first else tuple(off), title)
        done, moved, earlier = action("done"), action("new_date"), action("done_on")
        ends = (action("waiting"), action("broken"), action("released"))
        menu = (earlier, *off, *ends, opened)
        keys = {"Space": done, "D": earlier, "N": moved, "P": off[0], "Return": opened}
        return self._made_of((done, moved), title), self._made_of(menu, title), keys

    def _action_deeds(
        self, item: OpenItem, opened: TodayAction, done: TodayAction, title: str
    ) -> tuple[tuple[TodayButton, ...], tuple[TodayButton, ...], dict[str, TodayAction]]:
        """An action is ticked, or opened; whether it works is said where it lies."""
        if item.is_check:
            return self._opened_alone(opened, (), title)
        keys = {"Space": done, "Return": opened}
        return self._made_of((done, opened), title), (), keys

    def _opened_alone(
        self, opened: TodayAction, off: tuple[TodayAction, ...], title: str
    ) -> tuple[tuple[TodayButton, ...], tuple[TodayButton, ...], dict[str, TodayAction]]:
        """A complaint or feedback is opened; what goes first is not put off."""
        keys = {"Space": opened, "Return": opened, **({"P": off[0]} if off else {})}
        return self._made_of((opened,), title), self._made_of(off, title), keys

    def _made_of(self, actions: tuple[TodayAction, ...], title: str) -> tuple[TodayButton, ...]:
        found = []
        for action in actions:
            words = self._labels.say(f"today.verb.{action.verb}")
            name = self.tr("{verb}: {title}").format(verb=words, title=title)
            found.append(TodayButton(words=words, name=name, action=action))
        return tuple(found)

    def _rest(self, group: RowGroup, left: Sequence[TodayRow]) -> list[TodayLine]:
        """The lines that say how many more there are, one for each room that lists them."""
        heading, words = self._labels.enum(group), self._labels.say("today.verb.show_all")
        rooms = Counter(room_of(row.item) for row in left)
        found = []
        for room, count in rooms.items():
            action = TodayAction(verb="show_all", room=room, part=_PARTS.get((room, group), ""))
            title = self.tr("{heading}: {what}").format(
                heading=heading, what=self._labels.say(f"today.rest.{room}")
            )
            name = self.tr("{verb}: {title}").format(verb=words, title=title)
            found.append(
                TodayLine(
                    chip=self.tr("{count} more").format(count=count),
                    tone=_TONES[group],
                    title=title,
                    sentence=self.tr("The whole list is on its own page."),
                    buttons=(TodayButton(words=words, name=name, action=action),),
                )
            )
        return found

    def _hint(self) -> str:
        return self.tr("Space done · D done on… · N new date… · P put off · Enter opens")
