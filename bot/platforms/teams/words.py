"""Turns Teams' spelling of a text back into what the person wrote."""

from __future__ import annotations

import re
from collections.abc import Collection
from html import unescape
from html.parser import HTMLParser

LONGEST = 40_000
"""Letters of a message that are read; Teams itself takes fewer."""

_LINES = frozenset({"p", "div", "li", "tr", "br", "blockquote", "pre", "h1", "h2", "h3", "table"})
_CELLS = frozenset({"td", "th"})
_SILENT = frozenset({"script", "style", "head", "title"})
_MENTION = "http://schema.skype.com/Mention"
_AT = re.compile(r"<at\b[^<>]*>([^<>]*)</at>", re.IGNORECASE)
_BLANKS = re.compile(r"[ \xa0]{2,}")
_BREAKS = re.compile(r"[\r\n\t ]+")


def plain(words: str, ours: Collection[str] = ()) -> str:
    """Undo the spelling of a plain text: mentions stay as names, but for our own."""
    bare = _AT.sub(lambda found: _named(unescape(found[1]), ours), words[:LONGEST])
    return _tidy(unescape(bare))


def plain_html(html: str, ours: Collection[str] = ()) -> str:
    """Undo HTML: a line each, the cells of a pasted table parted by tabs."""
    reader = _Reader(ours)
    reader.feed(html[:LONGEST])
    reader.close()
    return _tidy("".join(reader.said))


class _Reader(HTMLParser):
    """Gathers the words of HTML."""

    def __init__(self, ours: Collection[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._ours = ours
        self._mention: tuple[str, list[str]] | None = None
        """The tag of the mention that is open, and its words."""
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, a cell or a name."""
        if tag in _SILENT:
            self._silent += 1
        elif tag == "at" or (tag == "span" and dict(attrs).get("itemtype") == _MENTION):
            self._close_mention()
            self._mention = (tag, [])
        elif tag in _CELLS:
            self.said.append("\t")
        elif tag in _LINES:
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a line or a name."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif self._mention and tag == self._mention[0]:
            self._close_mention()
        elif tag in _LINES and tag != "br":
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        """Take words; line breaks in HTML are blanks."""
        if not self._silent:
            said = self._mention[1] if self._mention else self.said
            said.append(_BREAKS.sub(" ", data))

    def close(self) -> None:
        """Take what was left open, too."""
        super().close()
        self._close_mention()

    def _close_mention(self) -> None:
        if self._mention:
            self.said.append(_named("".join(self._mention[1]), self._ours))
        self._mention = None


def _named(name: str, ours: Collection[str]) -> str:
    return " " if name.strip() in ours else name


def _tidy(words: str) -> str:
    """Drop empty lines and blanks round lines, of which HTML has many."""
    lines = (_BLANKS.sub(" ", line).strip(" \xa0\t\r") for line in words.splitlines())
    return "\n".join(line.replace("\xa0", " ") for line in lines if line)
