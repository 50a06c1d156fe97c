# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One broken file, and more where a law has several edges, for every law read over files."""

from tests.architecture.planted import HEAD, Plant, plant

S = "src/servicedesk/"
WORDS = "resources/words/en-GB/planted.toml"

_STR_ENUM = "from enum import StrEnum\n\n\n"

SHAPE: dict[str, tuple[Plant, ...]] = {
    "files_stay_short": (plant(S + "domain/planted.py", "A = 1\n" * 400),),
    "functions_stay_short": (
        plant("tests/domain/planted.py", "def much():\n" + "    a = 1\n" * 50, "much has 51 lines"),
    ),
    "modules_say_what_they_are_for": (
        Plant(files={S + "domain/planted.py": "A = 1\n"}, alarm=S + "domain/planted.py"),
    ),
    "modules_carry_their_licence": (
        Plant(files={S + "domain/planted.py": '"""Bare."""\n'}, alarm=S + "domain/planted.py"),
        Plant(
            files={S + "domain/planted.py": HEAD.replace('"""', '# And more.\n"""', 1)},
            alarm=S + "domain/planted.py",
        ),
    ),
    "modules_have_telling_names": (
        plant(S + "domain/utils.py", "A = 1\n"),
        plant(S + "helpers/planted.py", "A = 1\n"),
    ),
    "rules_use_the_standard_library_alone": (
        plant(S + "domain/planted.py", "import sqlalchemy\n"),
        plant(S + "domain/planted.py", "from pathlib import Path\n"),
        plant(S + "domain/planted.py", "def late():\n    import os.path\n"),
        plant(S + "domain/planted.py", "import builtins\nA = builtins.open\n"),
        plant(S + "domain/planted.py", "from codecs import open as read\n"),
        plant(S + "domain/planted.py", "import time as t\nA = t.localtime()\n"),
        plant(S + "domain/planted.py", "import shutil\n"),
        plant(S + "domain/planted.py", "import socket\n"),
        plant(S + "domain/planted.py", "import subprocess\n"),
        plant(S + "domain/planted.py", "from datetime import date as day\nA = day.today()\n"),
    ),
    "rules_open_nothing": (plant(S + "domain/planted.py", "def read(at):\n    return open(at)\n"),),
    "legal_figures_stay_in_the_law": (
        plant(S + "domain/planted.py", 'TOLD = 29\n"""Days that the law leaves."""\n'),
        plant(S + "domain/planted.py", "CANCEL_RIGHT_DAYS = 14\n"),
        plant(S + "domain/planted.py", 'SMALL: int = 42_00\n"""No legal right up to this."""\n'),
        plant(
            S + "domain/planted.py",
            "from servicedesk.domain.legal_figures import LegalFigures\n"
            "def told(law: LegalFigures) -> int:\n    return 30\n",
        ),
    ),
    "enums_are_plain": (
        plant(S + "domain/planted.py", "from enum import Enum\n"),
        plant(S + "domain/planted.py", "import enum as e\nclass A(str, e.Enum):\n    B = 'b'\n"),
        plant(S + "domain/planted.py", _STR_ENUM + "class A(str, StrEnum):\n    B = 'b'\n"),
        plant(S + "domain/planted.py", _STR_ENUM + "class A(StrEnum):\n    B = 'b'.strip()\n"),
        plant(S + "domain/planted.py", _STR_ENUM + "A = StrEnum('A', ['B'])\n"),
        plant(S + "domain/planted.py", "from enum import auto as a\n"),
    ),
    "no_package_host_is_named": (
        Plant(
            files={"packaging/planted.lock": "https://pypi." + "python.org/a\n"}, alarm="planted"
        ),
        Plant(files={"packaging/planted.lock": "a @ https://py" + "pi.org/a\n"}, alarm="planted"),
    ),
}

