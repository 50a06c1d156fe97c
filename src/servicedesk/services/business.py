# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an owner says about the business: letterhead, how it works, where it is, its logo.

Every answer has the id of its question, the same as in the charter, so that nothing is typed
twice. Opening hours are kept as rows of the calendar, everything else as facts.
"""

from collections.abc import Mapping
from contextlib import ExitStack
from functools import cached_property
from io import BytesIO
from pathlib import Path

from servicedesk.domain.blocks import Logo
from servicedesk.domain.business import checked_fact, retention_rule
from servicedesk.domain.calendars_kept import COUNTED_BY, HOURS
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Answers, AnswerValue, Guide, Question, all_questions
from servicedesk.domain.hours import WeeklyHours
from servicedesk.domain.letters_closed import closed_link
from servicedesk.domain.retention import RetainedKind, RetentionRule
from servicedesk.services.attachments import attach, read_attachment
from servicedesk.services.calendars_shifting import moving_dues
from servicedesk.services.facts import keep_fact, keep_hours, nation_in, read_facts
from servicedesk.services.holidays_filling import fill, is_filled, table_of
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Unit, Units
from servicedesk.store.calendars import weekly_hours

_OUTSIDE = "outside_help_"
"""Begins the answers about outside help, which letters and the charter print."""

_LOGO_MOST = 20_000_001
"""Bytes of a file that are read: one more than any logo has."""

_LOGO = ("logo.id", "logo.width", "logo.height")


class Business:
    """The use cases of what is known about the business.

    Args:
        units: opens changes and reads.
        around: guides, data files, the clock, and the child that reads logos.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def guide(self, guide_id: str = "settings") -> Guide:
        """The pages of questions that the owner is asked, "settings" or "first_run"."""
        return self._around.guide(guide_id)

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question whose answer is a fact of the business, by id."""
        return {question.id: question for question in all_questions(self.guide())}

    def answers(self) -> dict[str, AnswerValue]:
        """Every known answer by question id; what was not said is not there."""
        with self._units.read() as reading:
            return self._answers(reading)

    def save(self, answers: Mapping[str, object], who: str) -> Done[dict[str, AnswerValue]]:
        """Keep answers: all of them, or none when one of them does not fit.

        Saying where the business is fills its table of bank holidays. Due dates that were counted
        by another week, nation or habit move in the same step.

        Args:
            answers: any of the questions, by id, as ``guides_answers.checked`` takes them; an
                empty answer forgets what was known.
            who: says so.

        Raises:
            KeyError: an answer to none of the questions.
            Refusal: what ``checked_fact`` raises; its field begins with the question's id.
                ``letter_link_closed`` for outside help on a platform that is no more.
        """
        today = self._around.clock.today()
        tidy = {
            key: checked_fact(self.questions[key], value, today) for key, value in answers.items()
        }
        for key, answer in tidy.items():
            if key.startswith(_OUTSIDE) and (found := closed_link(str(answer))):
                raise Refusal("letter_link_closed", key, found=found)
        counts = any(key in COUNTED_BY for key in tidy)
        with ExitStack() as step:
            unit = step.enter_context(self._units.change("change business", who))
            if counts:
                step.enter_context(moving_dues(unit, self._around, who))
            for key, value in tidy.items():
                if key == HOURS:
                    keep_hours(unit, value if isinstance(value, WeeklyHours) else None)
                else:
                    keep_fact(unit, key, value)
            if tidy.get("nation"):
                self._fill_holidays(unit)
            card = self._answers(unit.connection)
        return Done(card=card, changes=unit.changes)

    def retention(self, kind: RetainedKind) -> RetentionRule:
        """How long one kind of record is kept here, as the owner chose or as it usually is."""
        answers = self.answers()
        return retention_rule(kind, nation_in(answers), answers)

    def logo(self) -> Logo | None:
        """The picture for the head of papers, or None.

        Raises:
            Trouble: ``attachment_damaged``.
        """
        with self._units.read() as reading:
            facts = read_facts(reading)
            number, width, height = (facts.get(key) for key in _LOGO)
            if not (isinstance(number, int) and isinstance(width, int) and isinstance(height, int)):
                return None
            png = b"".join(read_attachment(reading, number))
        return Logo(png=png, width=width, height=height)

    def set_logo(self, data: bytes | None, file_name: str, who: str) -> Done[Logo | None]:
        """Keep a picture for the head of papers, or go without.

        Args:
            data: of a PNG, JPEG or SVG file, read by a child process; None to go without.
            file_name: what the file is called, for the sentence in case of a refusal.
            who: chooses it.

        Raises:
            Refusal: the picture cannot be used; the field is "logo".
        """
        logo = None if data is None else self._around.logo_from(data, file_name)
        with self._units.change("change logo", who) as unit:
            values: tuple[int | None, ...] = (None, None, None)
            if logo is not None:
                content = BytesIO(logo.png)
                number = attach(unit, content, name="logo.png", media_type="image/png")
                values = (number, logo.width, logo.height)
            for key, value in zip(_LOGO, values, strict=True):
                keep_fact(unit, key, value)
        return Done(card=logo, changes=unit.changes)

    def choose_logo(self, path: Path, who: str) -> Done[Logo | None]:
        """Keep the picture in a file as the logo; as ``set_logo``.

        Raises:
            Refusal: ``logo_not_opened``, or the picture cannot be used; the field is "logo".
        """
        try:
            with path.open("rb") as file:
                data = file.read(_LOGO_MOST)
        except OSError as error:
            raise Refusal("logo_not_opened", "logo", name=path.name) from error
        return self.set_logo(data, path.name, who)

    def _answers(self, reading: Reading) -> dict[str, AnswerValue]:
        found = {key: value for key, value in read_facts(reading).items() if key in self.questions}
        hours = weekly_hours(reading)
        return found if hours is None else {**found, HOURS: hours}

    def _fill_holidays(self, unit: Unit) -> None:
        facts: Answers = read_facts(unit.connection)
        nation = nation_in(facts)
        if not is_filled(facts, nation):
            fill(unit, table_of(self._around.resources, nation), self._around.clock.today())
