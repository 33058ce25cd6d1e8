"""Presses our door and the bare library's by turns, and sees to it that each press of ours is kept."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice

from tests.bench.finding import Finding
from tests.bench.load import Load, press

CONNECTIONS = (1, 16)
WARM_UP, FOR_THE_BARE = 200, 50
MOST_A_SECOND = 1_500
"""So many presses are spelled and signed before the clock runs, for each second that it will run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """A door of ours and one of the bare library, each on its port of this machine."""

    ours: int
    bare: int
    kept: Callable[[], int]
    """Counts what was committed since the house was built: the number of the next deed."""
    rounds: int
    seconds: float
    at_least: float

    def findings(self, what: str, spell: Callable[[int], Iterator[bytes]]) -> Iterator[Finding]:
        """Press over one connection and over many; `spell` gives the presses from a deed's number on."""
        many = int((self.rounds * len(CONNECTIONS) + 1) * self.seconds * MOST_A_SECOND)
        made = list(islice(spell(self.kept()), many))
        waiting = iter(made)
        self._press(islice(waiting, WARM_UP), 4)
        for connections in CONNECTIONS:
            of = "1 connection" if connections == 1 else f"{connections} connections"
            yield from self._told(f"{what}, {of}", *self._by_turns(made, waiting, connections))

    def _by_turns(
        self, made: Sequence[bytes], waiting: Iterator[bytes], connections: int
    ) -> tuple[Sequence[Load], Sequence[Load]]:
        ours: list[Load] = []
        bare: list[Load] = []
        for _ in range(self.rounds):
            how = {"connections": connections, "seconds": self.seconds}
            bare.append(press(self.bare, cycle(made[:FOR_THE_BARE]), **how))  # type: ignore[arg-type]
            ours.append(self._press(waiting, connections))
        return ours, bare

    def _press(self, requests: Iterator[bytes], connections: int) -> Load:
        """Press ours; a press that was answered and left nothing behind spoils the figures."""
        before = self.kept()
        load = press(self.ours, requests, connections=connections, seconds=self.seconds)
        kept = self.kept() - before
        if kept != load.answered or not load.answered:
            raise RuntimeError(f"{load.answered} presses were answered, and {kept} of them kept")
        return load

    def _told(self, what: str, ours: Sequence[Load], bare: Sequence[Load]) -> Iterator[Finding]:
        we, they = (statistics.median(one.per_second for one in side) for side in (ours, bare))
        ratio, least = we / they, self.at_least
        yield Finding(what=what, unit="1/s", ours=we, bare=they, ratio=ratio, at_least=least)
        late, theirs = (statistics.median(one.p99_ms for one in side) for side in (ours, bare))
        yield Finding(what=f"{what}, p99", unit="ms", ours=late, bare=theirs)
