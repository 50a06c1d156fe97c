# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the sheets of things counted by hand say: sample week, check of jobs, customer's way."""

from datetime import timedelta

from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.papers_feedback import CheckSheet, Imprint, TallySheet, WalkSheet
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.samples import JobCheckCard, SampleWeekCard
from servicedesk.domain.walks import WalkCard


def tally_sheet(week: SampleWeekCard, business: str, phrases: Phrases) -> TallySheet:
    """The sheet on which a sample week is counted, a stroke a case.

    Args:
        week: as planned or counted.
        business: trading name; may be empty.
        phrases: words.
    """
    say = phrases.say
    heading = say(
        "sample_sheet.heading",
        first=_first_day(week, phrases),
        last=day_words(week.last, phrases),
    )
    span = (week.last - week.first).days + 1
    days = [week.first + timedelta(days=one) for one in range(span)]
    return TallySheet(
        imprint=_imprint(heading, business, phrases),
        heading=heading,
        intro=say("sample_sheet.intro"),
        days=tuple(
            say(
                "sample_sheet.day",
                weekday=say(f"sample_sheet.weekday.{day.weekday() + 1}"),
                day=str(day.day),
            )
            for day in days
        ),
        lines=tuple(line.title for line in week.lines),
        kept=say("sample_sheet.kept"),
        missed=say("sample_sheet.missed"),
        sum_kept=say("sample_sheet.sum_kept"),
        sum_of=say("sample_sheet.sum_of"),
        foot=say("sample_sheet.foot"),
    )


def check_sheet(check: JobCheckCard, business: str, phrases: Phrases) -> CheckSheet:
    """The sheet on which the jobs that were drawn are held against the charter.

    Args:
        check: as drawn.
        business: trading name; may be empty.
        phrases: words.
    """
    say = phrases.say
    heading = say("check_sheet.heading", day=day_words(check.drawn_on, phrases))
    return CheckSheet(
        imprint=_imprint(heading, business, phrases),
        heading=heading,
        intro=say("check_sheet.intro"),
        jobs_head=say("check_sheet.jobs"),
        standards=tuple(title for _, title in check.standards),
        jobs=tuple(job.label for job in check.jobs),
        foot=say("check_sheet.foot"),
    )


def walk_sheet(walk: WalkCard, business: str, phrases: Phrases) -> WalkSheet:
    """The customer's way on one page.

    Args:
        walk: as kept.
        business: trading name; may be empty.
        phrases: words.
    """
    say, draft = phrases.say, walk.draft
    day = day_words(draft.walked_on, phrases)
    detail = "walk_sheet.detail_by" if draft.who else "walk_sheet.detail"
    return WalkSheet(
        imprint=_imprint(draft.name, business, phrases),
        heading=draft.name,
        detail=say(detail, day=day, who=draft.who),
        heads=(
            say("walk_sheet.what"),
            say("walk_sheet.snag"),
            say("walk_sheet.promise"),
            say("walk_sheet.action"),
        ),
        steps=draft.steps,
    )


def _first_day(week: SampleWeekCard, phrases: Phrases) -> str:
    """The first day, without what the last one says again: "7" of "7 to 12 December 2026"."""
    first, last = week.first, week.last
    if (first.year, first.month) == (last.year, last.month):
        return str(first.day)
    if first.year == last.year:
        month = phrases.say(f"month.{first.month}")
        return phrases.say("sample_sheet.day_of_year", day=str(first.day), month=month)
    return day_words(first, phrases)


def _imprint(title: str, business: str, phrases: Phrases) -> Imprint:
    return Imprint(title=title, language=phrases.say("letter.language"), business=business)
