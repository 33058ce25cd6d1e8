"""Blame-free, proven: over generated histories nobody is named beside a count, a delay or a missed task.

Nor does any figure in a channel speak of a small group, not even when figures are subtracted.
"""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from itertools import combinations, count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.i18n import Voice
from bot.papers import as_file
from bot.platforms.spoken import lines
from handlers.message import Button, Calendar, Card, Chart, Document, Sheet, Workbook
from handlers.people import Language, Person, Role
from handlers.phrase import Phrase
from storage.database import open_engine
from tests.stories.allowances import (
    FIGURES,
    NAMED_IN_THE_OPEN,
    NAMED_TO_ADMINISTRATORS,
    NAMED_TO_ONE,
    Of,
    Place,
)
from tests.stories.contents import parts, phrases
from tests.stories.histories import DEEDS, Deed, History, Said, live

pytestmark = pytest.mark.slow

VOICES = tuple(Voice(language, "Europe/Warsaw") for language in Language)

FEWEST_LEADS, FEWEST_PEOPLE = 10, 5

# ---- names


def tokens(people: Sequence[Person]) -> re.Pattern[str]:
    """Spell how people could be recognised: names, their parts, addresses, ids."""
    spelled = {part for one in people for part in (*one.name.split(), one.email, one.id)}
    return re.compile("|".join(re.escape(one.casefold()) for one in sorted(spelled)) or r"(?!)")


def without(shown: object, allowed: set[Place]) -> object:
    """Take out of a message what may be a name there."""
    if isinstance(shown, Phrase):
        kept = tuple(
            (name, "" if (shown.key, name) in allowed else without(value, allowed))
            for name, value in shown.args
        )
        return Phrase(shown.key, kept)  # type: ignore[arg-type]
    if isinstance(shown, tuple):
        return tuple(without(one, allowed) for one in shown)
    if is_dataclass(shown) and not isinstance(shown, type):
        changed = {one.name: without(getattr(shown, one.name), allowed) for one in fields(shown)}
        return replace(shown, **changed)
    return shown


def texts(shown: object, voice: Voice) -> Iterator[str]:
    """Say everything that a reader could find in a message: words, labels, what buttons carry."""
    if isinstance(shown, Sheet | Calendar | Document):
        written = as_file(shown, voice).content.decode()
        yield re.sub(r"\r?\n[ \t]", "", written).replace("\\", "")
        return
    if isinstance(shown, Card):
        yield from lines(shown, voice)
    else:
        yield from (voice.speak(one) for one in parts(shown, Phrase))
    for one in parts(shown, Button):
        yield voice.speak(one.label)
        yield voice.speak(one.hint) if one.hint else ""
        yield str(one.values)


def named(shown: object, people: Sequence[Person], allowed: set[Place]) -> list[str]:
    """List the texts of a message, in all languages, in which somebody is recognised."""
    found, cleared = tokens(people), without(shown, allowed)
    told = (text for voice in VOICES for text in texts(cleared, voice))
    return [text for text in told if found.search(text.casefold())]


def beside(shown: object, allowed: set[Place]) -> list[Phrase]:
    """List the phrases that set a name beside a count or a delay."""
    holding = [
        one for one in phrases(shown) if any((one.key, name) in allowed for name, _ in one.args)
    ]
    return [one for one in holding if any(True for _ in numbers(one))]


def numbers(shown: object) -> Iterator[tuple[Place, float]]:
    """List the figures of a message with their places."""
    for one in phrases(shown):
        for name, value in one.args:
            if isinstance(value, timedelta):
                yield (one.key, name), value.total_seconds()
            elif isinstance(value, int | float):
                yield (one.key, name), value


def readers(history: History, said: Said) -> set[Place]:
    """Tell where names may stand for whoever reads this."""
    reader = said.place.name.partition(":")[2]
    admin = any(one.id == reader and one.role is Role.ADMINISTRATOR for one in history.people)
    return NAMED_TO_ADMINISTRATORS if admin else NAMED_TO_ONE


