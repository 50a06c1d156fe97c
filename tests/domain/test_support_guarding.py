# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sentences as shops write them: which say why somebody needs help, and which do not."""

import pytest

from servicedesk.domain.support_words import GUARD_HEALTH, GUARD_PRIVATE, guard


@pytest.mark.parametrize(
    "text",
    [
        "Wheelchair user",
        "she uses a wheelchair",
        "he is in a wheelchair now",
        "on dialysis, so not Tuesdays",
        "Stroke in 2019, his stroke left him slow",
        "since her stroke she needs longer",
        "recovering from a mini-stroke",
        "stroke survivor",
        "recovering from surgery until June",
        "recovering from an operation",
        "just had hip surgery",
        "knee replacement next week",
        "awaiting an operation",
        "after his heart bypass surgery",
        "has long covid",
        "terminally ill",
        "is in hospital until Friday",
        "back from hospital",
        "palliative nurse comes at ten",
        "she is housebound",
        "bed-bound mother upstairs",
        "osteoarthritis in both hands",
        "lost her husband in March",
        "losing her sight",
        "poor hearing",
        "he has a bad back",
        "because of her bad knees",
        "on strong medication",
        "for medical reasons",
        "a vulnerable lady",
        "kidney failure",
        "on insulin",
        "on the spectrum",
        "broke her hip",
        "takes antidepressants",
        "drug user",
        "is off sick",
        "has a stammer",
        "cystic fibrosis",
    ],
)
def test_what_says_why_about_health_is_warned_of(text: str) -> None:
    assert guard(text) == GUARD_HEALTH


@pytest.mark.parametrize(
    "text",
    [
        "gay couple",
        "her son is openly gay",
        "two gay men at number 4",
        "same-sex partner",
        "trans woman, new name",
        "she is a Jehovah’s Witness",
        "devout Christian",
        "a Christian",
        "Muslims, no visits on Friday",
        "Asian family",
        "the black lady at 12",
        "they are refugees",
        "came out of prison",
        "an ex-convict",
        "on universal credit",
        "going through a divorce",
        "votes for Reform",
        "they are gypsies",
    ],
)
def test_what_is_nobodys_business_is_warned_of(text: str) -> None:
    assert guard(text) == GUARD_PRIVATE


@pytest.mark.parametrize(
    "text",
    [
        "a stroke of luck, the part is here",
        "finish with a stroke of the brush",
        "had a stroke of genius",
        "brush strokes still to be seen",
        "after the stroke of midnight",
        "with stroke sensor fitted",
        "level access for wheelchair users",
        "a ramp for a wheelchair user's van",
        "ramp for the wheelchair, 1 in 12",
        "deliver to the surgery on Mill Lane",
        "ring after surgery hours",
        "has tree surgery booked for May",
        "deliver to the hospital, ward 4",
        "wreath for the hospice",
        "disabled the old alarm",
        "alarm to be disabled by the fitter",
        "a depression in the lawn to fill",
        "she is confused about the invoice",
        "sick of the noise, ring before eight",
        "is sick and tired of the wait",
        "ill-fitting door",
        "the frame is ill-fitting",
        "the chair has a bad back",
        "table with a broken leg",
        "Cancer Research shop, High Street",
        "St Anne’s Catholic Primary School",
        "the Jewish museum wants a quote",
        "Autism Society, first floor",
        "Deaf Club on Mondays",
        "Gay Street, number 7",
        "Christian Muller, ring after six",
        "white van man to collect",
        "white goods, black worktop",
        "gypsy caravan to restore",
        "operation manual is missing",
        "after the operation of the valve was checked",
        "transplant the roses in March",
        "lost his keys again",
        "lost her husband’s drawing, send another",
        "needs a stool at the counter",
        "knee replacement part for the statue",
        "vulnerable to frost, cover it",
        "long wait for the chemist",
        "covid rules no longer apply",
        "speak up, face her",
    ],
)
def test_words_that_mean_something_else_are_not(text: str) -> None:
    assert guard(text) is None
