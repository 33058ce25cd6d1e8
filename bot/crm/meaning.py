"""Decides what a connected CRM's values mean: by the company's own words, then by what Leadloop knows.

A page of a CRM is read like rows of an export whose headings are the names of the CRM's interface. Where the
CRM gives a value a label, the label says what the value means, since companies rename labels and not values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.crm.file import cells
from bot.crm.file.columns import Cleaners, Columns
from bot.crm.file.dates import DateReader, Order
from bot.crm.file.fates import Fates
from bot.crm.file.headings import EXTRA, claimed, heading_key
from bot.crm.file.records import Recorder
from bot.crm.file.rows import Rows
from bot.crm.file.words import UserMapping, Words, word_key, words_for
from handlers.connector import FieldChange, Remote, RemoteField, Touched
from handlers.crm import Batch, Cell, Column, RecordKind
from handlers.keeping import Former, Word, WordKind

ID = "(Do Not Modify) Lead"
"""The heading under which a lead's own id stands, whatever the CRM calls it."""
LONGEST_WORD = 300
"""Characters of whatever leads are found by; what is longer is cut rather than left out."""
FURTHER = "extra:"
"""What the company's words call a field begins with that only this company knows."""

KNOWN_NAMES: Mapping[str, Mapping[str, str]] = {
    "dynamics": {
        "_ownerid_value": "owner_id",
        "createdon": "created_at",
        "_campaignid_value": "",
        "subject": "",
    },
    "hubspot": {
        "hs_associated_contact_email": "email",
        "hs_associated_company_name": "company",
    },
    "salesforce": {"Description": "", "SystemModstamp": "", "LastModifiedDate": ""},
}
"""Names of interfaces that no export has as a heading; an empty field leaves the column out."""

_MOMENTS = (
    *("created_at", "assigned_at", "first_touch_at", "last_touch_at"),
    *("converted_at", "status_at"),
)
_LINKS = ("contact_id", "account_id")
"""Leads of a connected CRM bring their person and their company along."""
_LABELLED = ("source", "campaign", "title")
"""Shown to people and never written back, so the label stands in for the value."""
_WORDED = {"status": "status", "lifecycle": "lifecycle", "reason": "reason"}
"""Fields whose words have tables."""
_SPEAKS = {
    WordKind.STATUS: ("status", "lifecycle", "deal_status"),
    WordKind.REASON: ("reason",),
}
"""Fields by the kind of their words: a status may stand as a stage or as an outcome."""
_WATCHED = {"status": "status", "reason": "reason", "next_step": "next_step", "owner_id": "owner"}
"""Fields whose history we keep, by our name in exports."""
_LONG = ("next_step",)


