"""`leadloop teams package` writes what is uploaded to Teams, or says in one sentence why not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner

from bot.config import Settings
from bot.platforms.teams.package import Publisher
from bot.teams_command import teams_commands, write_package
from handlers.errors import Refused
from tests.bot.platforms.teams.manifest_rules import MANIFEST, faults

APP = "6F1C0E4A-6A1E-4C0B-9A53-0F6F7B8F2C11"
PUBLISHER = Publisher(company="Northwind", website="https://northwind.example")


def settings(**given: Any) -> Settings:
    return Settings(_env_file=None, **given)  # type: ignore[call-arg]


def test_the_command_writes_a_package_for_the_app_of_the_settings(tmp_path: Path) -> None:
    @contextmanager
    def opened() -> Iterator[Settings]:
        yield settings(teams_app_id=APP, crm_hosts=("app.hubspot.com",))

    out = tmp_path / "leadloop.zip"
    options = ["--company", "Northwind", "--website", "https://northwind.example"]
    ended = CliRunner().invoke(teams_commands(opened), ["package", str(out), *options])
    assert ended.exit_code == 0, ended.output
    assert "leadloop.zip" in ended.output.replace("\n", "")
    with ZipFile(out) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    assert faults(manifest, MANIFEST) == []
    assert manifest["id"] == manifest["bots"][0]["botId"] == APP.lower()
    assert manifest["developer"]["name"] == "Northwind"


@pytest.mark.parametrize(
    ("given", "out", "key"),
    [
        ({}, "leadloop.zip", "package-no-app"),
        ({"teams_app_id": APP}, "no/such/folder/leadloop.zip", "package-not-written"),
        ({"teams_app_id": APP, "crm_hosts": ("*",)}, "leadloop.zip", "package-host"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(
    tmp_path: Path, given: dict[str, Any], out: str, key: str
) -> None:
    with pytest.raises(Refused) as refused:
        write_package(settings(**given), tmp_path / out, PUBLISHER)
    assert refused.value.phrase.key == key
    assert list(tmp_path.iterdir()) == []