ROOMS: dict[str, tuple[Plant, ...]] = {
    "boxes_only_in_messages": (
        plant(S + "ui/shell/planted.py", "from PySide6.QtWidgets import QMessageBox\n"),
        plant(S + "app/planted.py", "from PySide6 import QtWidgets\nQtWidgets.QMessageBox()\n"),
    ),
    "threads_only_in_tasks": (
        plant(S + "ui/shell/planted.py", "from PySide6.QtCore import QThreadPool\n"),
    ),
    "one_place_knows_the_real_clock": (
        plant(S + "services/planted.py", "from servicedesk.system.clock import SystemClock\n"),
    ),
    "no_gpl_only_qt": (
        plant(S + "ui/shell/planted.py", "from PySide6.QtCharts import QChart\n"),
        plant("tests/ui/planted.py", "from PySide6 import QtGraphs\n"),
    ),
    "nothing_speaks_to_a_network": (
        plant(S + "services/planted.py", "import socket\n"),
        plant(S + "system/planted.py", "import urllib.request as fetch\n"),
        plant(S + "system/planted.py", "import urllib\nA = urllib.request.urlopen\n"),
        plant(S + "store/planted.py", "from http import client as c\n"),
        plant(S + "store/planted.py", "A = __import__('ssl')\n"),
        plant(S + "ui/shell/planted.py", "from PySide6.QtNetwork import QTcpSocket as Q\n"),
        plant(S + "app/one_program.py", "from PySide6 import QtNetwork as n\nA = n.QTcpServer\n"),
        plant(S + "app/signals.py", "import socket as s\nA = s.create_connection\n"),
    ),
    "bugs_are_not_swallowed": (
        plant(S + "store/planted.py", "try:\n    A = 1\nexcept Exception:\n    A = 2\n"),
        plant(S + "store/planted.py", "try:\n    A = 1\nexcept:\n    raise\n"),
        plant(S + "store/planted.py", "try:\n    A = 1\nexcept (OSError, Exception):\n    A = 2\n"),
        plant(S + "store/planted.py", "try:\n    A = 1\nexcept BaseException:\n    A = 2\n"),
        plant(
            S + "store/planted.py",
            "from contextlib import suppress as hush\nwith hush(OSError, Exception):\n    A = 1\n",
        ),
        plant(
            S + "store/planted.py",
            "import contextlib\nwith contextlib.suppress(BaseException):\n    A = 1\n",
        ),
    ),
}

KEPT: dict[str, tuple[Plant, ...]] = {
    "column_types_stand_in_one_place": (
        plant(S + "store/planted.py", "from sqlalchemy import String\n"),
        plant(S + "store/planted.py", "class Pence(TypeDecorator[int]):\n    impl = 1\n"),
        plant(S + "store/migrations/planted.py", "import sqlalchemy as sa\nA = sa.Integer()\n"),
        plant(S + "store/planted.py", "import sqlalchemy as db\nA = db.types.Text\n"),
        plant(S + "store/planted.py", "from sqlalchemy import types as t\nA = t.Float()\n"),
        plant(
            S + "store/planted.py",
            "from sqlalchemy.types import TypeDecorator as T\nclass Pence(T[int]):\n    impl = 1\n",
        ),
    ),
    "tables_say_what_they_hold": (
        plant(S + "store/planted.py", "from sqlalchemy import Table\nT = Table('t', M)\n"),
        plant(S + "store/planted.py", "T = CATALOGUE.declare('planted')\n"),
        plant(S + "store/planted.py", "from sqlalchemy import Table as T\nA = T('t', M)\n"),
        plant(S + "store/planted.py", "import sqlalchemy as db\nA = db.Table('t', M)\n"),
    ),
    "files_are_made_by_migrations": (
        plant(S + "store/planted.py", "def make(c):\n    CATALOGUE.metadata.create_all(c)\n"),
        plant("tests/store/planted.py", "def make(m, c):\n    m.create_all(c)\n"),
    ),
    "rows_change_through_the_journal": (
        plant(S + "store/planted.py", "from sqlalchemy import insert\n"),
        plant(S + "services/planted.py", "def put(c, t):\n    c.execute(t.insert().values(a=1))\n"),
        plant(
            S + "store/planted.py", "def put(c):\n    c.execute('DELETE FROM promise WHERE 1')\n"
        ),
        plant(S + "store/planted.py", "import sqlalchemy as db\nA = db.insert(T)\n"),
        plant(S + "store/planted.py", "from sqlalchemy import delete as away\n"),
        plant(S + "store/planted.py", "from sqlalchemy.dialects.sqlite import Insert\n"),
        plant(S + "services/planted.py", "def clear(c, t):\n    c.execute(t.delete())\n"),
        plant(S + "store/planted.py", "SQL = 'delete from promise where 1'\n"),
        plant(S + "store/planted.py", "def sql(t):\n    return f'update {t} set a = 1'\n"),
        plant(S + "store/planted.py", "def sql(t):\n    return f'delete from {t}'\n"),
        plant(S + "store/planted.py", "SQL = 'WITH a AS (SELECT 1) INSERT INTO b SELECT 1'\n"),
    ),
    "one_place_makes_paragraphs": (
        Plant(
            files={
                S + "documents/planted.py": HEAD + "from reportlab.platypus import Paragraph\n",
                S + "documents/planted_too.py": HEAD
                + "from reportlab import platypus\nP = platypus.Paragraph('<b>', None)\n",
            },
            alarm=S + "documents/planted_too.py",
        ),
        plant(
            S + "documents/planted.py",
            "from reportlab import platypus as p\nP = p.Paragraph('<b>', None)\n",
        ),
        plant(
            S + "documents/planted.py",
            "import reportlab.platypus as p\nP = p.paragraph.Paragraph\n",
        ),
    ),
}

