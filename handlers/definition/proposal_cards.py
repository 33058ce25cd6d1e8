"""What is said of a proposal: what would change, how leads would fare, who has signed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from handlers.definition.cards import (
    Signers,
    criteria_blocks,
    show_button,
    signature_blocks,
    versions_button,
    whole_button,
)
from handlers.definition.difference import Difference, difference
from handlers.definition.drifting import Drift, Uncovered
from handlers.definition.fares import LEAST_LEADS, Fares
from handlers.definition.model import Criterion, State, Version
from handlers.definition.wording import (
    Labels,
    covering_text,
    criterion_text,
    criterion_words,
    proposal_text,
)
from handlers.message import (
    Block,
    Button,
    Buttons,
    Card,
    Heading,
    Items,
    Note,
    Paragraph,
    Tone,
    values,
)
from handlers.people import Side
from handlers.phrase import Phrase, say, verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A proposal with all that its card shows beside it."""

    proposal: Version
    before: Version | None
    """The version in force now."""
    by: Side | None
    """The side that proposes it; None where Leadloop drafted it."""
    fares: Fares | None
    """None where no criterion of either has a test."""
    cause: Drift | None = None
    gone: Collection[str] = ()
    """Fields that leads have no longer."""


def proposal_card(laid: Laid, signers: Signers, labels: Labels) -> Card:
    """Lay a proposal before both sides."""
    version = laid.proposal
    if version.state is State.WITHDRAWN:
        return withdrawn_card(version)
    return Card(
        title=proposal_text(version),
        blocks=(
            Paragraph(say(f"definition-proposed-by-{laid.by or 'leadloop'}")),
            *_why(laid, labels),
            *_outdated(laid),
            *difference_blocks(difference(laid.before, version), labels),
            *([Note(say("definition-broken"), Tone.WARN)] if laid.gone else []),
            *_fares(laid),
            *signature_blocks(version, signers),
            Buttons(_buttons(laid)),
        ),
    )


def withdrawn_card(version: Version) -> Card:
    """Say that a proposal was taken back, and why."""
    why = [Paragraph(say("definition-why", words=version.withdrawn_why))]
    return Card(
        title=say("definition-title-withdrawn", number=version.number),
        blocks=(
            *(why if version.withdrawn_why else ()),
            Buttons((show_button(version), versions_button())),
        ),
    )


def _why(laid: Laid, labels: Labels) -> Sequence[Block]:
    if laid.proposal.why:
        return [Paragraph(say("definition-why", words=laid.proposal.why))]
    return [] if laid.cause is None else _cause(laid.cause, labels)


def _cause(cause: Drift, labels: Labels) -> Sequence[Block]:
    if not isinstance(cause, Uncovered):
        words = criterion_words(cause.criterion, labels)
        silent = say(
            "definition-silent", criterion=words, count=cause.rejections, since=cause.since
        )
        return [Paragraph(silent)]
    named = say(
        "definition-uncovered",
        reason=labels.get(cause.reason, verbatim(cause.reason)),
        count=cause.count,
        rejections=cause.rejections,
    )
    examples = tuple(verbatim(lead) for lead in cause.examples)
    shown = (Note(say("definition-examples")), Items(examples)) if examples else ()
    return [Paragraph(named), *shown]


def _outdated(laid: Laid) -> Sequence[Block]:
    """Warn where another version came into force since the proposal was made."""
    now = laid.before.number if laid.before else None
    if now is None or now == laid.proposal.based_on:
        return []
    if laid.proposal.based_on is None:
        return [Note(say("definition-outdated-first", now=now), Tone.WARN)]
    return [Note(say("definition-outdated", base=laid.proposal.based_on, now=now), Tone.WARN)]


