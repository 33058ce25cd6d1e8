"""Kills a replica in the middle of what it does."""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import Self

from storage.work import SqlWork


class Killed(BaseException):
    """The process ends here."""


@dataclass(slots=True)
class Fuse:
    """Kills a replica after so many steps: each begin and commit of a transaction, each call."""

    steps: int | None = None

    def burn(self) -> None:
        if self.steps is None:
            return
        self.steps -= 1
        if self.steps < 0:
            raise Killed


@dataclass(slots=True)
class Burning:
    """A transaction that may not live to see its commit, or what comes after it."""

    work: SqlWork
    fuse: Fuse

    def __getattr__(self, name: str) -> object:
        return getattr(self.work, name)

    def commit(self) -> None:
        self.fuse.burn()
        self.work.commit()
        self.fuse.burn()

    def __enter__(self) -> Self:
        self.work.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.work.__exit__(kind, error, trace)
