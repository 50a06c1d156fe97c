# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters of complaints that were lived from their first day: word for word as they went out."""

import re
from pathlib import Path

import pytest

from servicedesk.domain.letters import Voice
from servicedesk.domain.letters_checking import letter_findings
from tests.services.letters_lived import OURS, Out, Sent
from tests.services.letters_real import GOLDEN, MAILED, golden_texts
from tests.services.letters_stories import lived

NEVER = {
    "an open field": r"\{[A-Za-z?!]",
    "a mark of the template": r"(?m)^(?:##|---|___|1-5)(?: |$)",
    "nothing at all": r"\bNone\b|\(\)|“”",
    "two ends of one sentence": r"(?<!\.)\.\.(?!\.)|[!?]\.|”\.”|;\s*[.;]",
    "a sentence that begins small": r"[a-z)”][.!?] [a-z]",
    "a capital amid a sentence": r"(?m)^(?!- |Subject:|• ).*[:;] (?:We|You|The|This|It|My|They)\b",
    "a claim": r"(?i)certif|complian|\bBS ?8477\b|\bISO ?\d",
    "a platform that is closed": r"(?i)europa\.eu|online dispute resolution",
    "what takes an apology back": r"(?i)any inconvenience|you (?:may )?feel|unfortunately|policy",
    "a threat or a bargain": r"(?i)legal action|solicitor|full and final|without prejudice",
    "somebody spoken of": r"(?i)\bthe (?:customer|complainant)\b",
    "what is ours": re.escape(OURS),
}
"""What no letter ever says, and why."""

_QUOTED = re.compile(r"“[^”]*”")
_FORM = "I/We* hereby"
ANSWERS = frozenset({"L04", "L05", "L06", "L08", "L09"})


@pytest.fixture(scope="module", name="out")
def _out(tmp_path_factory: pytest.TempPathFactory) -> Out:
    return lived(tmp_path_factory.mktemp("stories"))


def flat(sent: Sent) -> str:
    """All pages as one line, for what a line's end could part."""
    return " ".join(" ".join(sent.pages).split())


def test_every_paper_reads_as_it_did(out: Out) -> None:
    made = golden_texts(out)
    assert set(made) == {path.stem for path in GOLDEN.glob("*.txt")}
    for name, text in made.items():
        assert text == GOLDEN.joinpath(f"{name}.txt").read_text("utf-8"), name


def test_every_letter_about_a_complaint_is_among_them(out: Out) -> None:
    here = {name.partition("-")[0] for name in out.letters}
    assert here == {
        *(f"L{number:02}" for number in range(1, 13)),
        *("L16", "L23A", "L23B", "L28", "L29", "L30"),
    }


@pytest.mark.parametrize("why", sorted(NEVER))
def test_no_letter_ever_says(out: Out, why: str) -> None:
    for name, sent in out.letters.items():
        for text in (sent.mail, "\n".join(sent.pages)):
            found = re.search(NEVER[why], text.replace("-" * 20, ""))
            assert found is None, (name, found)


def test_no_letter_has_anything_that_the_check_would_point_at(out: Out) -> None:
    for name, sent in out.letters.items():
        assert letter_findings(sent.body) == (), name


def test_a_letter_speaks_with_one_voice(out: Out) -> None:
    other = {Voice.WE: r"\b(?:I|me|my|My|am)\b", Voice.ONE: r"\b(?:we|We|us|our|Our)\b"}
    for name, sent in out.letters.items():
        words = _QUOTED.sub("", sent.body).partition(_FORM)[0]
        found = re.search(other[sent.voice], words)
        assert found is None, (name, found)


def test_whoever_was_right_hears_sorry_and_whoever_was_not_does_not(out: Out) -> None:
    for name, sent in out.letters.items():
        if name.partition("-")[0] in ANSWERS | {"L23B"}:
            was_right = re.search(r"\b(?:We|I) agree\b|You were right", sent.body) is not None
            assert ("sorry" in sent.body) == was_right, name


