"""Keeps our copy of the CRMs' leads in step: the streams' state, and each share in one transaction with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from sqlalchemy import (
    Connection,
    Engine,
    RowMapping,
    bindparam,
    func,
    insert,
    or_,
    select,
    text,
    update,
)

# SQLite understands PostgreSQL's words here, and SQLAlchemy has no common ones.
from sqlalchemy.dialects.postgresql import insert as upsert

from handlers.connector import RemoteField, RemoteOwner, Trouble
from handlers.crm import Written
from handlers.keeping import Overtaken, Share, Stream, Took, Word
from handlers.lead import LeadId
from handlers.work import Now
from storage import mapping
from storage.imports import SqlIncoming
from storage.keeping_changes import Taken, mark_gone, merge, questions_about, remember
from storage.keeping_ids import compare_ids, gather_sightings
from storage.keeping_owners import keep_owners
from storage.keeping_past import keep_unremembered, unremembered
from storage.keeping_rows import stream_of
from storage.lead_rows import Lists, Rows
from storage.schema import crm_streams, leads, owners, sightings

_NOTHING = Written(new=0, changed=0, unchanged=0, activities=0)
_COMPARED: Rows = (
    select(leads.c.external_id, leads.c.imported_at, sightings.c.at)
    .outerjoin_from(leads, sightings, sightings.c.id == leads.c.sighting_id)
    .where(leads.c.system == bindparam("system"), leads.c.gone_at.is_(None))
)


@dataclass(frozen=True, slots=True)
class SqlKeeping:
    """Where our copy of the leads and the state of the streams are kept."""

    engine: Engine
    now: Now

    # how far a stream is

    def streams(self) -> Sequence[Stream]:
        """List what is kept in step."""
        with self.engine.connect().execution_options(reads_only=True) as connection:
            rows = connection.execute(select(crm_streams).order_by(crm_streams.c.system))
            return [stream_of(row) for row in rows.mappings()]

    def hold(self, system: str, until: datetime) -> Stream | None:
        """Keep other replicas from reading this CRM until then; None where one of them does."""
        at, own = self.now(), crm_streams.c
        with self.engine.begin() as connection:
            connection.execute(upsert(crm_streams).values(system=system).on_conflict_do_nothing())
            free = or_(own.held_until.is_(None), own.held_until <= at)
            held = (
                update(crm_streams)
                .where(own.system == system, free)
                .values(held_until=until)
                .returning(*crm_streams.c)
            )
            taken = connection.execute(held).mappings().first()
            if taken is None:
                return None
            return replace(stream_of(taken), sighting=_sighting(connection, taken, at))

    def finish(self, stream: Stream, began: datetime) -> None:
        """Say that everything changed before `began` is in our copy, and let go."""
        told: dict[str, object] = {
            "succeeded_at": began,
            "trouble": "",
            "not_before": None,
            "held_until": None,
        }
        if stream.first_done_at is None:
            own = leads.c.system == stream.system
            last = select(func.max(leads.c.id)).where(own).scalar_subquery()
            told |= {"first_done_at": self.now(), "remembers_until": last}
        with self.engine.begin() as connection:
            _change(connection, stream, told)
            connection.execute(
                update(sightings)
                .where(sightings.c.system == stream.system, sightings.c.at < began)
                .values(at=began)
            )
        if stream.first_done_at is None:
            self._weigh()

    def _weigh(self) -> None:
        """Tell PostgreSQL how much there is now; until it notices by itself it would plan for nothing."""
        if self.engine.dialect.name == "postgresql":
            with self.engine.begin() as connection:
                connection.exec_driver_sql("ANALYZE leads")

    def fail(
        self, stream: Stream, trouble: Trouble, *, wait_until: datetime | None, anew: bool
    ) -> None:
        """Say why a look did not come to its end, and let go; `anew` forgets how far it was."""
        told: dict[str, object] = {
            "trouble": trouble.value,
            "failed_at": self.now(),
            "not_before": wait_until,
            "held_until": None,
        }
        if anew:
            told |= {"at": None, "after_id": "", "token": ""}
        with self.engine.begin() as connection:
            _change(connection, stream, told)

    def let_go(self, stream: Stream) -> None:
        """Let another replica read on, or ourselves after a start."""
        with self.engine.begin() as connection:
            _change(connection, stream, {"held_until": None})

    # what comes in

    def take(self, stream: Stream, share: Share, until: datetime | None) -> Took:
        """Write a share and how far it goes, and hold on; raise `Overtaken` where the hold was lost."""
        taken = Taken(system=stream.system, share=share, at=self.now())
        within = partial(self._also, stream, share, until, taken)
        if not share.batches:
            with self.engine.begin() as connection:
                within(connection)
            return Took(written=_NOTHING, questions=taken.questions)
        with SqlIncoming(
            self.engine,
            system=stream.system,
            at=taken.at,
            whole=True,
            sighting=None if until is None else stream.sighting,
        ) as incoming:
            for batch in share.batches:
                incoming.add(batch)
            incoming.settle()
            written = incoming.write(within)
        return Took(written=written, questions=taken.questions)

    def _also(
        self,
        stream: Stream,
        share: Share,
        until: datetime | None,
        taken: Taken,
        connection: Connection,
    ) -> None:
        """Do the rest of a share in the import's own transaction."""
        if until is not None:
            _hold_on(connection, stream, share, until)
        elif share.batches:
            _note_sighting(connection, stream.system)
        merge(connection, taken)
        mark_gone(connection, taken)
        remember(connection, taken)
        keep_unremembered(connection, taken)
        taken.questions = questions_about(connection, taken)

    def describe(
        self, stream: Stream, owners: Sequence[RemoteOwner], fields: Sequence[RemoteField]
    ) -> None:
        """Take over who may own leads, and how the CRM describes its fields."""
        at = self.now()
        with self.engine.begin() as connection:
            keep_owners(connection, stream.system, owners, at)
            mapping.keep_fields(connection, stream.system, fields)
            _change(connection, stream, {"described_at": at})

    def has_nameless_owners(self, system: str) -> bool:
        """Tell whether a lead came with an owner of whom only the id is known."""
        own = owners.c
        nameless = select(own.id).where(own.system == system, own.active.is_(None), own.email == "")
        with self.engine.connect().execution_options(reads_only=True) as connection:
            return connection.execute(nameless.limit(1)).first() is not None

    # what the company said of words and fields

    def words(self, system: str) -> Sequence[Word]:
        """List what the company said about this CRM's words."""
        with self.engine.connect().execution_options(reads_only=True) as connection:
            return mapping.words_of(connection, system)

    def fields(self, system: str) -> Sequence[RemoteField]:
        """List the fields as the CRM described them last."""
        with self.engine.connect().execution_options(reads_only=True) as connection:
            return mapping.fields_of(connection, system)

    # the nightly comparison, and what the CRM remembers

    def not_among(
        self, system: str, ids: Iterable[str]
    ) -> tuple[Sequence[str], Sequence[str], int]:
        """Compare ids of the CRM with ours: those only we have, those only it has, and how many we have."""
        return compare_ids(self.engine, system, ids)

    def lately_changed(self, system: str, since: datetime, most: int) -> Sequence[str]:
        """Give the CRM's ids of leads that changed in our copy since then, the latest first."""
        own = leads.c
        lately = (own.system == system, own.gone_at.is_(None), own.imported_at >= since)
        ids = select(own.external_id).where(*lately).order_by(own.imported_at.desc()).limit(most)
        with self.engine.connect().execution_options(reads_only=True) as connection:
            return connection.execute(ids).scalars().all()

    def compared(self, stream: Stream) -> None:
        """Say that the ids were compared, and bring sightings together."""
        with self.engine.begin() as connection:
            gather_sightings(connection, stream.system, stream.sighting)
            _change(connection, stream, {"compared_at": self.now()})

    def unremembered(self, stream: Stream, most: int) -> tuple[Sequence[str], int]:
        """List leads of whose past the CRM was not asked yet, and `Share.remembers_to` for them."""
        with self.engine.connect().execution_options(reads_only=True) as connection:
            return unremembered(connection, stream, most)

    def outdated(self, system: str, leads: Sequence[LeadId], before: datetime) -> Sequence[str]:
        """Give the CRM's ids of these leads, without those compared with it since a moment."""
        with self.engine.connect().execution_options(reads_only=True) as connection:
            return _outdated(connection, system, leads, before)


