# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What ``start.py`` does: looks at the machine, makes ``.venv`` as planned, runs what was ordered.

Standard library only. Whatever is said on the way goes to standard error; standard output belongs
to the program.
"""

import contextlib
import ctypes
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import start_plan
from start_plan import Facts, Marker, Order, State, StopError, What

ROOT = Path(__file__).resolve().parent.parent
LOCKS = (start_plan.LOCK_OF_PROGRAM, start_plan.LOCK_OF_TOOLS)
MARKER, GUARD = "servicedesk.json", "servicedesk.lock"


def say(text: str) -> None:
    """Tell the person what happens."""
    print(text, file=sys.stderr, flush=True)


def succeeds(command: Sequence[str]) -> bool:
    """Run a command without a sound: whether it started and ended well."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def fails_aloud(command: Sequence[str], env: Mapping[str, str] | None = None) -> bool:
    """Run a command and show what it prints: whether it failed."""
    try:
        return subprocess.run(command, stdout=sys.stderr, env=env, check=False).returncode != 0
    except OSError as fault:
        say(f"{command[0]}: {fault.strerror}")
        return True


def has(name: str) -> bool:
    """Whether this Linux has a library (by soname) or a program (by name)."""
    if ".so" not in name:
        return shutil.which(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def fingerprint(path: Path) -> str:
    """The SHA-256 of a file, as 64 hex digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


class Environment:
    """The virtual environment of a checkout, and the marker in it that says how far it is.

    Args:
        root: the checkout.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"

    @property
    def python(self) -> str:
        """The path of the Python inside."""
        inside = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
        return str(self.folder.joinpath(*inside))

    def marker(self) -> Marker | None:
        """What the environment says of itself, or None where it says nothing readable."""
        try:
            return Marker(**json.loads((self.folder / MARKER).read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def mark(self, marker: Marker) -> None:
        """Write the marker, whole or not at all, because a kill may come at any moment."""
        fields = {name: getattr(marker, name) for name in ("ready", "root", "project")}
        part = self.folder / (MARKER + ".part")
        with part.open("w", encoding="utf-8") as file:
            json.dump({**fields, "locks": dict(marker.locks)}, file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.folder / MARKER)

    def works(self, *, with_pip: bool) -> bool:
        """Whether the Python inside starts and fits; with_pip: and has pip."""
        probe = "import sys; sys.exit(sys.version_info < (3, 11))"
        if with_pip:
            return succeeds([self.python, "-I", "-c", "import pip; " + probe])
        return succeeds([self.python, "-I", "-S", "-c", probe])

    def state(self, marker: Marker | None) -> State:
        """What is to be found in the folder."""
        exists = self.folder.is_dir()
        works = exists and self.works(with_pip=marker is None)
        return start_plan.venv_state(exists=exists, marker=marker, root=str(self.root), works=works)

    def clear(self) -> None:
        """Remove what is left of a half-made environment, and nothing else."""
        left = [path for path in self.folder.iterdir() if path.name not in (MARKER, GUARD)]
        ours = self.marker() is not None or any(path.name == "pyvenv.cfg" for path in left)
        if left and not ours:
            raise StopError(f"{self.folder} was not made by this program: move it away.")
        self.mark(Marker())
        for path in left:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()

    def make(self) -> None:
        """Make the environment afresh."""
        self.clear()
        # Started from inside an environment, the new one rests on the Python below that.
        base = getattr(sys, "_base_executable", None) or sys.executable
        if fails_aloud([base, "-m", "venv", str(self.folder)]):
            raise StopError(f"Python could not make {self.folder}; its own words are above.")

    def install(self, *words: str) -> None:
        """Have pip install something into the environment."""
        pip = [self.python, "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
        quiet = [] if sys.stderr.isatty() else ["--quiet"]
        if fails_aloud([*pip, *quiet, *words]):
            raise StopError(
                "The parts could not be fetched or installed; pip's own words are above. Nothing "
                "of yours was touched. Once this computer is online, start again."
            )

    @contextlib.contextmanager
    def guarded(self) -> Iterator[None]:
        """Let one start set up at a time; the system frees the lock of a start that dies."""
        self.folder.mkdir(exist_ok=True)
        with (self.folder / GUARD).open("a") as file:
            if sys.platform == "win32":
                import msvcrt

                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                except OSError as fault:
                    raise StopError(
                        "Another start is setting up: wait, then start again."
                    ) from fault
            else:
                import fcntl

                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    say("Another start is setting up: waiting for it.")
                    fcntl.flock(file, fcntl.LOCK_EX)
            yield


def look(order: Order, environment: Environment) -> Facts:
    """Gather the facts that the plan depends on."""
    system = platform.system()
    text = platform.mac_ver()[0] if system == "Darwin" else platform.libc_ver()[1]
    release = tuple(int(number) for number in re.findall(r"\d+", text)[:2])
    version = sys.version_info[:2]
    same = f"import sys; sys.exit(sys.version_info[:2] != {version})"
    marker = environment.marker()
    state = environment.state(marker)
    making = state in (State.NONE, State.HALF)
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    root = environment.root
    return Facts(
        system=system,
        fault=start_plan.machine_fault(system, platform.machine(), release),
        display=any(os.environ.get(name) for name in screens),
        root=hasattr(os, "geteuid") and os.geteuid() == 0,
        apt=shutil.which("apt-get") is not None,
        ensurepip=not making or succeeds([sys.executable, "-c", "import ensurepip, venv"]),
        venv_package=start_plan.venv_package(
            version, version if succeeds(["/usr/bin/python3", "-I", "-c", same]) else None
        ),
        missing=start_plan.system_packages(order, system, has),
        state=state,
        marker=marker or Marker(),
        wanted={
            "project": fingerprint(root / "pyproject.toml"),
            **{name: fingerprint(root / "packaging" / name) for name in LOCKS},
        },
    )


def install_packages(packages: Sequence[str]) -> None:
    """Install Debian packages; only ever called as root."""
    say("Installing system packages: " + " ".join(packages))
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    fails_aloud(["apt-get", "update", "-q"], env)  # the lists of yesterday may do as well
    line = (*start_plan.APT, *packages)
    if fails_aloud(line, env):
        raise StopError(f"apt could not install them. By hand: {' '.join(line)}")


def set_up(order: Order, environment: Environment) -> None:
    """Do every step of the plan but the last; the lock is held, so the facts stay facts."""
    facts = look(order, environment)
    root = environment.root
    for what, about in start_plan.plan(order, facts):
        match what:
            case What.STOP:
                raise StopError(about[0])
            case What.APT:
                install_packages(about)
            case What.VENV:
                say("Setting up, once. This fetches some 200 MB and can take a few minutes.")
                environment.make()
            case What.LOCK:
                environment.mark(Marker())
                lock = str(root / "packaging" / about[0])
                environment.install("--require-hashes", "--only-binary", ":all:", "-r", lock)
            case What.PROJECT:
                environment.mark(Marker())
                environment.install("--no-deps", "--no-build-isolation", "-e", str(root))
                now = {order.lock: facts.wanted[order.lock]}
                project = facts.wanted["project"]
                environment.mark(Marker(ready=True, root=str(root), locks=now, project=project))


def prepare(order: Order, environment: Environment) -> None:
    """Set up while no other start does; raises StopError where the folder cannot be written."""
    try:
        with environment.guarded():
            set_up(order, environment)
    except OSError as fault:
        raise StopError(
            f"Could not write {fault.filename or environment.folder} ({fault.strerror}). "
            "Give the disk room, or put this folder where you may write, then start again."
        ) from fault


def launch(order: Order, environment: Environment) -> int:
    """Run what was ordered; the exit status of the first part that fails."""
    env = start_plan.environment(order, os.environ, platform.system())
    todo = start_plan.commands(order, environment.python)
    tool = order.verb in start_plan.TOOLS
    if not tool and os.name != "nt":
        command = todo[0][1]
        os.execve(command[0], command, env)  # the program takes our place: signals reach it
    status = 0
    for title, command in todo:
        if len(todo) > 1:
            print(f"== {title}", flush=True)
        ended = subprocess.run(
            command, env=env, cwd=environment.root if tool else None, check=False
        )
        code = ended.returncode
        if len(todo) > 1 and code:
            print(f"== {title}: found something to mend", flush=True)
        status = status or (code if code >= 0 else 128 - code)
    return status


def version(root: Path) -> str:
    """The program's version, read from its source."""
    source = (root / "src" / "servicedesk" / "__init__.py").read_text("utf-8")
    found = re.search(r'__version__ = "(.+)"', source)
    return found.group(1) if found else "unknown"


def main(argv: Sequence[str]) -> int:
    """Do what the command line asks for; the exit status."""
    environment = Environment(ROOT)
    try:
        order = start_plan.parse(argv)
        if order.verb in ("help", "version"):
            shown = start_plan.HELP if order.verb == "help" else f"servicedesk {version(ROOT)}"
            print(shown)
            return 0
        (first, about), *_ = start_plan.plan(order, look(order, environment))
        if first is What.STOP:
            raise StopError(about[0])
        if first is not What.LAUNCH:
            prepare(order, environment)
        return launch(order, environment)
    except StopError as stop:
        say(str(stop))
        return stop.status
    except KeyboardInterrupt:
        return 130
