"""What is said of the definition: the text in force, the versions, a lead's fit."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from handlers.definition.model import Criterion, Fit, State, Version
from handlers.definition.wording import (
    Labels,
    criterion_text,
    fit_text,
    verdict_lines,
)
from handlers.message import (
    Block,
    Button,
    Buttons,
    Card,
    Divider,
    Facts,
    Items,
    Note,
    Paragraph,
    Tone,
    values,
)
from handlers.people import Person, PersonId, Side
from handlers.phrase import Phrase, say

PAGE = 4
"""Versions on one page."""

SIDES = (Side.SALES, Side.MARKETING)

Signers = Mapping[PersonId, Person]


def definition_card(
    version: Version, signers: Signers, labels: Labels, gone: Collection[str] = ()
) -> Card:
    """Show a version with what each criterion looks at, since when, and who signed.

    `gone` are the fields that leads have no longer.
    """
    return Card(
        title=say(f"definition-title-{version.state}", number=version.number),
        blocks=(
            *criteria_blocks(version.criteria, labels, gone),
            *signature_blocks(version, signers),
            Buttons((propose_button(), versions_button())),
        ),
    )


def no_definition_card() -> Card:
    """Say that nothing was agreed yet, and how a first definition comes about."""
    return Card(
        title=say("definition-none"),
        blocks=(
            Paragraph(say("definition-none-help")),
            Buttons((propose_button(), versions_button())),
        ),
    )


def criteria_blocks(
    criteria: Sequence[Criterion], labels: Labels, gone: Collection[str] = ()
) -> tuple[Block, ...]:
    """List criteria by number, and say what an administrator has to mend."""
    if not criteria:
        return (Note(say("definition-no-criteria")),)
    lines = tuple(
        criterion_text(one, labels, is_broken=one.test is not None and one.test.field in gone)
        for one in criteria
    )
    mend = (Note(say("definition-broken"), Tone.WARN),) if gone else ()
    return (Items(lines, ordered=True), *mend)


def signature_blocks(version: Version, signers: Signers) -> tuple[Block, ...]:
    """Say since when a version holds, until when it did, and who signed it for each side."""
    pairs = [
        (say(f"definition-{when}"), say("definition-moment", at=at))
        for when, at in (
            ("in-force-from", version.in_force_from),
            ("in-force-until", version.in_force_until),
        )
        if at is not None
    ]
    if version.state is not State.DRAFT:
        pairs += [
            (say(f"definition-signed-{side}"), _signed(version, side, signers)) for side in SIDES
        ]
    return (Facts(tuple(pairs)),) if pairs else ()


def _signed(version: Version, side: Side, signers: Signers) -> Phrase:
    signature = version.signed_by(side)
    if signature is None:
        return say("definition-unsigned")
    name = signers[signature.by].name if signature.by in signers else ""
    return say("definition-signature", name=name, at=signature.at)


def propose_button() -> Button:
    """Begin a proposal, or go on with one's own."""
    return Button(label=say("definition-propose"), does="definition.propose")


def versions_button() -> Button:
    """List all versions."""
    return Button(label=say("definition-versions"), does="definition.versions", tone=Tone.QUIET)


def show_button(version: Version) -> Button:
    """Show a version as its live card does."""
    return Button(
        label=say("definition-show-number", number=version.number),
        does="definition.show",
        values=values(version=version.number),
    )


def whole_button(version: Version) -> Button:
    """Show a proposal's whole text, not only what differs."""
    return Button(
        label=say("definition-show-whole"),
        does="definition.show",
        values=values(version=version.number, whole="on"),
    )


# Versions


def versions_card(versions: Sequence[Version], page: int = 0) -> Card:
    """List the versions, newest first, a page at a time, each to be shown as it was."""
    pages = max(1, -(-len(versions) // PAGE))
    page = min(max(page, 0), pages - 1)
    shown = versions[page * PAGE : (page + 1) * PAGE]
    blocks: list[Block] = []
    if shown:
        blocks += [
            Items(tuple(_version_line(one) for one in shown)),
            Buttons(tuple(show_button(one) for one in shown)),
        ]
    turns = tuple(
        Button(
            label=say(f"definition-page-{way}"),
            does="definition.versions",
            values=values(page=there),
        )
        for way, there in (("back", page - 1), ("on", page + 1))
        if 0 <= there < pages
    )
    if turns:
        blocks += [Divider(), Buttons(turns)]
    return Card(title=say("definition-versions-title", count=len(versions)), blocks=tuple(blocks))


def _version_line(version: Version) -> Phrase:
    at = version.withdrawn_at or version.in_force_from or version.proposed_at
    return say(
        f"definition-line-{version.state}",
        number=version.number,
        count=len(version.criteria),
        at=at,
    )


# One lead


def fit_card(lead: str, fit: Fit, labels: Labels) -> Card:
    """Show somebody how a lead stands to each criterion of its day."""
    return Card(
        title=say("definition-fit-title", lead=lead),
        blocks=(
            Paragraph(fit_text(fit)),
            Items(verdict_lines(fit, labels)),
            Note(say("definition-fit-help")),
        ),
    )
