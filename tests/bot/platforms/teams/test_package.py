"""The app package is what Teams takes, asks for little, and speaks four languages."""

from __future__ import annotations

import json
import re
import struct
import zlib
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.teams import package
from bot.platforms.teams.package import AppDetails, Publisher, app_package
from bot.platforms.teams.parse import ACTIONS
from handlers.commands import (
    AGENDA,
    ASK,
    DEFINITION,
    DIGEST,
    FLAG,
    HELP,
    HOME_OPENED,
    SETTINGS,
    WORDS,
)
from handlers.errors import Refused
from handlers.people import Language
from tests.bot.platforms.teams.manifest_rules import LANGUAGE, MANIFEST, faults

DETAILS = AppDetails(
    app_id="11111111-2222-4333-8444-555555555555",
    version="1.2.3",
    publisher=Publisher(company="Northwind", website="https://northwind.example/leadloop"),
    link_hosts=("app.hubspot.com", "northwind.lightning.force.com"),
)
FURTHER = ("pl", "ru", "zh")
ROUTES = {
    "ask": ASK,
    "flag": FLAG,
    "definition": DEFINITION,
    "agenda": AGENDA,
    "digest": DIGEST,
    "home": HOME_OPENED,
    "settings": SETTINGS,
    "help": HELP,
}

TOO_LONG = [
    ("name.short", 30),
    ("name.full", 100),
    ("description.short", 80),
    ("description.full", 4000),
    ("developer.name", 32),
    ("version", 256),
    ("bots.0.commandLists.0.commands.0.title", 128),
    ("bots.0.commandLists.0.commands.0.description", 4000),
    ("composeExtensions.0.commands.0.id", 64),
    ("composeExtensions.0.commands.0.title", 32),
    ("composeExtensions.0.commands.0.description", 128),
]
TOO_MANY = [
    ("bots", 1),
    ("bots.0.commandLists", 3),
    ("bots.0.commandLists.0.commands", 12),
    ("composeExtensions", 1),
    ("composeExtensions.0.commands", 10),
    ("composeExtensions.0.messageHandlers", 5),
    ("validDomains", 16),
]


