"""Says a card in plain words: what notifications show and screen readers read."""

from __future__ import annotations

from bot.i18n import Voice
from bot.platforms.lettering import ELLIPSIS, NOTHING
from bot.platforms.slack.lettering import escaped, measured
from bot.platforms.spoken import lines
from handlers.message import Card

MOST_WORDS = 3900
"""Letters; ``chat.update`` refuses 4,000."""


def in_words(card: Card, voice: Voice) -> str:
    """Say a card line by line, title first, as far as Slack takes it, its markup made harmless."""
    kept: list[str] = []
    room = MOST_WORDS - len(f"\n{ELLIPSIS}")
    for said in lines(card, voice, size=measured):
        room -= measured(said) + 1
        if room < 0:
            kept.append(ELLIPSIS)
            break
        kept.append(escaped(said))
    return "\n".join(kept) or NOTHING
