"""Finds who answers to what a person did, and turns a refusal into a kind answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from handlers.errors import AlreadyDone, Refused
from handlers.interaction import Handler, Interaction, Nothing, Reply, Routes, whisper
from handlers.phrase import say


@dataclass(frozen=True, slots=True)
class Router:
    """One dict of routes, merged from every feature's own."""

    routes: Routes

    def route(self, asked: Interaction) -> Reply:
        """Let the right handler answer.

        A refusal becomes a sentence for the person, a repeat has no effect, and a button of an
        older version is answered kindly.
        Any other error is the caller's: it alone knows how its platform asks for a second try.
        """
        handler = self.routes.get(asked.name)
        if handler is None:
            return whisper(say("router-unknown"))
        try:
            return handler(_storable(asked))
        except AlreadyDone:
            return Nothing(again=True)
        except Refused as refusal:
            return whisper(refusal.phrase)


def _storable(asked: Interaction) -> Interaction:
    """Drop what no database can keep, and nobody types: NUL and halves of surrogate pairs."""
    given = {_clean(name): _clean(value) for name, value in asked.values.items()}
    return replace(asked, values=given, text=_clean(asked.text))


def _clean(text: str) -> str:
    return text.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")


def merged(features: Iterable[Routes]) -> Routes:
    """Put the features' routes into one dict, and refuse two handlers for one name."""
    routes: dict[str, Handler] = {}
    for feature in features:
        for name, handler in feature.items():
            if name in routes:
                message = f"two handlers answer to {name}"
                raise ValueError(message)
            routes[name] = handler
    return routes
