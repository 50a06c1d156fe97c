# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What may be typed after ``servicedesk``."""

import argparse
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from servicedesk import __version__

BAD_INPUT = 2

STARTED_AS = "SERVICEDESK_STARTED_AS"
"""Set by whoever starts the program under another name, such as ``python3 start.py``."""

_ABOUT = "Customer promises, complaints and a printed charter for small firms, on one PC, offline."
_CHARTER = (
    "Writes every paper of a customer service charter: posters, leaflet, full text, large print "
    "and a page for the web. Exit status: 0 ready to publish, or published; 1 not ready, and "
    "every line that keeps it from being published is named; 2 nothing was written."
)
_AFTER = {
    "--profile": "a folder",
    "--out": "a folder",
    "--trade": "a trade",
    "--name": "the name of your business",
    "--answers": "a file",
    "--save-answers": "a file",
}
"""What has to stand after a word, for the sentence that misses it."""

_ANYWHERE = ("--profile", "--offscreen", "--list-trades")
"""What means the same before and after the command."""

_UNKNOWN_COMMAND = re.compile(r"invalid choice: '([^']*)'")


class Arguments(argparse.Namespace):
    """What was typed, each with its type."""

    command: str | None = None
    profile: Path | None = None
    offscreen: bool = False
    demo: bool = False
    worker: str | None = None
    trade: str | None = None
    name: str | None = None
    answers: Path | None = None
    published: bool = False
    out: Path | None = None
    save_answers: Path | None = None
    list_trades: bool = False
    bleed: bool = True
    publish: bool = False


def started_as() -> str:
    """How the person calls the program on this machine."""
    return os.environ.get(STARTED_AS, "servicedesk")


def read(argv: Sequence[str] | None) -> Arguments:
    """Sort out what was typed.

    Args:
        argv: the words after the program's name; None takes those it was started with.

    Raises:
        SystemExit: after ``--version``, ``--help``, or words that make no sense.
    """
    words = sys.argv[1:] if argv is None else argv
    typed = Arguments()
    try:
        _, unknown = _parser().parse_known_args(words, namespace=typed)
    except argparse.ArgumentError as fault:
        # argparse speaks of choices and arguments, which no shop owner has ever met.
        _end(_about_fault(fault, words), words)
    if unknown:
        _end(_about_unknown(unknown[0], typed.command), words)
    if typed.demo and typed.command is not None:
        _end("--demo opens the pretend shop in a window: leave the other words out.", words)
    return typed


def _end(sentence: str, words: Sequence[str]) -> NoReturn:
    """Say what is wrong, and end with the status of bad input."""
    call = f"{started_as()} charter" if "charter" in words else started_as()
    sys.stderr.write(f"{sentence} {call} --help says more.\n")
    raise SystemExit(BAD_INPUT)


def _about_fault(fault: argparse.ArgumentError, words: Sequence[str]) -> str:
    """What is wrong with a word, in words of ours."""
    name = fault.argument_name
    command = _UNKNOWN_COMMAND.search(fault.message)
    if command is not None and words[0] in _options() and words[0] not in _ANYWHERE:
        return _too_early(words[0])
    if command is not None:
        return f"There is no command “{command[1]}”. There is one: charter."
    if name in _AFTER:
        return f"{name} needs {_AFTER[name]} after it."
    return f"{name} takes nothing after it."


def _about_unknown(word: str, command: str | None) -> str:
    """The sentence for a word that has no place."""
    if not word.startswith("-"):
        return (
            f"There is no place for the word “{word}”. Put words that belong together between "
            'quotation marks, such as --name "Bright Taps".'
        )
    from difflib import get_close_matches  # only a mistake needs it

    option = word.partition("=")[0]
    if command is None and option in _options():
        return _too_early(option)
    near = get_close_matches(option, _options(), n=1)
    return f"There is no {option} here." + (f" Did you mean {near[0]}?" if near else "")


def _too_early(option: str) -> str:
    return f"{option} comes after the word charter."


def _options() -> list[str]:
    """Every option that a person may type."""
    return [*_AFTER, *_ANYWHERE, "--published", "--publish", "--no-bleed"]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=started_as(), description=_ABOUT, allow_abbrev=False, exit_on_error=False
    )
    parser.add_argument("--version", action="version", version=f"servicedesk {__version__}")
    _add_shared(parser)
    parser.add_argument(
        "--demo",
        action="store_true",
        help="open a pretend shop to try things in, apart from your own records",
    )
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", metavar="command")
    charter = commands.add_parser(
        "charter",
        help="write the papers of a charter without a window",
        description=_CHARTER,
        allow_abbrev=False,
        exit_on_error=False,
    )
    _add_shared(charter)
    _add_charter(charter)
    return parser


def _add_shared(parser: argparse.ArgumentParser) -> None:
    """Words that mean the same before and after the command."""
    parser.add_argument(
        "--profile",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="keep the program's files in this folder",
    )
    parser.add_argument(
        "--offscreen",
        action="store_true",
        default=argparse.SUPPRESS,
        help="draw the window in memory, for machines without a screen",
    )
    parser.add_argument(
        "--list-trades",
        action="store_true",
        default=argparse.SUPPRESS,
        help="name the trades that a charter can begin from, and stop",
    )


def _add_charter(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--trade", metavar="WORD", help="your trade, or any clear beginning of it")
    parser.add_argument("--name", help="the name of your business, as written above the door")
    parser.add_argument(
        "--answers",
        type=Path,
        metavar="FILE",
        help="a file of answers, as --save-answers writes it",
    )
    parser.add_argument(
        "--published",
        action="store_true",
        help="begin from the charter that is published, to print it again or to save its answers",
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="the folder for the papers")
    parser.add_argument(
        "--save-answers",
        type=Path,
        metavar="FILE",
        help="write the answers down in a new file, to change them",
    )
    parser.add_argument(
        "--no-bleed",
        dest="bleed",
        action="store_false",
        help="keep the poster's colour off the edge, for printers that leave a margin",
    )
    parser.add_argument(
        "--publish", action="store_true", help="keep it as the published charter of your file"
    )
