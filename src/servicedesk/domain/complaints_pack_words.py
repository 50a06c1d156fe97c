# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The sections that the papers of a complaint share, as blocks: facts, points, events, evidence."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from servicedesk.domain.blocks import Block, Heading, Paragraph, Table, Tone
from servicedesk.domain.complaints import Track
from servicedesk.domain.complaints_pack import Event, Evidence, Outside, Pack, Remedied
from servicedesk.domain.customers import Channel
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.phrases import Phrases

_PENCE = 100
_LINE_MOST = 240
"""Signs of a note that one line of what happened when repeats; the lists have it in full."""


_YOURS = frozenset(
    (
        *("label.customer", "label.reach", "label.came", "label.told", "heading.said"),
        *("event.received", "event.told", "event.updated", "event.followed_up"),
        *("event.ask_customer", "event.customer_replied", "event.sort_out", "event.withdraw"),
        *("event.contact_in", "event.contact_out"),
    )
)
"""What is said otherwise to the customer than of them, under ``pack.yours``."""


class PackWords:
    """Says the parts of a pack.

    Args:
        phrases: ``pack.*``, the enums of complaints, ``letter.day`` and the months.
        is_theirs: it speaks to the customer: "you" and not "the customer".
    """

    def __init__(self, phrases: Phrases, *, is_theirs: bool = False) -> None:
        self.phrases = phrases
        self.say = phrases.say
        self._is_theirs = is_theirs

    def to_them(self, key: str, **values: str) -> str:
        """What stands under a key of ``pack``, or under ``pack.yours`` where it speaks to them."""
        whose = "pack.yours" if self._is_theirs and key in _YOURS else "pack"
        return self.say(f"{whose}.{key}", **values)

    def day(self, day: date | None) -> str:
        """A day such as "2 October 2026"; "" for none."""
        return "" if day is None else day_words(day, self.phrases)

    def pounds(self, pence: int | None) -> str:
        """A sum such as "£1,200.50"; "" for none."""
        return "" if pence is None else f"£{pence // _PENCE:,}.{pence % _PENCE:02}"

    def pairs(self, rows: Iterable[tuple[str, str]], caption: str) -> Iterator[Block]:
        """Labels and values as a table, without those that say nothing.

        Args:
            rows: name of the label under ``[pack.label]``, and the value.
            caption: name of the caption there.
        """
        said = tuple((self.to_them(f"label.{key}"), value) for key, value in rows if value)
        if said:
            yield Table(caption=self.say(f"pack.heading.{caption}"), rows=said)

    def section(self, key: str, blocks: Iterable[Block]) -> Iterator[Block]:
        """Blocks under their heading; nothing at all where there are none."""
        made = tuple(blocks)
        if made:
            yield Heading(text=self.to_them(f"heading.{key}"))
            yield from made

    def facts(self, pack: Pack) -> Iterator[Block]:
        """Who, what and when, at the head of every paper."""
        say = self.say
        wishes = [say(f"enum.Wish.{one.value}") for one in pack.wishes]
        decided = pack.dates.decided_on
        rows = (
            ("customer", pack.name or say("pack.nobody")),
            ("reach", "\n".join(pack.reach)),
            ("acting_for", pack.acting_for),
            ("came", self._on(pack.received_on, pack.channel)),
            ("about", "" if pack.about is None else say(f"enum.About.{pack.about}")),
            ("track", self._track(pack.track)),
            ("product", pack.product),
            ("job", pack.job_ref),
            ("happened", self.day(pack.happened_on)),
            ("place", pack.place),
            ("amount", self.pounds(pack.amount_pence)),
            ("wishes", "\n".join(part for part in (*wishes, pack.wish_words) if part)),
            ("stage", say(f"enum.Stage.{pack.stage}")),
            ("told", self.day(pack.dates.told_on)),
            ("answer_by", self.day(pack.answer_by)),
            ("answered", "" if decided is None else self._on(decided, pack.told_by)),
            ("taken", self._taken(pack.dates.days_taken)),
            ("put_right", self.day(pack.dates.resolved_on)),
            ("finished", self.day(pack.dates.closed_on)),
        )
        yield from self.pairs(rows, "facts")

    def _track(self, track: Track) -> str:
        whose = "pack.yours.track" if self._is_theirs else "enum.Track"
        return "" if track == Track.ORDINARY else self.say(f"{whose}.{track}")

    def _taken(self, days: int | None) -> str:
        """How many working days the answer took."""
        if days == 0:
            return self.say("pack.same_day")
        return "" if days is None else self.phrases.count("pack.days_taken", Decimal(days))

    def _on(self, day: date, channel: Channel | None) -> str:
        """A day, and on which channel where that is known."""
        if channel is None:
            return self.day(day)
        return self.say("pack.came", day=self.day(day), how=self.say(f"enum.Channel.{channel}"))

    def said(self, pack: Pack) -> Iterator[Block]:
        """What happened, in the customer's words."""
        if pack.text.strip():
            yield from self.section("said", [Paragraph(text=pack.text)])

    def points(self, pack: Pack) -> Iterator[Block]:
        """Each point with what was found and why, then the answer to the whole."""
        yield from self.section("points", self._points(pack))

    def _points(self, pack: Pack) -> Iterator[Block]:
        say = self.say
        for place, point in enumerate(pack.points, 1):
            yield Heading(text=say("pack.point", place=str(place)), level=3)
            yield Paragraph(text=point.text)
            if point.finding is not None:
                found = say(f"enum.Finding.{point.finding}")
                yield Paragraph(text=say("pack.found", finding=found), tone=Tone.STRONG)
            if point.reasons:
                yield Paragraph(text=point.reasons)
        if pack.finding is None and not pack.answer:
            return
        if pack.points:
            yield Heading(text=say("pack.whole"), level=3)
        if pack.finding is not None:
            found = say(f"enum.Finding.{pack.finding}")
            yield Paragraph(text=say("pack.found", finding=found), tone=Tone.STRONG)
        if pack.answer and not _is_repeated(pack):
            yield Paragraph(text=pack.answer)

    def remedies(self, remedies: Iterable[Remedied]) -> Iterator[Block]:
        """What puts it right, with what was promised and done."""
        rows = tuple(self._remedy(one) for one in remedies)
        head = tuple(self.say(f"pack.column.{key}") for key in ("what", "amount", "due", "done"))
        table = Table(caption=self.say("pack.heading.remedies"), head=head, rows=rows)
        yield from self.section("remedies", [table] if rows else [])

    def _remedy(self, one: Remedied) -> tuple[str, ...]:
        what = self.say(f"enum.RemedyKind.{one.kind}")
        if one.words:
            what = self.say("pack.said", what=what, words=one.words)
        paid = " ".join(part for part in (self.pounds(one.amount_pence), one.method) if part)
        return (what, paid, self.day(one.due), self.day(one.done_on))

    def events(self, events: Iterable[Event]) -> Iterator[Block]:
        """What happened when."""
        rows = tuple((self.day(one.on), self._event(one)) for one in events)
        head = (self.say("pack.column.day"), self.say("pack.column.event"))
        table = Table(caption=self.say("pack.heading.events"), head=head, rows=rows)
        yield from self.section("events", [table] if rows else [])

    def _event(self, event: Event) -> str:
        values = dict(event.words)
        if event.day is not None:
            values["day"] = self.day(event.day)
        if event.channel is not None:
            values["how"] = self.say(f"enum.Channel.{event.channel}")
        if event.remedy is not None:
            values["what"] = self.say(f"enum.RemedyKind.{event.remedy}")
        sentence = self.to_them(f"event.{event.code}", **values)
        tail = " ".join(event.tail.split())
        if len(tail) > _LINE_MOST:
            tail = f"{tail[:_LINE_MOST].rstrip()}…"
        if tail:
            sentence = self.say("pack.said", what=sentence, words=tail)
        return self.say("pack.by", what=sentence, who=event.by) if event.by else sentence

    def evidence(self, evidence: Iterable[Evidence]) -> Iterator[Block]:
        """What was seen or said, numbered."""
        rows = tuple(
            (
                str(number),
                self.day(one.on),
                self.say(f"enum.EntryKind.{one.kind}"),
                one.text,
                one.source,
            )
            for number, one in enumerate(evidence, 1)
        )
        keys = ("number", "day", "kind", "evidence", "source")
        head = tuple(self.say(f"pack.column.{key}") for key in keys)
        table = Table(caption=self.say("pack.heading.evidence"), head=head, rows=rows)
        yield from self.section("evidence", [table] if rows else [])

    def outside(self, outside: Iterable[Outside]) -> Iterator[Block]:
        """Before whom outside it is or was."""
        made: list[Block] = []
        for one in outside:
            rows = (
                ("body", one.body),
                ("kind", self.say(f"enum.OutsideKind.{one.kind}")),
                ("their_ref", one.their_ref),
                ("referred", self.day(one.referred_on)),
                ("result", one.result),
                ("result_on", self.day(one.result_on)),
            )
            made += self.pairs(rows, "outside")
        yield from self.section("outside", made)


def _is_repeated(pack: Pack) -> bool:
    """The answer says point by point what stands above it already, as one by letter does."""
    lines = [" ".join(line.split()) for line in pack.answer.splitlines() if line.strip()]
    if len(lines) != len(pack.points):
        return False
    answer = " ".join(lines)
    told = (part for one in pack.points for part in (one.text.strip(" .!?…"), one.reasons))
    return all(" ".join(part.split()) in answer for part in told)
