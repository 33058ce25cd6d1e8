"""Alembic's way in: it migrates the connection that `storage.database.migrate` hands over.

A developer who drafts a new step names a database instead: ``alembic -x url=... revision``.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection

from storage.database import open_engine
from storage.moment import Moment
from storage.schema import metadata


@contextmanager
def database() -> Generator[Connection]:
    """Give the connection to work on; whoever handed one over also commits."""
    given: Connection | None = context.config.attributes.get("connection")
    if given is not None:
        yield given
        return
    engine = open_engine(context.get_x_argument(as_dictionary=True)["url"])
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def rendered(kind: str, item: object, autogen: AutogenContext) -> str | Literal[False]:
    """Write our own column type as the database's: a migration must outlive the code of its day."""
    del autogen
    return "sa.BigInteger()" if kind == "type" and isinstance(item, Moment) else False


with database() as connection:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        render_item=rendered,
    )
    with context.begin_transaction():
        context.run_migrations()
