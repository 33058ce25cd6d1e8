"""What a person did, and what they get back at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from handlers.message import Card, Form
from handlers.people import PersonId, Place
from handlers.phrase import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction:
    """A press, a sent form or a said sentence. All of it but `actor` and `id` may be forged."""

    name: str
    """The route: ``questions.answer``; a sentence said to the bot is ``said``."""
    actor: PersonId
    """Who did it, as the platform's own sign-in proves."""
    place: Place
    """Where it was done."""
    id: str
    """Unique per deed and the same in every repeat of it: the once-key."""
    values: Mapping[str, str] = field(default_factory=dict[str, str])
    """What the button carried or the form's fields hold; line breaks part several choices."""
    text: str = ""
    """The words, without the mention of the bot."""


@dataclass(frozen=True, slots=True)
class Open:
    """Show this form to the person."""

    form: Form


@dataclass(frozen=True, slots=True)
class Show:
    """Put this card in place of the one that was pressed."""

    card: Card


@dataclass(frozen=True, slots=True)
class Whisper:
    """Tell this to the person alone."""

    card: Card


@dataclass(frozen=True, slots=True)
class Correct:
    """Keep the form open, with these sentences beside its fields."""

    errors: Mapping[str, Phrase]


@dataclass(frozen=True, slots=True)
class Nothing:
    """It is done, and what the person sees changes by itself."""

    again: bool = field(default=False, compare=False)
    """It was done before, and this was a repeat: so there is nothing to wait for."""


Reply = Open | Show | Whisper | Correct | Nothing
Handler = Callable[[Interaction], Reply]
Routes = Mapping[str, Handler]


def whisper(phrase: Phrase) -> Whisper:
    """Tell one sentence to the person alone."""
    return Whisper(Card(title=phrase, blocks=()))
