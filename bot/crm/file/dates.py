"""Reads dates as people and CRMs write them, once it is known whether the day or the month stands first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta, timezone
from enum import StrEnum
from zoneinfo import ZoneInfo

from handlers.naming import name_key

EARLIEST, LATEST = 1900, 2200
"""Years outside are typing errors or a machine's way of saying nothing."""
MONTHS = 12
CENTURY_TURNS = 70
"""A year of two digits from here on lies in the last century."""
LONGEST = 64
"""Characters in a date; longer texts are none."""
_YEAR = len("2018")
_HALF_DAY = 12
_ISO_DAY = len("2018-02-26")
_ISO = len("2018-02-26 19:58:54")
KEPT = 20_000
"""Values that are remembered, since most dates come more than once."""


class Order(StrEnum):
    """In which order a date is written."""

    DAY_FIRST = "DMY"
    MONTH_FIRST = "MDY"
    YEAR_FIRST = "YMD"


_WRITTEN = re.compile(
    r"(?P<a>\d{1,4}) ?[-/.年\s] ?(?P<b>\d{1,2}) ?[-/.月\s] ?(?P<c>\d{1,4})[日г.]{0,2}"
    r"(?P<clock>.*)"
)
_NAMED = re.compile(
    r"(?:[^\W\d]+,? )?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?[-. ]{1,2}(?P<month>[^\W\d]{3,12})|"
    r"(?P<month2>[^\W\d]{3,12})\.? (?P<day2>\d{1,2})(?:st|nd|rd|th)?)[-,. ]{1,3}(?P<year>\d{4})"
    r"(?: ?г\.?)?(?P<clock>.*)"
)
_CLOCK = re.compile(
    r"[T,]? ?(?:at )?(?P<h>\d{1,2})[:.](?P<m>\d\d)(?::(?P<s>\d\d)(?:[.,](?P<f>\d{1,9}))?)?"
    r" ?(?P<half>[AaPp])?\.?(?:[Mm]\.?)? ?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?"
)
_NUMERIC = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d\d)(?!\d)(.*)")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MONTHS = {
    start: number
    for starts in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "sty lut mar kwi maj cze lip sie wrz paz lis gru",
        "янв фев мар апр маи июн июл авг сен окт ноя дек",
        "янв фев мар апр мая июн июл авг сен окт ноя дек",
    )
    for number, start in enumerate(starts.split(), 1)
}


@dataclass(slots=True)
class Evidence:
    """What the values of one column tell of its order."""

    day_first: int = 0
    month_first: int = 0
    unsure: int = 0
    dots: bool = False
    half_days: bool = False

    def look(self, values: Iterable[str]) -> None:
        """Learn from some values."""
        for value in values:
            if found := _NUMERIC.match(value):
                self._learn(found)

    def _learn(self, found: re.Match[str]) -> None:
        first, second = int(found[1]), int(found[3])
        self.day_first += first > MONTHS >= second
        self.month_first += second > MONTHS >= first
        self.unsure += first <= MONTHS and second <= MONTHS
        self.dots = self.dots or found[2] == "."
        self.half_days = self.half_days or found[5].rstrip(".").lower().endswith(("am", "pm"))

    @property
    def is_open(self) -> bool:
        """Tell whether more values may still decide."""
        return bool(self.unsure) and self.proven is None

    @property
    def proven(self) -> Order | None:
        """Give the order that some value proves, or that the way of writing tells."""
        if self.day_first or self.month_first:
            return Order.DAY_FIRST if self.day_first >= self.month_first else Order.MONTH_FIRST
        if self.dots:
            return Order.DAY_FIRST
        if self.half_days:
            return Order.MONTH_FIRST
        return None if self.unsure else Order.YEAR_FIRST


class Unreadable(Exception):
    """A text in a column of dates is none."""


class _Days(dict[str, datetime]):
    """Days as ISO writes them, each read once."""

    def __missing__(self, text: str) -> datetime:
        day = datetime.fromisoformat(text).replace(tzinfo=UTC)
        if not EARLIEST <= day.year < LATEST:
            raise ValueError(text)
        self[text] = day
        return day


class _Clocks(dict[str, timedelta]):
    """Times of day with the blank or T before them, each read once."""

    def __missing__(self, text: str) -> timedelta:
        clock = time.fromisoformat(text[1:])
        if text[0] not in " T" or clock.tzinfo is not None:
            raise ValueError(text)
        self[text] = passed = timedelta(
            hours=clock.hour, minutes=clock.minute, seconds=clock.second
        )
        return passed