def files(details: AppDetails = DETAILS) -> dict[str, bytes]:
    with ZipFile(BytesIO(app_package(details))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def manifest(details: AppDetails = DETAILS) -> Any:
    return json.loads(files(details)["manifest.json"])


def at(whole: Any, place: str) -> Any:
    """Give the part that holds a place, and the last step to it."""
    *steps, last = place.split(".")
    for step in steps:
        whole = whole[int(step) if step.isdigit() else step]
    return whole, int(last) if last.isdigit() else last


def pixels(png: bytes) -> tuple[int, int, list[tuple[int, ...]]]:
    """Read a PNG of eight-bit RGBA as our own drawing makes it: width, height, its pixels."""
    width, height, depth, kind = struct.unpack(">IIBB", png[16:26])
    assert (depth, kind) == (8, 6)
    packed, place = b"", 8
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        if png[place + 4 : place + 8] == b"IDAT":
            packed += png[place + 8 : place + 8 + length]
        place += 12 + length
    rows = _unfiltered(zlib.decompress(packed), width * 4)
    starts = range(0, width * 4, 4)
    return width, height, [(*row[x : x + 3], row[x + 3]) for row in rows for x in starts]


def _unfiltered(raw: bytes, stride: int) -> list[bytearray]:
    rows = [bytearray(stride)]
    for start in range(0, len(raw), stride + 1):
        kind, row, above = raw[start], bytearray(raw[start + 1 : start + 1 + stride]), rows[-1]
        for x in range(stride):
            left, corner = (row[x - 4], above[x - 4]) if x >= 4 else (0, 0)
            row[x] = (row[x] + _guess(kind, left, above[x], corner)) % 256
        rows.append(row)
    return rows[1:]


def _guess(kind: int, left: int, above: int, corner: int) -> int:
    if kind == 4:
        straight = left + above - corner
        return min((left, above, corner), key=lambda one: abs(straight - one))
    return (0, left, above, (left + above) // 2)[kind]


# What Teams takes


@pytest.mark.parametrize("hosts", [(), DETAILS.link_hosts])
def test_the_package_keeps_every_rule(hosts: tuple[str, ...]) -> None:
    whole = files(replace(DETAILS, link_hosts=hosts))
    assert set(whole) == {"manifest.json", "color.png", "outline.png"} | {
        f"{one}.json" for one in FURTHER
    }
    assert faults(json.loads(whole["manifest.json"]), MANIFEST) == []
    for one in FURTHER:
        assert faults(json.loads(whole[f"{one}.json"]), LANGUAGE) == []


@pytest.mark.parametrize(("place", "most"), TOO_LONG)
def test_the_table_finds_a_text_that_is_too_long(place: str, most: int) -> None:
    whole = manifest()
    part, last = at(whole, place)
    part[last] = "1.2." + "3" * (most - 3) if place == "version" else "x" * (most + 1)
    assert [one.partition(":")[0] for one in faults(whole, MANIFEST)] == [place]
    part[last] = part[last][:-1]
    assert faults(whole, MANIFEST) == []


@pytest.mark.parametrize(("place", "most"), TOO_MANY)
def test_the_table_finds_a_list_that_is_too_long(place: str, most: int) -> None:
    whole = manifest()
    part, last = at(whole, place)
    item = (part[last] or ["leadloop.example"])[0]
    part[last] = [item] * (most + 1)
    assert [one.partition(":")[0] for one in faults(whole, MANIFEST)] == [place]
    part[last] = [item] * most
    assert faults(whole, MANIFEST) == []


@pytest.mark.parametrize(
    "place", ["id", "name.short", "developer.privacyUrl", "icons.outline", "bots.0.botId"]
)
def test_the_table_finds_what_is_missing(place: str) -> None:
    whole = manifest()
    part, last = at(whole, place)
    del part[last]
    assert faults(whole, MANIFEST)


# What it asks for


def test_it_reads_along_nowhere_and_shows_no_page_of_its_own() -> None:
    whole = manifest()
    assert not {"authorization", "permissions", "webApplicationInfo", "staticTabs"} & set(whole)
    assert whole["validDomains"] == []
    assert whole["supportsChannelFeatures"] == "tier1"
    assert whole["bots"][0]["supportsFiles"]


def test_links_are_asked_for_only_where_the_crm_has_pages() -> None:
    handlers = manifest()["composeExtensions"][0]["messageHandlers"]
    assert [one["value"]["domains"] for one in handlers] == [list(DETAILS.link_hosts)]
    without = manifest(replace(DETAILS, link_hosts=()))
    assert "messageHandlers" not in without["composeExtensions"][0]


def test_the_actions_stand_on_messages_and_are_answered_by_us() -> None:
    commands = manifest()["composeExtensions"][0]["commands"]
    assert [one["id"] for one in commands] == ["what_happened", "flag_lead"]
    for command in commands:
        assert (command["type"], command["fetchTask"]) == ("action", True)
        assert command["context"] == ["message"]
        assert command["id"] in ACTIONS


def test_a_channel_offers_nothing_that_is_only_one_persons() -> None:
    lists = {one["scopes"][0]: one["commands"] for one in manifest()["bots"][0]["commandLists"]}
    titles = {scope: {one["title"] for one in commands} for scope, commands in lists.items()}
    assert titles["team"] == titles["groupChat"] == {"ask", "definition", "agenda", "help"}
    assert titles["personal"] == titles["team"] | {"flag", "digest", "home", "settings"}


# Languages


def test_every_text_of_the_manifest_is_there_in_every_language() -> None:
    whole = files()
    english = json.loads(whole["manifest.json"])
    places = {"name.short", "name.full", "description.short", "description.full"}
    places |= {
        f"bots[0].commandLists[{i}].commands[{j}].{part}"
        for i, one in enumerate(english["bots"][0]["commandLists"])
        for j in range(len(one["commands"]))
        for part in ("title", "description")
    }
    places |= {
        f"composeExtensions[0].commands[{i}].{part}"
        for i in range(len(english["composeExtensions"][0]["commands"]))
        for part in ("title", "description")
    }
    for language in FURTHER:
        spoken = json.loads(whole[f"{language}.json"])
        assert set(spoken) - {"$schema"} == places
        for place, text in spoken.items():
            part, last = at(english, re.sub(r"\[(\d)\]", r".\1", place))
            assert place in {"$schema", "name.short"} or text != part[last]


@pytest.mark.parametrize("language", [one.value for one in Language])
def test_every_command_of_the_menu_is_understood_in_its_language(language: str) -> None:
    spoken = menu(language)
    for list_at, names in enumerate(package.COMMANDS.values()):
        for at, name in enumerate(names):
            title = spoken[f"bots[0].commandLists[{list_at}].commands[{at}].title"]
            assert title in WORDS[ROUTES[name]]


def menu(language: str) -> Any:
    if language != "en":
        return json.loads(files()[f"{language}.json"])
    lists = manifest()["bots"][0]["commandLists"]
    return {
        f"bots[0].commandLists[{i}].commands[{j}].title": command["title"]
        for i, one in enumerate(lists)
        for j, command in enumerate(one["commands"])
    }


def test_the_languages_are_all_that_leadloop_speaks() -> None:
    told = manifest()["localizationInfo"]
    tags = [
        told["defaultLanguageTag"],
        *(one["languageTag"] for one in told["additionalLanguages"]),
    ]
    assert tags == [one.value for one in Language]


# Icons


def test_the_icons_are_as_teams_wants_them() -> None:
    whole = files()
    width, height, coloured = pixels(whole["color.png"])
    assert (width, height) == (192, 192)
    assert {one[3] for one in coloured} == {255}
    assert coloured[0][:3] == (0x3A, 0x56, 0xC5)
    width, height, outline = pixels(whole["outline.png"])
    assert (width, height) == (32, 32)
    assert outline[0][3] == 0
    seen = [one for one in outline if one[3]]
    assert len(seen) > 100
    assert {one[:3] for one in seen if one[3] == 255} == {(255, 255, 255)}
    edge = [outline[y * 32 + x] for y in range(32) for x in range(32) if {x, y} & {0, 31}]
    assert {one[3] for one in edge} == {0}


def test_the_same_settings_make_the_same_bytes() -> None:
    assert app_package(DETAILS) == app_package(DETAILS)


# What is refused


@pytest.mark.parametrize(
    ("publisher", "key"),
    [
        (Publisher(company="", website="https://n.example"), "package-company"),
        (Publisher(company="x" * 33, website="https://n.example"), "package-company"),
        (Publisher(company="N", website=""), "package-https"),
        (Publisher(company="N", website="http://n.example"), "package-https"),
        (Publisher(company="N", website="https://n.example", terms="ftp://x"), "package-https"),
        (Publisher(company="N", website="https://" + "n" * 2048), "package-https"),
    ],
)
def test_what_teams_would_not_take_is_refused_in_one_sentence(
    publisher: Publisher, key: str
) -> None:
    with pytest.raises(Refused) as refused:
        app_package(replace(DETAILS, publisher=publisher))
    assert refused.value.phrase.key == key


@pytest.mark.parametrize(
    "host", ["", "*", "https://crm.example", "crm", "crm.example/leads", "*.com"]
)
def test_only_hosts_can_be_linked(host: str) -> None:
    with pytest.raises(Refused) as refused:
        app_package(replace(DETAILS, link_hosts=(host,)))
    assert refused.value.phrase.key == "package-host"


@given(company=st.text(min_size=1, max_size=32), path=st.text("abc/-?=&%", max_size=20))
def test_whatever_the_company_is_called_the_manifest_keeps_the_rules(
    company: str, path: str
) -> None:
    publisher = Publisher(company=company, website=f"https://n.example/{path}")
    assert faults(manifest(replace(DETAILS, publisher=publisher)), MANIFEST) == []