def test_where_they_can_turn_is_that_of_their_nation_and_of_people_alone(out: Out) -> None:
    advice = {"bill": "Citizens Advice", "scotland": "consumeradvice.scot"}
    advice["ulster"] = "Consumerline"
    for story, whom in advice.items():
        named = [flat(out.letters[f"{one}-{story}"]) for one in ("L06", "L08", "L09")
                 if f"{one}-{story}" in out.letters]  # fmt: skip
        assert named
        assert all(whom in text for text in named)
        others = set(advice.values()) - {whom}
        assert not [one for one in others for text in named if one in text]
    for one in ("L06", "L08"):
        text = flat(out.letters[f"{one}-a business"])
        assert not [whom for whom in (*advice.values(), "Scheme", "consumer") if whom in text]


@pytest.mark.parametrize("template", ["L05", "L08", "L09"])
def test_outside_help_is_told_whole(out: Out, template: str) -> None:
    text = flat(out.letters[f"{template}-bill"])
    for part in ("hometrades.example", "costs you nothing", "12 months", "We must do as it says"):
        assert part in text
    assert ("On 1 September 2026 we looked up" in text) == (template == "L08")


def test_somebody_of_whom_a_first_name_is_known_is_written_to_all_the_same(out: Out) -> None:
    text = flat(out.letters["L01-only ticked"])
    assert "Dear Jo," in text
    assert "What you told me: Late or missing delivery" in text
    assert "somebody else answers" not in text


def test_who_looks_again_has_not_dealt_with_it_before(out: Out) -> None:
    first, again = (flat(out.letters[f"{one}-bill"]) for one in ("L05", "L09"))
    assert "who has not dealt with it before" in first
    assert "Ben Cole, who had not dealt with it before, has looked at all of it again" in again
    assert "Ben Cole, who has not" not in again
    assert "Ruth Hollins, who has" not in first


@pytest.mark.parametrize("name", MAILED)
def test_a_mail_has_its_slip_below_the_name_and_no_sign_that_only_we_know(
    out: Out, name: str
) -> None:
    before, line, slip = out.letters[name].mail.partition("-" * 20)
    assert line
    assert "Ruth Hollins\nHollins Hardware\n" in before
    assert "Ruth Hollins" not in slip
    assert "LE65 1AG" in slip


def test_a_letter_begins_on_the_page_that_its_pack_names(out: Out) -> None:
    row = re.compile(r"(?m)^\d+ \w+ 2026 (L-2026-\d{4}) .+ (\d+)$")
    for pages in (out.copies["tap"], out.wholes["tap"]):
        listed = row.findall("\n".join(pages))
        assert len(listed) == 6
        for ref, page in listed:
            assert f"Our reference: {ref}" in pages[int(page) - 1]
            assert f"Our reference: {ref}" not in pages[int(page) - 2]


def test_an_envelope_and_a_label_go_to_whom_the_letter_went_and_a_slip_keeps_its_secrets(
    out: Out,
) -> None:
    for name, pages in out.beside.items():
        text = " ".join(" ".join(pages).split())
        assert OURS not in text
        if name.startswith(("envelope", "label")):
            assert "Mrs Asha Patel 3 Orchard Close Kirby Muxloe Leicester LE9 2XX" in text
        else:
            assert "C-2026-0001" in text
    assert "Please ring 01632 960123." in out.beside["slip-tap"][0]
    assert "Please write to ruth@hollins.example." in out.beside["slip-only ticked"][0]


def test_the_copy_has_nothing_that_is_ours_and_the_whole_file_has_it(out: Out) -> None:
    assert OURS in "\n".join(out.wholes["tap"])
    assert OURS not in "\n".join(out.copies["tap"])


def test_goldens_lie_where_they_are_looked_for() -> None:
    assert Path(__file__).parents[1] / "golden" / "letters_real" == GOLDEN
