"""Draws cards and forms as HTML.

Every text is spoken first and then escaped as a whole: neither a name nor a catalogue can bring
live markup in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import assert_never
from unicodedata import east_asian_width

from babel.numbers import format_decimal

from bot.charts import Row, outline, rows
from bot.i18n import Voice
from bot.platforms.demo.fields import render_field, spoken
from handlers.message import (
    Block,
    Button,
    Buttons,
    Card,
    Cell,
    Chart,
    ChartKind,
    Divider,
    Facts,
    File,
    Form,
    Heading,
    Items,
    Note,
    Paragraph,
    Table,
    Tone,
    Values,
)
from handlers.phrase import Phrase, say

KILOBYTE = 1024
LONGEST_LINE = 16
"""Letters of a cell that is kept on one line; a longer one may take two."""
NOTHING = say("none")
"""What a cell says that has nothing to say; a stacked row leaves it out."""
NO_BREAK_DOT = "\N{NO-BREAK SPACE}· "
"""No line of a cell begins with a dot."""
_MENTION = re.compile(r"@leadloop\b", re.IGNORECASE)
_MENTIONED = r'<span class="mention">\g<0></span>'


def render_card(card: Card, voice: Voice) -> str:
    """Draw a card."""
    title = f'<h3 class="card-title">{spoken(card.title, voice)}</h3>'
    return f'<article class="card">{title}{_blocks(card.blocks, voice)}</article>'


def render_form(
    form: Form, voice: Voice, errors: Mapping[str, Phrase] | None = None, *, mark: str = ""
) -> str:
    """Draw a form with what is wrong beside its fields; `mark` keeps ids apart in a gallery."""
    wrong = errors or {}
    fields = "".join(
        render_field(field, voice, wrong.get(field.name), id=f"{mark}{form.name}-{field.name}")
        for field in form.fields
    )
    return (
        f'<form class="form" method="dialog" novalidate data-form="{escape(form.name)}"'
        f' data-keep="{_carried(form.keep)}">'
        f'<h2 class="form-title">{spoken(form.title, voice)}</h2>'
        f'<p class="error" data-error-for="" role="alert">{_own_error(wrong, voice)}</p>'
        f'<div class="form-body">{_blocks(form.intro, voice)}{fields}</div>'
        f'<div class="form-foot"><button type="button" class="button" data-close>'
        f"{spoken(say('demo-cancel'), voice)}</button>"
        f'<button type="submit" class="button tone-primary">{spoken(form.submit, voice)}</button>'
        f"</div></form>"
    )


def render_file(file: File, voice: Voice, address: str) -> str:
    """Draw a file as a link to its address."""
    size = format_decimal(max(1, round(len(file.content) / KILOBYTE)), locale=voice.language.value)
    return (
        f'<a class="file" href="{escape(address)}" download="{escape(file.name)}">'
        f'<span class="file-name">{escape(file.name)}</span>'
        f'<span class="file-about">{spoken(file.title, voice)} · {size} kB</span></a>'
    )


def render_said(text: str) -> str:
    """Draw what a person wrote, with the bot's name set off."""
    return f'<p class="said">{_MENTION.sub(_MENTIONED, escape(text))}</p>'


def render_upload(text: str, name: str, address: str) -> str:
    """Draw a file that a person sent, below their words."""
    link = f'<a class="file" href="{escape(address)}" download="{escape(name)}">'
    link += f'<span class="file-name">{escape(name)}</span></a>'
    return (render_said(text) if text else "") + link


def render_chart(chart: Chart, voice: Voice) -> str:
    """Draw a chart: every figure stands there as text, the picture beside it only repeats it."""
    points = "".join(_point(chart.kind, row) for row in rows(chart, voice))
    return (
        f'<figure class="chart chart-{chart.kind.value}">'
        f"<figcaption>{spoken(chart.title, voice)}</figcaption><ul>{points}</ul></figure>"
    )


def _blocks(blocks: Iterable[Block], voice: Voice) -> str:
    return "".join(_block(block, voice) for block in blocks)


