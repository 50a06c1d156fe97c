# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The questions of a check on paper, to be answered with a pencil and entered later."""

from collections.abc import Iterator

from servicedesk.domain.blocks import Blank, Block, Heading, Paragraph, Table, Tone
from servicedesk.domain.checks import Answer, Bank, CheckBank, CheckQuestion, asked_questions
from servicedesk.domain.phrases import Phrases

_HELD = "\u00a0"
"""A space at which no line ends."""


def blank_title(bank: Bank, phrases: Phrases) -> str:
    """What the questions are called, on paper and as a file."""
    name = phrases.say(f"enum.Bank.{bank.value}")
    return phrases.say("check_questions.title", name=name)


def blank_blocks(
    bank: CheckBank,
    phrases: Phrases,
    *,
    is_short: bool,
    has_staff: bool,
    is_large: bool = False,
) -> tuple[Block, ...]:
    """The questions in the order asked, each with the answers to put a ring round.

    Args:
        bank: all of them.
        phrases: ``[check_questions]`` and the words of answers.
        is_short: only the key questions.
        has_staff: questions on staff are asked too.
        is_large: in large print, where the answers stand below each question.
    """
    wanted = {one.id for one in asked_questions(bank, is_short=is_short, has_staff=has_staff)}
    blocks: list[Block] = [Heading(text=blank_title(bank.bank, phrases), level=1)]
    blocks.append(Paragraph(text=phrases.say("check_questions.intro")))
    blocks.append(Blank(label=phrases.say("check_questions.day")))
    for topic in bank.topics:
        asked = tuple(one for one in topic.questions if one.id in wanted)
        if asked:
            blocks.append(Heading(text=topic.title, level=3 if is_short else 2))
            blocks += _below(asked, phrases) if is_large else [_beside(asked, topic.title, phrases)]
    blocks.append(Blank(label=phrases.say("check_questions.notes")))
    return tuple(blocks)


def _beside(asked: tuple[CheckQuestion, ...], caption: str, phrases: Phrases) -> Table:
    """Questions with their answers beside them."""
    said = (phrases.say(f"enum.Answer.{one.value}") for one in Answer)
    answers = tuple(words.replace(" ", _HELD) for words in said)  # one ring goes round all of it
    return Table(caption=caption, rows=tuple((one.text, *answers) for one in asked))


def _below(asked: tuple[CheckQuestion, ...], phrases: Phrases) -> Iterator[Block]:
    """Questions with their answers in a line below each."""
    words = {one.value: phrases.say(f"enum.Answer.{one.value}") for one in Answer}
    for question in asked:
        yield Paragraph(text=question.text, tone=Tone.STRONG)
        yield Paragraph(text=phrases.say("check_questions.rings", **words))
