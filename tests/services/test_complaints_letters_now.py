# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters before their record, and the paragraph about outside help."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from servicedesk.domain.complaints import Finding, Stage, Track
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Address, Channel, CustomerDraft, Reach, ReachKind
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.printing import PaperChoice
from servicedesk.services.letters_issued import address_in
from servicedesk.store.disk import free_space
from tests.helpers.builders import words
from tests.services.complaints_letters_made import (
    ANSWER,
    NEXT,
    answered,
    begun,
    card,
    complaint,
    sent,
    shop_in,
    steps_of,
    take,
    taken_back,
)
from tests.services.letters_made import Shop, said, text_of
from tests.store.files import small_disk


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    yield from shop_in(tmp_path)


def test_letter_now_writes_the_complaint_down_and_tells_them(shop: Shop) -> None:
    writing, customer = shop.services.letters_writing, shop.customer()
    draft = writing.draft("L01", customer, who="Ruth")
    whole = said(draft, complaint__summary="The lamp went out", complaint__channel="by phone")
    check = writing.check(whole)
    assert check.about.makes
    assert check.about.effect.actions == (Action.ACKNOWLEDGE,)
    assert draft.values["decide_by"] == "2026-09-28"
    assert "C-2026-0001" in check.words
    letter = writing.issue(whole, "Ruth").card
    assert letter.complaint_id is not None
    made = card(shop, letter.complaint_id)
    assert (made.ref, made.stage, made.draft.text) == (
        "C-2026-0001",
        Stage.ACKNOWLEDGED,
        "The lamp went out",
    )
    assert (made.draft.channel, made.draft.customer_id) == (Channel.PHONE, customer)
    taken_back(shop, letter)
    left = card(shop, made.id)
    assert (left.stage, left.dates.acknowledged_at) == (Stage.RECEIVED, None)


def test_an_answer_now_is_the_whole_way_to_the_answer(shop: Shop) -> None:
    letter = sent(shop, "L06", None, **ANSWER, customer__name="Ben Ode")
    assert letter.complaint_id is not None
    made = card(shop, letter.complaint_id)
    assert (made.stage, made.finding) == (Stage.DECIDED, Finding.NOT_UPHELD)
    assert (made.draft.called, made.draft.text) == ("Ben Ode", ANSWER["what_happened"])
    assert steps_of(shop, made.id) == ["log", "investigate", "acknowledge", "decide"]
    taken_back(shop, letter)
    assert card(shop, made.id).stage is Stage.RECEIVED


def test_what_is_missing_of_the_complaint_is_asked_for_beside_its_field(shop: Shop) -> None:
    values = {"items": "A photo", "why_needed": "To see it", "customer.name": "Ben Ode"}
    draft = begun(shop, "L03", None, **values)
    with pytest.raises(Refusal) as caught:
        shop.services.letters_writing.issue(draft, "Ruth")
    assert (caught.value.code, caught.value.field) == ("complaint_needs_text", "complaint.summary")
    quiet = replace(draft, keeps_promise=False)
    letter = shop.services.letters_writing.issue(quiet, "Ruth").card
    assert letter.complaint_id is None
    fields = shop.services.letters_writing.fields("L03", with_record=True)
    assert "complaint.summary" in {one.name for one in fields}


def test_a_letter_about_information_now_runs_by_its_own_clock(shop: Shop) -> None:
    values = {"complaint.summary": "You sent my number on", "customer.name": "Ben Ode"}
    letter = sent(shop, "L23A", None, **values)
    assert letter.complaint_id is not None
    assert card(shop, letter.complaint_id).draft.track is Track.DATA_PROTECTION


def test_a_letter_becomes_a_mail_with_its_exact_paper(shop: Shop) -> None:
    reach = Reach(kind=ReachKind.EMAIL, shown="ben@ode.example", label="")
    writing = shop.services.letters_writing
    customer = shop.customer(CustomerDraft(name="Ben Ode", reaches=(reach,)))
    letter = sent(shop, "L01", complaint(shop, customer_id=customer))
    mail = writing.mail_draft(letter.id)
    read = message_from_bytes(mail.data, policy=default)
    assert (read["To"], read["X-Unsent"]) == ("ben@ode.example", "1")
    assert read["Subject"] == letter.body.split("\n")[0]
    words_of_it = read.get_body(("plain",))
    assert words_of_it is not None
    assert words_of_it.get_content().startswith("Dear Ben Ode,")
    (paper,) = read.iter_attachments()
    (offer,) = writing.issued_job((letter.id,)).offers
    made = writing.issued_job((letter.id,)).make(PaperChoice(paper=offer.id, size=offer.sizes[0]))
    assert paper.get_content() == made.data
    assert mail.name.endswith(".eml")
    assert writing.mail_draft(letter.id) == mail


