# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Hostile words in everything that can be typed of a complaint: kept as they read, or refused.

Refused is with a sentence that can be said and the field it is about. What is kept is found again,
and stands on every paper as it was typed, or the paper names the signs that its font lacks.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.actions import ActionDraft
from servicedesk.domain.blocks import Printed
from servicedesk.domain.complaints import Assessment, ComplaintDraft, Finding
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_file import (
    BehaviourDraft,
    EntryDraft,
    EntryKind,
    IssueDraft,
    OutsideKind,
    ReferralDraft,
    RemedyDraft,
    RemedyKind,
)
from servicedesk.domain.complaints_listed import ComplaintChip, ComplaintFilter
from servicedesk.domain.complaints_sorting import SortedDraft
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from servicedesk.domain.names import clean_name
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldOn
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.services.printing import Printing
from servicedesk.store import driver
from servicedesk.store.driver import Access
from tests.faults.wholeness import index_beside_records, tables_beside_journal
from tests.helpers.builders import words
from tests.services.complaints_letters_made import ANSWER, CAME, DAY, begun, complaint, shop_in
from tests.services.letters_made import Shop

MARKUP = "<b>Ann</b> &amp; <img src=x onerror=alert(1)> {name} %s %1"
LETTERS = ("wheel " * 5000)[:25_000]
HOSTILE = {
    "markup": MARKUP,
    "25,000 letters": LETTERS,
    "right to left": "שלום \u202eabc\u202c مرحبا 123",
    "unseen signs": "a\x00b\x07c\x1b[31md",
    "pictures": "👩‍🔧🏳️‍🌈 e\u0301\u0301\u0301 𝔘𝔫𝔦 ﷽",
    "half signs": "a\ud800b \udfffc",
    "nothing to see": "\u200b\u2060\ufeff",
}
FITS = 20
"""Letters that have room in every line."""

