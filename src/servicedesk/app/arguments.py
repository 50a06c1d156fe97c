# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What may be typed after ``servicedesk``."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from servicedesk import __version__

BAD_INPUT = 2

_ABOUT = "Customer promises, complaints and a printed charter for small firms, on one PC, offline."
_CHARTER = (
    "Writes every paper of a customer service charter: posters, leaflet, full text, large print "
    "and a page for the web. Exit status: 0 ready to publish; 1 a draft was written, and every "
    "line that keeps it from being published is named; 2 nothing was written."
)


class Arguments(argparse.Namespace):
    """What was typed, each with its type."""

    command: str | None = None
    profile: Path | None = None
    offscreen: bool = False
    worker: str | None = None
    trade: str | None = None
    name: str | None = None
    answers: Path | None = None
    out: Path | None = None
    save_answers: Path | None = None
    list_trades: bool = False
    bleed: bool = True
    publish: bool = False


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, without the whole usage before it."""

    def error(self, message: str) -> NoReturn:
        """End with the status of bad input."""
        sys.stderr.write(f"{message[:1].upper()}{message[1:]}. {self.prog} --help says more.\n")
        raise SystemExit(BAD_INPUT)


def read(argv: Sequence[str] | None) -> Arguments:
    """Sort out what was typed.

    Args:
        argv: the words after the program's name; None takes those it was started with.

    Raises:
        SystemExit: after ``--version``, ``--help``, or words that make no sense.
    """
    return _parser().parse_args(argv, namespace=Arguments())


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="servicedesk", description=_ABOUT, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"servicedesk {__version__}")
    _add_shared(parser)
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", metavar="command", parser_class=_Parser)
    charter = commands.add_parser(
        "charter",
        help="write the papers of a charter without a window",
        description=_CHARTER,
        allow_abbrev=False,
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
    parser.add_argument("--out", type=Path, metavar="DIR", help="the folder for the papers")
    parser.add_argument(
        "--save-answers", type=Path, metavar="FILE", help="write the answers down, to change them"
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