@pytest.mark.parametrize("shown", ["", "ben@ode.example, all@the.world", "ben\r\nBcc: x@y.z"])
def test_a_mail_goes_to_nobody_by_an_address_that_is_none(shown: str) -> None:
    assert address_in(shown) == ""


SCHEME = {
    "outside_help_status": "trade_body",
    "outside_help_body": "Fair Blades",
    "outside_help_website": "fairblades.example",
    "outside_help_cost": "nothing",
    "outside_help_deadline": "within 12 months of our last answer",
    "outside_help_binding": "yes, if you accept what it decides",
}


@pytest.mark.parametrize("template", ["L06", "L08"])
def test_scenario_50_outside_help_is_named_only_when_it_was_looked_up(
    shop: Shop, template: str
) -> None:
    writing, business = shop.services.letters_writing, shop.services.business
    number = complaint(shop)
    take(shop, number, Action.INVESTIGATE)
    shop.clock.set(datetime(2026, 11, 10, 10, tzinfo=UTC))
    more = {"offer": "A new blade", "valid_until": "2026-12-10", "finding": "not_upheld"}
    draft = said(begun(shop, template, number), **ANSWER, **more)
    text = text_of(writing.preview(draft))
    assert "Fair Blades" not in text
    assert "odr" not in text.casefold()
    business.save({**SCHEME, "outside_help_accredited": "unknown"}, "Ruth")
    check = writing.check(draft)
    assert check.about.refusal is not None
    assert "Settings" in words().refusal(check.about.refusal)
    with pytest.raises(Refusal, match="letter_outside_help_unchecked"):
        writing.issue(draft, "Ruth")
    looked = {"outside_help_accredited": "yes", "outside_help_checked_on": date(2026, 11, 2)}
    business.save(looked, "Ruth")
    check = writing.check(draft)
    assert check.about.refusal is None
    assert not check.about.outside.is_old
    text = text_of(writing.preview(draft))
    for part in (
        "Fair Blades",
        "fairblades.example",
        "nothing",
        "Go to it within",
        "must do as it says if",
    ):
        assert part in text
    business.save({"outside_help_checked_on": date(2026, 4, 30)}, "Ruth")
    assert writing.check(draft).about.outside.is_old
    business.save({"outside_help_accredited": "no"}, "Ruth")
    assert "Fair Blades" not in text_of(writing.preview(draft))


@pytest.mark.parametrize(("template", "stage"), [("L06", Stage.DECIDED), ("L08", Stage.EXTERNAL)])
@pytest.mark.parametrize("has_scheme", [False, True])
def test_scenario_50_the_letter_that_goes_out_names_the_scheme_or_nobody(
    shop: Shop, template: str, stage: Stage, has_scheme: bool
) -> None:
    writing = shop.services.letters_writing
    number = complaint(shop)
    take(shop, number, Action.INVESTIGATE)
    shop.clock.set(datetime(2026, 11, 10, 10, tzinfo=UTC))
    if has_scheme:
        looked = {"outside_help_accredited": "yes", "outside_help_checked_on": date(2026, 11, 2)}
        shop.services.business.save({**SCHEME, **looked}, "Ruth")
    more = {"offer": "A new blade", "valid_until": "2026-12-10", "finding": "not_upheld"}
    letter = sent(shop, template, number, **ANSWER, **more)
    text = text_of(writing.issued_job((letter.id,)))
    for part in ("Fair Blades", "fairblades.example", "Go to it within", "must do as it says if"):
        assert (part in text) is has_scheme
    assert "odr" not in text.casefold()
    file = shop.services.complaints.file(number)
    assert (file.card.finding, file.card.stage) == (Finding.NOT_UPHELD, stage)
    assert [one.draft.body for one in file.referrals] == WHOM[template, has_scheme]


