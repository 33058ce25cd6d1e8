"""A page with every card and form, in each language, light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import assert_never

from bot.i18n import Voice
from bot.platforms.demo.render import render_card, render_form
from handlers.message import Card, Example, Form
from handlers.people import Language
from handlers.phrase import say

ZONE = "Europe/Warsaw"
THEMES = ("auto", "light", "dark")
WIDTHS = ("desk", "phone")
ALL = "all"


LABELS = {
    "lang": say("demo-gallery-lang"),
    "theme": say("demo-gallery-theme"),
    "width": say("demo-gallery-width"),
}
CHOICES = {
    "en": say("demo-gallery-en"),
    "pl": say("demo-gallery-pl"),
    "ru": say("demo-gallery-ru"),
    "zh": say("demo-gallery-zh"),
    "all": say("demo-gallery-all"),
    "auto": say("demo-gallery-auto"),
    "light": say("demo-gallery-light"),
    "dark": say("demo-gallery-dark"),
    "desk": say("demo-gallery-desk"),
    "phone": say("demo-gallery-phone"),
}


@dataclass(frozen=True, slots=True)
class _View:
    lang: str
    theme: str
    width: str

    @property
    def languages(self) -> Sequence[Language]:
        return tuple(Language) if self.lang == ALL else (Language(self.lang),)

    @property
    def voice(self) -> Voice:
        return Voice(self.languages[0], ZONE)


def gallery(examples: Iterable[Example], asked: Mapping[str, str]) -> str:
    """Draw the page as its address asks for: ``lang``, ``theme`` and ``width``."""
    view = _View(
        _one_of((*Language, ALL), asked.get("lang")),
        _one_of(THEMES, asked.get("theme")),
        _one_of(WIDTHS, asked.get("width")),
    )
    shown = list(examples)
    title = escape(view.voice.speak(say("demo-gallery-title")))
    drawn = "".join(_example(one, view) for one in shown)
    links = "".join(f'<li><a href="#{_anchor(one)}">{escape(one.name)}</a></li>' for one in shown)
    return (
        f'<!doctype html><html lang="{view.voice.language.value}"'
        f' class="gallery theme-{view.theme}">'
        '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title}</title>"
        '<link rel="icon" href="/demo/static/icon.svg">'
        '<link rel="stylesheet" href="/demo/static/demo.css"></head>'
        f'<body><header class="gallery-head"><h1>{title}</h1>{_switches(view)}</header>'
        f'<nav class="gallery-index"><ul>{links}</ul></nav>'
        f'<main class="gallery-list width-{view.width}">{drawn}</main></body></html>'
    )


def _one_of(known: Sequence[str], asked: str | None) -> str:
    return asked if asked is not None and asked in known else known[0]


def _anchor(example: Example) -> str:
    return escape(example.name.replace(".", "-").replace(" ", "-"))


def _example(example: Example, view: _View) -> str:
    drawn = "".join(
        f'<div class="example" lang="{language.value}">'
        f"{_shape(example, Voice(language, ZONE))}</div>"
        for language in view.languages
    )
    anchor = _anchor(example)
    return (
        f'<section id="{anchor}"><h2><a href="#{anchor}">{escape(example.name)}</a></h2>'
        f'<div class="examples">{drawn}</div></section>'
    )


def _shape(example: Example, voice: Voice) -> str:
    match example.shows:
        case Card():
            return render_card(example.shows, voice)
        case Form():
            mark = f"{_anchor(example)}-{voice.language.value}-"
            form = render_form(example.shows, voice, mark=mark)
            return f'<div class="sheet">{form}</div>'
        case _:
            assert_never(example.shows)


def _switches(view: _View) -> str:
    """Draw the three switches as links, so that every view of the gallery has an address."""
    return (
        _switch("lang", (*(one.value for one in Language), ALL), view)
        + _switch("theme", THEMES, view)
        + _switch("width", WIDTHS, view)
    )


def _switch(name: str, choices: Iterable[str], view: _View) -> str:
    now = {"lang": view.lang, "theme": view.theme, "width": view.width}
    links = "".join(_choice(name, one, now, view.voice) for one in choices)
    label = escape(view.voice.speak(LABELS[name]))
    return f'<nav class="switch" aria-label="{label}"><span>{label}</span>{links}</nav>'


def _choice(name: str, choice: str, now: Mapping[str, str], voice: Voice) -> str:
    address = "&amp;".join(f"{key}={value}" for key, value in {**now, name: choice}.items())
    current = ' aria-current="true"' if now[name] == choice else ""
    word = escape(voice.speak(CHOICES[choice]))
    return f'<a href="?{address}"{current}>{word}</a>'
