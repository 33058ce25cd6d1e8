"""The command line: what whoever runs Leadloop types."""

from __future__ import annotations

import json
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.agreed_command import AgreedDesk, add_agreed_commands
from bot.audit_command import AuditDesk, add_audit_command
from bot.config import Settings
from bot.digest_command import DigestDesk, add_digest_command
from bot.i18n import Voice
from bot.outbox_command import OutboxDesk, outbox_commands
from bot.people_command import Desk as PeopleDesk
from bot.people_command import people_commands
from bot.rehearse_command import RehearsalDesk, add_rehearse_command
from bot.rules_command import RulesDesk, rules_commands
from bot.teams_command import teams_commands
from bot.usage import PlainGroup
from handlers.errors import Refused, Unusable
from handlers.people import Language
from handlers.phrase import say

REFUSED = 1
"""The exit status of a command that did not do what was asked."""

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object for scripts.")]
Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="CSV or XLSX exports.")]

leadloop = typer.Typer(
    name="leadloop",
    cls=PlainGroup,
    help="The go-between of sales and marketing: what became of each lead, in the chat they use.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@contextmanager
def _refusals() -> Generator[Settings]:
    """Give the settings; say whatever is refused as one sentence on stderr."""
    language = Language.ENGLISH
    try:
        settings = Settings.read()
        language = settings.language
        yield settings
    except Refused as refusal:
        typer.echo(Voice(language, "UTC").speak(refusal.phrase), err=True)
        raise typer.Exit(REFUSED) from None
    except Unusable as trouble:
        typer.echo(str(trouble), err=True)
        raise typer.Exit(REFUSED) from None


@leadloop.command()
def demo(
    data: Annotated[
        list[Path] | None,
        typer.Option(help="Your own export, or a folder of them, instead of the invented leads."),
    ] = None,
    *,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 takes a free one.")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget the last visit.")] = False,
) -> None:
    """Try Leadloop in a browser: no account, token or network needed."""
    with _refusals() as settings:
        from bot.demo import Visit, run_demo

        where = settings.port if port is None else port
        run_demo(settings, Visit(data=data or [], port=where, fresh=fresh, opened=_welcome))


def _welcome(address: str) -> None:
    typer.echo(f"Leadloop's demo is open at {address} (stop it with Ctrl+C)")


@leadloop.command("import")
def import_leads(
    files: Files,
    *,
    as_json: Json = False,
    mapping: Annotated[
        Path | None, typer.Option("--map", help="TOML file with columns, status and reason words.")
    ] = None,
    zone: Annotated[
        str | None, typer.Option(help="Time zone of dates that name none, like Europe/Warsaw.")
    ] = None,
    system: Annotated[
        str, typer.Option(help="The CRM's short name, where the headings do not tell it.")
    ] = "",
) -> None:
    """Bring in leads from a CRM's export; importing again updates and never doubles."""
    with _refusals() as settings:
        from bot import commands
        from bot.crm.file.report import as_json as imported_json
        from bot.crm.file.report import as_table, progress_bar

        voice = Voice(settings.language, settings.zone)
        with progress_bar(Console(stderr=True), voice) as on_progress:
            wanted = commands.Import(
                files=files, mapping=mapping, zone=zone, system=system, on_progress=on_progress
            )
            imported = commands.import_leads(settings, wanted)
        if as_json:
            _print_json(imported_json(imported))
        else:
            Console().print(as_table(imported, voice))


@leadloop.command()
def ask(
    words: Annotated[str | None, typer.Argument(help="The leads, or words for them.")] = None,
    *,
    leads: Annotated[Path | None, typer.Option(help="CSV, XLSX or text file of leads.")] = None,
    as_json: Json = False,
) -> None:
    """Answer "what happened to these leads?" from what is known now; nobody is asked."""
    if (words is None) == (leads is None):
        raise typer.BadParameter('give either words, like "the webinar leads", or --leads FILE')
    with _refusals() as settings:
        from bot import commands
        from bot.terminal import answer_json, answer_table

        answer = commands.ask(settings, words=words, file=leads)
        voice = Voice(settings.language, settings.zone)
        if not answer.knows_leads:
            typer.echo(voice.speak(say("ask-nothing-imported")), err=True)
        if as_json:
            _print_json(answer_json(answer.understood, answer.shown, answer.owners))
        else:
            Console().print(answer_table(answer.shown, voice))


@leadloop.command()
def run() -> None:
    """Work in the chat platforms that the settings name, until stopped."""
    with _refusals() as settings:
        from bot.run import run as run_leadloop

        run_leadloop(settings, opened=_at_work)


def _at_work(address: str) -> None:
    typer.echo(f"Leadloop is at work at {address} (stop it with Ctrl+C)")


@leadloop.command()
def check() -> None:
    """Tell whether the settings, the database and the platforms are as they should be."""
    with _refusals() as settings:
        from bot import commands
        from bot.checkup import is_well, told

        findings, voice = commands.check(settings), Voice(settings.language, settings.zone)
        for line in told(findings, voice):
            Console().print(line)
        if not is_well(findings):
            raise typer.Exit(REFUSED)
        typer.echo(voice.speak(say("check-all-well")))


@contextmanager
def _people() -> Generator[PeopleDesk]:
    with _refusals() as settings:
        from bot import commands

        with commands.people_desk(settings) as desk:
            yield desk


@contextmanager
def _outbox() -> Generator[OutboxDesk]:
    with _refusals() as settings:
        from bot import commands

        with commands.outbox_desk(settings) as desk:
            yield desk


@contextmanager
def _audit() -> Generator[AuditDesk]:
    with _refusals() as settings:
        from bot import commands

        with commands.audit_desk(settings) as desk:
            yield desk


@contextmanager
def _rules() -> Generator[RulesDesk]:
    with _refusals() as settings:
        from bot import commands

        with commands.rules_desk(settings) as desk:
            yield desk


@contextmanager
def _rehearsal() -> Generator[RehearsalDesk]:
    with _refusals() as settings:
        from bot import commands

        with commands.rehearsal_desk(settings) as desk:
            yield desk


@contextmanager
def _agreed() -> Generator[AgreedDesk]:
    with _refusals() as settings:
        from bot import commands

        with commands.agreed_desk(settings) as desk:
            yield desk


@contextmanager
def _digests() -> Generator[DigestDesk]:
    with _refusals() as settings:
        from bot import commands

        with commands.digest_desk(settings) as desk:
            yield desk


slack = typer.Typer(help="Slack's side of Leadloop.", no_args_is_help=True)


@slack.callback()
def _slack() -> None:
    """Slack's side of Leadloop."""


@slack.command("manifest")
def slack_manifest(
    url: Annotated[
        str, typer.Option(help="Public address of Leadloop; without it, for Socket Mode.")
    ] = "",
) -> None:
    """Print the manifest from which Slack makes the app."""
    with _refusals() as settings:
        from bot.platforms.slack.manifest import manifest

        typer.echo(manifest(url, link_hosts=settings.crm_hosts), nl=False)


add_agreed_commands(leadloop, _agreed)
add_digest_command(leadloop, _digests)
add_audit_command(leadloop, _audit)
add_rehearse_command(leadloop, _rehearsal)
leadloop.add_typer(people_commands(_people), name="people")
leadloop.add_typer(outbox_commands(_outbox), name="outbox")
leadloop.add_typer(rules_commands(_rules), name="rules")
leadloop.add_typer(slack, name="slack")
leadloop.add_typer(teams_commands(_refusals), name="teams")


def _print_json(found: object) -> None:
    json.dump(found, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")
