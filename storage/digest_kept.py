"""Figures as JSON: how a week's digest is kept for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

from handlers.digests.model import Figures

_MOMENTS = (datetime, date)


def written(figures: Figures) -> Mapping[str, Any]:
    """Write figures down as JSON takes them."""
    return cast("Mapping[str, Any]", _plain(figures))


def read(kept: Mapping[str, Any]) -> Figures:
    """Read figures back; what an older version did not write has its default."""
    return cast("Figures", _rich(Figures, kept))


def _plain(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case dict():
            pairs = cast("dict[str, Any]", value).items()
            return {str(_plain(key)): _plain(one) for key, one in pairs}
        case list() | tuple():
            return [_plain(one) for one in cast("Sequence[Any]", value)]
        case _ if is_dataclass(value):
            return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        case _:
            return value


def _rich(shape: Any, value: Any) -> Any:
    """Make of plain JSON what a type says."""
    if value is None:
        return None
    origin, parts = get_origin(shape), get_args(shape)
    if origin is UnionType:
        return _rich(next(part for part in parts if part is not NoneType), value)
    if origin is None:
        return _single(getattr(shape, "__supertype__", shape), value)
    if issubclass(origin, Mapping):
        return {_rich(parts[0], key): _rich(parts[1], one) for key, one in value.items()}
    return tuple(_rich(parts[0], one) for one in value)


def _single(shape: Any, value: Any) -> Any:
    if hints := _hints(shape):
        return shape(
            **{name: _rich(hints[name], one) for name, one in value.items() if name in hints}
        )
    if shape in _MOMENTS:
        return shape.fromisoformat(value)
    return shape(value)


@lru_cache(maxsize=64)  # to work them out costs more than to read a week
def _hints(shape: type) -> Mapping[str, Any]:
    """Give the fields of a noun with their types; none of anything else."""
    return get_type_hints(shape) if is_dataclass(shape) else {}
