# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters about feedback: thanks for praise, answers to ideas, and what each does to the record."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from servicedesk.domain.customers import Channel, Reach, ReachKind
from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import Decision, FeedbackCard, FeedbackKind, MayQuote, Quoting
from servicedesk.domain.letters import LetterCard, LetterDraft
from servicedesk.services.letters_writing import LettersWriting
from servicedesk.services.registry import open_services
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.feedback_made import logged, marked
from tests.services.letters_made import ASHA, TODAY, Shop, can_issue, said, shop_of, text_of
from tests.services.test_letters_demand_16 import filled, nothing_is_open
from tests.store.files import new_file, opened

KIND = FeedbackKind
PRAISE = "Your lad Tom swept the floor after."
IDEA = "A ramp at the door would help with the pram."
RAMP = "There is a ramp at the door now."
RUTH = "Ruth Hollins"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop that has said all about itself."""
    with opened(new_file(tmp_path)) as file:
        yield shop_of(file)


@pytest.fixture
def writing(shop: Shop) -> LettersWriting:
    """Its letters."""
    return shop.services.letters_writing


def praise(shop: Shop, **told: object) -> FeedbackCard:
    """Praise of Tom by a customer."""
    more = {"customer_id": shop.customer(), "staff": "Tom Reed", "kind": KIND.COMPLIMENT}
    return logged(shop.services, PRAISE, **{**more, **told})


def idea(shop: Shop, **told: object) -> FeedbackCard:
    """What a customer suggested."""
    more = {"customer_id": shop.customer(), "kind": KIND.SUGGESTION}
    return logged(shop.services, IDEA, **{**more, **told})


def now(shop: Shop, feedback_id: int | None) -> FeedbackCard:
    """Feedback as it is kept now."""
    card = shop.services.feedback.get(feedback_id or 0)
    assert card is not None
    return card


def sent(writing: LettersWriting, draft: LetterDraft, **values: str) -> LetterCard:
    """A letter that has gone out, with more values."""
    return writing.issue(said(draft, **values), RUTH).card


def answered(shop: Shop, card: FeedbackCard, **values: str) -> LetterCard:
    """An idea that was answered by letter: it is done."""
    writing = shop.services.letters_writing
    draft = writing.draft("L18", feedback_id=card.id, who=RUTH)
    return sent(writing, draft, **{"decision": "done", "answer": RAMP, **values})


def test_a_thank_you_is_ready_to_go_out_as_it_begins(shop: Shop, writing: LettersWriting) -> None:
    card = praise(shop, channel=Channel.PHONE)
    draft = writing.draft("L17", feedback_id=card.id, who=RUTH)
    assert (draft.feedback_id, draft.customer_id) == (card.id, card.draft.customer_id)
    check = writing.check(draft)
    assert can_issue(check)
    assert check.feedback.effect.thanks
    assert check.feedback.effect.passes_on == "Tom Reed"
    text = text_of(writing.preview(draft))
    for part in (
        "Dear Mrs Patel,",
        "Thank you for what you told me on 14 September 2026, by phone: “Your lad Tom swept",
        "I have passed it on to Tom Reed.",
        "May I show your words to others",
        f"this part back to Hollins Hardware ({card.ref})",
        "14 Market Street",
        "No, thank you",
    ):
        assert part in text


def test_issuing_it_notes_thanks_and_passing_on_and_taking_it_back_takes_that_back(
    shop: Shop, writing: LettersWriting
) -> None:
    card = praise(shop)
    letter = sent(writing, writing.draft("L17", feedback_id=card.id, who=RUTH))
    assert letter.feedback_id == card.id
    after = now(shop, card.id)
    assert (after.thanked_on, after.passed_on) == (TODAY, TODAY)
    assert writing.of(feedback_id=card.id) == (letter,)
    contact = shop.services.contacts.get(1)
    assert (contact.letter_id, contact.draft.is_incoming) == (letter.id, False)
    writing.take_back(letter.id, RUTH)
    assert now(shop, card.id) == card


def test_what_was_changed_after_the_letter_stays_when_it_is_taken_back(
    shop: Shop, writing: LettersWriting
) -> None:
    card = praise(shop)
    letter = sent(writing, writing.draft("L17", feedback_id=card.id, who=RUTH))
    shop.services.feedback.thanked(card.id, TODAY - timedelta(days=1), RUTH)
    writing.take_back(letter.id, RUTH)
    after = now(shop, card.id)
    assert (after.thanked_on, after.passed_on) == (TODAY - timedelta(days=1), None)


def test_thanks_and_passing_on_of_an_earlier_day_stay(shop: Shop, writing: LettersWriting) -> None:
    card, before = praise(shop), TODAY - timedelta(days=3)
    shop.services.feedback.thanked(card.id, before, RUTH)
    shop.services.feedback.passed_on(card.id, before, RUTH)
    letter = sent(writing, writing.draft("L17", feedback_id=card.id, who=RUTH))
    after = now(shop, card.id)
    assert (after.thanked_on, after.passed_on) == (before, before)
    writing.take_back(letter.id, RUTH)
    assert now(shop, card.id) == after


def test_whoever_the_letter_names_is_written_down_where_nobody_was(
    shop: Shop, writing: LettersWriting
) -> None:
    card = praise(shop, staff="")
    draft = writing.draft("L17", feedback_id=card.id, who=RUTH)
    assert "passed it on" not in writing.check(draft).words
    letter = sent(writing, draft, staff="Tom Reed")
    after = now(shop, card.id)
    assert (after.draft.staff, after.passed_on) == ("Tom Reed", TODAY)
    writing.take_back(letter.id, RUTH)
    assert now(shop, card.id) == card


def test_nobody_passes_their_own_praise_on_to_themselves(
    shop: Shop, writing: LettersWriting
) -> None:
    card = praise(shop, staff="ruth hollins")
    draft = writing.draft("L17", feedback_id=card.id, who=RUTH)
    assert "staff" not in draft.values
    assert "passed it on" not in writing.check(draft).words


@pytest.mark.parametrize("may", [MayQuote.YES, MayQuote.NO])
def test_whoever_was_asked_about_printing_is_not_asked_again(
    shop: Shop, writing: LettersWriting, may: MayQuote
) -> None:
    card = praise(shop, quoting=Quoting(may=may))
    text = text_of(writing.preview(writing.draft("L17", feedback_id=card.id, who=RUTH)))
    assert "May I show" not in text
    assert "this part back" not in text
    assert "Signature" not in text


def test_praise_without_words_needs_them_first(shop: Shop, writing: LettersWriting) -> None:
    card = shop.services.feedback.log(marked(5, called="Jo"), RUTH).card
    draft = writing.draft("L17", feedback_id=card.id, who=RUTH)
    assert draft.values["customer.name"] == "Jo"
    assert writing.check(draft).missing == ("compliment",)
    with pytest.raises(Refusal) as caught:
        writing.issue(draft, RUTH)
    assert (caught.value.code, caught.value.field) == ("letter_field_missing", "compliment")


@pytest.mark.parametrize(
    ("decision", "begins"),
    [
        (Decision.DONE, "Here is what I did about it: there is a ramp at the door now."),
        (Decision.PLANNED, "Here is what I plan to do about it: there is a ramp"),
        (Decision.NOT_NOW, "It stays as it is for now, and here is why: there is a ramp"),
    ],
)
def test_an_answer_says_what_becomes_of_it_and_the_record_says_so_too(
    shop: Shop, writing: LettersWriting, decision: Decision, begins: str
) -> None:
    card = idea(shop)
    draft = writing.draft("L18", feedback_id=card.id, who=RUTH)
    assert writing.check(draft).missing == ("decision", "answer")
    whole = said(draft, decision=decision.value, answer=RAMP)
    effect = writing.check(whole).feedback.effect
    assert (effect.decision, effect.answer, effect.answers) == (decision, RAMP, True)
    assert begins in writing.check(whole).words
    letter = sent(writing, whole)
    after = now(shop, card.id)
    assert (after.decision, after.answer, after.answered_on) == (decision, RAMP, TODAY)
    writing.take_back(letter.id, RUTH)
    assert now(shop, card.id) == card


def test_an_answer_begins_with_what_was_decided(shop: Shop, writing: LettersWriting) -> None:
    card = idea(shop, better="And a bell beside it")
    shop.services.feedback.decide(card.id, Decision.PLANNED, "We ask a builder", RUTH)
    draft = writing.draft("L18", feedback_id=card.id, who=RUTH)
    assert can_issue(writing.check(draft))
    assert "“And a bell beside it”" in writing.check(draft).words
    assert "plan to do about it: we ask a builder." in writing.check(draft).words
    effect = writing.check(draft).feedback.effect
    assert (effect.decision, effect.answer, effect.answers) == (None, "", True)


def test_what_stands_on_the_wall_keeps_its_words(shop: Shop, writing: LettersWriting) -> None:
    card = idea(shop, quoting=Quoting(may=MayQuote.YES))
    shop.services.feedback.decide(card.id, Decision.DONE, "There is a ramp.", RUTH)
    shop.services.feedback.put_on_wall(card.id, True, RUTH)
    answered(shop, card, answer="As you saw on Monday, there is a ramp.")
    after = now(shop, card.id)
    assert (after.answer, after.is_on_wall) == ("There is a ramp.", True)
    assert after.answered_on == TODAY


def test_it_leaves_the_wall_with_the_letter_that_says_no_and_comes_back_without_it(
    shop: Shop, writing: LettersWriting
) -> None:
    card = idea(shop, quoting=Quoting(may=MayQuote.YES))
    shop.services.feedback.decide(card.id, Decision.DONE, "There is a ramp.", RUTH)
    before = shop.services.feedback.put_on_wall(card.id, True, RUTH).card
    letter = answered(shop, card, decision="not_now", answer="The ramp broke.")
    after = now(shop, card.id)
    assert (after.decision, after.is_on_wall) == (Decision.NOT_NOW, False)
    writing.take_back(letter.id, RUTH)
    assert now(shop, card.id) == before


def test_writing_to_somebody_with_a_low_mark_follows_it_up(
    shop: Shop, writing: LettersWriting
) -> None:
    reach = (Reach(kind=ReachKind.PHONE, shown="01632 960555"),)
    customer = shop.customer(replace(ASHA, reaches=reach))
    mark = marked(1, customer_id=customer, better="Too slow")
    card = shop.services.feedback.log(mark, RUTH).card
    assert card.is_follow_up_open
    letter = answered(shop, card, answer="Somebody is at the counter all day now.")
    after = now(shop, card.id)
    assert (after.followed_up_on, after.follow_up_note) == (TODAY, f"By letter {letter.ref}.")
    writing.take_back(letter.id, RUTH)
    assert now(shop, card.id) == card


@pytest.mark.parametrize(("template", "kind"), [("L17", KIND.COMPLIMENT), ("L18", KIND.SUGGESTION)])
def test_a_letter_before_the_record_writes_it_down(
    shop: Shop, writing: LettersWriting, template: str, kind: FeedbackKind
) -> None:
    draft = filled(writing, writing.draft(template, customer_id=shop.customer(), who=RUTH))
    draft = said(draft, feedback__channel="by e-mail", feedback__given_on="2026-09-28")
    if template == "L18":
        draft = said(draft, decision="done")
    foretold = writing.check(draft).feedback
    assert (foretold.makes, foretold.card) == (True, None)
    letter = sent(writing, draft)
    card = now(shop, letter.feedback_id)
    assert (card.draft.kind, card.draft.text) == (kind, "what we say here")
    assert (card.draft.channel, card.draft.given_on) == (Channel.EMAIL, date(2026, 9, 28))
    assert card.draft.customer_id == draft.customer_id
    assert TODAY in (card.thanked_on, card.answered_on)
    if template == "L17":
        assert card.ref in text_of(writing.issued_job((letter.id,)))
    writing.take_back(letter.id, RUTH)
    after = now(shop, letter.feedback_id)
    assert (after.draft.text, after.thanked_on, after.answered_on) == (card.draft.text, None, None)
    assert (after.decision, after.answer) == (None, "")


def test_whoever_becomes_a_customer_with_it_is_whose_it_is(
    shop: Shop, writing: LettersWriting
) -> None:
    draft = filled(writing, writing.draft("L17", who=RUTH))
    letter = sent(writing, replace(draft, adds_customer=True))
    card = now(shop, letter.feedback_id)
    assert (card.customer_name, card.draft.called) == ("what we say here", "")
    other = sent(writing, said(draft, customer__name="Jo"))
    assert now(shop, other.feedback_id).who == "Jo"


def test_nothing_is_written_down_where_nobody_wants_it(shop: Shop, writing: LettersWriting) -> None:
    draft = replace(filled(writing, writing.draft("L17", who=RUTH)), keeps_promise=False)
    assert not writing.check(draft).feedback.makes
    assert sent(writing, draft).feedback_id is None
    assert shop.services.feedback.lists.counts()
    assert "Hollins Hardware (" not in text_of(writing.preview(draft))


@pytest.mark.parametrize(
    ("values", "code", "field"),
    [
        ({"feedback__given_on": "2026-10-05"}, "feedback_ahead", "feedback.given_on"),
        ({"feedback__given_on": "1950-10-05"}, "feedback_day_far", "feedback.given_on"),
        ({"compliment": "x" * 10_001}, "text_too_long", "compliment"),
    ],
)
def test_what_cannot_be_written_down_is_told_beside_its_field(
    shop: Shop, writing: LettersWriting, values: dict[str, str], code: str, field: str
) -> None:
    draft = said(filled(writing, writing.draft("L17", who=RUTH)), **values)
    with pytest.raises(Refusal) as caught:
        writing.issue(draft, RUTH)
    assert (caught.value.code, caught.value.field) == (code, field)
    assert words().refusal(caught.value)


def test_a_day_to_come_is_refused_for_what_is_on_record_too(
    shop: Shop, writing: LettersWriting
) -> None:
    draft = writing.draft("L17", feedback_id=praise(shop).id, who=RUTH)
    with pytest.raises(Refusal, match="feedback_ahead"):
        sent(writing, draft, feedback__given_on="2026-10-05")


def test_what_is_a_complaint_by_now_is_answered_there(shop: Shop, writing: LettersWriting) -> None:
    card = idea(shop)
    shop.services.feedback.make_complaint(card.id, True, RUTH)
    draft = writing.draft("L18", feedback_id=card.id, who=RUTH)
    whole = said(draft, decision="done", answer=RAMP)
    refusal = writing.check(whole).feedback.refusal
    assert refusal is not None
    assert words().refusal(refusal).startswith(card.ref)
    with pytest.raises(Refusal, match="letter_feedback_complaint"):
        writing.issue(whole, RUTH)


def test_praise_is_thanked_for_and_not_answered(shop: Shop, writing: LettersWriting) -> None:
    draft = writing.draft("L18", feedback_id=praise(shop).id, who=RUTH)
    refusal = writing.check(draft).feedback.refusal
    assert refusal is not None
    assert refusal.code == "feedback_nothing_to_decide"


def test_nobody_writes_about_what_lies_in_the_bin(shop: Shop, writing: LettersWriting) -> None:
    card = praise(shop)
    shop.services.feedback.to_bin((card.id,), RUTH)
    with pytest.raises(Refusal, match="feedback_in_bin"):
        sent(writing, writing.draft("L17", feedback_id=card.id, who=RUTH))


def test_what_is_gone_is_told(writing: LettersWriting) -> None:
    with pytest.raises(Refusal, match="record_gone"):
        writing.draft("L17", feedback_id=7)


def test_a_letter_taken_back_after_its_feedback_was_emptied_out_of_the_bin(
    shop: Shop, writing: LettersWriting
) -> None:
    card = praise(shop)
    letter = sent(writing, writing.draft("L17", feedback_id=card.id, who=RUTH))
    shop.services.feedback.to_bin((card.id,), RUTH)
    shop.services.feedback.empty_bin(shop.clock.now() + timedelta(days=1), RUTH)
    assert writing.take_back(letter.id, RUTH).card.feedback_id is None


def test_a_mail_has_boxes_to_tick_in_plain_signs(shop: Shop, writing: LettersWriting) -> None:
    letter = sent(writing, writing.draft("L17", feedback_id=praise(shop).id, who=RUTH))
    mail = writing.email_text(letter.id)
    assert "[ ] Yes, with the name written below\n[ ] Yes, but without a name\n[ ] No," in mail


@pytest.mark.parametrize("template", ["L17", "L18"])
def test_demand_16_no_letter_about_feedback_has_a_place_left_open(
    tmp_path: Path, template: str
) -> None:
    """Neither with a record nor without one, of a business that has said nothing of itself."""
    with opened(new_file(tmp_path)) as file:
        services = open_services(file, surroundings(file.path, FixedClock(TODAY)))
        writing = services.letters_writing
        card = logged(services, "Good", channel=Channel.VISIT, called="Đặng")
        for number in (None, card.id):
            draft = filled(writing, writing.draft(template, feedback_id=number, who=RUTH))
            plain = replace(draft, values={**draft.values, "feedback.given_on": ""})
            for one in (draft, plain):
                check = writing.check(
                    said(one, **({"decision": "done"} if template == "L18" else {}))
                )
                nothing_is_open(check.words.replace("[ ]", ""))
                nothing_is_open(text_of(writing.preview(one)))
