"""Looks whether Teams is set up: token, keys, certificate, address, rights, channels, administrators."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509

from bot.checkup import Finding, advice, well, wrong
from bot.platforms.port import NotYet, Throttled, Unavailable, Undeliverable
from bot.platforms.teams.contact import FOREIGN
from bot.platforms.teams.errors import TokenRefused
from bot.platforms.teams.graph import Graph
from bot.platforms.teams.keys import Keys
from bot.platforms.teams.members import Members
from bot.platforms.teams.send import TeamsPlatform
from bot.platforms.teams.tokens import BOT, Tokens
from bot.platforms.teams.users import GraphUsers
from handlers.phrase import say, verbatim
from handlers.work import Now

SOON = timedelta(days=30)
"""A certificate that ends within this is told of; renewing one takes its time in a company."""

ENDPOINT = "/api/messages"

VAIN = (NotYet, Throttled, Unavailable, TokenRefused)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the settings say of Teams."""

    app_id: str
    keys_url: str
    hosts: Sequence[str]
    """Public names of this server; Teams calls the first."""
    channels: Mapping[str, str]
    """Ids of the sides' channels, by the side's word."""
    administrators: Sequence[str]
    certificate: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """By what Microsoft is asked; `graph` and `users` where Leadloop may install itself."""

    tokens: Tokens
    keys: Keys
    platform: TeamsPlatform
    members: Members
    graph: Graph | None = None
    users: GraphUsers | None = None


async def checkup(tools: Tools, wanted: Wanted, *, now: Now) -> Sequence[Finding]:
    """Ask Microsoft about everything that the settings name; it changes nothing there."""
    return [finding async for finding in _findings(tools, wanted, now())]


async def _findings(tools: Tools, wanted: Wanted, at: datetime) -> AsyncGenerator[Finding]:
    """Look at the token first: without it there is little else to see."""
    if wanted.certificate is not None:
        yield _certificate(wanted.certificate, at)
    yield _endpoint(wanted)
    yield await _keys(tools.keys, wanted)
    token = await _token(tools.tokens, wanted)
    yield token
    if token != _has_token(wanted):
        return
    async for finding in _rights(tools, wanted):
        yield finding
    for side, channel in wanted.channels.items():
        yield await _channel(tools.platform, side, channel)
    for email in wanted.administrators:
        yield await _administrator(tools.members, email)


def _has_token(wanted: Wanted) -> Finding:
    return well(say("check-teams-token", app=verbatim(wanted.app_id)))


async def _token(tokens: Tokens, wanted: Wanted) -> Finding:
    try:
        await tokens.get(BOT)
    except TokenRefused as refusal:
        return wrong(say("check-teams-refused", code=verbatim(str(refusal))))
    except Unavailable as error:
        return wrong(say("check-teams-away", error=verbatim(str(error))))
    return _has_token(wanted)


async def _keys(keys: Keys, wanted: Wanted) -> Finding:
    if await keys.reach():
        return well(say("check-teams-keys"))
    return wrong(say("check-teams-no-keys", host=verbatim(urlsplit(wanted.keys_url).netloc)))


def _endpoint(wanted: Wanted) -> Finding:
    if not wanted.hosts:
        return advice(say("check-teams-no-endpoint", setting="LEADLOOP_ALLOWED_HOSTS"))
    address = f"https://{wanted.hosts[0]}{ENDPOINT}"
    return well(say("check-teams-endpoint", address=verbatim(address)))


def _certificate(file: Path, at: datetime) -> Finding:
    try:
        until = x509.load_pem_x509_certificate(file.read_bytes()).not_valid_after_utc
    except (OSError, ValueError):
        return wrong(say("check-teams-certificate-odd", file=verbatim(str(file))))
    day = until.astimezone(UTC).date()
    if until <= at:
        return wrong(say("check-teams-certificate-over", until=day))
    if until <= at + SOON:
        return advice(say("check-teams-certificate-soon", until=day))
    return well(say("check-teams-certificate", until=day))


async def _rights(tools: Tools, wanted: Wanted) -> AsyncGenerator[Finding]:
    """Try what Graph is needed for, where the settings want it."""
    if tools.graph is not None:
        yield await _installing(tools.graph)
    if tools.users is not None and not await _may_read(tools.users, wanted):
        yield advice(say("check-teams-no-users"))


async def _installing(graph: Graph) -> Finding:
    try:
        await graph.prepare()
    except (Undeliverable, *VAIN) as trouble:
        return wrong(say("check-teams-no-install", code=verbatim(str(trouble))))
    return well(say("check-teams-install"))


async def _may_read(users: GraphUsers, wanted: Wanted) -> bool:
    anybody = next(iter(wanted.administrators), "leadloop@example.com")
    try:
        return await users.may_read(anybody)
    except VAIN:
        return False


async def _channel(platform: TeamsPlatform, side: str, channel: str) -> Finding:
    team = say(f"delivery-channel-{side}")
    if not channel:
        return advice(say("check-teams-no-channel", team=team))
    try:
        await platform.check(channel)
    except Undeliverable as reason:
        why = "shared" if str(reason) == FOREIGN else "closed"
        return wrong(say(f"check-teams-channel-{why}", team=team, code=verbatim(str(reason))))
    except VAIN as error:
        return wrong(say("check-teams-away", error=verbatim(str(error))))
    return well(say("check-teams-channel", team=team))


async def _administrator(members: Members, email: str) -> Finding:
    try:
        found = await members.address_of(email)
    except VAIN as error:
        return wrong(say("check-teams-away", error=verbatim(str(error))))
    key = "check-teams-administrator-known" if found else "check-teams-administrator"
    told = say(key, email=verbatim(email))
    return well(told) if found else advice(told)
