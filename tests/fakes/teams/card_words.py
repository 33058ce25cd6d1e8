"""The words in which the judge of Adaptive Cards is written, beside those of the other judge."""

from __future__ import annotations

import base64
import re
import struct
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from tests.fakes.judging import Check, Spot, flag, string, thing

UNFURL = "unfurl"
PICTURE = re.compile(r"data:image/(?P<kind>png|jpeg|gif);base64,(?P<content>[A-Za-z0-9+/=]+)")
LARGEST_PICTURE = 1024 * 1024
WIDEST_PICTURE = 1024

SPACING = ("none", "extraSmall", "small", "default", "medium", "large", "extraLarge", "padding")
SIZES = ("small", "default", "medium", "large", "extraLarge")
WEIGHTS = ("lighter", "default", "bolder")
COLOURS = ("default", "dark", "light", "accent", "good", "warning", "attention")
STYLES = ("default", "emphasis", "accent", "good", "attention", "warning")
SIDES = ("left", "center", "right")
HEIGHTS = ("top", "center", "bottom")
WIDTHS = ("veryNarrow", "narrow", "standard", "wide")


def word(*values: str) -> Check:
    """One of a few words, in whichever case: renderers do not mind."""
    known = {one.lower() for one in values}

    def check(value: Any, spot: Spot) -> Iterator[str]:
        if not isinstance(value, str) or value.lower() not in known:
            yield f"{spot}: must be one of {', '.join(values)}"

    return check


def since(version: str, check_there: Check) -> Check:
    """What link previews, which stay at 1.3, do not know."""

    def check(value: Any, spot: Spot) -> Iterator[str]:
        if spot.surface == UNFURL:
            yield f"{spot}: needs version {version}, and a link preview is of 1.3"
        yield from check_there(value, spot)

    return check


def either(*checks: Check) -> Check:
    """What any one of these lets through; else what the last of them says."""

    def check(value: Any, spot: Spot) -> Iterator[str]:
        found = [list(one(value, spot)) for one in checks]
        if all(found):
            yield from found[-1]

    return check


def later(find: Callable[[], Check]) -> Check:
    """A check that is looked up when it is needed: cards stand inside cards."""

    def check(value: Any, spot: Spot) -> Iterator[str]:
        yield from find()(value, spot)

    return check


def element(
    kind: str, must: Mapping[str, Check], may: Mapping[str, Check], *also: Check, new: str = ""
) -> Check:
    """An object of a type with these keys and no others."""
    made = thing({"type": word(kind)} | dict(must), may, *also)
    return since(new, made) if new else made


def exact(value: str) -> Check:
    """Just this word."""

    def check(given: Any, spot: Spot) -> Iterator[str]:
        if given != value:
            yield f"{spot}: must be {value!r}"

    return check


def pixels(value: Any, spot: Spot) -> Iterator[str]:
    """A size such as 40px."""
    if not isinstance(value, str) or re.fullmatch(r"\d{1,4}px", value) is None:
        yield f"{spot}: must be a number of pixels, such as 40px"


def link(value: Any, spot: Spot) -> Iterator[str]:
    """An https address."""
    found = list(string(2048)(value, spot))
    yield from found
    if not found and (urlsplit(value).scheme != "https" or not urlsplit(value).hostname):
        yield f"{spot}: must be an https address"


def picture(value: Any, spot: Spot) -> Iterator[str]:
    """An https address of a picture, or the picture itself, no larger than Teams draws."""
    if not isinstance(value, str) or not value.startswith("data:"):
        yield from link(value, spot)
        return
    found = PICTURE.fullmatch(value)
    if found is None:
        yield f"{spot}: a picture in place is base64 of a PNG, JPEG or GIF"
        return
    content = base64.b64decode(found["content"])
    if len(content) > LARGEST_PICTURE:
        yield f"{spot}: a picture has at most 1 MB"
    if found["kind"] == "png" and max(struct.unpack(">II", content[16:24])) > WIDEST_PICTURE:
        yield f"{spot}: a picture is at most {WIDEST_PICTURE} pixels wide and high"


HTML = re.compile(r"(?<!\\)</?(?!at\b)[A-Za-z][A-Za-z0-9]*(\s[^<>]*)?/?>", re.ASCII)
HEADING = re.compile(r"^ {0,3}#{1,6}\s", re.MULTILINE)
MARKDOWN_TABLE = re.compile(r"^\s*\|.*\|\s*$\n^\s*\|[\s:|-]+\|\s*$", re.MULTILINE)


def markdown(value: Any, spot: Spot) -> Iterator[str]:
    """Text that Teams reads as its small Markdown: without HTML, headings and tables."""
    if not isinstance(value, str):
        yield f"{spot}: must be a string"
        return
    if HTML.search(value):
        yield f"{spot}: HTML is not drawn"
    if HEADING.search(value):
        yield f"{spot}: Markdown headings are not drawn"
    if MARKDOWN_TABLE.search(value):
        yield f"{spot}: Markdown tables are not drawn"


def requirements(value: Any, spot: Spot) -> Iterator[str]:
    """What a host must be able to do, by name and version."""
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        yield f"{spot}: must say a version for each ability"


TARGET_WIDTH = since(
    "1.5",
    word(
        *WIDTHS,
        *(f"atLeast:{one}" for one in WIDTHS),
        *(f"atMost:{one}" for one in WIDTHS),
    ),
)
TEXT = string(least=0)
NAME = string(300)
EVERYWHERE: Mapping[str, Check] = {
    "id": NAME,
    "isVisible": flag,
    "separator": flag,
    "spacing": word(*SPACING),
    "height": word("auto", "stretch"),
    "requires": requirements,
    "targetWidth": TARGET_WIDTH,
}
