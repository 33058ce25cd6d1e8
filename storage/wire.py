"""Messages as bytes: how a card rests in the outbox until it is sent."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any, cast

from handlers import message
from handlers.message import Card, File, Form, Paper
from handlers.phrase import Phrase

MICROSECOND = timedelta(microseconds=1)

Written = Card | File | Form | Paper
"""What can be written down."""
KIND = "_"
"""Names what an object of the JSON text stands for."""

SHAPES: Mapping[str, type] = {
    shape.__name__: shape
    for shape in [
        Phrase,
        Card,
        File,
        Form,
        message.Sheet,
        message.WallTime,
        message.Event,
        message.Calendar,
        message.Document,
        message.Tab,
        message.Workbook,
        message.Heading,
        message.Paragraph,
        message.Note,
        message.Divider,
        message.Facts,
        message.Items,
        message.Cell,
        message.Table,
        message.Point,
        message.Chart,
        message.Button,
        message.Buttons,
        message.ShortText,
        message.LongText,
        message.Option,
        message.Choice,
        message.Choices,
        message.Day,
        message.PersonPick,
        message.ChannelPick,
        message.Switch,
    ]
}
"""Nothing else is ever made of what was read."""

WORDS: Mapping[str, Callable[[Any], object]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "timedelta": lambda microseconds: microseconds * MICROSECOND,
    "bytes": b64decode,
    "Tone": message.Tone,
    "ChartKind": message.ChartKind,
}


class Damaged(Exception):
    """These bytes are no message that this version knows."""


def encode(said: Written) -> bytes:
    """Write a message down; fields that hold their default are left out."""
    return json.dumps(_plain(said), separators=(",", ":")).encode("ascii")


def decode(written: bytes) -> Written:
    """Read a message back, or raise `Damaged`."""
    try:
        said = _rich(json.loads(written))
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
        raise Damaged(type(error).__name__) from error
    if not isinstance(said, Written):
        raise Damaged(type(said).__name__)
    return said


def _plain(value: object) -> object:
    match value:
        case Enum():
            return {KIND: type(value).__name__, "is": value.value}
        case str() | bool() | int() | float() | None:
            return value
        case tuple():
            return [_plain(part) for part in cast("tuple[object, ...]", value)]
        case datetime() | date() | time():
            return {KIND: type(value).__name__, "is": value.isoformat()}
        case timedelta():
            return {KIND: "timedelta", "is": value // MICROSECOND}
        case bytes():
            return {KIND: "bytes", "is": b64encode(value).decode("ascii")}
        case _:
            return _plain_shape(value)


def _plain_shape(value: object) -> object:
    if SHAPES.get(type(value).__name__) is not type(value) or not is_dataclass(value):
        raise TypeError(f"the wire does not carry {type(value).__name__}")
    plain: dict[str, object] = {KIND: type(value).__name__}
    for field in fields(value):
        held: object = getattr(value, field.name)
        if (
            field.default is MISSING
            or held != field.default
            or type(held) is not type(field.default)
        ):
            plain[field.name] = _plain(held)
    return plain


def _rich(value: Any) -> object:
    match value:
        case list():
            return tuple(map(_rich, cast("Iterable[object]", value)))
        case dict():
            return _rich_shape(cast("dict[str, Any]", value))
        case _:
            return value


def _rich_shape(value: dict[str, Any]) -> object:
    kind = value.pop(KIND)
    if kind in WORDS:
        return WORDS[kind](value["is"])
    return SHAPES[kind](**{name: _rich(part) for name, part in value.items()})
