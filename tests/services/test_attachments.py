# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Attachments: taken in by content, kept in pieces, given back whole."""

from hashlib import sha256
from io import BytesIO

import pytest
from sqlalchemy import event, text

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.services.attachments import attach, read_attachment
from servicedesk.services.unit import Units
from servicedesk.store.attachments import PIECE, AttachmentCard, attachment
from servicedesk.store.engine import DeskFile

LONG = bytes(range(256)) * (PIECE // 128) + b"end"


def take_in(units: Units, content: bytes, name: str = "logo.png") -> int:
    with units.change("attach", "Ann") as unit:
        return attach(unit, BytesIO(content), name=name, media_type="image/png")


@pytest.mark.parametrize("content", [b"", b"x", LONG[:PIECE], LONG], ids=len)
def test_what_goes_in_comes_out(units: Units, content: bytes) -> None:
    number = take_in(units, content)
    with units.read() as reading:
        assert b"".join(read_attachment(reading, number)) == content
        assert attachment(reading, number) == AttachmentCard(
            id=number,
            sha256=sha256(content).hexdigest(),
            name="logo.png",
            size=len(content),
            media_type="image/png",
        )


def test_no_statement_carries_more_than_a_piece(units: Units, file: DeskFile) -> None:
    widest = 0

    def listen(
        connection: object, cursor: object, said: str, values: object, *rest: object
    ) -> None:
        nonlocal widest
        sizes = [len(value) for value in values if isinstance(value, bytes | memoryview)]
        widest = max([widest, *sizes])

    event.listen(file._writer, "before_cursor_execute", listen)
    number = take_in(units, LONG)
    assert widest == PIECE
    with units.read() as reading:
        assert [len(piece) for piece in read_attachment(reading, number)] == [PIECE, PIECE, 3]


def test_the_same_content_is_kept_once(units: Units) -> None:
    number = take_in(units, b"same")
    assert take_in(units, b"same", "another name.png") == number
    assert take_in(units, b"other") != number
    with units.read() as reading:
        assert reading.execute(text("SELECT count(*) FROM attachments")).scalar_one() == 2
        assert reading.execute(text("SELECT count(*) FROM attachment_pieces")).scalar_one() == 2


def test_numbers_do_not_tell_how_many_there_are(units: Units) -> None:
    numbers = {take_in(units, bytes([content])) for content in range(5)}
    assert len(numbers) == 5
    assert max(numbers) > 1000


def test_an_attachment_is_part_of_its_change(units: Units) -> None:
    with units.change("attach", "Ann") as unit:
        number = attach(unit, BytesIO(b"x"), name="a", media_type="text/plain")
    assert number in unit.changes[Kind.ATTACHMENT]

    def fail() -> None:
        with units.change("attach", "Ann") as unit:
            attach(unit, BytesIO(b"y"), name="b", media_type="text/plain")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with units.read() as reading:
        assert reading.execute(text("SELECT name FROM attachments")).scalars().all() == ["a"]


class Growing(BytesIO):
    """A file that another program is still writing."""

    def seek(self, *where: int) -> int:
        super().seek(0, 2)
        self.write(b"more")
        return super().seek(*where)


def test_a_file_that_changes_while_it_is_read_is_not_taken(units: Units) -> None:
    with pytest.raises(Trouble) as caught, units.change("attach", "Ann") as unit:
        attach(unit, Growing(b"x"), name="log.txt", media_type="text/plain")
    assert caught.value.code == "attachment_unsteady"
    with units.read() as reading:
        assert reading.execute(text("SELECT count(*) FROM attachments")).scalar_one() == 0


def test_damage_to_a_piece_is_told(units: Units, file: DeskFile) -> None:
    number = take_in(units, LONG)
    with file.change() as session:
        session.execute(text("UPDATE attachment_pieces SET piece = x'00' WHERE number = 1"))
    with pytest.raises(Trouble) as caught, units.read() as reading:
        list(read_attachment(reading, number))
    assert caught.value.code == "attachment_damaged"


def test_one_that_is_not_there_is_said_to_be_gone(units: Units) -> None:
    with pytest.raises(Refusal) as caught, units.read() as reading:
        list(read_attachment(reading, 5))
    assert caught.value.code == "record_gone"
