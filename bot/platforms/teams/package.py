"""The app package that an administrator uploads to Teams: manifest 1.25, icons, four languages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from io import BytesIO
from string import Template
from typing import Any, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from resvg_py import svg_to_bytes

from bot.i18n import Voice
from handlers.errors import Refused
from handlers.people import Language
from handlers.phrase import Phrase, say

SCHEMA = "https://developer.microsoft.com/json-schemas/teams/v1.25/"
MANIFEST_VERSION = "1.25"
"""The first that knows shared and private channels; every Teams of today takes it."""

ACCENT = "#3a56c5"
LONGEST_COMPANY = 32
LONGEST_ADDRESS = 2048

COMMANDS: Mapping[str, Sequence[str]] = {
    "personal": ("ask", "flag", "definition", "agenda", "digest", "home", "settings", "help"),
    "team": ("ask", "definition", "agenda", "help"),
    "groupChat": ("ask", "definition", "agenda", "help"),
}
"""What the menu offers where; in channels people cannot be shown what is only theirs."""

ON_MESSAGES: Mapping[str, str] = {"what_happened": "what-happened", "flag_lead": "flag-lead"}
"""The commands on somebody's message by their ids, each with its texts."""

FIRST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the package: the same settings make the same bytes."""

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")

Json = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who the store page names as the app's maker: the company itself."""

    company: str
    website: str
    """Where people find help."""
    privacy: str = ""
    """Empty where the website says it."""
    terms: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppDetails:
    """What the settings say of the app."""

    app_id: str
    """Application (client) id of the registration; it is the bot's id, and the app's too."""
    version: str
    """Of Leadloop, as ``1.2.3``; Teams takes an update only with a higher one."""
    publisher: Publisher
    link_hosts: Sequence[str] = ()
    """Hosts of the CRM's pages, whose links get a card."""


def app_package(details: AppDetails) -> bytes:
    """Write the package as a zip file.

    Raises `Refused` for what Teams would not take: an address without https, a company's name that
    is missing or too long, a host that is none.
    """
    _check(details)
    files = {
        "manifest.json": _written(manifest(details)),
        "color.png": icon(192, view="0 0 32 32", ground=ACCENT, stroke="2.6"),
        "outline.png": icon(32, view="4.5 3.5 23 23", ground="none", stroke="2"),
        **{_file(one): _written(_texts_in(one)) for one in _further()},
    }
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name, FIRST), content, ZIP_DEFLATED)
    return packed.getvalue()


def manifest(details: AppDetails) -> Json:
    """Describe the app: a bot in chats, teams and group chats, with no right to read along."""
    whole: Json = {
        "$schema": f"{SCHEMA}MicrosoftTeams.schema.json",
        "manifestVersion": MANIFEST_VERSION,
        "version": details.version,
        "id": details.app_id,
        "developer": _developer(details.publisher),
        "name": {},
        "description": {},
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": ACCENT,
        "supportsChannelFeatures": "tier1",
        "localizationInfo": {
            "defaultLanguageTag": Language.ENGLISH.value,
            "additionalLanguages": [
                {"languageTag": one.value, "file": _file(one)} for one in _further()
            ],
        },
        "bots": [_bot(details.app_id)],
        "composeExtensions": [_extension(details)],
        "validDomains": [],
    }
    for place, text in _texts(Language.ENGLISH):
        _set(whole, place, text)
    return whole


def icon(pixels: int, *, view: str, ground: str, stroke: str) -> bytes:
    """Draw our sign as PNG; Teams wants one in colour, and one in white on nothing."""
    drawing = resources.files("bot.platforms.teams").joinpath("icon.svg")
    svg = Template(drawing.read_text(encoding="utf-8")).substitute(
        view=view, ground=ground, stroke=stroke
    )
    return bytes(svg_to_bytes(svg_string=svg, width=pixels, height=pixels))


def _developer(publisher: Publisher) -> Json:
    return {
        "name": publisher.company,
        "websiteUrl": publisher.website,
        "privacyUrl": publisher.privacy or publisher.website,
        "termsOfUseUrl": publisher.terms or publisher.website,
    }


def _bot(app_id: str) -> Json:
    return {
        "botId": app_id,
        "scopes": list(COMMANDS),
        "supportsFiles": True,
        "isNotificationOnly": False,
        "commandLists": [
            {"scopes": [scope], "commands": [{} for _ in names]}
            for scope, names in COMMANDS.items()
        ],
    }


def _extension(details: AppDetails) -> Json:
    commands: list[Json] = [
        {"id": id, "type": "action", "context": ["message"], "fetchTask": True}
        for id in ON_MESSAGES
    ]
    links: Json = {"type": "link", "value": {"domains": list(details.link_hosts)}}
    extension: Json = {"botId": details.app_id, "commands": commands}
    return extension | ({"messageHandlers": [links]} if details.link_hosts else {})


def _check(details: AppDetails) -> None:
    publisher = details.publisher
    if not publisher.company or len(publisher.company) > LONGEST_COMPANY:
        raise Refused(say("package-company", most=LONGEST_COMPANY))
    for address in (publisher.website, publisher.privacy, publisher.terms):
        if address and (not address.startswith("https://") or len(address) > LONGEST_ADDRESS):
            raise Refused(say("package-https"))
    if not publisher.website:
        raise Refused(say("package-https"))
    for host in details.link_hosts:
        if not _HOST.fullmatch(host.lower()):
            raise Refused(say("package-host", host=host, setting="LEADLOOP_CRM_HOSTS"))


# ---- texts


def _further() -> Sequence[Language]:
    return [one for one in Language if one is not Language.ENGLISH]


def _file(language: Language) -> str:
    return f"{language.value}.json"


def _texts_in(language: Language) -> Mapping[str, str]:
    schema = {"$schema": f"{SCHEMA}MicrosoftTeams.Localization.schema.json"}
    return schema | dict(_texts(language))


def _texts(language: Language) -> Iterator[tuple[str, str]]:
    voice = Voice(language, "UTC")
    return ((place, voice.speak(phrase)) for place, phrase in _phrases())


def _phrases() -> Iterator[tuple[str, Phrase]]:
    """Name every text of the manifest by its place."""
    yield "name.short", say("package-name")
    yield "name.full", say("package-full-name")
    yield "description.short", say("package-summary")
    yield "description.full", say("package-description")
    for at, name in enumerate(ON_MESSAGES.values()):
        yield from _titled(f"composeExtensions[0].commands[{at}]", name)
    for list_at, names in enumerate(COMMANDS.values()):
        for at, name in enumerate(names):
            yield from _titled(f"bots[0].commandLists[{list_at}].commands[{at}]", name)


def _titled(place: str, name: str) -> Iterator[tuple[str, Phrase]]:
    yield f"{place}.title", say(f"package-{name}")
    yield f"{place}.description", say(f"package-{name}-hint")


def _set(whole: Json, place: str, text: str) -> None:
    """Put a text at its place, such as ``bots[0].commandLists[1].commands[0].title``."""
    *steps, last = re.findall(r"\w+", place)
    part: object = whole
    for step in steps:
        part = cast("Any", part)[int(step) if step.isdigit() else step]
    cast("Json", part)[last] = text


def _written(content: Mapping[str, object]) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=2).encode() + b"\n"
