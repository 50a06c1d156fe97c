# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers brought in from a file: planned, carried out as one step, and undone as one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.customers import (
    Address,
    CustomerCard,
    CustomerDraft,
    CustomerStatus,
    Reach,
    ReachKind,
)
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import (
    Counts,
    DayOrder,
    Duplicates,
    Fate,
    LookChoices,
    PlanChoices,
)
from servicedesk.domain.importing_plan import ImportPlan
from servicedesk.domain.kinds import Kind
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldKind, OwnFieldOn
from servicedesk.services.exchange_reading import EACH, Quiet
from servicedesk.services.registry import Services, open_services
from servicedesk.store.customers_reading import customers_of
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"
TODAY = date(2026, 11, 22)
TWO = "Name,Phone,E-mail,Postcode\nZoë Hill,07700 900101,zoe@x.example,LS1 1AA\nBob Roe,,,\n"


class Stopped(Exception):
    """What ends a job that was asked to stop."""


class Stopping(Quiet):
    """Asks to stop at the n-th look."""

    def __init__(self, looks: int) -> None:
        self._left = looks
        self.steps: list[tuple[int, int]] = []

    def step(self, done: int, total: int) -> None:
        self.steps.append((done, total))

    def raise_if_cancelled(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise Stopped


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def written(folder: Path, text: str, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def plan_of(services: Services, path: Path, **chosen: object) -> ImportPlan:
    look = services.exchange.look(path)
    return services.exchange.plan(look, PlanChoices(**{"columns": look.columns, **chosen}))


def bring(services: Services, path: Path, **chosen: object) -> Counts:
    plan = plan_of(services, path, **chosen)
    done = services.exchange.run(plan, Quiet(), RUTH)
    assert done.card.counts == plan.counts
    assert done.card.refused == plan.refused
    return done.card.counts


def everybody(services: Services) -> list[CustomerCard]:
    with services.units.read() as reading:
        return list(customers_of(reading, range(1, 1000)).values())


def test_a_list_becomes_customers_in_one_step(services: Services, tmp_path: Path) -> None:
    path = written(tmp_path, TWO)
    plan = plan_of(services, path)
    assert everybody(services) == []
    done = services.exchange.run(plan, Quiet(), RUTH)
    assert done.card.counts == Counts(added=2)
    zoe, bob = everybody(services)
    assert done.changes == {Kind.CUSTOMER: {zoe.id, bob.id}}
    assert (zoe.ref, zoe.shown_name, zoe.added_on) == ("K-0001", "Zoë Hill", TODAY)
    assert [one.shown for one in zoe.draft.reaches] == ["07700 900101", "zoe@x.example"]
    assert zoe.draft.addresses == (Address(lines="", postcode="LS1 1AA"),)
    assert services.customers.add(CustomerDraft(name="Ann"), RUTH).card.ref == "K-0003"


def test_demand_28_an_import_is_undone_as_one_step_updates_included(
    services: Services, tmp_path: Path
) -> None:
    kept = CustomerDraft(
        name="Zoë Hill",
        reaches=(Reach(kind=ReachKind.EMAIL, shown="Zoe@X.example"),),
        remember="dog",
        tags=("vip",),
    )
    services.customers.add(kept, RUTH)
    before = everybody(services)
    counts = bring(services, written(tmp_path, TWO))
    assert counts == Counts(added=1, updated=1)
    after = everybody(services)
    assert after[0].draft.remember == "dog"
    assert [one.shown for one in after[0].draft.reaches] == ["Zoe@X.example", "07700 900101"]
    services.undo.undo(RUTH)
    assert everybody(services) == before
    services.undo.redo(RUTH)
    assert everybody(services) == after


def test_demand_28_a_long_import_is_undone_and_done_again_whole(
    services: Services, tmp_path: Path
) -> None:
    services.customers.add(CustomerDraft(name="Row 7", notes="here before"), RUTH)
    before = everybody(services)
    lines = (f"Row {n},07700 {n:06},r{n}@x.example,vip,LS1 1AA" for n in range(300))
    path = written(tmp_path, "\n".join(("Name,Phone,E-mail,Tags,Postcode", *lines)))
    assert bring(services, path) == Counts(added=299, updated=1)
    after = everybody(services)
    changes = services.undo.undo(RUTH).changes
    assert len(changes[Kind.CUSTOMER]) == 300
    assert everybody(services) == before
    services.undo.redo(RUTH)
    assert everybody(services) == after
    services.undo.undo(RUTH)
    assert everybody(services) == before


def test_demand_28_a_customer_changed_since_keeps_a_long_import_from_being_undone(
    services: Services, tmp_path: Path
) -> None:
    path = written(tmp_path, "\n".join(("Name,Phone", *(f"R{n},{n:06}" for n in range(300)))))
    bring(services, path)
    with services.units.change("behind its back", RUTH) as unit:
        from servicedesk.store.customers import customers

        unit.journal.update(customers, 5, {"remember": "x"})
    with pytest.raises(Refusal, match="undo_changed"):
        services.undo.undo(RUTH)
    assert len(everybody(services)) == 300


def test_what_is_brought_in_at_once_is_noted_as_what_is_added_one_by_one(
    services: Services, tmp_path: Path
) -> None:
    from servicedesk.store.customers import customers
    from servicedesk.store.journal import history_of

    draft = CustomerDraft(name='Zoë "Q" Hill\\', notes="a\nb\tc", first_visit_on=date(2020, 1, 2))
    services.customers.add(draft, RUTH)
    bring(
        services,
        written(tmp_path, 'Name,Notes,Since\n"Zoë ""Q"" Hill\\","a\nb\tc",2020-01-02\n'),
        duplicates=Duplicates.ADD,
    )
    with services.units.read() as reading:
        (one,), (other,) = (history_of(reading, customers, number) for number in (1, 2))
    assert one.after is not None
    assert other.after is not None
    assert {**one.after, "id": 2, "ref": "K-0002"} == dict(other.after)
    assert (other.use_case, other.who, other.before) == ("bring customers in", RUTH, None)


def test_demand_27_bringing_the_same_list_again_changes_nothing(
    services: Services, tmp_path: Path
) -> None:
    path = written(tmp_path, TWO)
    bring(services, path)
    before = everybody(services)
    assert bring(services, path) == Counts(unchanged=2)
    assert everybody(services) == before
    assert services.undo.can_undo == "bring customers in"


def test_demand_27_blanks_never_erase_and_news_are_taken_in(
    services: Services, tmp_path: Path
) -> None:
    bring(services, written(tmp_path, TWO))
    news = "Name,Phone,E-mail,Postcode,Remember\nZoë Hill,,zoe@x.example,,cat\n"
    assert bring(services, written(tmp_path, news)) == Counts(updated=1)
    zoe = everybody(services)[0].draft
    assert zoe.remember == "cat"
    assert [one.shown for one in zoe.reaches] == ["07700 900101", "zoe@x.example"]


def test_names_stay_as_their_owner_writes_them_and_changes_are_told_before(
    services: Services, tmp_path: Path
) -> None:
    bring(services, written(tmp_path, "Name,Phone\nZoë Hill,07700 900401\n"))
    path = written(tmp_path, "Name,Phone,Remember\nZOE HILL,07700 900401,cat\n")
    plan = plan_of(services, path)
    assert (plan.renamed, plan.changed_count) == (1, 1)
    assert (plan.changed[0].who, plan.changed[0].new) == ("Zoë Hill", "cat")
    assert plan_of(services, path, duplicates=Duplicates.SKIP).renamed == 0
    bring(services, path)
    assert everybody(services)[0].draft.name == "Zoë Hill"
    asked = plan_of(services, path, takes_names=True)
    assert [(one.old, one.new) for one in asked.changed] == [("Zoë Hill", "ZOE HILL")]
    bring(services, path, takes_names=True)
    assert everybody(services)[0].draft.name == "ZOE HILL"


def test_duplicates_can_be_left_alone_or_added(services: Services, tmp_path: Path) -> None:
    path = written(tmp_path, TWO)
    bring(services, path)
    assert bring(services, path, duplicates=Duplicates.SKIP) == Counts(skipped=2)
    assert bring(services, path, duplicates=Duplicates.ADD) == Counts(added=2)
    assert len(everybody(services)) == 4


def test_a_plan_is_good_only_as_long_as_nothing_else_is_changed(
    services: Services, tmp_path: Path
) -> None:
    plan = plan_of(services, written(tmp_path, TWO))
    services.customers.add(CustomerDraft(name="Bob Roe"), RUTH)
    with pytest.raises(Refusal, match="import_plan_old"):
        services.exchange.run(plan, Quiet(), RUTH)
    assert len(everybody(services)) == 1


def test_an_import_that_is_stopped_leaves_nothing_behind(
    services: Services, tmp_path: Path
) -> None:
    services.customers.add(CustomerDraft(name="Zoë Hill", notes="x"), RUTH)
    path = written(tmp_path, TWO.replace("Bob Roe,,,", "Zoë Hill,,zoe@x.example,LS1 1AA"))
    before = everybody(services)
    plan = plan_of(services, path)
    assert plan.counts == Counts(updated=1, unchanged=1)
    for looks in range(2):
        with pytest.raises(Stopped):
            services.exchange.run(plan, Stopping(looks), RUTH)
        assert everybody(services) == before
    telling = Stopping(99)
    services.exchange.run(plan, telling, RUTH)
    assert telling.steps[-1] == (1, 1)
    look = services.exchange.look(path)
    with pytest.raises(Stopped):
        services.exchange.plan(look, PlanChoices(columns=look.columns), Stopping(0))


def test_demand_8_days_are_asked_about_once_for_the_column(
    services: Services, tmp_path: Path
) -> None:
    path = written(tmp_path, "Name,Since\nAnn,03/04/2019\nBob,05/06/2020\n")
    look = services.exchange.look(path)
    assert look.days[1].must_ask
    with pytest.raises(Refusal) as asked:
        plan_of(services, path)
    assert (asked.value.code, asked.value.field) == ("import_days_unclear", "days_1")
    assert asked.value.params == {"heading": "Since", "example": "03/04/2019"}
    bring(services, path, day_orders={1: DayOrder.DAY_FIRST})
    days = [card.draft.first_visit_on for card in everybody(services)]
    assert days == [date(2019, 4, 3), date(2020, 6, 5)]
    clear = written(tmp_path, "Name,Since\nCy,03/04/2019\nDee,04/25/2020\n")
    bring(services, clear, day_orders={1: DayOrder.DAY_FIRST})
    assert everybody(services)[2].draft.first_visit_on == date(2019, 3, 4)
    choices = PlanChoices(columns=look.columns)
    assert services.exchange.days(look, choices) == look.days


def test_demand_35_own_fields_are_brought_in(services: Services, tmp_path: Path) -> None:
    for name, kind in (("Boiler", OwnFieldKind.TEXT), ("Serviced", OwnFieldKind.DAY)):
        draft = OwnFieldDraft(on=OwnFieldOn.CUSTOMER, name=name, kind=kind)
        services.own_fields.add(draft, RUTH)
    assert [card.draft.name for card in services.exchange.own_fields()] == ["Boiler", "Serviced"]
    path = written(tmp_path, "Name,BOILER,Serviced\nAnn,Worcester,25/12/2020\nBob,,\n")
    bring(services, path)
    ann = everybody(services)[0].draft
    assert dict(ann.own) == {"1": "Worcester", "2": "2020-12-25"}


def test_those_who_are_new_can_have_asked_only(services: Services, tmp_path: Path) -> None:
    bring(services, written(tmp_path, TWO), status=CustomerStatus.ASKED)
    assert {card.draft.status for card in everybody(services)} == {CustomerStatus.ASKED}


def test_rows_that_are_nobody_are_listed_with_their_reasons(
    services: Services, tmp_path: Path
) -> None:
    path = written(tmp_path, 'Name,Phone\nAnn,1234\n,\n"",,x\nTotal,2\nBob,"open\n')
    plan = plan_of(services, path)
    assert [(one.line, one.code) for one in plan.refused] == [
        (4, "import_row_too_long"),
        (5, "import_total_row"),
        (6, "import_quote_open"),
    ]
    assert plan.counts == Counts(added=1, refused=3)


def test_a_list_without_a_name_or_a_way_to_reach_anybody_is_asked_about(
    services: Services, tmp_path: Path
) -> None:
    with pytest.raises(Refusal) as refused:
        plan_of(services, written(tmp_path, "a,b\n1,2\n"))
    assert (refused.value.code, refused.value.field) == ("import_no_columns", "columns")


def test_a_list_is_read_as_it_is_chosen(services: Services, tmp_path: Path) -> None:
    path = written(tmp_path, "Ann;07700 900123\nBob;07700 900124\n")
    look = services.exchange.look(path)
    assert (look.count, look.heading_row) == (2, -1)
    other = services.exchange.look(path, LookChoices(heading_row=0))
    assert (other.count, other.columns[0].heading) == (1, "Ann")


def test_a_file_that_is_gone_is_said(services: Services, tmp_path: Path) -> None:
    with pytest.raises(Trouble):
        services.exchange.look(tmp_path / "gone.csv")


def test_a_file_of_cards_without_cards_is_empty(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "x.vcf"
    path.write_bytes(b"BEGIN:VCARDS\nEND:VCARDS\n")
    with pytest.raises(Refusal, match="import_empty"):
        services.exchange.look(path)


def test_fates_are_told_apart(services: Services, tmp_path: Path) -> None:
    bring(services, written(tmp_path, TWO))
    fates = {action.fate for action in plan_of(services, written(tmp_path, TWO)).actions}
    assert fates == {Fate.UNCHANGED}


def test_who_was_brought_in_is_found_and_after_an_undo_is_not(
    services: Services, tmp_path: Path
) -> None:
    bring(services, written(tmp_path, TWO))
    titles = [hit.title for group in services.search.find("zoe") for hit in group.hits]
    assert "Zoë Hill" in titles
    services.undo.undo(RUTH)
    assert not [hit for group in services.search.find("zoe") for hit in group.hits]


@pytest.mark.parametrize(
    ("text", "code"),
    [(",,,\n", "import_empty"), ("sep=;\n;;\n", "import_empty"), ('"Ann\n', "import_not_a_list")],
)
def test_a_list_without_a_row_is_refused_before_anything(
    services: Services, tmp_path: Path, text: str, code: str
) -> None:
    for holds in ListKind:
        with pytest.raises(Refusal) as refused:
            services.exchange.look(written(tmp_path, text), LookChoices(holds=holds))
        assert (refused.value.code, refused.value.field) == (code, "file")


def test_a_cell_too_long_for_any_list_costs_its_row_only(
    services: Services, tmp_path: Path
) -> None:
    path = written(tmp_path, f"Name,Phone\n{'x' * 200_000},1\nZoë Hill,07700 900101\n")
    assert bring(services, path) == Counts(added=1, refused=1)


def test_a_long_list_hears_stop_while_it_is_read_compared_matched_and_written(
    services: Services, tmp_path: Path
) -> None:
    rows = "".join(f"Ann {number},a{number}@x.example\n" for number in range(2 * EACH))
    look = services.exchange.look(written(tmp_path, f"Name,E-mail\n{rows}"))
    choices = PlanChoices(columns=look.columns)
    for looks in range(6):  # twice each: while it is read, compared, and matched
        with pytest.raises(Stopped):
            services.exchange.plan(look, choices, Stopping(looks))
    steps = Stopping(6)
    plan = services.exchange.plan(look, choices, steps)
    assert steps.steps == [(0, 2 * EACH), (EACH, 2 * EACH)]
    for looks in range(3):
        with pytest.raises(Stopped):
            services.exchange.run(plan, Stopping(looks), RUTH)
        assert everybody(services) == []
    steps = Stopping(3)
    services.exchange.run(plan, steps, RUTH)
    assert steps.steps == [(place, 2 * EACH) for place in (0, EACH, 2 * EACH)]
