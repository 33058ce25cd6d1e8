"""How criteria, their tests and a lead's fit are said; flags and agendas say them likewise."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.definition.model import Criterion, Fit, Test, Verdict, Version
from handlers.definition.work import EXTRA
from handlers.phrase import Phrase, say, verbatim

Labels = Mapping[str, Phrase]
"""What the reasons of flags are called."""


def field_name(field: str) -> Phrase:
    """Name a field: ours in the reader's language, a further column as the CRM does."""
    if field.startswith(EXTRA):
        return verbatim(field.removeprefix(EXTRA))
    return say(f"definition-field-{field.replace('_', '-')}")


def tested_text(test: Test) -> Phrase:
    """Say what a test looks at."""
    compared = tuple(verbatim(value) for value in test.values)
    return say(f"definition-test-{test.operator}", field=field_name(test.field), values=compared)


def criterion_words(criterion: Criterion, labels: Labels) -> Phrase:
    """Say a criterion; one that Leadloop drafted is said by the reasons that it covers."""
    if criterion.words:
        return verbatim(criterion.words)
    reasons = tuple(labels.get(key, verbatim(key)) for key in criterion.covers)
    return say("definition-words-drafted", reasons=reasons)


def criterion_text(criterion: Criterion, labels: Labels, *, is_broken: bool = False) -> Phrase:
    """Say a criterion with what it looks at."""
    words, test = criterion_words(criterion, labels), criterion.test
    if test is None:
        return say("definition-criterion", words=words, test=say("definition-only-a-person"))
    if is_broken:
        gone = say("definition-test-broken", field=field_name(test.field))
        return say("definition-criterion", words=words, test=gone)
    return say("definition-criterion", words=words, test=tested_text(test))


def covering_text(criterion: Criterion, labels: Labels) -> Phrase:
    """Say a criterion with what it looks at and the reasons that it covers."""
    text = criterion_text(criterion, labels)
    reasons = tuple(labels.get(key, verbatim(key)) for key in criterion.covers)
    if not reasons or not criterion.words:  # without words the reasons are said already
        return text
    return say("definition-covering", criterion=text, reasons=reasons)


def proposal_text(version: Version) -> Phrase:
    """Name a proposal in a line."""
    return say("definition-proposal-title", number=version.number)


# A lead's fit


def fit_text(fit: Fit) -> Phrase:
    """Say in a line how a lead stands to the definition of its day."""
    counts = fit.counts
    parts = tuple(
        say(f"definition-count-{verdict}", count=counts[verdict])
        for verdict in (Verdict.MET, Verdict.MISSED, Verdict.UNKNOWN, Verdict.BROKEN)
        if counts[verdict]
    )
    return say("definition-fit", parts=parts or (say("none"),), number=fit.version)


def missed_words(fit: Fit, labels: Labels) -> tuple[Phrase, ...]:
    """List the words of the criteria that a lead misses."""
    return tuple(
        criterion_words(one, labels) for one, verdict in fit.verdicts if verdict is Verdict.MISSED
    )


def verdict_lines(fit: Fit, labels: Labels) -> tuple[Phrase, ...]:
    """Say each criterion with how the lead stands to it."""
    return tuple(
        say(f"definition-verdict-{verdict}", criterion=criterion_words(one, labels))
        for one, verdict in fit.verdicts
    )
