"""Speaks phrases in the reader's language, with their numbers, dates and lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from importlib import resources
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time, format_timedelta
from babel.lists import format_list
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentFloat, FluentInt, FluentType
from fluent.syntax import ast

from handlers.naming import shown
from handlers.people import Language
from handlers.phrase import Arg, Phrase
from handlers.working_time import aware

Escape = Callable[[str], str]

LOCALES = {
    Language.ENGLISH: Locale.parse("en_GB"),  # 6 Nov 2026, 14:05: no half of the world misreads it
    Language.POLISH: Locale.parse("pl"),
    Language.RUSSIAN: Locale.parse("ru"),
    Language.CHINESE: Locale.parse("zh_Hans"),
}

LONGEST_PIECE = 200
"""Fluent refuses texts of 2,500 letters; longer ones than this are set in when it is done."""


def plain(text: str) -> str:
    """Escape nothing, for places that show text as it is."""
    return text


@dataclass(frozen=True, slots=True)
class Voice:
    """A reader's language and time zone."""

    language: Language
    zone: str

    def speak(self, phrase: Phrase, escape: Escape = plain) -> str:
        """Say a phrase; every value that came from a person or a CRM goes through `escape` first.

        What the language's catalogues lack is said in English; what those lack is a `LookupError`.
        """
        catalogue = _catalogue(self.language)
        simple = catalogue.simple.get(phrase.key)
        if simple is None:
            args = {name: self._value(value, escape) for name, value in phrase.args}
            return _resolved(catalogue.bundle, phrase.key, args)
        given = dict(phrase.args)
        return simple.words % tuple([self._said(given[name], escape) for name in simple.gaps])

    def _said(self, value: Arg, escape: Escape) -> str:
        match value:
            case str():
                return escape(shown(value))
            case Phrase():
                return self.speak(value, escape)
            case int() | float():
                return _number(_rounded(value), self.language)
            case datetime():
                return self._moment(value)
            case date():
                return _day(value, self.language)
            case timedelta():
                return _duration(value, LOCALES[self.language])
            case tuple():
                said = [self.speak(one, escape) for one in value]
                return format_list(said, locale=LOCALES[self.language])

    def _value(self, value: Arg, escape: Escape) -> str | FluentType:
        """Keep what Fluent chooses words by: numbers and durations."""
        match value:
            case int() | float():
                rounded = _rounded(value)
                return FluentInt(rounded) if isinstance(rounded, int) else FluentFloat(rounded)
            case timedelta():
                return _Duration(value)
            case _:
                return self._said(value, escape)

    def _moment(self, at: datetime) -> str:
        """Say a moment; one at midnight in UTC came from a CRM's date and is said as one."""
        universal = aware(at).astimezone(UTC)
        if universal.time() == time():
            return _day(universal.date(), self.language)
        local = at.astimezone(ZoneInfo(self.zone))
        together = LOCALES[self.language].datetime_formats["medium"]
        clock = _clock(local.hour, local.minute, self.language)
        return str(together).format(clock, _day(local.date(), self.language))


@dataclass(frozen=True, slots=True)
class _Simple:
    """A text without choices, which Python sets together many times faster than Fluent."""

    words: str
    """Each gap is a ``%s``."""
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Catalogue:
    """All texts of one language."""

    bundle: FluentBundle
    simple: Mapping[str, _Simple]


@lru_cache(maxsize=len(Language))
def _catalogue(language: Language) -> _Catalogue:
    """Read a language's files, and the English ones behind them."""
    bundle = FluentBundle([str(LOCALES[language])], functions={"AGO": _ago}, use_isolating=False)
    simple: dict[str, _Simple] = {}
    for text in [*_files(language), *_files(Language.ENGLISH)]:
        resource = FluentResource(text)
        for entry in resource.body:
            if isinstance(entry, ast.Message) and not bundle.has_message(entry.id.name):
                without_choice = _simple(entry.value)
                if without_choice is not None:
                    simple[entry.id.name] = without_choice
        bundle.add_resource(resource)
    return _Catalogue(bundle, simple)


def _files(language: Language) -> Iterator[str]:
    folder = resources.files("bot") / "locales" / language.value
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".ftl"):
            yield file.read_text(encoding="utf-8")


def _simple(pattern: ast.Pattern | None) -> _Simple | None:
    """Take a pattern apart into words and gaps; nothing where a choice has to be made."""
    words: list[str] = []
    gaps: list[str] = []
    for element in pattern.elements if pattern else ():
        match element:
            case ast.TextElement():
                words.append(element.value.replace("%", "%%"))
            case ast.Placeable(expression=ast.VariableReference() as variable):
                words.append("%s")
                gaps.append(variable.id.name)
            case _:
                return None
    return _Simple("".join(words), tuple(gaps)) if words else None


def _resolved(bundle: FluentBundle, key: str, args: Mapping[str, str | FluentType]) -> str:
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise LookupError(key)
    long = {
        name: value
        for name, value in args.items()
        if isinstance(value, str) and len(value) > LONGEST_PIECE
    }
    said, errors = bundle.format_pattern(pattern, {**args, **{name: _gap(name) for name in long}})
    if errors:
        raise LookupError(key) from errors[0]
    text = str(said)
    for name, value in long.items():
        text = text.replace(_gap(name), value)
    return text


def _gap(name: str) -> str:
    """Mark where a long text goes; `shown` leaves no such letters in a name."""
    return f"\ue000{name}\ue000"


def _rounded(value: float) -> int | float:
    """Give at most one decimal, and none where it says nothing: "6 hours", "6.5 hours"."""
    near = round(value, 1)
    return int(near) if near == int(near) else near


@lru_cache(maxsize=4096)
def _number(value: float, language: Language) -> str:
    return format_decimal(value, locale=LOCALES[language])


@lru_cache(maxsize=4096)
def _day(day: date, language: Language) -> str:
    return format_date(day, format="medium", locale=LOCALES[language])


@lru_cache(maxsize=4096)
def _clock(hour: int, minute: int, language: Language) -> str:
    return format_time(time(hour, minute), format="short", locale=LOCALES[language])


@dataclass(frozen=True, slots=True)
class _Duration(FluentType):
    """A length of time that a catalogue may also speak of as past: ``{ AGO($age) }``."""

    span: timedelta
    past: bool = False

    def format(self, locale: Locale) -> str:
        """Say it in the unit a person would choose."""
        return _duration(self.span, locale, past=self.past)


def _ago(duration: _Duration) -> _Duration:
    return _Duration(duration.span, past=True)


def _duration(span: timedelta, locale: Locale, *, past: bool = False) -> str:
    """Say minutes and hours within a day, days within two weeks, then weeks, months, years."""
    length = abs(span)
    if past:
        length = -max(length, timedelta(minutes=1))
    short = abs(length) < timedelta(days=1)
    return format_timedelta(
        length,
        granularity="minute" if short else "day",
        threshold=1 if short else 2,
        add_direction=past,
        locale=locale,
    )
