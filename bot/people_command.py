"""`leadloop people`: who is who, for whoever runs Leadloop."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Annotated

import typer
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.i18n import Voice
from handlers.people import Owner, Person, Role, Side
from handlers.phrase import Phrase, say, verbatim
from handlers.roster.cards import called, matched_text, mismatch_text
from handlers.roster.model import Listed, Overview, Unmatched
from handlers.roster.registry import Registry


@dataclass(frozen=True, slots=True)
class Desk:
    """What the commands work with."""

    registry: Registry
    voice: Voice


OpenDesk = Callable[[], AbstractContextManager[Desk]]
"""Opens the database that the settings name, and says whatever is refused as one sentence."""

Row = list[Text]

ADDRESSES = ("email", "owner")
LONGEST_UNBROKEN = 40
"""Letters of an address that stays on one line at any width: broken, it cannot be copied."""

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object for scripts.")]
OwnerWords = Annotated[
    str, typer.Argument(metavar="OWNER", help="The owner's number, e-mail address or name.")
]
Email = Annotated[str, typer.Argument(metavar="EMAIL", help="The person's e-mail address in chat.")]


def people_commands(opened: OpenDesk) -> typer.Typer:
    """Make the commands for a desk."""
    commands = typer.Typer(
        help="Who is who: people, and owners in the CRM who could not be matched.",
        invoke_without_command=True,
    )

    @commands.callback()
    def list_people(context: typer.Context, *, as_json: Json = False) -> None:
        """List everybody, and the owners in the CRM who could not be matched."""
        if context.invoked_subcommand is None:
            with opened() as desk:
                _show(desk, as_json=as_json)

    @commands.command()
    def match(owner: OwnerWords, email: Email) -> None:
        """Say which person an owner in the CRM is."""
        with opened() as desk:
            found, person = desk.registry.match(owner, email)
            reachable = desk.registry.can_ask(found.id)
            _tell(desk, matched_text(found, person, reachable=reachable))

    @commands.command()
    def ignore(owner: OwnerWords) -> None:
        """Say that an owner has left the company; `match` brings them back."""
        with opened() as desk:
            _tell(desk, say("people-left", owner=called(desk.registry.ignore(owner))))

    @commands.command()
    def role(
        email: Email,
        role: Annotated[Role, typer.Argument(help="What they are to Leadloop.")],
        side: Annotated[Side | None, typer.Argument(help="Which team they are in.")] = None,
    ) -> None:
        """Say what somebody is; it holds from their next press on."""
        with opened() as desk:
            _tell(desk, _told(desk.registry.appoint(email, role, side)))

    return commands


def _show(desk: Desk, *, as_json: bool) -> None:
    overview = desk.registry.overview()
    if as_json:
        found = overview_json(overview, desk.registry.domains)
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    Console().print(overview_table(overview, desk.voice))
    if not desk.registry.domains:
        _tell(desk, desk.registry.no_domains(), err=True)


def _tell(desk: Desk, phrase: Phrase, *, err: bool = False) -> None:
    typer.echo(desk.voice.speak(phrase), err=err)


def _told(person: Person) -> Phrase:
    role, side = say(f"settings-role-{person.role}"), say(f"settings-side-{person.side}")
    return say("people-role-told", person=person.name, role=role, side=side)


# For people


def overview_table(overview: Overview, voice: Voice) -> RenderableType:
    """Draw everybody, then the owners without a match, then those who have left."""
    count = len(overview.people)
    parts = [_heading(say("people-table-people", count=count), voice)]
    if overview.people:
        parts.append(_people(overview.people, voice))
    if overview.unmatched:
        title = say("people-unmatched-title", count=len(overview.unmatched))
        parts += [Text(), _heading(title, voice), _owners(overview.unmatched, voice)]
    if overview.gone:
        parts += [Text(), _heading(say("people-table-gone"), voice), _gone(overview.gone, voice)]
    return Group(*parts)


def _heading(title: Phrase, voice: Voice) -> RenderableType:
    return Text(voice.speak(title), style="bold")


def _people(people: Sequence[Listed], voice: Voice) -> Table:
    rows: list[Row] = []
    for one in people:
        person = one.person
        platforms = ", ".join(dict.fromkeys(account.platform for account in one.accounts))
        cells = (
            verbatim(person.name),
            verbatim(person.email),
            say(f"settings-role-{person.role}"),
            say(f"settings-side-{person.side}"),
            verbatim(platforms) if platforms else say("none"),
        )
        rows.append([Text(voice.speak(cell)) for cell in cells])
    return _table(("name", "email", "role", "side", "chat"), rows, voice)


def _owners(owners: Sequence[Unmatched], voice: Voice) -> Table:
    rows: list[Row] = [
        [
            *_owner(one.owner, voice),
            Text(str(one.open_leads), justify="right"),
            Text(voice.speak(mismatch_text(one))),
        ]
        for one in owners
    ]
    return _table(("number", "owner", "leads", "why"), rows, voice)


def _gone(owners: Sequence[Owner], voice: Voice) -> Table:
    return _table(("number", "owner"), [_owner(owner, voice) for owner in owners], voice)


def _owner(owner: Owner, voice: Voice) -> Row:
    """Show an owner's number, and their address under their name."""
    name = Text(voice.speak(verbatim(called(owner))))
    if owner.email and owner.name:
        name.append(f"\n{voice.speak(verbatim(owner.email))}", style="dim")
    return [Text(str(owner.id), style="dim"), name]


def _table(columns: Sequence[str], rows: Sequence[Row], voice: Voice) -> Table:
    table = Table(box=None, header_style="dim", padding=(0, 2, 0, 0), pad_edge=False)
    for number, column in enumerate(columns):
        heading = voice.speak(say(f"people-column-{column}"))
        whole = column in ADDRESSES and _longest_line(rows, number) <= LONGEST_UNBROKEN
        table.add_column(heading, overflow="fold", no_wrap=whole)
    for row in rows:
        table.add_row(*row)
    return table


def _longest_line(rows: Sequence[Row], column: int) -> int:
    return max(len(line) for row in rows for line in row[column].plain.splitlines() or [""])


# For scripts


def overview_json(overview: Overview, domains: Collection[str]) -> dict[str, object]:
    """Give everybody for scripts; docs/people.md tells the shape."""
    return {
        "domains": sorted(domains),
        "people": [_person_json(one) for one in overview.people],
        "unmatched": [_unmatched_json(one) for one in overview.unmatched],
        "gone": [_owner_json(owner) for owner in overview.gone],
    }


def _person_json(one: Listed) -> dict[str, object]:
    person = one.person
    return {
        "id": person.id,
        "name": person.name,
        "email": person.email,
        "role": person.role.value,
        "side": person.side.value,
        "language": person.language.value,
        "zone": person.hours.zone,
        "accounts": [
            {"platform": account.platform, "address": account.address} for account in one.accounts
        ],
    }


def _owner_json(owner: Owner) -> dict[str, object]:
    return {"number": owner.id, "name": owner.name, "email": owner.email}


def _unmatched_json(one: Unmatched) -> dict[str, object]:
    return {
        **_owner_json(one.owner),
        "open_leads": one.open_leads,
        "why": one.mismatch.value,
        "person": None if one.person is None else one.person.id,
    }
