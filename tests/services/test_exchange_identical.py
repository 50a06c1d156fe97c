# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What was taken out comes back in as the very same set: the four lists, byte for byte."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from servicedesk.domain.complaints import About, ComplaintDraft, Wish
from servicedesk.domain.customers import (
    Address,
    Channel,
    CustomerDraft,
    CustomerStatus,
    Reach,
    ReachKind,
)
from servicedesk.domain.elements import Element
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.feedback import (
    FeedbackDraft,
    FeedbackKind,
    Handled,
    MayQuote,
    Quoting,
    Scores,
)
from servicedesk.domain.importing import Counts, LookChoices, PlanChoices
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldKind, OwnFieldOn
from servicedesk.domain.promises import Due, PromiseDraft, PromiseKind
from servicedesk.services.exchange_reading import Quiet
from servicedesk.services.registry import Services, open_services
from servicedesk.services.unit import Reading
from tests.helpers.fakes import FixedClock
from tests.papers.shops import HOSTILE
from tests.services.around import surroundings
from tests.store.files import new_file, opened

TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 20, 12, 5, tzinfo=UTC)
RUTH = "Ruth"
SUMS = ("=1+2", "+44 20", "-5 later", "@home", "'=quoted", "''", "' -x", "'+1", "-12.5 %")


