"""Times the small things that are done over and over, and what hostile texts and files cost.

Each bound is looser than what a quiet machine shows and stricter than what a person would notice.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from bot.crm.file.importing import import_files
from bot.i18n import Voice
from handlers.errors import Refused
from handlers.leads.understanding import understand
from handlers.naming import name_key
from handlers.people import Language
from handlers.phrase import Phrase, say, verbatim
from handlers.questions.own_words.proposing import propose
from handlers.working_time import WorkingHours
from tests import rubbish
from tests.bench.finding import Deed, Finding, in_turns, milliseconds
from tests.bot.crm.exports import Gathered, an_xlsx
from tests.builders import a_lead
from tests.handlers.leads.fakes import FewLeads

TODAY = date(2026, 11, 16)
AT = datetime(2026, 11, 6, 13, 5, tzinfo=UTC)
LONG, SHORT = 100_000, 12_500
"""Letters of rubbish, of which one is eight times the other."""


def measure(rounds: int) -> Iterator[Finding]:
    """Measure each of them by turns with its baseline."""
    yield _beside("20,000 names folded; lower case and no blanks", _fold, _lower, rounds, 8)
    yield _beside("8 years of working time; their days counted", _sum, _count, rounds, 0.25)
    yield _beside("a CSV of 1,000 rows in Polish; str.format", _speak(), _format, rounds, 20)
    yield from _lists(rounds)
    yield _own_words(rounds)
    with tempfile.TemporaryDirectory(prefix="leadloop-bench-") as folder:
        yield _bombs(Path(folder), rounds)


def _beside(what: str, ours: Deed, bare: Deed, rounds: int, at_most: float) -> Finding:
    we, they = in_turns([ours] * rounds, [bare] * rounds)
    return Finding(what=what, unit="ms", ours=we, bare=they, ratio=we / they, at_most=at_most)


# Names


NAMES = [f"Anna{number} Nowak-Smith" for number in range(20_000)]


def _fold() -> None:
    name_key.cache_clear()
    for name in NAMES:
        name_key(name)


def _lower() -> None:
    for name in NAMES:
        " ".join(name.lower().replace("-", " ").split())


# Working time

SINCE, UNTIL = datetime(2018, 1, 15, 9, tzinfo=UTC), datetime(2026, 11, 16, 9, tzinfo=UTC)
WARSAW = WorkingHours(zone="Europe/Warsaw", country="PL")


def _sum() -> None:
    for _ in range(10):
        WARSAW.worked_between(SINCE, UNTIL)


def _count() -> None:
    days = (UNTIL - SINCE).days
    for _ in range(10):
        sum((SINCE + timedelta(days=day)).weekday() < 5 for day in range(days))


# Languages


def _speak() -> Deed:
    voice, row = Voice(Language.POLISH, "Europe/Warsaw"), _row()

    def deed() -> None:
        for _ in range(1_000):
            for phrase in row:
                voice.speak(phrase)

    return deed


def _row() -> Sequence[Phrase]:
    return [
        *(verbatim("Łukasz Żak"), verbatim("Acme"), say("outcome-later"), say("provenance-crm")),
        *(say("reason-price"), say("none"), say("verbatim", text=date(2026, 11, 6))),
        *(say("verbatim", text=AT), say("business-hours", hours=6.5), say("verbatim", text=AT)),
    ]


def _format() -> None:
    for _ in range(1_000):
        for _ in range(6):
            "{}".format("Łukasz Żak")
        for _ in range(3):
            AT.strftime("%d.%m.%Y, %H:%M")
        f"{6.5:.1f} godziny roboczej".replace(".", ",")


# Pasted lists


def _lists(rounds: int) -> Iterator[Finding]:
    """Tell what the slowest kind of rubbish takes, and how its time grows with its length."""
    slowest = max(rubbish.BITES, key=lambda bite: milliseconds(_understood(bite, LONG)))
    long, short = _understood(slowest, LONG), _understood(slowest, SHORT)
    honest = "\n".join(f"Anna Nowak <anna.nowak{n}@acme.example>, Acme" for n in range(1_000))
    yield _beside(
        "100 kB of the slowest rubbish; a list of 1,000", long, partial(_read, honest), rounds, 2.5
    )
    yield _beside("100 kB of it; 12.5 kB", long, short, rounds, 12)


def _understood(bite: str, length: int) -> Deed:
    return partial(_read, rubbish.repeated(bite, length))


def _read(text: str) -> None:
    with suppress(Refused):
        understand(text, FewLeads(), today=TODAY)


# A rep's own words


def _own_words(rounds: int) -> Finding:
    leads = [a_lead(n, name=f"Anna Nowak{n}", company=f"Acme {n}") for n in range(1, 8)]

    def proposed(text: str) -> Callable[[], object]:
        return partial(propose, text, leads, today=TODAY)

    slowest = max(rubbish.OWN_WORDS, key=lambda text: milliseconds(proposed(text)))
    honest = "\n".join(f"Nowak{n % 7 + 1}: dead, budget frozen till April" for n in range(75))
    what = "the slowest words of a rep's own; 75 honest lines"
    return _beside(what, proposed(slowest), proposed(honest), rounds, 4)


# Workbooks


def _bombs(folder: Path, rounds: int) -> Finding:
    makers = (
        *(rubbish.a_swelling_book, rubbish.a_lying_book),
        *(rubbish.a_crowded_book, rubbish.a_book_of_many_parts),
    )
    bombs = [make(folder / f"{number}.xlsx") for number, make in enumerate(makers)]
    slowest = max(bombs, key=lambda bomb: milliseconds(partial(_import, bomb)))
    honest = an_xlsx(folder, [("Lead ID", "Name"), (1, "Anna")])
    what = "the slowest bomb refused; a workbook of one row read"
    return _beside(what, partial(_import, slowest), partial(_import, honest), rounds, 3)


def _import(path: Path) -> None:
    with suppress(Refused):
        import_files([path], Gathered())
