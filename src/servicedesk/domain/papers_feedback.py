# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the papers say that ask customers, count by hand, and tell what became of it.

Frozen data of each paper; the room that prints (documents) lays it out. None has a place for marks
given to a member of staff by name.
"""

from dataclasses import dataclass

from servicedesk.domain.blocks import Logo, Panel
from servicedesk.domain.walks import WalkStep


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What every paper carries.

    Args:
        title: of the document, shown by the reader's window.
        language: as PDF names it, such as "en-GB".
        business: trading name as written.
    """

    title: str
    language: str
    business: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleQuestion:
    """A question answered by a ring around one point.

    Args:
        text: the question.
        points: such as "1" to "5", or "0" to "10".
        low, high: words at both ends of the scale.
    """

    text: str
    points: tuple[str, ...]
    low: str
    high: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleGrid:
    """Several things answered on one scale, a line each.

    Args:
        text: stands over them.
        points, low, high: as in ScaleQuestion.
        lines: what is asked.
        none: words over the last box, such as "does not apply"; "" for no such box.
    """

    text: str
    points: tuple[str, ...]
    low: str
    high: str
    lines: tuple[str, ...]
    none: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question answered in one's own words, on so many lines."""

    text: str
    lines: int = 2


SurveyItem = ScaleQuestion | ScaleGrid | OpenQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """How somebody who answers is reached, what they agree to, and where else they can answer.

    Args:
        contact: before the line for name, phone or e-mail; whoever fills it in may be contacted.
        consents: beside the boxes to tick.
        shown_as: before the line for the name under which we may print what they said.
        privacy: what we do with it, a sentence or two.
        elsewhere: the address to answer at, in a sentence; "" without one.
        code: what the square code leads to, already checked; "" prints no code.
    """

    contact: str
    consents: tuple[str, ...]
    shown_as: str
    privacy: str
    elsewhere: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentCard:
    """The card on the counter, a quarter of a sheet.

    Args:
        imprint: see Imprint.
        heading: such as "How did we do?".
        asked: the one question that is always there.
        why: before the lines for the reason of the mark.
        better: before the lines for what could be better.
        extra: further questions, printed in order as long as they fit; the survey sheet has all.
        answering: see Answering.
    """

    imprint: Imprint
    heading: str
    asked: ScaleQuestion
    why: str
    better: str
    answering: Answering
    extra: tuple[ScaleQuestion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveySheet:
    """All questions that the business asks, on one sheet.

    Args:
        imprint: see Imprint.
        heading, intro: over the questions.
        items: in order.
        answering: see Answering.
        thanks: the last words.
        logo: or None.
    """

    imprint: Imprint
    heading: str
    intro: str
    items: tuple[SurveyItem, ...]
    answering: Answering
    thanks: str
    logo: Logo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TallySheet:
    """The sheet on which a sample week is counted, a stroke a case.

    Args:
        imprint: see Imprint.
        heading: such as "Sample week, 7 to 12 December".
        intro: how to count, in a sentence or two.
        days: heads of the columns, such as "Mon 7".
        lines: what is counted, in the order in which it is keyed in.
        kept, missed: heads of the two rows of each line.
        sum_kept, sum_of: before the two numbers that are keyed in: how many kept, of how many.
        foot: what comes after the week.
    """

    imprint: Imprint
    heading: str
    intro: str
    days: tuple[str, ...]
    lines: tuple[str, ...]
    kept: str
    missed: str
    sum_kept: str
    sum_of: str
    foot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSheet:
    """The sheet on which the jobs that the program drew are held against the charter.

    Args:
        imprint: see Imprint.
        heading: such as "Check of ten jobs, 22 November 2026".
        intro: how to fill it in, in a sentence or two.
        jobs_head: over the jobs.
        standards: what each job is held against; a letter stands for each over its column.
        jobs: what each was and for whom.
        foot: what comes after.
    """

    imprint: Imprint
    heading: str
    intro: str
    jobs_head: str
    standards: tuple[str, ...]
    jobs: tuple[str, ...]
    foot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkSheet:
    """The customer's way on one page.

    Args:
        imprint: see Imprint.
        heading: the name of the walk.
        detail: the day, and who walked it.
        heads: over the four columns: what they do, snag, promise, action.
        steps: one to eight, in order; what is empty is left to be written in.
    """

    imprint: Imprint
    heading: str
    detail: str
    heads: tuple[str, str, str, str]
    steps: tuple[WalkStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidPair:
    """What was said, and what was done about it; neither names anybody.

    Args:
        said: in their words.
        done: in ours.
        lead: the small words before ``done``, where they are not those of the paper.
    """

    said: str
    done: str
    lead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidDone:
    """The poster "You said, we did".

    Args:
        imprint: see Imprint.
        masthead: the line above the heading: name, place.
        heading: such as "You said, we did".
        intro: a sentence or two below it; may be empty.
        said, done: the small words before each half of a pair.
        pairs: one to six, the newest at the head.
        panels: boxes at the foot, none or two: how to tell us more.
        footer: such as the day it was printed and how to tell us more.
        closing: the last words, at the right of the foot; may be empty.
        logo: or None.
    """

    imprint: Imprint
    masthead: str
    heading: str
    intro: str
    said: str
    done: str
    pairs: tuple[SaidPair, ...]
    panels: tuple[Panel, ...]
    footer: str
    closing: str = ""
    logo: Logo | None = None
