"""Reads the platform's log, and nothing else, to say what was lost, repeated or out of order."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from tests.proof.platform import HIDDEN


@dataclass
class Written:
    """What was committed and must therefore arrive."""

    posts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """By place, in the order in which they were written."""
    versions: dict[tuple[str, str], int] = field(default_factory=dict)
    """The newest version of each live message, by place and subject."""
    updates: int = 0

    @property
    def messages(self) -> int:
        return sum(map(len, self.posts.values())) + len(self.versions)


@dataclass(frozen=True)
class Verdict:
    """What the log shows."""

    messages: int
    updates: int
    lost: int
    repeated: int
    disordered: int
    stale: int
    impatient: int
    hidden: int
    """Accepted calls whose outcome the platform hid."""


def judge(log: Path, written: Written) -> Verdict:
    """Compare what arrived with what was written."""
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    heard: dict[str, list[str]] = defaultdict(list)
    replaced: list[tuple[str, str]] = []
    for line in lines:
        if line["what"] == "send":
            heard[line["address"]].append(line["text"])
        elif line["what"] == "replace":
            replaced.append((line["address"], line["text"]))
    return Verdict(
        messages=written.messages,
        updates=written.updates,
        lost=_lost(heard, written),
        repeated=_repeated(heard),
        disordered=_disordered(heard, written) + _count(lines, "update of nothing"),
        stale=_stale(lines, written),
        impatient=_count(lines, "impatient"),
        hidden=sum(line.get("fault") in HIDDEN for line in lines),
    )


def _name(text: str) -> str:
    """Name the message: a live one by its subject, without the version."""
    return text.partition(" ")[0]


def _lost(heard: dict[str, list[str]], written: Written) -> int:
    arrived = {(place, _name(text)) for place, texts in heard.items() for text in texts}
    due = {(place, text) for place, texts in written.posts.items() for text in texts}
    return len((due | written.versions.keys()) - arrived)


def _repeated(heard: dict[str, list[str]]) -> int:
    sends = Counter((place, _name(text)) for place, texts in heard.items() for text in texts)
    return sends.total() - len(sends)


def _disordered(heard: dict[str, list[str]], written: Written) -> int:
    """Count plain messages that arrived before one that was written earlier for the same place."""
    wrong = 0
    for place, posts in written.posts.items():
        rank = {text: number for number, text in enumerate(posts)}
        firsts = [rank[text] for text in dict.fromkeys(heard[place]) if text in rank]
        wrong += sum(later < earlier for earlier, later in pairwise(firsts))
    return wrong


def _stale(lines: list[dict[str, str]], written: Written) -> int:
    """Count live messages that went back in time, or whose last form is not the newest."""
    seen: dict[tuple[str, str], list[int]] = defaultdict(list)
    for line in lines:
        subject, _, version = line.get("text", "").partition(" ")
        if version:
            seen[line["address"], subject].append(int(version))
    return sum(
        versions != sorted(versions) or versions[-1] != written.versions[message]
        for message, versions in seen.items()
    )


def _count(lines: list[dict[str, str]], what: str) -> int:
    return sum(line["what"] == what for line in lines)
