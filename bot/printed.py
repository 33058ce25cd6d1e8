"""Turns a card into a web page of its own: for a phone, a dark screen, and one sheet of paper.

The page needs nothing from elsewhere and runs nothing. Every text is spoken first and then escaped as
a whole; what can be pressed is left out.
"""

from __future__ import annotations

from html import escape
from typing import assert_never

from bot.charts import as_svg
from bot.i18n import Voice
from bot.platforms.spoken import marked, told
from handlers.message import (
    Block,
    Buttons,
    Card,
    Cell,
    Chart,
    Divider,
    Facts,
    Heading,
    Items,
    Note,
    Paragraph,
    Table,
    Tone,
)
from handlers.phrase import Phrase

STYLE = """
:root { color-scheme: light dark; --ink: #1e2126; --soft: #565d68; --page: #fff; --line: #d5d9e0; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eaee; --soft: #a9b1be; --page: #16181c; --line: #3a404a; }
  figure svg { filter: invert(0.92) hue-rotate(180deg); }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 20px 16px; max-width: 42rem; background: var(--page);
  color: var(--ink); font: 16px/1.45 system-ui, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.4em; line-height: 1.25; margin: 0 0 .6em; }
h2 { font-size: 1.1em; margin: 1.2em 0 .3em; }
p, ul, ol, dl, figure, table { margin: .5em 0; }
ul, ol { padding-left: 1.3em; }
li { margin: .2em 0; }
.note, caption { color: var(--soft); font-size: .9em; text-align: left; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .2em 1em; }
dt { color: var(--soft); }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .25em .6em .25em 0; text-align: left; vertical-align: top;
  border-bottom: 1px solid var(--line); }
hr { border: 0; border-top: 1px solid var(--line); }
svg { display: block; width: 100%; max-width: 480px; height: auto; }
@media print {
  :root { --ink: #000; --soft: #444; --page: #fff; --line: #bbb; }
  @page { size: A4; margin: 14mm; }
  body { padding: 0; max-width: none; font-size: 10pt; line-height: 1.3; }
  h2 { break-after: avoid; }
  p, ul, ol, dl, table { margin: .35em 0; }
  li { margin: .1em 0; }
  figure { display: inline-block; width: 48%; margin: .3em 1% .3em 0; vertical-align: top; }
  figure svg { filter: none; max-width: none; }
}
"""

POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_page(card: Card, voice: Voice) -> str:
    """Write a card as a page."""
    title = _said(card.title, voice)
    body = "\n".join(filter(None, (_block(block, voice) for block in card.blocks)))
    return (
        f'<!doctype html>\n<html lang="{voice.language.value}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _block(block: Block, voice: Voice) -> str:
    match block:
        case Heading():
            return f"<h2>{_said(block.text, voice)}</h2>"
        case Paragraph():
            return f"<p>{_said(block.text, voice)}</p>"
        case Note():
            return f'<p class="note">{_said(block.text, voice, block.tone)}</p>'
        case Facts():
            return f"<dl>{''.join(_fact(*pair, voice) for pair in block.pairs)}</dl>"
        case Items():
            kind = "ol" if block.ordered else "ul"
            items = "".join(f"<li>{_said(item, voice)}</li>" for item in block.items)
            return f"<{kind}>{items}</{kind}>"
        case Table():
            return _table(block, voice)
        case Chart():
            return _chart(block, voice)
        case Divider():
            return "<hr>"
        case Buttons():
            return ""
        case _:
            assert_never(block)


def _said(phrase: Phrase, voice: Voice, tone: Tone = Tone.NORMAL) -> str:
    return escape(marked(voice.speak(phrase), tone))


def _fact(label: Phrase, value: Phrase, voice: Voice) -> str:
    return f"<dt>{_said(label, voice)}</dt><dd>{_said(value, voice)}</dd>"


def _table(table: Table, voice: Voice) -> str:
    heads = "".join(f'<th scope="col">{_said(column, voice)}</th>' for column in table.columns)
    rows = "".join(f"<tr>{_cells(row, voice)}</tr>" for row in table.rows)
    caption = _said(table.caption, voice)
    return f"<table><caption>{caption}</caption><tr>{heads}</tr>{rows}</table>"


def _cells(row: tuple[Cell, ...], voice: Voice) -> str:
    return "".join(f"<td>{_said(cell.text, voice, cell.tone)}</td>" for cell in row)


def _chart(chart: Chart, voice: Voice) -> str:
    """Draw a chart; who cannot see it hears every figure."""
    title, *figures = told(chart, voice)
    heard = escape(f"{title}. {'; '.join(figures)}")
    drawn = as_svg(chart, voice).replace("<svg ", f'<svg role="img" aria-label="{heard}" ', 1)
    return f"<figure>{drawn}</figure>"