RUTH = "Ruth"
TEXTS = (
    *("text", "called", "wish_words", "taken_by", "handler", "job_ref", "product", "place"),
    *("staff", "acting_for", "notes"),
)
Way = Callable[[str], object]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from shop_in(tmp_path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What became of the words: ``kept`` as they were typed, ``refused`` with their sentence."""

    kept: dict[str, str]
    refused: dict[str, str]


def type_all(ways: Iterator[tuple[str, Way]], text: str) -> Typed:
    """Type a text wherever something can be typed; where it is refused, less of it, or "Ann"."""
    typed = Typed(kept={}, refused={})
    for name, way in ways:
        for attempt in (text, text[:FITS], "Ann"):
            try:
                way(attempt)
            except Refusal as refusal:
                typed.refused[name] = refusal.field and words().refusal(refusal)
            else:
                typed.kept[name] = attempt
                break
        else:
            pytest.fail(f"{name} takes nothing at all: {typed.refused[name]}")
    assert all(typed.refused.values()), typed.refused  # each names its field
    return typed


def ways_of(shop: Shop, number: int) -> Iterator[tuple[str, Way]]:
    """All that can be typed of a complaint, on its way outside."""
    yield from form_ways(shop, number)
    yield from part_ways(shop, number)
    yield from step_ways(shop, number)


def form_ways(shop: Shop, number: int) -> Iterator[tuple[str, Way]]:
    complaints, fields = shop.services.complaints, shop.services.own_fields
    own = str(fields.add(OwnFieldDraft(on=OwnFieldOn.COMPLAINT, name="Boiler"), RUTH).card.id)

    def changed(**said: object) -> object:
        draft: ComplaintDraft = complaints.get(number).draft
        return complaints.change(number, replace(draft, **said), RUTH)

    for name in TEXTS:
        yield name, lambda text, name=name: changed(**{name: text})
    yield "own", lambda text: changed(own={own: text})


def part_ways(shop: Shop, number: int) -> Iterator[tuple[str, Way]]:
    parts = shop.services.complaints.parts

    def entry(**said: str) -> object:
        draft = EntryDraft(**{"kind": EntryKind.FACT, "text": "Worn", "on": DAY, **said})
        return parts.add_entry(number, draft, RUTH)

    def remedy(**said: str) -> object:
        draft = RemedyDraft(kind=RemedyKind.REDO, done_on=DAY, **said)
        return parts.add_remedy(number, draft, RUTH)

    def learnt(**said: object) -> object:
        learning = shop.services.complaints.get(number).learning
        return parts.learn(number, replace(learning, causes=(Cause.SLIP,), **said), RUTH)

    def action(**said: str) -> object:
        return parts.add_action(
            number, ActionDraft(**{"text": "Look", "done_on": DAY, **said}), RUTH
        )

    def behaviour(**said: str) -> object:
        return parts.add_behaviour(number, BehaviourDraft(**{"on": DAY, "text": "x", **said}), RUTH)

    weighed = Assessment(severity=1, impact=1, urgency=1)
    yield "issue", lambda text: parts.add_issue(number, IssueDraft(text=text), RUTH)
    issue = shop.services.complaints.file(number).issues[0]
    for name, made in (("entry", entry), ("source", entry)):
        yield name, lambda text, name=name, made=made: made(**{name.replace("entry", "text"): text})
    for name in ("words", "by_whom", "approved_by", "over_because", "method"):
        yield name, lambda text, name=name: remedy(**{name: text})
    yield "whys", lambda text: learnt(whys=(text, "why"))
    for name in ("lessons", "no_cause_because", "no_action_because"):
        yield name, lambda text, name=name: learnt(**{name: text})
    yield "action", lambda text: action(text=text)
    yield "owner", lambda text: action(owner=text)
    made = shop.services.complaints.file(number).actions[0].id
    yield "check_note", lambda text: parts.action_checked(made, DAY, True, text, RUTH)
    yield "behaviour", lambda text: behaviour(text=text)
    yield "limits", lambda text: behaviour(limits=text)
    yield "insurer", lambda text: parts.told_insurer(number, None, text, RUTH)
    yield "hold", lambda text: parts.hold(number, text, RUTH)
    yield "stand_in", lambda text: parts.stand_in(number, text, RUTH)
    raised = replace(weighed, raise_note="x")
    yield "raise_note", lambda text: parts.assess(number, replace(raised, raise_note=text), RUTH)
    point = replace(issue.draft, finding=Finding.NOT_UPHELD)
    yield (
        "reasons",
        lambda text: parts.change_issue(number, issue.id, replace(point, reasons=text), RUTH),
    )


def step_ways(shop: Shop, number: int) -> Iterator[tuple[str, Way]]:
    complaints = shop.services.complaints

    def taken(action: Action, text: str, **more: object) -> object:
        given = Given(**{"on": DAY, "words": text, **more})
        return complaints.take(number, action, given, RUTH)

    def outside(**said: str) -> ReferralDraft:
        known = {"kind": OutsideKind.COURT, "body": "The court", "referred_on": DAY}
        return ReferralDraft(**{**known, **said})

    told = {"channel": Channel.POST, "letter": True}
    for action, more in (
        (Action.ACKNOWLEDGE, told),
        (Action.INVESTIGATE, {}),
        (Action.ASK_CUSTOMER, {}),
        (Action.CUSTOMER_REPLIED, {}),
        (Action.WAIT_OTHER, {}),
        (Action.OTHER_REPLIED, {}),
        (Action.EXTEND, {"letter": True}),
        (Action.DECIDE, told),
        (Action.SECOND_LOOK, {"by_whom": "Tom"}),
        (Action.DECIDE, told),
    ):
        yield action.value, lambda text, a=action, m=more: taken(a, text, **m)
    complaints.take(number, Action.UNDO, Given(on=DAY), RUTH)
    complaints.take(number, Action.UNDO, Given(on=DAY), RUTH)
    yield "by_whom", lambda text: taken(Action.SECOND_LOOK, "x", by_whom=text)
    taken(Action.DECIDE, "No", **told)
    went = Given(on=DAY, customer_went=True)
    yield (
        "their_ref",
        lambda text: complaints.go_outside(number, went, outside(their_ref=text), RUTH),
    )
    complaints.take(number, Action.UNDO, Given(on=DAY), RUTH)
    yield "body", lambda text: complaints.go_outside(number, went, outside(body=text), RUTH)
    yield (
        "result",
        lambda text: complaints.outside_result(
            number,
            Given(on=DAY),
            replace(complaints.file(number).referrals[-1].draft, result=text, result_on=DAY),
            RUTH,
        ),
    )


def small_ways(shop: Shop, number: int) -> Iterator[tuple[str, Way]]:
    """All that can be typed to say that one is sorted."""
    complaints = shop.services.complaints
    done = SortedDraft(did="x", kind=RemedyKind.GOODWILL, told_by=Channel.PHONE, on=DAY)
    for name in ("did", "over_because"):
        yield (
            name,
            lambda text, name=name: complaints.sort_out(
                number, replace(done, **{name: text}), RUTH
            ),
        )
        complaints.take(number, Action.UNDO, Given(on=DAY), RUTH)
    on_phone = {"on": DAY, "channel": Channel.PHONE}
    yield (
        "withdraw",
        lambda text: complaints.take(number, Action.WITHDRAW, Given(words=text, **on_phone), RUTH),
    )


def squeezed(text: str) -> str:
    """As it reads: without signs that cannot be seen, and whatever the spaces are."""
    return " ".join(clean_name(text).split())


def in_file(path: Path) -> str:
    """Every text in the tables of a file but what the journal and the index say."""
    connection = driver.open_bare(path, Access.READ_ONLY)
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    found = [
        cell.replace("\\n", "\n")
        for (name,) in names
        if not str(name).startswith(("journal", "search", "sqlite"))
        for row in connection.execute(f"SELECT * FROM {name}").fetchall()
        for cell in row
        if isinstance(cell, str)
    ]
    connection.close()
    return "\n".join(squeezed(text) for text in found)


@pytest.mark.parametrize("what", HOSTILE)
def test_everything_that_can_be_typed_is_kept_as_it_reads_or_refused(
    shop: Shop, tmp_path: Path, what: str
) -> None:
    text = HOSTILE[what]
    number, small = complaint(shop), complaint(shop, received_at=CAME)
    typed = type_all(ways_of(shop, number), text)
    more = type_all(small_ways(shop, small), text)
    file = in_file(tmp_path / "shop.servicedesk")
    kept = {**typed.kept, **more.kept}
    assert [name for name, said in kept.items() if squeezed(said) not in file] == []
    is_whole = what in ("markup", "right to left", "pictures")
    assert not is_whole or set(kept.values()) == {text}, (typed.refused, more.refused)
    assert "\x00" not in file
    desk = shop.services.units._file
    assert tables_beside_journal(desk) == []
    assert index_beside_records(desk) == []
    lists = shop.services.complaints.lists
    found = lists.ids(ComplaintFilter(chip=ComplaintChip.ALL, text=squeezed(text)[:FITS]))
    assert what == "nothing to see" or number in found
    shop.services.search.find(text[:FITS])


def made(job: PrintJob, paper: str = "") -> Printed:
    offer = next((one for one in job.offers if one.id == paper), job.offers[0])
    return job.make(PaperChoice(paper=offer.id, size=offer.sizes[0]))


def stands_on(printed: Printed, text: str) -> bool:
    """Whether a text stands on a paper as it was typed, but for signs that the paper names."""
    found = "".join("".join(Printing().texts(printed.data)).split())
    lacking = "".join(printed.missing)
    wanted = [word for word in squeezed(text).split() if word.isascii()]
    signs = {sign for sign in squeezed(text) if not sign.isascii() and sign.isalnum()}
    return all(word in found for word in wanted) and all(
        sign in found or sign in lacking for sign in signs
    )


@contextmanager
def written_of(folder: Path, text: str) -> Iterator[tuple[Shop, int]]:
    """A shop with a complaint in which a text stands wherever it may."""
    with contextmanager(shop_in)(folder) as shop:
        number = complaint(shop)
        type_all(part_ways(shop, number), text)
        type_all(form_ways(shop, number), text)
        yield shop, number


@pytest.mark.parametrize("what", ["markup", "right to left", "unseen signs", "pictures"])
def test_papers_say_it_as_typed_or_name_the_signs_that_they_lack(tmp_path: Path, what: str) -> None:
    text = HOSTILE[what]
    with written_of(tmp_path, text) as (shop, number):
        services = shop.services
        papers = services.complaint_papers.job(number)
        rows = services.complaints.lists.rows([number])
        printed = {
            "slip": made(services.rounds.complaint_slips((number,))),
            "list": made(services.lists.table("Complaints", ("What",), [(rows[0].text,)])),
            "letter": made(services.letters_writing.preview(begun(shop, "L01", number))),
            **{one.id: made(papers, one.id) for one in papers.offers},
        }
    assert [name for name, paper in printed.items() if not stands_on(paper, text)] == []


def test_a_long_story_stands_whole_in_the_pack_and_its_copy(tmp_path: Path) -> None:
    with written_of(tmp_path, LETTERS) as (shop, number):
        pack = shop.services.complaint_papers.pack(number)
        for offer in pack.offers:
            told = " ".join(Printing().texts(made(pack, offer.id).data))
            assert told.count("wheel") >= LETTERS.count("wheel"), offer.id
        assert made(shop.services.rounds.complaint_slips((number,))).pages == 1


@pytest.mark.parametrize("what", ["markup", "right to left", "unseen signs", "pictures"])
def test_a_letter_and_its_mail_say_it_as_typed(shop: Shop, what: str) -> None:
    text, number = HOSTILE[what], complaint(shop, text=HOSTILE[what])
    shop.services.complaints.take(number, Action.INVESTIGATE, Given(on=DAY), RUTH)
    draft = begun(shop, "L04", number, **dict.fromkeys(ANSWER, text))
    assert stands_on(made(shop.services.letters_writing.preview(draft)), text)
    letter = shop.services.letters_writing.issue(draft, RUTH).card
    mail = shop.services.letters_writing.mail_draft(letter.id)
    assert b"\x00" not in mail.data
    card = shop.services.complaints.get(number)
    assert squeezed(card.outcome_words) == squeezed(text)
    assert card.dates.decided_on == date(2026, 9, 15)
