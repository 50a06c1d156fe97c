# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The few column types there are; every column of every table uses one of them.

Tables are STRICT, so SQLite itself refuses a text in a number's place. What each type checks
besides is what SQLite cannot know: a naive moment, a code that no enum has. An empty cell is
None in every type.
"""

from abc import abstractmethod
from datetime import UTC, date, datetime
from enum import Enum, StrEnum
from typing import TypeVar

from sqlalchemy import Integer, LargeBinary, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

Stored = int | str | bytes | None
"""What lies in a cell of the file."""

T = TypeVar("T")


class Checked(TypeDecorator[T]):
    """A type that looks at each value on its way into the file; each of ours is one."""

    cache_ok = True

    @abstractmethod
    def into_file(self, value: T) -> int | str | bytes:
        """What is written for a value; TypeError when it is none of this type."""

    def process_bind_param(self, value: T | None, dialect: Dialect) -> Stored:
        """As SQLAlchemy asks for it; the file is the same for every dialect."""
        del dialect
        return None if value is None else self.into_file(value)


class _Turned(Checked[T]):
    """A type whose values are written as something else, and turned back when read."""

    cache_ok = True

    @abstractmethod
    def out_of_file(self, kept: str) -> T:
        """The value that was written."""

    def process_result_value(self, value: str | None, dialect: Dialect) -> T | None:
        """As SQLAlchemy asks for it; the file is the same for every dialect."""
        del dialect
        return None if value is None else self.out_of_file(value)


class Whole(Checked[int]):
    """A whole number: counts, minutes, points, pence. True and false are not numbers."""

    impl = Integer
    cache_ok = True

    def into_file(self, value: int) -> int:
        """The number itself."""
        if type(value) is not int:
            raise TypeError("a whole number is wanted")
        return value


class Id(Whole):
    """The number of a record, or a pointer to one."""

    cache_ok = True


class YesNo(_Turned[bool]):
    """Yes or no, kept as 1 or 0."""

    impl = Integer
    cache_ok = True

    def into_file(self, value: bool) -> int:
        """1 or 0."""
        if type(value) is not bool:
            raise TypeError("yes or no is wanted")
        return int(value)

    def out_of_file(self, kept: str) -> bool:
        """True for 1."""
        return bool(kept)


class Words(Checked[str]):
    """Text of any length, kept exactly as given. A code wants the type Coded instead."""

    impl = Text
    cache_ok = True

    def into_file(self, value: str) -> str:
        """The text itself."""
        if not isinstance(value, str) or isinstance(value, Enum):
            raise TypeError("text is wanted")
        return value


class Coded(_Turned[StrEnum]):
    """A member of an enum, kept by its value.

    There is no CHECK constraint: it would refuse members that a later version adds.

    Args:
        codes: the enum.
    """

    impl = Text
    cache_ok = True

    def __init__(self, codes: type[StrEnum]) -> None:
        super().__init__()
        self.codes = codes

    def into_file(self, value: StrEnum) -> str:
        """The member's value; a member of another enum is refused."""
        if type(value) is not self.codes:
            raise TypeError(f"a member of {self.codes.__name__} is wanted")
        return value.value

    def out_of_file(self, kept: str) -> StrEnum:
        """The member; ValueError when the enum has none of that value."""
        return self.codes(kept)


class Day(_Turned[date]):
    """A day of the calendar as ISO text, so that its order is the order of time."""

    impl = Text
    cache_ok = True

    def into_file(self, value: date) -> str:
        """YYYY-MM-DD; a moment is refused, for its day depends on the zone."""
        if type(value) is not date:
            raise TypeError("a day is wanted")
        return value.isoformat()

    def out_of_file(self, kept: str) -> date:
        """The day."""
        return date.fromisoformat(kept)


class Moment(_Turned[datetime]):
    """A moment as ISO text in UTC with six digits of a second, always the same width."""

    impl = Text
    cache_ok = True

    def into_file(self, value: datetime) -> str:
        """UTC text of an aware moment in any zone; a naive one is refused."""
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise TypeError("a moment with its time zone is wanted")
        at = value.astimezone(UTC).replace(tzinfo=None)
        return f"{at.isoformat(timespec='microseconds')}Z"

    def out_of_file(self, kept: str) -> datetime:
        """The moment, aware, in UTC; ValueError when that is not what was written."""
        moment = datetime.fromisoformat(kept)  # strptime takes fifty times as long
        if moment.tzinfo is not UTC:
            raise ValueError(f"{kept} is no moment in UTC")
        return moment


class Bytes(Checked[bytes]):
    """Raw bytes, such as a piece of an attachment."""

    impl = LargeBinary
    cache_ok = True

    def into_file(self, value: bytes) -> bytes:
        """The bytes themselves."""
        if type(value) is not bytes:
            raise TypeError("bytes are wanted")
        return value