@dataclass(slots=True, kw_only=True)
class Meaning:
    """Reads the leads of one connected CRM; made anew whenever words or fields changed."""

    system: str
    said: Sequence[Word] = ()
    described: Sequence[RemoteField] = ()
    names: Sequence[str] = ()
    """Of fields that leads came with, whether the CRM describes them or not."""
    _fields: Mapping[str, int] = field(default_factory=dict[str, int])
    _columns: Mapping[str, str] = field(init=False)
    _recorder: Recorder = field(init=False)
    _cleaners: Cleaners = field(init=False)
    _labels: Mapping[str, Mapping[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        """Lay the company's words over the shipped ones."""
        self._columns = _columns(self.system, self.said)
        self._labels = {one.name: dict(one.options) for one in self.described if one.options}
        self._cleaners = Cleaners(
            dates={name: DateReader(Order.YEAR_FIRST, ZoneInfo("UTC")) for name in _MOMENTS},
            ids=cells.salesforce_id if self.system == "salesforce" else str,
            word_limit=LONGEST_WORD,
        )
        self._learn([*(one.name for one in self.described), *self.names])
        self._recorder = Recorder(Fates(self._words()), whole=True)

    # leads

    def batch(self, leads: Sequence[Remote]) -> Batch:
        """Turn leads into records; what cannot be read of one of them counts as not said."""
        names = {name for one in leads for name in one.values}
        if not names.issubset(self.names):
            self._learn([*self.names, *sorted(names.difference(self.names))])
        rows = [self._row(one) for one in leads]
        columns = self._read(rows)
        batch = self._recorder.records(RecordKind.LEAD, 0, columns)
        if not columns.bad:
            return batch
        for place in columns.bad:
            self._blank_moments(rows[place])
        return self._recorder.records(RecordKind.LEAD, 0, self._read(rows))

    def _learn(self, names: Sequence[str]) -> None:
        """Decide which of these names of the CRM's is which field of ours."""
        self.names = list(dict.fromkeys(names))
        fields = dict(claimed(RecordKind.LEAD.value, [ID, *self.names], self._columns))
        self._fields = {
            name: place
            for name, place in fields.items()
            if name not in _LINKS and (name != "id" or place == 0)
        } | {"id": 0}

    def _row(self, one: Remote) -> list[str]:
        row = [one.id, *(one.values.get(name, "") for name in self.names)]
        for name, place in self._fields.items():
            if len(row[place]) > LONGEST_WORD and not (name in _LONG or name.startswith(EXTRA)):
                row[place] = row[place][:LONGEST_WORD]
        for name in _LABELLED:
            place = self._fields.get(name, 0)
            if place and (labels := self._labels.get(self.names[place - 1])):
                row[place] = labels.get(row[place], row[place])
        return row

    def _read(self, rows: Sequence[Sequence[str]]) -> Columns:
        headings = [ID, *self.names]
        return Columns(Rows(range(len(rows)), rows), self._fields, headings, self._cleaners)

    def _blank_moments(self, row: list[str]) -> None:
        for name in _MOMENTS:
            if name in self._fields:
                row[self._fields[name]] = ""

    # words

    def _words(self) -> Words:
        known = words_for(self.system, UserMapping())
        tables = {name: dict(table) for name, table in known.tables.items()}
        for name, table in _WORDED.items():
            for value, label in self._options(name):
                _speak_by_label(tables[table], value, known.tables[table].get(word_key(label)))
        return Words(tables, known.undone).taught(self.said)

    def spoken_in(self, kind: WordKind) -> Sequence[str]:
        """Name the CRM's fields whose words are of this kind, the one that counts most first."""
        return [
            self.names[place - 1]
            for name in _SPEAKS.get(kind, ())
            if (place := self._fields.get(name, 0))
        ]

    def meanings(self, kind: WordKind, of: RemoteField) -> Mapping[str, str]:
        """Tell what each choice of a field means whose words are of this kind."""
        table = self._recorder.fates.words.tables[kind.value]
        known = {value: table.get(word_key(value), "") for value, _ in of.options}
        return {value: means for value, means in known.items() if means}

    def _options(self, name: str) -> Iterable[tuple[str, str]]:
        place = self._fields.get(name, 0)
        return self._labels.get(self.names[place - 1], {}).items() if place else ()

    # what came before, and activities

    def former(self, changes: Iterable[FieldChange]) -> Sequence[Former]:
        """Put what the CRM remembers into our words; fields whose history we do not keep are left out."""
        ours = {self.names[place - 1]: name for name, place in self._fields.items() if place}
        found: list[Former] = []
        for one in changes:
            name = _watched(ours.get(one.field, ""))
            if name:
                old, new = (self._ours(name, value) for value in (one.old, one.new))
                if old != new:
                    told = {"lead": one.lead, "field": name, "old": old, "new": new}
                    found.append(Former(**told, at=one.at, raw=one.new))
        return found

    def _ours(self, name: str, value: str) -> str:
        word = cells.clean(value)
        if name == "owner":
            return word.casefold()
        words = self._recorder.fates.words
        if name == "status":
            meaning = words.meaning("status", word)
            return (meaning.status if meaning else None) or word
        return (words.term("reason", word) or word) if name == "reason" else word

    def touches(self, touched: Sequence[Touched]) -> Batch:
        """Turn activities into records."""
        columns: dict[Column, Sequence[Cell]] = {
            Column.ID: [one.lead for one in touched],
            Column.KEY: [one.lead.lower() for one in touched],
            Column.ACTIVITY_ID: [one.id.casefold() for one in touched],
            Column.ACTIVITY_KIND: [one.kind for one in touched],
            Column.DIRECTION: [one.direction for one in touched],
            Column.OUTCOME: [""] * len(touched),
            Column.AT: _moments(touched),
        }
        lines = range(len(touched))
        return Batch(kind=RecordKind.ACTIVITY, file=1, lines=lines, columns=columns)


def _moments(touched: Sequence[Touched]) -> Sequence[datetime]:
    return [one.at for one in touched]


def _columns(system: str, said: Iterable[Word]) -> Mapping[str, str]:
    """Give our fields of the CRM's names, folded; the company's word counts more than ours."""
    known = {heading_key(name): ours for name, ours in KNOWN_NAMES.get(system, {}).items()}
    for one in said:
        if one.kind is WordKind.FIELD:
            means = one.means or ""
            known[heading_key(one.word)] = means.replace(FURTHER, EXTRA, 1)
    return known


def _speak_by_label(table: dict[str, str], value: str, meaning: str | None) -> None:
    """Let a value mean what its label means, and nothing where nobody knows the label."""
    if meaning is None:
        table.pop(word_key(value), None)
    else:
        table[word_key(value)] = meaning


def _watched(name: str) -> str:
    return name.replace(EXTRA, FURTHER, 1) if name.startswith(EXTRA) else _WATCHED.get(name, "")


def spoken_in(
    system: str, kind: WordKind, described: Sequence[RemoteField], said: Sequence[Word]
) -> Sequence[str]:
    """Name the fields of a CRM in which words of this kind stand; other fields have the same values."""
    return Meaning(system=system, said=said, described=described).spoken_in(kind)


def meanings(
    system: str, kind: WordKind, of: RemoteField, said: Sequence[Word]
) -> Mapping[str, str]:
    """Tell what each choice of a CRM's field means; those that nobody explained are left out."""
    return Meaning(system=system, said=said, described=[of]).meanings(kind, of)


def vocabulary(system: str, kind: WordKind) -> Mapping[str, str]:
    """Give what Leadloop knows by itself of a CRM's words, from which proposals are made."""
    if kind is WordKind.FIELD:
        return {}
    return words_for(system, UserMapping()).tables[kind.value]
