# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The form to complain on paper: what it asks, in the order in which somebody tells it."""

from collections.abc import Mapping
from dataclasses import dataclass

from servicedesk.domain.blocks import Logo
from servicedesk.domain.complaints import Wish
from servicedesk.domain.letters import Voice
from servicedesk.domain.letters_fields import VOICES
from servicedesk.domain.phrases import Phrases


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something to write.

    Args:
        label: what to write.
        lines: to write on; one line stands beside its label, more below it.
        grows: takes what room is left over.
    """

    label: str
    lines: int = 1
    grows: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Two short things to write, side by side."""

    left: Gap
    right: Gap


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """Boxes to tick; the label may be empty."""

    label: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Something the form says."""

    text: str


FormItem = Gap | Beside | Ticks | Said


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSection:
    """A part of the form under its heading."""

    title: str
    items: tuple[FormItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintForm:
    """All that the form says.

    Args:
        title: of the document.
        language: as PDF names it.
        business: trading name.
        contact: lines beside it.
        heading, intro: over the form.
        sections: in the order of telling.
        ours: the part that the business fills in.
        logo: or None.
    """

    title: str
    language: str
    business: str
    contact: tuple[str, ...]
    heading: str
    intro: str
    sections: tuple[FormSection, ...]
    ours: FormSection
    logo: Logo | None = None


def complaint_form(
    values: Mapping[str, str], voice: Voice, phrases: Phrases, logo: Logo | None
) -> ComplaintForm:
    """The form of a business.

    Args:
        values: of the letterhead.
        voice: who speaks.
        phrases: ``form.*`` and the wishes of complaints.
        logo: or None.
    """
    asked = _Asked(phrases, voice)
    keys = ("business.address", "business.phone", "business.email", "business.website")
    contact = (line.strip() for key in keys for line in values.get(key, "").splitlines())
    return ComplaintForm(
        title=asked.say("title"),
        language=phrases.say("letter.language"),
        business=values.get("business.name", ""),
        contact=tuple(line for line in contact if line),
        heading=asked.say("heading"),
        intro=asked.say("intro", reach=values.get("reach_us", "")),
        sections=(
            *(asked.who(), asked.what(), asked.happened(), asked.wishes()),
            asked.enclosed(values),
        ),
        ours=asked.ours(),
        logo=logo,
    )


class _Asked:
    """The parts of the form.

    Args:
        phrases: ``form.*``.
        voice: who speaks.
    """

    def __init__(self, phrases: Phrases, voice: Voice) -> None:
        self._phrases = phrases
        self._voice = {**VOICES[voice], "we_begin": VOICES[voice]["We"]}

    def say(self, key: str, **values: str) -> str:
        """A phrase of the form in the voice of the business."""
        return self._phrases.say(f"form.{key}", **self._voice, **values)

    def who(self) -> FormSection:
        """Who complains, and how they are reached (part B of the form)."""
        return self._section(
            "who",
            self._gap("name"),
            self._gap("address", 2),
            self._pair("phone", "email"),
            self._ticks("reach", "post", "phone", "sms", "email", "person"),
            self._pair("best_time", "helps"),
            self._gap("for_whom"),
            self._ticks("authority", "yes", "no"),
        )

    def what(self) -> FormSection:
        """What it is about (part C)."""
        return self._section(
            "what",
            self._gap("product"),
            self._pair("job", "amount"),
            self._pair("place", "whom"),
        )

    def happened(self) -> FormSection:
        """What happened, in their own words (part D)."""
        return self._section(
            "happened",
            Gap(label=self.say("label.text"), lines=7, grows=True),
            self._gap("happened_on"),
            self._ticks("ongoing", "yes", "no"),
            self._ticks("hurt", "yes", "no"),
        )

    def wishes(self) -> FormSection:
        """What would put it right (part E)."""
        options = tuple(self._phrases.say(f"enum.Wish.{one.value}") for one in Wish)
        return self._section("wishes", Ticks(label="", options=options), self._gap("more", 2))

    def enclosed(self, values: Mapping[str, str]) -> FormSection:
        """Evidence, information, signature, and where to hand it in (part F).

        Args:
            values: of the letterhead.
        """
        return self._section(
            "enclosed",
            self._gap("copies", 2),
            Ticks(label="", options=(self.say("data_protection"),)),
            Said(text=self.say("privacy")),
            self._pair("signed", "day"),
            Said(text=self._hand_in(values)),
        )

    def _hand_in(self, values: Mapping[str, str]) -> str:
        address, email = (values.get(f"business.{one}", "") for one in ("address", "email"))
        known = {(True, True): "address_and_email", (True, False): "address"}
        key = known.get((bool(address), bool(email)), "email" if email else "neither")
        lines = (values.get("business.name", ""), *address.splitlines())
        place = ", ".join(line.strip().rstrip(",") for line in lines if line.strip())
        return self.say(f"hand_in.{key}", place=place, email=email)

    def ours(self) -> FormSection:
        """What the business fills in (part A)."""
        return self._section("ours", self._pair("ref", "came"), self._pair("how", "taken_by"))

    def _section(self, key: str, *items: FormItem) -> FormSection:
        return FormSection(title=self.say(f"part.{key}"), items=items)

    def _gap(self, key: str, lines: int = 1) -> Gap:
        return Gap(label=self.say(f"label.{key}"), lines=lines)

    def _pair(self, left: str, right: str) -> Beside:
        return Beside(left=self._gap(left), right=self._gap(right))

    def _ticks(self, key: str, *options: str) -> Ticks:
        said = tuple(self.say(f"option.{one}") for one in options)
        return Ticks(label=self.say(f"label.{key}"), options=said)
