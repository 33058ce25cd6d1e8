"""Reads Slack's events: what was said to us, and what changed in the workspace."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.platforms.payload import Json, part, text, things
from bot.platforms.slack.deed import (
    HOME,
    Attached,
    Deed,
    Heard,
    Kind,
    Preview,
    ProfileChanged,
    Revoked,
    Spot,
    ident,
    once,
    thread_of,
)
from bot.platforms.slack.words import plain
from handlers.commands import HOME_OPENED, SAID, Wish, spoken

MOST_LINKS = 5
"""Links of one message that get a card."""
MOST_FILES = 5
"""Lists in one message that are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ourselves:
    """By what we know that we are meant."""

    bot: str
    """The user id of our bot."""
    link_hosts: frozenset[str]
    """Hosts of the CRM's pages, in lower case; their sub-domains count."""


@dataclass(frozen=True, slots=True)
class _Event:
    """An event with what its envelope says of it."""

    what: Json
    once: str
    is_shared: bool
    us: Ourselves


def read_event(payload: Json, us: Ourselves) -> tuple[Heard, ...]:
    """Give what an event tells us; nothing where it is none of our business."""
    what, id = part(payload, "event"), ident(payload, "event_id")
    reader = _READERS.get(text(what, "type"))
    if reader is None or not id:
        return ()
    return reader(_Event(what, once(id), payload.get("is_ext_shared_channel") is True, us))


def _mentioned(event: _Event) -> tuple[Heard, ...]:
    """Read a mention; it is answered in the thread below it, or in the one it was made in."""
    what = event.what
    user, channel, ts = ident(what, "user"), ident(what, "channel"), ident(what, "ts")
    spot = Spot(kind=Kind.SAID, channel=channel, thread=ident(what, "thread_ts") or ts)
    place = thread_of(channel, spot.thread)
    if _is_by_an_app(what) or spot.is_direct or not (user and place):
        return ()
    wish = spoken(plain(text(what, "text"), bot=event.us.bot))
    return (
        Deed(
            user=user,
            does=wish.route,
            once=event.once,
            spot=spot,
            place=place,
            values=wish.values,
            text=wish.words,
            is_shared=event.is_shared,
        ),
    )


def _said(event: _Event) -> tuple[Heard, ...]:
    """Read a direct message; what is said in channels comes as a mention, and edits are not read."""
    what = event.what
    user, channel = ident(what, "user"), ident(what, "channel")
    if text(what, "channel_type") != "im" or not _is_new(what) or _is_by_an_app(what):
        return ()
    if not user or not channel:
        return ()
    spot = Spot(kind=Kind.SAID, channel=channel, thread=ident(what, "thread_ts"))
    files = tuple(_attached(file) for file in things(what, "files")[:MOST_FILES])
    words = plain(text(what, "text"), bot=event.us.bot)
    wish = Wish(SAID, words) if files else spoken(words)
    return (
        Deed(
            user=user,
            does=wish.route,
            once=event.once,
            spot=spot,
            values=wish.values,
            text=wish.words,
            files=files,
        ),
    )


def _is_new(what: Json) -> bool:
    return what.get("subtype") is None or text(what, "subtype") == "file_share"


def _is_by_an_app(what: Json) -> bool:
    return bool(what.get("bot_id"))


def _attached(file: Json) -> Attached:
    size = file.get("size")
    return Attached(
        name=text(file, "name") or "leads.csv",
        url=text(file, "url_private_download") or text(file, "url_private"),
        size=size if isinstance(size, int) else 0,
    )


def _home(event: _Event) -> tuple[Heard, ...]:
    user = ident(event.what, "user")
    if not user or text(event.what, "tab") != "home":
        return ()
    spot = Spot(kind=Kind.HOME)
    return (Deed(user=user, does=HOME_OPENED, once=event.once, spot=spot, place=HOME),)


def _joined(event: _Event) -> tuple[Heard, ...]:
    """Read that a channel took us in; the deed is that of whoever invited us."""
    what, channel = event.what, ident(event.what, "channel")
    place = thread_of(channel, "")
    if ident(what, "user") != event.us.bot or not place:
        return ()
    spot = Spot(kind=Kind.JOINED, channel=channel)
    return (
        Deed(
            user=ident(what, "inviter"),
            does="channels.joined",
            once=event.once,
            spot=spot,
            place=place,
            is_shared=event.is_shared,
        ),
    )


def _linked(event: _Event) -> tuple[Heard, ...]:
    """Read the links to leads in a message, each of which gets a card."""
    user, urls = ident(event.what, "user"), dict.fromkeys(_links(event))
    if not user:
        return ()
    return tuple(
        Deed(
            user=user,
            does="leads.unfurl",
            once=f"{event.once}:{number}",
            spot=Spot(
                kind=Kind.LINK,
                channel=ident(event.what, "channel"),
                preview=_preview(event.what, url),
            ),
            values={"link": plain(url)},
            is_shared=event.is_shared,
        )
        for number, url in enumerate(list(urls)[:MOST_LINKS])
    )


def _links(event: _Event) -> list[str]:
    urls = [text(link, "url") for link in things(event.what, "links")]
    return [url for url in urls if is_at(url, event.us.link_hosts)]


def is_at(url: str, hosts: frozenset[str]) -> bool:
    """Tell whether an address is a page of one of these hosts or of their sub-domains."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme == "https" and any(
        host == known or host.endswith(f".{known}") for known in hosts
    )


def _preview(what: Json, url: str) -> Preview:
    return Preview(
        url=url,
        unfurl=text(what, "unfurl_id"),
        source=ident(what, "source"),
        ts=ident(what, "message_ts"),
        channel=ident(what, "channel"),
        is_ours=what.get("is_bot_user_member") is True,
    )


def _profile(event: _Event) -> tuple[Heard, ...]:
    user = ident(event.what, "user", "id")
    return (ProfileChanged(user),) if user else ()


def _revoked(event: _Event) -> tuple[Heard, ...]:
    """Read that our token is gone; that somebody's own token is gone is none of our business."""
    tokens = part(event.what, "tokens")
    is_ours = text(event.what, "type") == "app_uninstalled" or bool(tokens.get("bot"))
    return (Revoked(),) if is_ours else ()


_READERS: Mapping[str, Callable[[_Event], tuple[Heard, ...]]] = {
    "app_mention": _mentioned,
    "message": _said,
    "app_home_opened": _home,
    "member_joined_channel": _joined,
    "link_shared": _linked,
    "user_change": _profile,
    "tokens_revoked": _revoked,
    "app_uninstalled": _revoked,
}
