"""Every card and form of the mapping with invented words in it, for the gallery and the snapshots."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from handlers.connector import RemoteField, Trouble
from handlers.keeping import Stream, Word, WordKind
from handlers.mapping.cards import (
    Asked,
    FieldsOf,
    fields_card,
    trouble_card,
    words_card,
)
from handlers.mapping.forms import field_form, word_form
from handlers.mapping.model import Proposal
from handlers.mapping.work import Unmapped
from handlers.message import Example
from handlers.phrase import say

NOW = datetime(2026, 11, 16, 14, 40, tzinfo=UTC)
STREAM = Stream(
    system="hubspot",
    first_done_at=NOW - timedelta(days=30),
    succeeded_at=NOW - timedelta(minutes=2),
)
STATUS = Asked(Unmapped("hubspot", WordKind.STATUS, "1045", 1_204), "Demo booked", "connected")
REASON = Asked(Unmapped("hubspot", WordKind.REASON, "Went dark", 87), "Went dark")
FIELDS = (
    RemoteField(name="next_step", label="Next step", kind="text"),
    RemoteField(name="pain_points", label="Pain points", kind="text"),
    RemoteField(name="region", label="Region", kind="choice"),
)
SAID = (
    Word(kind=WordKind.FIELD, word="next_step", means="next_step", writes=True),
    Word(kind=WordKind.FIELD, word="region", means="extra:Region"),
)


def examples() -> Sequence[Example]:
    """List the cards and the forms."""
    labels = {one.name: one.label for one in FIELDS}
    mapped = FieldsOf("hubspot", SAID, [Proposal("pain_points", "extra:needs")], labels)
    done = say("mapping-said", word="Hot", meaning=say("mapping-status-qualified"), count=312)
    return (
        Example("mapping-words", words_card([STATUS, REASON], 3, done)),
        Example("mapping-no-words", words_card([], 0)),
        Example("mapping-word", word_form(STATUS)),
        Example("mapping-fields", fields_card([mapped])),
        Example("mapping-field", field_form("hubspot", FIELDS, SAID)),
        Example("mapping-trouble", trouble_card(_in_trouble(Trouble.CREDENTIALS), NOW)),
    )


def _in_trouble(trouble: Trouble) -> Stream:
    return Stream(
        system="hubspot",
        first_done_at=STREAM.first_done_at,
        succeeded_at=NOW - timedelta(hours=3),
        trouble=trouble,
    )