@dataclass(slots=True)
class DateReader:
    """Turns the texts of one column into moments in UTC. A date without a time is midnight in UTC."""

    order: Order
    zone: ZoneInfo
    """Where clocks stood that no zone was written to."""
    _known: dict[str, datetime] = field(default_factory=dict[str, datetime])
    _days: _Days = field(default_factory=_Days)
    _clocks: _Clocks = field(default_factory=_Clocks)

    def read_all(self, texts: Sequence[str]) -> Sequence[datetime | None] | None:
        """Read a whole column where all of it is in the commonest form or empty; nothing where it is not."""
        if self.zone.key != "UTC" or not {0, _ISO}.issuperset(map(len, texts)):
            return None
        days, clocks = self._days, self._clocks
        try:
            return [days[text[:10]] + clocks[text[10:]] if text else None for text in texts]
        except ValueError:
            return None

    def read(self, text: str) -> datetime:
        """Read one text, or raise `Unreadable`."""
        if len(text) == _ISO and self.zone.key == "UTC":
            try:
                return self._days[text[:10]] + self._clocks[text[10:]]
            except ValueError:
                return self._remembered(text)
        return self._remembered(text)

    def _remembered(self, text: str) -> datetime:
        found = self._known.get(text)
        if found is None:
            found = self._checked(text)
            if len(self._known) >= KEPT:
                self._known.clear()
            self._known[text] = found
        return found

    def _checked(self, text: str) -> datetime:
        try:
            found = self._parsed(text)
        except (ValueError, OverflowError) as error:
            raise Unreadable from error
        if not EARLIEST <= found.year < LATEST:
            raise Unreadable
        return found

    def _parsed(self, text: str) -> datetime:
        if len(text) > LONGEST:
            raise Unreadable
        if text[4:5] == "-" and text[10:11] in {"", " ", "T"}:
            try:
                return self._placed(datetime.fromisoformat(text), date_only=len(text) == _ISO_DAY)
            except ValueError:
                return self._written(text)
        if text.isdigit() and text.isascii():
            return _machine_time(text)
        return self._written(text)

    def _placed(self, found: datetime, *, date_only: bool) -> datetime:
        if found.tzinfo is not None:
            return found.astimezone(UTC)
        return found.replace(tzinfo=UTC if date_only else self.zone).astimezone(UTC)

    def _written(self, text: str) -> datetime:
        if found := _WRITTEN.fullmatch(text):
            day = self._day(found["a"], found["b"], found["c"])
        elif found := _NAMED.fullmatch(text):
            day = _named_day(found)
        else:
            raise Unreadable
        clock = found["clock"].strip()
        if not clock:
            return day.replace(tzinfo=UTC)
        at = _CLOCK.fullmatch(clock)
        if at is None:
            raise Unreadable
        return self._placed(_at_clock(day, at), date_only=False)

    def _day(self, a: str, b: str, c: str) -> datetime:
        if len(a) == _YEAR:
            year, month, day = a, b, c
        elif self.order is Order.MONTH_FIRST:
            month, day, year = a, b, c
        else:
            day, month, year = a, b, c
        if len(year) not in {2, 4}:
            raise Unreadable
        return datetime(_full_year(year), int(month), int(day))  # noqa: DTZ001 - the zone comes with the clock


def _named_day(found: re.Match[str]) -> datetime:
    word = name_key(found["month"] or found["month2"])
    month = _MONTHS.get(word[:3])
    if month is None:
        raise Unreadable
    return datetime(int(found["year"]), month, int(found["day"] or found["day2"]))  # noqa: DTZ001 - likewise


def _at_clock(day: datetime, at: re.Match[str]) -> datetime:
    hour = int(at["h"])
    if at["half"]:
        if not 1 <= hour <= _HALF_DAY:
            raise Unreadable
        hour = hour % _HALF_DAY + (_HALF_DAY if at["half"] in "Pp" else 0)
    fraction = int((at["f"] or "0")[:6].ljust(6, "0"))
    clock = day.replace(
        hour=hour, minute=int(at["m"]), second=int(at["s"] or 0), microsecond=fraction
    )
    return clock.replace(tzinfo=_offset(at["zone"])) if at["zone"] else clock


def _offset(text: str) -> timezone:
    if text in {"Z", "UTC", "GMT"}:
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))


def _machine_time(digits: str) -> datetime:
    """Read seconds or milliseconds since 1970, as interfaces write them, or 20180226."""
    match len(digits):
        case 13:
            return _EPOCH + timedelta(milliseconds=int(digits))
        case 10:
            return _EPOCH + timedelta(seconds=int(digits))
        case 8:
            return datetime.strptime(digits, "%Y%m%d").replace(tzinfo=UTC)
        case _:
            raise Unreadable


def _full_year(year: str) -> int:
    if len(year) == _YEAR:
        return int(year)
    return int(year) + (2000 if int(year) < CENTURY_TURNS else 1900)