@contextmanager
def shop(folder: Path) -> Iterator[Services]:
    folder.mkdir(exist_ok=True)
    with opened(new_file(folder)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def taken_out(services: Services, folder: Path) -> dict[ListKind, Path]:
    done = services.export_all.write(folder, Quiet())
    return {kind: done.folder / f"{kind.value}.csv" for kind in ListKind}


def brought_in(services: Services, lists: dict[ListKind, Path]) -> list[Counts]:
    found = []
    for kind, path in lists.items():
        look = services.exchange.look(path, LookChoices(holds=kind))
        if not look.rows:
            continue
        assert look.is_ours
        plan = services.exchange.plan(look, PlanChoices(columns=look.columns))
        assert plan.refused == ()
        done = services.exchange.run(plan, Quiet(), RUTH)
        assert done.card.counts == plan.counts
        found.append(done.card.counts)
    return found


def own_fields(services: Services) -> None:
    for on in OwnFieldOn:
        for name, kind in (("=Key", OwnFieldKind.TEXT), ("Serviced", OwnFieldKind.DAY)):
            services.own_fields.add(OwnFieldDraft(on=on, name=name, kind=kind), RUTH)


def fill(services: Services, words: str) -> None:
    """A few of everything with the same hostile words wherever words can stand."""
    fields = {card.draft.name: str(card.id) for card in services.exchange.own_fields()}
    services.customers.add(CustomerDraft(name="Gone Soon"), RUTH)
    gone = services.customers.add(CustomerDraft(name="Gone"), RUTH).card
    services.customers.bin([gone.id], RUTH)
    who = services.customers.add(
        CustomerDraft(
            name=f"Zoë {words}",
            salutation=f"Dear {words}",
            status=CustomerStatus.ASKED,
            prefers=Channel.SMS,
            reaches=(
                Reach(kind=ReachKind.EMAIL, shown="z@x.example", label="work"),
                Reach(kind=ReachKind.PHONE, shown="07700 900101 or 102", label="a; b"),
                Reach(kind=ReachKind.PHONE, shown="+44 1632 960002"),
            ),
            addresses=(Address(lines="1 Mill Lane\nLeeds", postcode="LS1 1AA", label="home"),),
            tags=("a, b", f"c{words[:20]}"),
            notes=f"{words}\nsecond line",
            first_visit_on=date(2020, 2, 29),
            own={fields["=Key"]: f"k {words}"[:60].strip(), fields["Serviced"]: "2026-02-01"},
        ),
        RUTH,
    ).card
    twin = CustomerDraft(name=f"Zoë {words}", reaches=who.draft.reaches)
    services.customers.add(twin, RUTH)
    fill_records(services, words, who.id)


def fill_records(services: Services, words: str, who: int) -> None:
    """Promises, complaints and feedback, of a customer and of nobody."""
    own = services.exchange.own_fields(ListKind.PROMISES)[1]
    services.promises.make(
        PromiseDraft(
            customer_id=who,
            text=f"we will {words}"[:400],
            due=Due(day=date(2026, 11, 27), at=datetime(2026, 11, 27, 16, 30, tzinfo=UTC)),
            made_on=date(2026, 11, 20),
            kind=PromiseKind.RING_BACK,
            notes=words,
            own={str(own.id): "2026-03-02"},
        ),
        RUTH,
    )
    done = services.promises.make(
        PromiseDraft(text="call", due=Due(day=date(2026, 11, 21)), made_on=date(2026, 11, 20)),
        RUTH,
    ).card
    services.promises.done(done.id, date(2026, 11, 23), None, RUTH)
    fill_said(services, words, who)


def fill_said(services: Services, words: str, who: int) -> None:
    """What people said."""
    services.complaints.log(
        ComplaintDraft(
            customer_id=who,
            text=f"{words}\n\n{words}",
            about=About.LATE_DELIVERY,
            wishes=(Wish.REFUND, Wish.APOLOGY),
            received_at=NOON,
            amount_pence=1250,
            notes=words,
        ),
        RUTH,
    )
    services.complaints.log(
        ComplaintDraft(called=f"Bob {words}"[:100], text="late", received_at=NOON), RUTH
    )
    services.feedback.log(
        FeedbackDraft(
            kind=FeedbackKind.ANSWER,
            customer_id=who,
            text=words,
            given_on=date(2026, 11, 2),
            elements=(Element.COURTESY, Element.PROBLEM_SOLVING),
            scores=Scores(
                satisfaction=2,
                recommendation=10,
                elements={Element.EASE: 4},
                handling={Handled.SPEED: 1},
            ),
            quoting=Quoting(may=MayQuote.YES, shown_as="Z.", is_incentivised=False),
        ),
        RUTH,
    )


def is_there_and_back(folder: Path, words: str) -> None:
    with shop(folder / "one") as one:
        own_fields(one)
        fill(one, words)
        lists = taken_out(one, folder / "out")
        before = {kind: path.read_bytes() for kind, path in lists.items()}
        same = brought_in(one, lists)
        assert all(counts.added == counts.updated == 0 for counts in same)
    with shop(folder / "two") as two:
        brought_in(two, lists)
        again = taken_out(two, folder / "again")
        for kind, path in again.items():
            assert path.read_bytes().decode() == before[kind].decode(), kind


def test_demand_35_own_fields_come_in_as_they_were_and_go_back_with_the_list(
    tmp_path: Path,
) -> None:
    with shop(tmp_path / "one") as one:
        own_fields(one)
        choice = OwnFieldDraft(
            on=OwnFieldOn.CUSTOMER, name="Size", kind=OwnFieldKind.CHOICE, choices=("S", "M, L")
        )
        one.own_fields.add(choice, RUTH)
        fill(one, "x")
        one.own_fields.retire(one.exchange.own_fields()[0].id, True, RUTH)
        was = [
            *one.exchange.own_fields(),
            *one.own_fields.all(OwnFieldOn.CUSTOMER, is_retired=True),
        ]
        lists = taken_out(one, tmp_path / "out")
    with shop(tmp_path / "two") as two:
        brought_in(two, {ListKind.CUSTOMERS: lists[ListKind.CUSTOMERS]})
        now = [
            *two.exchange.own_fields(),
            *two.own_fields.all(OwnFieldOn.CUSTOMER, is_retired=True),
        ]
        assert [card.draft for card in now] == [card.draft for card in was]
        assert [card.retired_on for card in now] == [card.retired_on for card in was]
        again = taken_out(two, tmp_path / "again")[ListKind.CUSTOMERS]
        assert again.read_bytes() == lists[ListKind.CUSTOMERS].read_bytes()
        two.undo.undo(RUTH)
        assert two.exchange.own_fields() == ()
        assert two.own_fields.all(OwnFieldOn.CUSTOMER, is_retired=True) == ()


def test_a_list_without_its_folder_makes_own_fields_of_text(tmp_path: Path) -> None:
    with shop(tmp_path / "one") as one:
        own_fields(one)
        fill(one, "x")
        lists = taken_out(one, tmp_path / "out")
    alone = tmp_path / "alone.csv"
    alone.write_bytes(lists[ListKind.CUSTOMERS].read_bytes())
    with shop(tmp_path / "two") as two:
        brought_in(two, {ListKind.CUSTOMERS: alone})
        made = two.exchange.own_fields()
        assert [card.draft.kind for card in made] == [OwnFieldKind.TEXT] * 2
        again = taken_out(two, tmp_path / "again")[ListKind.CUSTOMERS]
        assert again.read_bytes() == alone.read_bytes()
        assert two.exchange.look(alone, LookChoices()).new_own == ()


def test_own_fields_are_made_only_where_that_is_wanted(tmp_path: Path) -> None:
    with shop(tmp_path / "one") as one:
        own_fields(one)
        fill(one, "x")
        lists = taken_out(one, tmp_path / "out")
    with shop(tmp_path / "two") as two:
        look = two.exchange.look(lists[ListKind.CUSTOMERS], LookChoices())
        assert [card.draft.name for card in look.new_own] == ["=Key", "Serviced"]
        choices = PlanChoices(columns=look.columns, makes_own=False)
        two.exchange.run(two.exchange.plan(look, choices), Quiet(), RUTH)
        assert two.exchange.own_fields() == ()
        assert all(not two.customers.get(number).draft.own for number in (3, 4))


def test_a_table_of_own_fields_that_is_not_ours_tells_nothing(tmp_path: Path) -> None:
    with shop(tmp_path / "one") as one:
        own_fields(one)
        fill(one, "x")
        lists = taken_out(one, tmp_path / "out")
    table = lists[ListKind.CUSTOMERS].parent / "tables" / "own_fields.csv"
    for told in (b"", b"\xff", b"a,b\n1,2\n", b"id,position,on,name,kind\n1,0,moon,x,y\n"):
        table.write_bytes(told)
        with shop(tmp_path / f"two{len(told)}") as two:
            look = two.exchange.look(lists[ListKind.CUSTOMERS], LookChoices())
            assert [card.draft.kind for card in look.new_own] == [OwnFieldKind.TEXT] * 2


def test_demand_7_our_own_lists_come_back_in_as_the_very_same_set(tmp_path: Path) -> None:
    is_there_and_back(tmp_path, HOSTILE)


words_typed = st.one_of(
    st.sampled_from(SUMS),
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Z", "M"))),
).map(lambda said: said[:60] or "x")


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=words_typed)
def test_whatever_was_typed_comes_back_as_it_was(tmp_path_factory: "object", words: str) -> None:
    folder = tmp_path_factory.mktemp("there")  # type: ignore[attr-defined]
    is_there_and_back(folder, words)


def numbers_of(reading: Reading) -> list[tuple[str, int]]:
    rows = reading.exec_driver_sql("SELECT ref, id FROM customers WHERE binned_at IS NULL")
    return [(ref, number) for ref, number in rows]


def test_customers_keep_their_numbers_where_they_are_free(tmp_path: Path) -> None:
    with shop(tmp_path / "one") as one:
        own_fields(one)
        fill(one, "x")
        lists = taken_out(one, tmp_path / "out")
    with shop(tmp_path / "two") as two:
        two.customers.add(CustomerDraft(name="Somebody Else"), RUTH)
        brought_in(two, lists)
        with two.units.read() as reading:
            assert numbers_of(reading) == [
                ("K-0001", 1),
                ("K-0003", 3),
                ("K-0004", 4),
                ("K-0005", 5),
            ]
        assert two.customers.add(CustomerDraft(name="Next"), RUTH).card.ref == "K-0006"
        two.undo.undo(RUTH)
