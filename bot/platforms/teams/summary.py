"""Says a card in plain words: what notifications show and screen readers read."""

from __future__ import annotations

from bot.i18n import Voice
from bot.platforms.lettering import ELLIPSIS, NOTHING, counted
from bot.platforms.spoken import lines
from bot.platforms.teams.lettering import escaped
from handlers.message import Card

MOST_WORDS = 1000


def in_words(card: Card, voice: Voice) -> str:
    """Say a card line by line, title first, as far as a notification reaches, without any markup."""
    kept: list[str] = []
    room = MOST_WORDS - len(f"\n{ELLIPSIS}")
    for said in map(escaped, lines(card, voice)):
        room -= counted(said) + 1
        if room < 0:
            kept.append(ELLIPSIS)
            break
        kept.append(said)
    return "\n".join(kept) or NOTHING