_ENUM = "from enum import StrEnum\n\n\nclass Planted(StrEnum):\n    SEED = 'seed'\n"

WORDINGS: dict[str, tuple[Plant, ...]] = {
    "codes_have_words": (
        plant(S + "domain/planted.py", _ENUM, "no words for Planted.seed"),
        Plant(
            files={WORDS: '[enum.Tone]\nnew = "New"\n[enum.Nothing]\na = "A"\n'}, alarm="Nothing"
        ),
        Plant(
            files={
                S + "domain/planted.py": HEAD + _ENUM,
                WORDS: '[enum.Planted]\nseed = "a seed"\nweed = "a weed"\n',
            },
            alarm="words for Planted.weed, which is no member",
        ),
    ),
    "faults_have_words": (
        plant(S + "services/planted.py", "raise Refusal('planted_refusal', 'name')\n"),
        Plant(
            files={
                S + "services/planted.py": HEAD + "raise Trouble('planted_trouble')\n",
                WORDS: '[trouble.planted_trouble]\nhappened = "It broke."\nsafe = "All is."\n',
            },
            alarm="no words for Trouble planted_trouble",
        ),
        plant(S + "services/planted.py", "raise Refusal(code='planted')\n", "Refusal planted"),
        plant(S + "services/planted.py", "raise Trouble('a' if B else 'planted')\n", "planted"),
        plant(S + "services/planted.py", "CODE = 'planted'\nraise Trouble(CODE)\n", "ble planted"),
        plant(
            S + "services/planted.py",
            "from servicedesk.domain.errors import Refusal as No\nraise No('planted')\n",
            "Refusal planted",
        ),
    ),
    "no_word_of_the_trade_is_shown": (
        *(
            Plant(files={WORDS: f'[planted]\na = "Your {word} is here."\n'}, alarm=word)
            for word in ("ticket", "SLA", "entity", "CAPA", "stakeholder", "KPIs", "users")
        ),
        Plant(files={"resources/guides/planted.toml": 'a = ["Vulnerable?"]\n'}, alarm="planted"),
        Plant(files={"resources/sectors/planted.toml": 'a = "A ticket."\n'}, alarm="planted"),
        Plant(files={"resources/help/en/planted.md": "Close the ticket.\n"}, alarm="planted"),
        plant(S + "ui/shell/planted.py", "def say(self):\n    return self.tr('Your tickets')\n"),
    ),
    "screens_translate_their_words": (
        plant(S + "ui/shell/planted.py", "def fill(label):\n    label.setText('Good morning')\n"),
        plant(S + "ui/shell/planted.py", "def fill(label, n):\n    label.setText(f'{n} late')\n"),
        plant(S + "ui/shell/planted.py", "A = QLabel('Late')\n"),
        plant(
            S + "ui/shell/planted.py",
            "def fill(label, n):\n    label.setText('{} late'.format(n))\n",
        ),
        plant(S + "ui/shell/planted.py", "def fill(label, n):\n    label.setText('late ' + n)\n"),
        plant(
            S + "ui/shell/planted.py",
            "def fill(label, n):\n    label.setText('Late' if n else '')\n",
        ),
        plant(S + "ui/shell/planted.py", "def fill(label, n):\n    label.setText(n or 'Late')\n"),
        plant(S + "ui/shell/planted.py", "A = QLabel(text='Late')\n"),
        plant(S + "ui/shell/planted.py", "A = QAction(toolTip='Late' if B else C)\n"),
    ),
    "tr_takes_literals": (
        plant(S + "ui/shell/planted.py", "def say(self, n):\n    return self.tr(f'{n} late')\n"),
        plant(S + "ui/shell/planted.py", "def say(self, words):\n    return self.tr(words)\n"),
        plant(S + "ui/shell/planted.py", "def say(self, n):\n    self.tr('A' if n else 'B')\n"),
        plant(S + "ui/shell/planted.py", "def say(self):\n    self.tr(sourceText='Late')\n"),
        plant(
            S + "ui/shell/planted.py",
            "def say(n):\n    QCoreApplication.translate('Shell', f'{n} late')\n",
        ),
        plant(S + "app/planted.py", "def say(a, b):\n    QCoreApplication.translate(a, b)\n"),
        plant(S + "app/planted.py", "A = translate(context='Shell', sourceText='Late')\n"),
    ),
    "nothing_claims_to_be_certified": (
        Plant(files={"resources/planted.toml": 'a = "ISO 10002 certified"\n'}, alarm="planted"),
        Plant(files={"resources/planted.md": "We comply with BS 8477.\n"}, alarm="planted"),
    ),
    "the_closed_platform_is_not_linked": (
        Plant(
            files={"resources/planted.md": "https://ec.europa.eu/consumers/odr/\n"}, alarm="planted"
        ),
    ),
}

