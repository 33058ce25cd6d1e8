"""Sends a week's digest to a channel, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from handlers.digests.choosing import chosen, put_up
from handlers.digests.editions import Edition, EditionState
from handlers.digests.model import Figures, Week
from handlers.digests.shown import DigestingWork, digest_view, preview_view
from handlers.people import Place, Side
from handlers.work import IfUnsure, NewId

SLOT = "digest"
"""The job whose slots are used up by digests, one a Monday and channel."""


def send(
    work: DigestingWork, edition: Edition, figures: Figures, *, at: datetime, new_id: NewId
) -> bool:
    """Send a digest to its channel, and tell whether this transaction was the first to.

    It is a live message, so that it shows which decisions were taken; and it is never sent twice, not
    even where nobody knows whether it arrived.
    """
    week, side = edition.week, edition.side
    if not work.digests.take_slot(SLOT, week.before(-1).first, side.value, at=at):
        return False
    work.digests.keep(figures)
    put_up(work, week, chosen(work, figures, at=at, new_id=new_id))
    work.digests.keep_edition(replace(edition, state=EditionState.SENT, sent_at=at))
    work.outbox.show(Place.channel(side), digest_view(week, side), if_unsure=IfUnsure.LEAVE)
    refresh_previews(work, week)
    return True


def refresh_previews(work: DigestingWork, week: Week) -> None:
    """Bring the preview of a week up to date, wherever managers have it."""
    for side in Side:
        work.outbox.refresh(preview_view(week, side))


def refresh_digests(work: DigestingWork, week: Week) -> None:
    """Bring the digests up to date that show a week's decisions: its own, and the one after it."""
    for one in (week, week.before(-1)):
        for side in Side:
            work.outbox.refresh(digest_view(one, side))
