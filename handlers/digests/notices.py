"""What managers read of a digest: the preview, and that one was held or could not be sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from handlers.digests.cards import digest_card
from handlers.digests.editions import Edition, EditionState
from handlers.digests.model import Week
from handlers.digests.shown import Shown
from handlers.digests.wording import week_text
from handlers.message import Block, Button, Buttons, Card, Divider, Note, Paragraph, Tone, values
from handlers.people import Side
from handlers.phrase import Phrase, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Previewed:
    """All that a preview is drawn from."""

    shown: Shown
    """As the manager's own side reads it."""
    editions: Mapping[Side, Edition]
    """Of the sides that have a channel."""
    due: Mapping[Side, datetime] = field(default_factory=dict[Side, datetime])
    is_over: bool
    """The week is over, so that its digest can be sent at once."""

    @property
    def is_held(self) -> bool:
        """Tell whether a manager keeps the digest back."""
        return any(one.state is EditionState.HELD for one in self.editions.values())

    @property
    def waits(self) -> bool:
        """Tell whether any channel has not got it."""
        waiting = {EditionState.PLANNED, EditionState.HELD}
        return any(one.state in waiting for one in self.editions.values())


def preview_card(previewed: Previewed) -> Card:
    """Show managers what both channels will read, and let them hold it or add a note."""
    digest = digest_card(previewed.shown, takes_files=True)
    title = say("digests-preview-title", week=week_text(previewed.shown.week))
    blocks = (*_state(previewed), *_deeds(previewed), Divider(), *digest.blocks)
    return Card(title=title, blocks=blocks)


def _state(previewed: Previewed) -> list[Block]:
    if not previewed.editions:
        return [Note(say("digests-no-channels"), Tone.WARN)]
    told = [_edition(edition, previewed) for edition in previewed.editions.values()]
    return [Note(say("digests-preview-help")), *map(Note, told)]


def _edition(edition: Edition, previewed: Previewed) -> Phrase:
    """Say what became, or will become, of the digest in one channel."""
    side = say(f"digests-side-{edition.side}")
    match edition.state:
        case EditionState.PLANNED:
            return say("digests-edition-planned", side=side, at=previewed.due[edition.side])
        case EditionState.HELD:
            return say("digests-edition-held", side=side)
        case EditionState.SENT:
            at = edition.sent_at or previewed.due[edition.side]
            return say("digests-edition-sent", side=side, at=at)
        case EditionState.SKIPPED:
            return say("digests-edition-skipped", side=side)


def _deeds(previewed: Previewed) -> list[Block]:
    """Offer what can be done with a digest that has not left; one that has is never taken back."""
    week = previewed.shown.week
    if not previewed.waits:
        return []
    hold = "digests-release" if previewed.is_held else "digests-hold"
    does = "digests.release" if previewed.is_held else "digests.hold"
    buttons = [
        Button(label=say(hold), does=does, values=values(week=week)),
        _note_button(week),
    ]
    if previewed.is_over and not previewed.is_held:
        label = say("digests-send")
        now = Button(label=label, does="digests.send", values=values(week=week), tone=Tone.PRIMARY)
        buttons.insert(0, now)
    return [Buttons(tuple(buttons))]


def _note_button(week: Week) -> Button:
    label = say("digests-add-note")
    return Button(label=label, does="digests.note", values=values(week=week), opens=True)


def held_card(week: Week) -> Card:
    """Remind managers that a digest is held, and has not left in its time."""
    release = Button(
        label=say("digests-release"),
        does="digests.release",
        values=values(week=week),
        tone=Tone.PRIMARY,
    )
    title = say("digests-held-title", week=week_text(week))
    blocks = (Paragraph(say("digests-held-help")), Buttons((release, _note_button(week))))
    return Card(title=title, blocks=blocks)


def skipped_card(week: Week, side: Side) -> Card:
    """Tell managers that a digest was not sent, since it would have been old news."""
    show = Button(label=say("digests-look"), does="digests.show", values=values(week=week))
    title = say(f"digests-skipped-{side}", week=week_text(week))
    return Card(title=title, blocks=(Paragraph(say("digests-skipped-help")), Buttons((show,))))


def preview_part(week: Week, waiting: Sequence[Edition]) -> tuple[Block, ...]:
    """Show managers on their own page that a digest waits."""
    held = any(one.state is EditionState.HELD for one in waiting)
    text = say("digests-home-held" if held else "digests-home-waits", week=week_text(week))
    look = Button(label=say("digests-home-look"), does="digests.look", values=values(week=week))
    return (Paragraph(text), Buttons((look,)))