_KEY = "from PySide6.QtGui import QKeySequence\n\nKEY = QKeySequence("

HELPS: dict[str, tuple[Plant, ...]] = {
    "the_help_knows_every_key_and_preference": (
        plant(S + "ui/core/planted.py", "bench.memory.get('gone')\n", "gone is not in the help"),
        plant(S + "ui/shell/planted.py", _KEY + "Qt.Modifier.CTRL | Qt.Key.Key_J)\n", "Ctrl+J"),
        plant(S + "ui/shell/planted.py", _KEY + "'Ctrl+Alt+Y')\n", "Ctrl+Alt+Y"),
        plant(S + "ui/shell/planted.py", _KEY + "QKeySequence.StandardKey.Save)\n"),
        plant(S + "ui/shell/planted.py", "def bind(a):\n    a.setShortcut('Ctrl+J')\n", "Ctrl+J"),
        plant(
            S + "ui/shell/planted.py", "def bind(a):\n    a.setShortcuts(['Ctrl+J'])\n", "Ctrl+J"
        ),
        plant(
            S + "ui/shell/planted.py", "def bind(a):\n    a.setShortcut(Qt.Key.Key_F12)\n", "F12"
        ),
        plant(S + "app/planted.py", "def read(remembered):\n    remembered.get('tune')\n", "tune"),
    ),
    "every_preference_is_read": (
        plant(S + "system/preferences.py", "F = (Question(id='tune'),)\n", "nobody reads tune"),
    ),
    "every_icon_is_shown": (
        Plant(files={"resources/icons/planted.svg": "<svg/>\n"}, alarm="planted.svg"),
    ),
    "the_readme_names_what_is_on_a_screen": (
        Plant(files={"README.md": "Under **Good**, *Gone\n  away*.\n"}, alarm="'Gone away'"),
    ),
}

SUITE: dict[str, tuple[Plant, ...]] = {
    "journeys_use_the_keyboard": (
        plant("tests/journeys/planted.py", "def test(qtbot, w):\n    qtbot.mouseClick(w, 1)\n"),
        plant("tests/journeys/planted.py", "def test(field):\n    field.setText('Ruth')\n"),
        plant("tests/journeys/planted.py", "def test(button):\n    button.click()\n"),
        plant("tests/journeys/planted.py", "from PySide6.QtGui import QMouseEvent\n"),
    ),
    "migrations_have_step_tests": (
        plant(S + "store/migrations/versions/r9999_planted.py", "revision = '9999'\n"),
        Plant(
            files={
                S + "store/migrations/versions/r9999_planted.py": HEAD + "revision = '9999'\n",
                "tests/migrations/planted.py": '"""Tries r9999_planted."""\n\n# r9999_planted\n',
            },
            alarm="r9999_planted",
        ),
    ),
}

_VISITS = 'class Kind(StrEnum):\n    VISIT = "visit"\n'

RECORDS: dict[str, tuple[Plant, ...]] = {
    "every_kind_is_kept": (plant(S + "domain/kinds.py", _VISITS, "no table keeps VISIT"),),
    "every_kind_is_opened_somewhere": (
        plant(S + "domain/kinds.py", _VISITS, "no screen follows VISIT"),
        plant(S + "ui/charter/planted.py", "KIND = Kind.DRAFT\n", "DRAFT is excused"),
    ),
    "every_kind_is_found": (
        plant(S + "domain/kinds.py", _VISITS, "the search does not know VISIT"),
    ),
}

START: dict[str, tuple[Plant, ...]] = {
    "the_start_is_light": (
        plant(S + "__init__.py", "import PySide6\n\n__version__ = '0'\n", "version: PySide6"),
        plant(S + "ui/__init__.py", "import sqlalchemy\n", "painted: sqlalchemy"),
        plant(S + "services/__init__.py", "import reportlab\n", "opened: reportlab"),
        plant(S + "services/__init__.py", "import alembic\n", "opened: alembic"),
    ),
}

LAW_PLANTS: dict[str, tuple[Plant, ...]] = {
    **SHAPE,
    **ROOMS,
    **KEPT,
    **WORDINGS,
    **HELPS,
    **SUITE,
    **RECORDS,
    **START,
}
"""Name of a law -> its violations."""
