# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Claims, seals, rights and guarantees: what is blocked, what is asked, what may stand."""

import pytest

from servicedesk.domain.wording import Context, check_wording, rewritten


def codes(text, context=Context.FREE_TEXT, **options):
    return {finding.code.value for finding in check_wording(text, context=context, **options)}


@pytest.mark.parametrize(
    "text",
    [
        "BSI-registered",
        "A Kitemark garage.",
        "Servicedesk approved us.",
        "Our self-check has been approved.",
        "We meet BS 8477.",
        "Our complaints work in accordance with ISO 10002:2018.",
        "Our plugs comply with BS 1363.",
        "Not only ISO 9001 certified but local.",
        "We hold ISO 9001.",
    ],
)
def test_a_standard_or_this_program_is_no_proof(text):
    assert codes(text) == {"standard_claim"}


@pytest.mark.parametrize(
    "text",
    [
        "Our electricians work to BS 7671.",
        "Our toys meet BS EN 71.",
        "We compared our service with BS 8477.",
        "BS 8477 has not approved this shop.",
        "We are not ISO certified.",
        "We comply with every food law.",
        "Is it accredited or exempt?",
        "You can ask this program for a poster.",
        "Our registered office is 3 Mill Lane, Leeds.",
    ],
)
def test_naming_a_standard_without_a_claim_may_stand(text):
    assert codes(text) == set()


@pytest.mark.parametrize("text", ["Fully certified", "Our seal of approval", "Quality approved!"])
def test_a_seal_is_blocked(text):
    assert codes(text) == {"seal"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Approved by the Guild of Cleaners.",
            "Please ask to see our Guild of Cleaners number and the date it ends.",
        ),
        ("A Fully Accredited garage.", "Please ask to see our number and the date it ends."),
        ("We are fully accredited.", "Please ask to see our number and the date it ends."),
        ("I am OFTEC registered.", "Please ask to see my OFTEC number and the date it ends."),
        (
            "Accredited installer, approved by NAPIT 45678.",
            "Please ask to see our NAPIT number 45678 and the date it ends.",
        ),
    ],
)
def test_a_registration_asks_who_says_so(text, said):
    assert codes(text) == {"registration_question"}
    assert rewritten(text, context=Context.FREE_TEXT) == said


@pytest.mark.parametrize(
    "text",
    [
        "No refunds without a receipt.",
        "Deposits are non-refundable.",
        "All sales are final.",
        "Sold as seen.",
        "Credit note only.",
        "Exchanges are at the manager's discretion.",
        "We will not be liable for loss.",
        "You lose your rights after a week.",
        "We do not give refunds.",
        "Faults reported within 2 weeks only.",
        "We refuse refunds on paint.",
        "Claims must be made within 7 days.",
        "Claims for damage must reach us within 3 days or they are void.",
        "Claims after 7 days will not be considered.",
        "Faulty items must be returned within 14 days of purchase.",
        "Returns must be received within 10 days.",
        "Returns only accepted within 14 days.",
        "We only accept returns within 14 days.",
        "All complaints must be received in writing within 7 days.",
        "Damage must be reported within 24 hours of delivery.",
        "Faulty or unused goods have to be returned within 14 days, or they are refused.",
        "You must report faults within 7 days.",
        "You have 7 days to report faults.",
        "You only have 14 days from delivery to return faulty goods.",
        "Claims not made within 7 days are void.",
        "You must tell us within 3 days if something is damaged.",
        "No cash refunds, credit notes only.",
        "Credit notes only.",
        "Refunds in vouchers only.",
        "No exchange or refund.",
        "We do not exchange or refund.",
        "Exchange only.",
        "Refunds are only given at manager's discretion.",
        "Refunds are at the discretion of the manager.",
        "Faulty goods are replaced at the owner's discretion.",
        "Refunds are discretionary.",
    ],
)
@pytest.mark.parametrize("context", Context)
def test_nothing_may_cut_legal_rights(text, context):
    findings = check_wording(text, context=context)
    assert "legal_rights" in {finding.code.value for finding in findings}
    said = findings[0].rewrite
    assert said.endswith("This does not affect your legal rights.")
    assert check_wording(said, context=context) == ()


@pytest.mark.parametrize(
    "text",
    [
        "There is no returns postage to pay.",
        "No refund is late with us.",
        "We give a refund at the till.",
        "The colour is at our discretion.",
        "Please tell us within 7 days and we can help.",
        "We will take back unopened goods within 28 calendar days of you buying them.",
        "Unopened goods must be returned within 28 calendar days of you buying them.",
        "Hired tools must be returned within 3 days.",
        "You must return your form within 7 days.",
        "You have 28 days to return unopened goods.",
        "You must tell us within 24 hours if you cannot come.",
        "Claims that reach us within 7 days are looked at first.",
    ],
)
def test_a_word_of_rights_alone_cuts_none(text):
    assert codes(text) == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Faulty items must be returned within 14 days of purchase.",
            "We will take back unused goods within 14 calendar days of you buying them."
            " If something is faulty, tell us and we will put it right.",
        ),
        (
            "Returns must be received within 2 weeks.",
            "We will take back unused goods within 2 weeks of you buying them.",
        ),
        (
            "Refunds after 30 days are not possible.",
            "We will refund unused goods that you bring back within 30 calendar days of buying",
        ),
        (
            "Deposits cannot be refunded within 48 hours of the booking.",
            "We will tell you before you pay what happens if you cancel within 48 hours.",
        ),
        (
            "Claims must be made within 7 days.",
            "If you tell us within 7 calendar days that something is wrong, we will put it right.",
        ),
        ("Sold as seen.", "If something is faulty, tell us and we will put it right."),
        ("Sold as seen, 12,000 miles.", "We will put right what is faulty. The limit is 12,000"),
        ("Faulty goods are replaced at our discretion.", "We will refund or mend faulty goods."),
        (
            "Refunds are at the discretion of the manager.",
            "We will tell you about refunds before you pay. If something is faulty, tell us",
        ),
    ],
)
def test_a_cut_right_becomes_what_may_be_said_of_the_same_thing(text, said):
    found = rewritten(text, context=Context.PROMISE)
    assert found.startswith(said)
    assert found.endswith("This does not affect your legal rights.")


def test_a_sum_in_a_cut_right_is_kept():
    said = rewritten("Non-refundable deposit of £50.", context=Context.DETAIL)
    assert said == (
        "We will tell you about the deposit of £50 before you pay."
        " This does not affect your legal rights."
    )


WHOLE = (
    "If a boiler that we fitted fails for 12 months from the day we finish, we mend it."
    " This guarantee covers parts and work. To claim, ring us. We pay for the visit."
    " Bright Taps, 3 Mill Lane, Leeds LS1 4AB."
)


@pytest.mark.parametrize(
    "missing",
    [" for 12 months", "covers parts and", "To claim, ring us.", "We pay for the visit.", "3 Mill"],
)
def test_a_guarantee_needs_all_five_parts(missing):
    assert codes(WHOLE) == set()
    text = WHOLE.replace(" LS1 4AB", "").replace(missing, "")
    assert codes(text) == {"guarantee"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Guaranteed next-day delivery", "We will deliver your order by the end of the next"),
        ("Money back guarantee", "We will put our work right if it is not as we agreed."),
        ("We guarantee to ring you by 5pm.", "We will ring you by 5pm."),
    ],
)
def test_a_guarantee_becomes_a_promise(text, said):
    assert rewritten(text, context=Context.PROMISE).startswith(said)
