"""Moments in the database: whole microseconds since 1970, in UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger, Dialect
from sqlalchemy.types import TypeDecorator

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, kept as whole microseconds since 1970: one number for both databases."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Refuse a moment without a zone, which would be somebody's guess."""
        del dialect
        return None if value is None else microseconds(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Give back the moment, in UTC."""
        del dialect
        return None if value is None else EPOCH + value * MICROSECOND


def microseconds(at: datetime) -> int:
    """Count the microseconds since 1970."""
    if at.tzinfo is None:
        message = "a moment without a time zone cannot be kept"
        raise ValueError(message)
    return (at - EPOCH) // MICROSECOND