def _outdated(
    connection: Connection, system: str, wanted: Sequence[LeadId], before: datetime
) -> Sequence[str]:
    rows = Lists(connection).by(_COMPARED, leads.c.id, list(wanted), system=system)
    return [id for id, imported, seen in rows if max(imported, seen or imported) < before]


def _sighting(connection: Connection, told: RowMapping, at: datetime) -> int:
    """Give the sighting that the stream's leads share, a new one where there is none yet."""
    if told["sighting_id"] is not None:
        return int(told["sighting_id"])
    made = insert(sightings).values(at=at, system=told["system"]).returning(sightings.c.id)
    id: int = connection.execute(made).scalar_one()
    connection.execute(
        update(crm_streams).where(crm_streams.c.system == told["system"]).values(sighting_id=id)
    )
    return id


def _hold_on(connection: Connection, stream: Stream, share: Share, until: datetime) -> None:
    told: dict[str, object] = {"held_until": until}
    if share.cursor is not None:
        told |= {"at": share.cursor.at, "after_id": share.cursor.id, "token": share.cursor.token}
    if share.remembers_to is not None:
        told["remembers_to"] = share.remembers_to
    _change(connection, stream, told)


def _change(connection: Connection, stream: Stream, told: dict[str, object]) -> None:
    """Change a stream's state, as long as it is ours."""
    own = crm_streams.c
    ours = update(crm_streams).where(
        own.system == stream.system, own.held_until == stream.held_until
    )
    if connection.execute(ours.values(told)).rowcount != 1:
        raise Overtaken(stream.system)


def _note_sighting(connection: Connection, system: str) -> None:
    """Let leads that were read by themselves grow no older than the others once these are looked at."""
    fresh = "UPDATE sightings SET system = :system WHERE id = (SELECT max(id) FROM sightings)"
    connection.execute(text(fresh), {"system": system})
