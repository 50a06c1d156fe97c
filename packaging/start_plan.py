# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What ``start.py`` has to do on this machine: pure functions of facts that others gathered.

Standard library only: at this point nothing has been installed yet.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

HELP = """python3 start.py [--profile DIR] [--offscreen] [word ...]     (Windows: py start.py ...)

Everything the program needs is put into the folder .venv here, once; then:

  (no word) or run     open the program
  charter ...          write a charter without a screen, for example
                       charter --trade plumber --name "Bright Taps" --out DIR
  backup FILE          make a proven backup; so do, each with --help:
                       check FILE, import KIND FILE, export DIR
  test [pytest words]  pass the tests
  check                alone: format, lint, types, import contracts and laws
  papers DIR           every document as PDF, picture and text
  shots DIR            every screen as a picture
  bench [words]        measure the speed
  faults [words]       kill, cut the power, fill the disk, as often as the design asks for
  package DIR          freeze the program into a folder that needs no Python, try it, and pack it
  --profile DIR        keep the program's files in DIR
  --offscreen          run without a screen
  --version, --help    say so and stop

Every other word goes to the program, which explains its own with: charter --help"""

NO_DISPLAY = """There is no display here, so no window can open. To run without a screen:
  python3 start.py --offscreen
or write a charter:
  python3 start.py charter --trade plumber --name "Bright Taps" --out DIR"""

LOCK_OF_PROGRAM, LOCK_OF_TOOLS = "requirements.txt", "requirements-dev.txt"
APT = ("apt-get", "install", "-y", "--no-install-recommends")
FOLDER_TOOLS = ("papers", "shots", "package")
TOOLS = ("test", "check", *FOLDER_TOOLS, "bench", "faults")

