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
from servicedesk.app.arguments_records import IMPORTED, add_record_commands

BAD_INPUT = 2

STARTED_AS = "SERVICEDESK_STARTED_AS"
"""Set by whoever starts the program under another name, such as ``python3 start.py``."""

_ABOUT = "Customer promises, complaints and a printed charter for small firms, on one PC, offline."
_CHARTER = (
    "Writes every paper of a customer service charter: posters, leaflet, full text, large print "
    "and a page for the web. Exit status: 0 ready to publish, or published; 1 not ready, and "
    "every line that keeps it from being published is named; 2 nothing was written."
)
COMMANDS = ("charter", "backup", "check", "import", "export")
"""What can be done without a window."""

_AFTER = {
    "--profile": "a folder",
    "--out": "a folder",
    "--trade": "a trade",
    "--name": "the name of your business",
    "--answers": "a file",
    "--save-answers": "a file",
    "--mapping": "the name of a mapping",
    "--password-file": "a file",
}
"""What has to stand after a word, for the sentence that misses it."""

_NEEDS = {"backup": "a file", "import": "what is in the list, and its file", "export": "a folder"}
"""What has to stand after a command."""

_ANYWHERE = ("--profile", "--offscreen", "--list-trades")
"""What means the same before and after the command."""

_CHARTERS = ("--trade", "--name", "--answers", "--published", "--out", "--save-answers")
_CHARTERS_ALONE = (*_CHARTERS, "--no-bleed", "--publish")
_IMPORTS_ALONE = ("--mapping", "--dry-run", "--json")
_RECORDS_ALONE = ("--password-file",)
"""Options by the commands that know them."""

_UNKNOWN_CHOICE = re.compile(r"invalid choice: '([^']*)'")


class _Parser(argparse.ArgumentParser):
    """A parser that leaves it to us to say what is wrong, whatever it is."""

    def error(self, message: str) -> NoReturn:
        """Raise what ``read`` turns into words of ours."""
        raise argparse.ArgumentError(None, message)


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
    kind: str | None = None
    file: Path | None = None
    folder: Path | None = None
    dry_run: bool = False
    mapping: str | None = None
    json: bool = False
    password_file: Path | None = None


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
    command = next((word for word in words if word in COMMANDS), None)
    call = started_as() if command is None else f"{started_as()} {command}"
    sys.stderr.write(f"{sentence} {call} --help says more.\n")
    raise SystemExit(BAD_INPUT)


def _about_fault(fault: argparse.ArgumentError, words: Sequence[str]) -> str:
    """What is wrong with a word, in words of ours."""
    name = fault.argument_name
    choice = _UNKNOWN_CHOICE.search(fault.message)
    if choice is not None and name == "KIND":
        return f"“{choice[1]}” cannot be brought in. These can: {_listed(IMPORTED)}."
    if choice is not None and words[0] in _options() and words[0] not in _ANYWHERE:
        return _too_early(words[0])
    if choice is not None:
        return f"There is no command “{choice[1]}”. There are: {_listed(COMMANDS)}."
    if name in _AFTER:
        return f"{name} needs {_AFTER[name]} after it."
    if name is None or not name.startswith("-"):
        return _missing(words)
    return f"{name} takes nothing after it."


def _missing(words: Sequence[str]) -> str:
    """The sentence for a command without what it is about."""
    if words[0] in _options() and words[0] not in _ANYWHERE:
        return _too_early(words[0])
    command = next(word for word in words if word in _NEEDS)
    return f"{command} needs {_NEEDS[command]} after it."


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


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
    near = get_close_matches(option, _known_to(command), n=1)
    return f"There is no {option} here." + (f" Did you mean {near[0]}?" if near else "")


def _too_early(option: str) -> str:
    after = (one for one in COMMANDS if option in _known_to(one))
    return f"{option} comes after the word {next(after)}."


def _known_to(command: str | None) -> list[str]:
    """The options of a command; all there are for none."""
    own = {
        "charter": (*_CHARTERS_ALONE, *_RECORDS_ALONE),
        "import": (*_IMPORTS_ALONE, *_RECORDS_ALONE),
        "backup": _RECORDS_ALONE,
        "check": _RECORDS_ALONE,
        "export": _RECORDS_ALONE,
    }
    return _options() if command is None else [*own[command], *_ANYWHERE]


def _options() -> list[str]:
    """Every option that a person may type."""
    return [*_CHARTERS_ALONE, *_IMPORTS_ALONE, *_RECORDS_ALONE, *_ANYWHERE]


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog=started_as(), description=_ABOUT, allow_abbrev=False, exit_on_error=False)
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
    add_record_commands(commands, _add_shared)
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
        "--password-file",
        type=Path,
        metavar="FILE",
        help="a text file whose first line is the password of a file that has one",
    )
    parser.add_argument(
        "--publish", action="store_true", help="keep it as the published charter of your file"
    )