def shared(history: History) -> list[Said]:
    """List what more than one person reads: channels, threads, and files, which are passed on."""
    return [
        one
        for one in history.said
        if one.is_open or isinstance(one.message, Sheet | Calendar | Document | Workbook)
    ]


def nobody_is_named_in_the_open(history: History) -> None:
    """(a) Channels, threads, agendas, minutes and files name nobody but by an agreement."""
    for message in {one.message for one in shared(history)}:
        assert named(message, history.people, NAMED_IN_THE_OPEN) == []
        assert beside(message, NAMED_IN_THE_OPEN) == []


def nobody_is_named_beside_a_missed_task(history: History) -> None:
    """(a) An agreement is no agreement any more but a missed task once its day is over."""
    for said in shared(history):
        for one in phrases(said.message):
            due = dict(one.args).get("day")
            if one.key == "agenda-minutes-action" and isinstance(due, date):
                assert due >= said.day


def others_are_named_to_one_only_where_allowed(history: History) -> None:
    """(b) What one person reads alone names another only as who asks, signs or agreed."""
    seen = {
        (one.place.name, one.message): one for one in history.said if one not in shared(history)
    }
    for said in seen.values():
        reader = said.place.name.partition(":")[2]
        others = [one for one in history.people if one.id != reader]
        allowed = readers(history, said)
        assert named(said.message, others, allowed) == []
        assert beside(said.message, allowed) == []


# ---- figures


def every_figure_speaks_of_enough(history: History) -> None:
    """(c) What a figure counts is known, and it is large enough for what it counts."""
    marketers = sum(one.side.value == "marketing" for one in history.people)
    for said in shared(history):
        if isinstance(said.message, Sheet):
            continue  # a row for each lead, and no figure of several
        for place, figure in numbers(said.message):
            assert place in FIGURES, f"{place} = {figure}: what does this count?"
            of = FIGURES[place]
            people = said.people_asked if place[0].endswith("sales") else marketers
            if of in {Of.LEADS, Of.CONDUCT}:
                assert figure >= FEWEST_LEADS, place
            if of is Of.CONDUCT:
                assert people >= FEWEST_PEOPLE, place
        for _ in parts(said.message, Chart):
            assert CHARTED & {place for place, _ in numbers(said.message)}, "a chart of how many?"


CHARTED = {
    ("digests-line", "count"),
    ("digests-line-both", "count"),
    ("digests-line-last", "count"),
    ("findings-share", "of"),
    ("findings-share-percent", "high"),
    ("questions-funnel-title", "count"),
}


def no_small_group_is_found_by_subtraction(history: History) -> None:
    """(c) Two figures of the same leads, or of mostly the same, are ten leads apart.

    Exact figures are only told of campaigns, of which a lead has one: those of one campaign follow
    each other in steps of ten leads and no two campaigns share any, so that no sum of differences
    speaks of fewer. What may overlap otherwise is told in per cent, and its leads in full tens.
    """
    for subject, counted in shares(history).items():
        assert subject[0] == "campaign"
        for one, other in combinations(counted, 2):
            assert abs(one[1] - other[1]) >= FEWEST_LEADS, (subject, one, other)
    for counts in (owed(history), judged(history)):
        for figures in counts.values():
            for first, second in combinations(figures, 2):
                assert abs(first - second) >= FEWEST_LEADS


Figure = tuple[int, int]
"""How many leads are promising, and of how many."""


def shares(history: History) -> Mapping[tuple[str, str], set[Figure]]:
    """Read every exact share that was shown of a campaign or the like, from all cards of all times."""
    found: dict[tuple[str, str], set[Figure]] = defaultdict(set)
    for said in shared(history):
        for one in phrases(said.message):
            given = dict(one.args)
            of = given.get("object")
            share = next((one for one in phrases(given.get("share")) if one.key == EXACT), None)
            if isinstance(of, Phrase) and share is not None:
                subject = of.key.rpartition("-")[2], str(dict(of.args)["name"])
                counted = dict(numbers(share))
                found[subject].add((int(counted[EXACT, "hits"]), int(counted[EXACT, "of"])))
            assert share is None or isinstance(of, Phrase), "of what is this a share?"
    return found