def difference_blocks(changed: Difference, labels: Labels) -> tuple[Block, ...]:
    """List what comes, what reads otherwise, and what goes."""
    blocks: list[Block] = []
    for name, criteria in (("added", changed.added), ("dropped", changed.dropped)):
        if criteria:
            lines = tuple(covering_text(one, labels) for one in criteria)
            blocks += [Heading(say(f"definition-{name}")), Items(lines)]
    if changed.changed:
        pairs = tuple(_change(was, now, labels) for was, now in changed.changed)
        blocks += [Heading(say("definition-changed")), Items(pairs)]
    return tuple(blocks) or (Note(say("definition-same")),)


def _change(was: Criterion, now: Criterion, labels: Labels) -> Phrase:
    spoken = criterion_text if was.covers == now.covers else covering_text
    return say("definition-reads-now", was=spoken(was, labels), now=spoken(now, labels))


def _fares(laid: Laid) -> Sequence[Block]:
    found = laid.fares
    if found is None:
        return []
    if found.leads < LEAST_LEADS:
        return [Note(say("definition-fares-few", least=LEAST_LEADS))]
    if found.now is None or laid.before is None:
        return [Note(_first(found))]
    return [
        Note(
            say(
                "definition-fares",
                leads=found.tens,
                then=found.percent(found.then),
                now=found.percent(found.now),
                number=laid.before.number,
            )
        )
    ]


def _first(found: Fares) -> Phrase:
    return say("definition-fares-first", leads=found.tens, then=found.percent(found.then))


def _buttons(laid: Laid) -> tuple[Button, ...]:
    version = laid.proposal
    named = values(version=version.number)
    change = Button(
        label=say("definition-edit"), does="definition.propose", values=named, tone=Tone.QUIET
    )
    withdraw = Button(
        label=say("definition-withdraw"),
        does="definition.withdraw",
        values=named,
        opens=True,
        tone=Tone.QUIET,
    )
    rest = (withdraw,) if version.is_frozen else (change, withdraw)
    return (sign_button(version, laid.before), whole_button(version), *rest)


def sign_button(version: Version, before: Version | None) -> Button:
    """Sign exactly this text, in place of exactly that version."""
    return Button(
        label=say("definition-sign"),
        does="definition.sign",
        values=values(
            version=version.number, text=version.revision, over=before.number if before else 0
        ),
        tone=Tone.PRIMARY,
        hint=say("definition-sign-hint", number=version.number),
    )


# In the making


def draft_card(version: Version, before: Version | None, labels: Labels) -> Card:
    """Show somebody, and nobody else, their proposal in the making."""
    is_draft = version.state is State.DRAFT
    now = before.number if before else None
    outdated = is_draft and now is not None and now != version.based_on
    return Card(
        title=say(f"definition-title-{version.state}", number=version.number),
        blocks=(
            *(
                [Note(say("definition-draft-outdated", now=now or 0), Tone.WARN)]
                if outdated
                else []
            ),
            *_covering(version, labels),
            Buttons(_tools(version)),
            Note(say("definition-draft-help" if is_draft else "definition-edit-help")),
            *([Buttons(_ends(version))] if is_draft else []),
        ),
    )


def _covering(version: Version, labels: Labels) -> tuple[Block, ...]:
    if not version.criteria:
        return criteria_blocks((), labels)
    return (Items(tuple(covering_text(one, labels) for one in version.criteria), ordered=True),)


def _tools(version: Version) -> tuple[Button, ...]:
    tools = ("add", "change", "drop") if version.criteria else ("add",)
    return tuple(
        Button(
            label=say(f"definition-{tool}"),
            does=f"definition.{tool}",
            values=values(version=version.number),
            opens=True,
        )
        for tool in tools
    )


def _ends(version: Version) -> tuple[Button, ...]:
    named = values(version=version.number)
    put = Button(
        label=say("definition-put"),
        does="definition.put",
        values=named,
        opens=True,
        tone=Tone.PRIMARY,
    )
    discard = Button(
        label=say("definition-discard"), does="definition.discard", values=named, tone=Tone.QUIET
    )
    return (put, discard)