# What is looked for (a library by soname, a program by name) and the Debian package that has it.
# Ubuntu uses the same names; where a newer release renamed one, the old name leads there.
OFFSCREEN = (
    ("libGL.so.1", "libgl1"),
    ("libEGL.so.1", "libegl1"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
)
WINDOW = (
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
TESTS = (("Xvfb", "xvfb"), ("xauth", "xauth"))
PAPER = (("pdftotext", "poppler-utils"),)
FREEZE = (("objdump", "binutils"),)

# What the wheels of Qt ask for: the C library on Linux by processor, the release on a Mac.
GLIBC = {
    "x86_64": ((2, 34), "Debian 12 or Ubuntu 22.04"),
    "aarch64": ((2, 39), "Debian 13 or Ubuntu 24.04"),
}
MACOS = (13, 0)


class StopError(Exception):
    """A sentence for the person at the keyboard ends the start.

    Args:
        sentence: what happened and what to do.
        status: the exit status: 1 the machine is not ready, 2 the command line is wrong.
    """

    def __init__(self, sentence: str, status: int = 1) -> None:
        super().__init__(sentence)
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the command line asks for: a verb, its words, and the two options of the start."""

    verb: str = "run"
    args: tuple[str, ...] = ()
    profile: str | None = None
    offscreen: bool = False

    @property
    def wants_window(self) -> bool:
        """Whether this opens a window: the program without a word for the console."""
        return self.verb == "run" and not [word for word in self.args if word != "--demo"]

    @property
    def lock(self) -> str:
        """The lock file whose packages this order needs."""
        return LOCK_OF_TOOLS if self.verb in TOOLS else LOCK_OF_PROGRAM


class State(StrEnum):
    """What is to be found at ``.venv``; HALF is made afresh, FOREIGN was made by someone else."""

    NONE = "none"
    HALF = "half"
    FOREIGN = "foreign"
    READY = "ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """What ``.venv`` says of itself: which locks and which project file were installed, whole."""

    ready: bool = False
    root: str = ""
    locks: Mapping[str, str] = field(default_factory=dict)
    project: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The machine as far as the plan depends on it.

    Attributes:
        system: as platform.system() says.
        fault: what no package can mend, or ''.
        display: whether a window has somewhere to go.
        root: whether we may install system packages.
        apt: whether the machine installs with apt.
        ensurepip: whether this Python can make a virtual environment.
        venv_package: the Debian package that would let it.
        missing: Debian packages the order lacks.
        state: what ``.venv`` is.
        marker: what ``.venv`` says of itself.
        wanted: name of a lock file, or 'project' -> SHA-256 as it is now.
    """

    system: str
    fault: str = ""
    display: bool = True
    root: bool = False
    apt: bool = False
    ensurepip: bool = True
    venv_package: str = "python3-venv"
    missing: tuple[str, ...] = ()
    state: State = State.NONE
    marker: Marker = field(default_factory=Marker)
    wanted: Mapping[str, str] = field(default_factory=dict)


class What(StrEnum):
    """The kinds of step."""

    STOP = "stop"
    APT = "apt"
    VENV = "venv"
    LOCK = "lock"
    PROJECT = "project"
    LAUNCH = "launch"


Step = tuple[What, tuple[str, ...]]
"""A kind of step, and the packages, file or sentence it is about."""


def parse(argv: Sequence[str]) -> Order:
    """Sort the words of a command line into an order; raises StopError for words that cannot be."""
    rest, args = list(argv), []
    profile: str | None = None
    offscreen = False
    while rest:
        word = rest.pop(0)
        if word == "--offscreen":
            offscreen = True
        elif word == "--profile" or word.startswith("--profile="):
            profile = word.partition("=")[2] if "=" in word else (rest.pop(0) if rest else "")
            if not profile or profile.startswith("-"):
                raise StopError("--profile needs a folder, for example: --profile my-files", 2)
        else:
            args.append(word)
    order = Order(args=tuple(args), profile=profile, offscreen=offscreen)
    is_record = args[:1] == ["check"] and (len(args) > 1 or profile)  # the program's own check
    if args and args[0] in ("run", *TOOLS) and not is_record:
        order = replace(order, verb=args[0], args=tuple(args[1:]))
    elif args and args[0] in ("-h", "--help", "--version"):
        order = replace(order, verb="version" if args[0] == "--version" else "help", args=())
    return checked(order)


def checked(order: Order) -> Order:
    """Give back an order that makes sense; raises StopError for one that does not."""
    if order.verb in TOOLS and order.profile:
        raise StopError(f"--profile belongs to the program; '{order.verb}' keeps no files.", 2)
    if order.verb in FOLDER_TOOLS and len(order.args) != 1:
        raise StopError(f"{order.verb} needs one folder to write to: {order.verb} DIR", 2)
    return order


def machine_fault(system: str, machine: str, release: tuple[int, ...]) -> str:
    """What the machine lacks that no package can bring.

    Args:
        system: as platform.system() says.
        machine: the processor, as platform.machine() says.
        release: of the C library on Linux, of the system on a Mac: major, minor.

    Returns:
        A sentence, or '' when nothing is lacking.
    """
    if system == "Darwin" and release < MACOS:
        return "servicedesk needs macOS 13 or newer."
    if system != "Linux":
        return ""
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(machine, machine)
    if machine not in GLIBC:
        return f"servicedesk's windows are not made for this processor ({machine}) on Linux."
    (major, minor), example = GLIBC[machine]
    if release < (major, minor):
        return f"servicedesk needs a Linux with glibc {major}.{minor} or newer, such as {example}."
    return ""


def system_packages(order: Order, system: str, has: Callable[[str], bool]) -> tuple[str, ...]:
    """The Debian packages an order lacks.

    Args:
        order: what is to be done.
        system: as platform.system() says; only Linux needs any.
        has: says whether a library (by soname) or a program (by name) is there.
    """
    needs = {
        "test": OFFSCREEN + WINDOW + TESTS,
        "check": OFFSCREEN + PAPER,
        "papers": OFFSCREEN + PAPER,
        "shots": OFFSCREEN,
        "bench": OFFSCREEN,
        "faults": OFFSCREEN + WINDOW + TESTS + PAPER,
        "package": OFFSCREEN + FREEZE,
    }.get(order.verb, ())
    if order.wants_window:
        needs = OFFSCREEN if order.offscreen else OFFSCREEN + WINDOW
    return tuple(package for name, package in needs if system == "Linux" and not has(name))


def venv_package(version: tuple[int, int], system_version: tuple[int, int] | None) -> str:
    """The Debian package with ensurepip for a Python.

    Args:
        version: of the Python that runs this: major, minor.
        system_version: of /usr/bin/python3, or None where there is none.
    """
    return "python3-venv" if version == system_version else "python{}.{}-venv".format(*version)


def venv_state(*, exists: bool, marker: Marker | None, root: str, works: bool) -> State:
    """What ``.venv`` is.

    Args:
        exists: whether there is such a folder.
        marker: what it says of itself, None when it says nothing.
        root: where this checkout lies now; a moved one needs its .venv made again.
        works: whether the Python inside starts.
    """
    if not exists:
        return State.NONE
    if marker is None:
        return State.FOREIGN if works else State.HALF
    return State.READY if works and marker.ready and marker.root == root else State.HALF


def is_current(order: Order, facts: Facts) -> bool:
    """Whether ``.venv`` holds what the order needs, from the lock and project file of now."""
    if facts.state is not State.READY or facts.marker.project != facts.wanted["project"]:
        return False
    enough = {order.lock, LOCK_OF_TOOLS}  # the tools' lock holds the program's
    return any(facts.marker.locks.get(name) == facts.wanted[name] for name in enough)


def missing_message(packages: Sequence[str], *, apt: bool) -> str:
    """The one exact line to type, or, where there is no apt, what the line would have brought."""
    if apt:
        line = " ".join(("sudo", *APT, *packages))
        return f"A few system packages are missing. Type this once, then start again:\n  {line}"
    return (
        f"System packages are missing; Debian calls them {', '.join(packages)}. "
        "Install what your system calls them, then start again."
    )


def plan(order: Order, facts: Facts) -> tuple[Step, ...]:
    """The steps from here to the order fulfilled; a lone STOP carries the sentence to say."""
    if facts.fault:
        return ((What.STOP, (facts.fault,)),)
    if order.wants_window and facts.system == "Linux" and not (facts.display or order.offscreen):
        return ((What.STOP, (NO_DISPLAY,)),)
    steps: list[Step] = []
    packages = facts.missing
    if facts.state in (State.NONE, State.HALF):
        if not facts.ensurepip:
            packages = (facts.venv_package, *packages)
        steps.append((What.VENV, ()))
    if not is_current(order, facts):
        steps.extend([(What.LOCK, (order.lock,)), (What.PROJECT, ())])
    if packages and not (facts.apt and facts.root):
        return ((What.STOP, (missing_message(packages, apt=facts.apt),)),)
    if packages:
        steps.insert(0, (What.APT, packages))
    return (*steps, (What.LAUNCH, ()))


def commands(order: Order, python: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What to run in the end: pairs of a title and a command, one after the other.

    Args:
        order: what is to be done.
        python: path of the Python inside ``.venv``.
    """
    call = (python, "-m")
    match order.verb:
        case "check":
            return (
                ("format", (*call, "ruff", "format", "--check")),
                ("lint", (*call, "ruff", "check")),
                ("types", (*call, "mypy")),
                ("contracts", (os.path.join(os.path.dirname(python), "lint-imports"),)),
                ("laws", (*call, "pytest", "tests/architecture")),
            )
        case "test":
            # A file to a process: what a module shares is made once, and few cores are all used.
            apart = ("-n", "auto", "--maxprocesses=4", "--dist=loadfile")
            full = (*apart, "--cov", "--cov-report=term-missing:skip-covered", "--gates")
            return (("tests", (*call, "pytest", *(order.args or full))),)
        case "papers" | "shots":
            folder = os.path.abspath(order.args[0])
            return ((order.verb, (*call, f"tests.{order.verb}", folder)),)
        case "package":
            script = os.path.join("packaging", "package.py")
            return (("package", (python, script, os.path.abspath(order.args[0]))),)
        case "bench":
            return (("bench", (*call, "tests.benchmarks.run", *order.args)),)
        case "faults":
            return (("faults", (*call, "tests.faults.run", *order.args)),)
    profile = ("--profile", os.path.abspath(order.profile)) if order.profile else ()
    # -P: a folder called servicedesk where the person happens to stand is not the program.
    return (("program", (python, "-P", "-m", "servicedesk", *profile, *order.args)),)


def environment(order: Order, env: Mapping[str, str], system: str) -> dict[str, str]:
    """The environment of what is run: without a screen for the tools and for --offscreen.

    It also tells the program how it was called, so that a command which the window shows can
    be typed as it stands. The tests may keep compiled modules even where Python was told not to:
    they start hundreds of processes, each of which would compile all it brings in.
    """
    call = "py start.py" if system == "Windows" else "python3 start.py"
    changed = {**env, "SERVICEDESK_STARTED_AS": call}
    if order.offscreen or order.verb in TOOLS:
        changed["QT_QPA_PLATFORM"] = "offscreen"
    if order.verb in ("test", "faults"):
        changed.pop("PYTHONDONTWRITEBYTECODE", None)
    return changed