WHOM = {
    ("L06", False): [],
    ("L06", True): [],
    ("L08", False): [words().say("letter.outside.open")],
    ("L08", True): ["Fair Blades"],
}
"""Before whom a complaint is written down with a letter, with and without a scheme."""


def test_scenario_50_a_business_is_not_sent_to_a_scheme_for_people(shop: Shop) -> None:
    writing = shop.services.letters_writing
    firm = shop.customer(CustomerDraft(name="Ode Ltd", is_consumer=False))
    number = complaint(shop, customer_id=firm)
    take(shop, number, Action.INVESTIGATE)
    shop.services.business.save({**SCHEME, "outside_help_accredited": "unknown"}, "Ruth")
    draft = begun(shop, "L06", number, **ANSWER)
    assert writing.check(draft).about.refusal is None
    assert "Fair Blades" not in text_of(writing.preview(draft))


def test_scenario_50_a_letter_now_waits_for_the_scheme_to_be_looked_up(shop: Shop) -> None:
    shop.services.business.save({**SCHEME, "outside_help_accredited": "unknown"}, "Ruth")
    with pytest.raises(Refusal, match="letter_outside_help_unchecked"):
        sent(shop, "L04", None, **ANSWER, customer__name="Ben Ode")
    assert shop.services.letters_writing.of() == ()


def put_right(shop: Shop, name: str) -> int:
    shop.clock.set(NEXT)
    at_home = (Address(lines="1 High Street"),)
    customer_id = shop.customer(CustomerDraft(name=name, addresses=at_home))
    number = complaint(shop, customer_id=customer_id)
    answered(shop, number)
    take(shop, number, Action.RESOLVE, accepted=True)
    return number


def test_everybody_whose_day_has_come_is_asked_in_one_step(shop: Shop) -> None:
    writing = shop.services.letters_writing
    numbers = (put_right(shop, "Ben Ode"), put_right(shop, "Cy Young"))
    assert writing.follow_ups_due() == ()
    shop.clock.set(datetime(2026, 9, 29, 10, tzinfo=UTC))
    assert writing.follow_ups_due() == numbers
    drafts = writing.drafts_about("L16", numbers, "Ruth")
    heard: list[tuple[int, int]] = []
    cards = writing.issue_all(drafts, "Ruth", lambda *at: heard.append(at)).card
    assert heard == [(0, 2), (1, 2)]
    assert [one.complaint_id for one in cards] == list(numbers)
    assert [one.customer_name for one in cards] == ["Ben Ode", "Cy Young"]
    assert "C-2026-0002" in cards[1].body
    assert writing.follow_ups_due() == ()


def test_what_is_stopped_half_way_sends_nothing(shop: Shop) -> None:
    writing = shop.services.letters_writing
    numbers = (put_right(shop, "Ben Ode"), put_right(shop, "Cy Young"))
    shop.clock.set(datetime(2026, 9, 29, 10, tzinfo=UTC))

    def stop(done: int, _total: int) -> None:
        if done:
            raise InterruptedError

    drafts = writing.drafts_about("L16", numbers, "Ruth")
    with pytest.raises(InterruptedError):
        writing.issue_all(drafts, "Ruth", stop)
    assert writing.follow_ups_due() == numbers


def test_on_a_full_disk_the_letter_stays_a_draft_and_the_complaint_as_it_was(
    tmp_path: Path,
) -> None:
    with small_disk(tmp_path / "small", 6000) as small, contextmanager(shop_in)(small) as shop:
        number = complaint(shop)
        before = shop.services.complaints.file(number)
        draft = begun(shop, "L01", number)
        (small / "somebody else's").write_bytes(bytes(free_space(small)))
        with pytest.raises(Trouble) as caught:
            shop.services.letters_writing.issue(draft, "Ruth")
        assert caught.value.code == "disk_full"
        assert words().trouble(caught.value).safe
        assert shop.services.letters_writing.of(complaint_id=number) == ()
        assert shop.services.complaints.file(number) == before
        (small / "somebody else's").unlink()
        assert shop.services.letters_writing.issue(draft, "Ruth").card.complaint_id == number
