"""`leadloop teams`: what an administrator of Teams needs, for whoever runs Leadloop."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from bot.config import Settings
from bot.i18n import Voice
from bot.platforms.teams.package import AppDetails, Publisher, app_package
from handlers.errors import Refused
from handlers.phrase import say

OpenSettings = Callable[[], AbstractContextManager[Settings]]
"""Gives the settings, and says whatever is refused as one sentence."""


def teams_commands(opened: OpenSettings) -> typer.Typer:
    """Make the commands for Teams."""
    commands = typer.Typer(help="Teams' side of Leadloop.", no_args_is_help=True)

    @commands.callback()
    def _teams() -> None:
        """Teams' side of Leadloop."""

    @commands.command()
    def package(
        out: Annotated[Path, typer.Argument(metavar="OUT.zip", help="Where to write it.")],
        *,
        company: Annotated[str, typer.Option(help="Your company's name, as people see it.")],
        website: Annotated[str, typer.Option(help="Where people find help; https.")],
        privacy: Annotated[str, typer.Option(help="Your privacy notice, if elsewhere.")] = "",
        terms: Annotated[str, typer.Option(help="Your terms of use, if elsewhere.")] = "",
    ) -> None:
        """Write the app package that is uploaded to Teams."""
        publisher = Publisher(company=company, website=website, privacy=privacy, terms=terms)
        with opened() as settings:
            write_package(settings, out, publisher)
            written = say("package-written", file=str(out))
            typer.echo(Voice(settings.language, settings.zone).speak(written))

    return commands


def write_package(settings: Settings, out: Path, publisher: Publisher) -> None:
    """Write the package for the app of the settings; raises `Refused`."""
    if not settings.teams_app_id:
        raise Refused(say("package-no-app", setting="LEADLOOP_TEAMS_APP_ID"))
    details = AppDetails(
        app_id=settings.teams_app_id.lower(),
        version=_numbered(version("leadloop")),
        publisher=publisher,
        link_hosts=settings.crm_hosts,
    )
    content = app_package(details)
    try:
        out.write_bytes(content)
    except OSError:
        raise Refused(say("package-not-written", file=str(out))) from None


def _numbered(release: str) -> str:
    """Give a version as Teams wants it: three numbers, and nothing after them."""
    numbers = re.findall(r"\d+", release)[:3]
    return ".".join([*numbers, *["0"] * (3 - len(numbers))])