EXACT = "findings-share"


def judged(history: History) -> Mapping[str, set[int]]:
    """Read how many leads proposals were said to be tried on."""
    return {"fares": _told(history, ("definition-fares", "definition-fares-first"), "leads")}


def owed(history: History) -> Mapping[str, set[int]]:
    """Read every debt that an agenda, minutes or a digest put a number on."""
    sales = ("agenda-debt-sales", "digests-debt-answers")
    marketing = ("agenda-debt-marketing", "digests-debt-decisions")
    return {keys[0]: _told(history, keys, "count") for keys in (sales, marketing)}


def _told(history: History, keys: tuple[str, ...], name: str) -> set[int]:
    return {
        int(figure)
        for said in shared(history)
        for place, figure in numbers(said.message)
        if place in {(key, name) for key in keys}
    }


RULES: Sequence[Callable[[History], None]] = (
    nobody_is_named_in_the_open,
    nobody_is_named_beside_a_missed_task,
    others_are_named_to_one_only_where_allowed,
    every_figure_speaks_of_enough,
    no_small_group_is_found_by_subtraction,
)

# ---- histories

Live = Callable[..., History]


@pytest.fixture(scope="module")
def house(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Live:
    """Live through histories, each in a new house."""
    folder, numbered = tmp_path_factory.mktemp("houses"), count(1)

    def lived(deeds: Sequence[Deed], *, size: int) -> History:
        path = folder / f"{next(numbered)}.sqlite3"
        shutil.copy(sqlite_template, path)
        engine = open_engine(f"sqlite:///{path}")
        try:
            return live(engine, deeds, size=size)
        finally:
            engine.dispose()

    return lived


WEIGHTED = (*DEEDS, "press", "press", "press", "flag", "flag", "wait", "wait", "bring")
MANY_DEEDS = st.lists(
    st.tuples(st.sampled_from(WEIGHTED), st.integers(0, 9_999)), min_size=10, max_size=20
)


@settings(
    max_examples=5,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(deeds=MANY_DEEDS, size=st.sampled_from([2, 6]))
def test_no_history_blames_anybody_or_tells_of_a_small_group(
    house: Live, deeds: list[Deed], size: int
) -> None:
    history = house(deeds, size=size)
    for rule in RULES:
        rule(history)


EVERYTHING = (
    ("meet", 3), ("meet", 4), ("ask", 12), ("ask", 44), ("flag", 3), ("flag", 7), ("flag", 15), ("flag", 27),
    ("flag", 22), ("flag", 31), ("flag", 51), ("sheet", 0), ("propose", 1), ("wait", 3), ("agenda", 0),
    ("decide", 4), ("decide", 9), ("bring", 0), ("wait", 4), ("meet", 5), ("bring", 3), ("bring", 7),
    ("wait", 4), ("propose", 2), ("bring", 11), ("wait", 5), ("wait", 0), ("agenda", 1),
)  # fmt: skip
"""A history in which everything is said that could blame anybody."""

REACHED = {
    "agenda-action-overdue", "agenda-debt-marketing", "agenda-debt-sales", "agenda-minutes-action",
    "agenda-minutes-title", "agenda-title", "definition-fares", "definition-signature",
    "digests-headline", "digests-title", "digests-to-decide",
    "findings-share", "findings-share-percent", "questions-funnel-title", "triage-card-title",
    "triage-effect-share", "triage-overdue", "triage-reminder-title",
}  # fmt: skip


def test_a_history_with_everything_in_it_blames_nobody(house: Live) -> None:
    history = house(EVERYTHING, size=6)
    said = {one.key for each in shared(history) for one in phrases(each.message)}
    assert said >= REACHED, REACHED - said
    assert {type(each.message) for each in shared(history)} >= {Card, Calendar, Document, Sheet}
    for rule in RULES:
        rule(history)