def _block(block: Block, voice: Voice) -> str:
    match block:
        case Heading():
            return f"<h4>{spoken(block.text, voice)}</h4>"
        case Paragraph():
            return f"<p>{spoken(block.text, voice)}</p>"
        case Note():
            return f'<p class="note tone-{block.tone.value}">{spoken(block.text, voice)}</p>'
        case Divider():
            return "<hr>"
        case Facts():
            return f'<dl class="facts">{"".join(_fact(*pair, voice) for pair in block.pairs)}</dl>'
        case Items():
            kind = "ol" if block.ordered else "ul"
            items = "".join(f"<li>{spoken(item, voice)}</li>" for item in block.items)
            return f'<{kind} class="items">{items}</{kind}>'
        case Table():
            return _table(block, voice)
        case Chart():
            return render_chart(block, voice)
        case Buttons():
            bar = "".join(_button(button, voice) for button in block.buttons)
            return f'<div class="bar" role="group">{bar}</div>'
        case _:
            assert_never(block)


def _fact(label: Phrase, value: Phrase, voice: Voice) -> str:
    return f"<div><dt>{spoken(label, voice)}</dt><dd>{spoken(value, voice)}</dd></div>"


def _table(table: Table, voice: Voice) -> str:
    columns = [spoken(column, voice) for column in table.columns]
    widths = "".join(f'<col width="{width}%">' for width in _widths(table, voice))
    heads = "".join(f'<th scope="col" role="columnheader">{column}</th>' for column in columns)
    rows = "".join(_row(row, columns, voice) for row in table.rows)
    return (
        f'<div class="table"><table role="table"><caption>{spoken(table.caption, voice)}</caption>'
        f"<colgroup>{widths}</colgroup>"
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table></div>'
    )


def _row(row: tuple[Cell, ...], columns: list[str], voice: Voice) -> str:
    """Draw a row whose cells name their columns and roles, for when it is stacked."""
    cells = "".join(_cell(cell, column, voice) for cell, column in zip(row, columns, strict=True))
    return f'<tr role="row">{cells}</tr>'


def _cell(cell: Cell, column: str, voice: Voice) -> str:
    text = voice.speak(cell.text).replace(" · ", NO_BREAK_DOT)
    shape = "blank" if cell.text == NOTHING else "filled"
    opening = f'<td role="cell" data-label="{column}" class="{shape}">'
    tag = "" if cell.tone is Tone.NORMAL else f' class="tag tone-{cell.tone.value}"'
    return f"{opening}<span{tag}>{escape(text)}</span></td>"


def _widths(table: Table, voice: Voice) -> list[int]:
    """Share the width out among the columns, in per cent, so that no cell needs a third line."""
    rows = [[Cell(heading) for heading in table.columns], *table.rows]
    needs = [max(_need(cell, voice) for cell in column) for column in zip(*rows, strict=True)]
    return [round(100 * need / sum(needs)) for need in needs]


def _need(cell: Cell, voice: Voice) -> int:
    """Say how many letters wide a cell must be, with its margin and the frame of a tag."""
    text = voice.speak(cell.text)
    widest = max((_letters(word) for word in text.split(" ")), default=0)
    line = min(_letters(text), max(LONGEST_LINE, _letters(text) // 2 + 1, widest))
    return line + (2 if cell.tone in {Tone.NORMAL, Tone.QUIET} else 5)


def _letters(text: str) -> int:
    """Count letters; Chinese ones are twice as wide."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _button(button: Button, voice: Voice) -> str:
    hint = f' aria-label="{spoken(button.hint, voice)}"' if button.hint else ""
    opens = ' aria-haspopup="dialog"' if button.opens else ""
    return (
        f'<button type="button" class="button tone-{button.tone.value}"'
        f' data-does="{escape(button.does)}" data-values="{_carried(button.values)}"{hint}{opens}>'
        f"{spoken(button.label, voice)}</button>"
    )


def _point(kind: ChartKind, row: Row) -> str:
    share = f'<span class="share">{escape(row.share)}</span>' if row.share else ""
    corners = " ".join(f"{100 * x:.1f},{10 * y:g}" for x, y in outline(kind, row))
    return (
        f'<li><span class="label">{escape(row.label)}</span>'
        f'<svg class="tone-{row.tone.value}" viewBox="0 0 100 10" preserveAspectRatio="none"'
        f' aria-hidden="true"><polygon points="{corners}"/></svg>'
        f'<span class="value">{escape(row.value)}{share}</span></li>'
    )


def _own_error(errors: Mapping[str, Phrase], voice: Voice) -> str:
    return spoken(errors[""], voice) if "" in errors else ""


def _carried(values: Values) -> str:
    return escape(json.dumps(dict(values), ensure_ascii=False))
