"""A page into the demo's CRM: what is in it, who changed it, and a form to change it by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from urllib.parse import urlencode

from bot.crm.demo.records import Entry, Record, Records
from bot.i18n import Voice
from bot.platforms.demo.fields import spoken
from bot.platforms.demo.parse import Body, Rejected, odd, read_values, voice_of
from handlers.connector import RemoteField
from handlers.people import Person, Role
from handlers.phrase import Phrase, say, verbatim
from handlers.writing.cards import value_text

MOST_LISTED = 20
LONGEST_SEARCH = 100
LONGEST_LEFT = 5_000
"""Letters that are looked at; what is too long for the CRM it refuses itself, in its words."""
LONGEST_ID = 200

LABELS = {
    "status": say("writing-field-status"),
    "reason": say("writing-field-reason"),
    "next_step": say("writing-field-next-step"),
    "next_step_date": say("demo-crm-next-day"),
    "situation": say("writing-field-situation"),
    "needs": say("writing-field-needs"),
    "objections": say("writing-field-objections"),
}
TOLD = {"saved": say("demo-crm-saved"), "looked": say("demo-crm-looked")}
"""What the page says above all else, by the word in its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmDesk:
    """What the page stands on; all of it may block."""

    records: Records
    asked: Callable[[Person], Sequence[str]]
    """Names the leads about which Leadloop asks somebody now; for whoever is no rep, all of them."""
    look: Callable[[], None]
    """Lets Leadloop see what changed, and do what follows from it."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What somebody changed on a lead by hand."""

    lead: str
    values: Mapping[str, str]


def read_edit(body: Body) -> Edit:
    """Read what the page sends of a form: the lead, and the fields that were changed."""
    lead = body.get("lead")
    if not isinstance(lead, str) or len(lead) > LONGEST_ID:
        raise odd()
    values = read_values(body, "values")
    if any(name not in LABELS or len(value) > LONGEST_LEFT for name, value in values.items()):
        raise odd()
    return Edit(lead, {name: value.strip() for name, value in values.items()})


def edited(desk: CrmDesk, edit: Edit, at: datetime) -> None:
    """Change a lead by hand, or say in the CRM's own words why that cannot be."""
    words = desk.records.edit(edit.lead, edit.values, at)
    if words:
        raise Rejected(422, verbatim(words))


def crm_page(desk: CrmDesk, person: Person, asked: Mapping[str, str]) -> str:
    """Draw the page as its address asks for: ``lead``, ``q`` and ``told``."""
    voice = voice_of(person)
    record = next(iter(desk.records.by_ids([asked.get("lead", "")]).values()), None)
    told = TOLD.get(asked.get("told", ""))
    title = spoken(say("demo-crm-open"), voice)
    note = f'<p class="crm-told" role="status">{spoken(told, voice)}</p>' if told else ""
    inside = (
        _listed(desk, person, asked.get("q", "")[:LONGEST_SEARCH])
        if record is None
        else _one(desk, record, person)
    )
    return (
        f'<!doctype html><html lang="{voice.language.value}" class="crm"><head>'
        '<meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><title>{title}</title>'
        '<link rel="icon" href="/demo/static/icon.svg">'
        '<link rel="stylesheet" href="/demo/static/demo.css">'
        '<link rel="stylesheet" href="/demo/static/crm.css">'
        '<script type="module" src="/demo/static/crm.js"></script></head>'
        f'<body data-as="{escape(person.id)}">{_head(person, voice)}'
        f"<main>{note}{inside}</main></body></html>"
    )


def _head(person: Person, voice: Voice) -> str:
    chat = escape(f"/demo?{urlencode({'as': person.id})}")
    return (
        f'<header class="crm-head"><div><h1>{spoken(say("demo-crm-open"), voice)}</h1>'
        f'<p class="note">{spoken(say("demo-crm-about"), voice)}</p></div>'
        f'<a class="crm-chat" href="{chat}">{spoken(say("demo-crm-chat"), voice)}</a></header>'
        f'<div class="crm-look"><button type="button" class="button" id="look">'
        f"{spoken(say('demo-crm-look'), voice)}</button>"
        f'<span class="note">{spoken(say("demo-crm-looks"), voice)}</span></div>'
    )


# the list


def _listed(desk: CrmDesk, person: Person, words: str) -> str:
    records = desk.records
    asked = list(records.by_ids(desk.asked(person)).values())
    is_asked = person.role is Role.REP
    name = person.name.partition(" ")[0]
    title = say("demo-crm-asked", person=name) if is_asked else say("demo-crm-asked-all")
    found = ""
    if words:
        leads = records.named(words, MOST_LISTED)
        found = _section(say("demo-crm-found"), leads, person, say("demo-crm-found-none"))
    return (
        _search(person, words)
        + found
        + _section(title, asked, person, say("demo-crm-asked-none"))
        + _section(
            say("demo-crm-changed"),
            records.changed(MOST_LISTED),
            person,
            say("demo-crm-changed-none"),
        )
    )


def _search(person: Person, words: str) -> str:
    voice = voice_of(person)
    label = spoken(say("demo-crm-search"), voice)
    return (
        f'<form class="crm-search" role="search"><input type="hidden" name="as" value="{escape(person.id)}">'
        f'<input type="search" name="q" value="{escape(words)}" maxlength="{LONGEST_SEARCH}"'
        f' aria-label="{label}" placeholder="{label}">'
        f'<button class="button">{spoken(say("demo-crm-find"), voice)}</button></form>'
    )


def _section(title: Phrase, leads: Sequence[Record], person: Person, nothing: Phrase) -> str:
    voice = voice_of(person)
    heading = f"<h2>{spoken(title, voice)}</h2>"
    if not leads:
        return f'<section>{heading}<p class="note">{spoken(nothing, voice)}</p></section>'
    rows = "".join(_row(one, person) for one in leads)
    return f'<section>{heading}<ul class="crm-leads">{rows}</ul></section>'


def _row(lead: Record, person: Person) -> str:
    told = [lead.values.get(name, "") for name in ("status", "reason", "next_step")]
    about = " · ".join(escape(one) for one in told if one) or spoken(say("none"), voice_of(person))
    return (
        f'<li><a href="{_address(person, lead=lead.id)}"><b>{_label(lead)}</b>'
        f"<span>{about}</span></a></li>"
    )


def _label(lead: Record) -> str:
    return escape(" · ".join(part for part in (lead.name, lead.company) if part))


def _address(person: Person, **more: str) -> str:
    return escape(f"/demo/crm?{urlencode({'as': person.id, **more})}")


# one lead


def _one(desk: CrmDesk, lead: Record, person: Person) -> str:
    voice = voice_of(person)
    fields = "".join(
        _field(one, lead.values.get(one.name, ""), voice) for one in desk.records.fields()
    )
    owner = f'<p class="note">{spoken(say("demo-crm-owner", name=lead.owner), voice)}</p>'
    return (
        f'<p><a href="{_address(person)}">{spoken(say("demo-crm-all"), voice)}</a></p>'
        f'<div class="crm-lead"><h2>{_label(lead)}</h2>{owner if lead.owner else ""}</div>'
        f'<form id="edit" class="crm-form" data-lead="{escape(lead.id)}" autocomplete="off">'
        f'<div class="crm-fields">{fields}</div>'
        '<p class="error" id="wrong" role="alert"></p>'
        f'<button class="button tone-primary">{spoken(say("demo-crm-save"), voice)}</button></form>'
        f"{_history(desk, lead, voice)}"
    )


def _field(told: RemoteField, value: str, voice: Voice) -> str:
    """Draw a field as tightly as a CRM does; none of them must be filled in."""
    named = f'name="{escape(told.name)}" id="crm-{escape(told.name)}"'
    label = spoken(LABELS.get(told.name, verbatim(told.label)), voice)
    return (
        f'<div class="field"><label for="crm-{escape(told.name)}">{label}</label>'
        f"{_control(told, value, named)}</div>"
    )


def _control(told: RemoteField, value: str, named: str) -> str:
    if told.options:
        given = dict([("", ""), *told.options])
        chosen = {**given, value: given.get(value, value)}
        options = "".join(
            f'<option value="{escape(one)}"{" selected" if one == value else ""}>'
            f"{escape(shown)}</option>"
            for one, shown in chosen.items()
        )
        return f"<select {named}>{options}</select>"
    if told.kind == "date":
        return f'<input type="date" {named} value="{escape(value)}">'
    most = f'maxlength="{LONGEST_LEFT}" rows="2"'
    return f"<textarea {named} {most}>\n{escape(value)}</textarea>"


def _history(desk: CrmDesk, lead: Record, voice: Voice) -> str:
    entries = desk.records.entries(lead.id, MOST_LISTED)
    title = f"<h3>{spoken(say('demo-crm-history'), voice)}</h3>"
    if not entries:
        return f'{title}<p class="note">{spoken(say("demo-crm-history-none"), voice)}</p>'
    fields = {one.name: one for one in desk.records.fields()}
    rows = "".join(_entry(one, fields.get(one.field), voice) for one in entries)
    return f'{title}<ol class="crm-history">{rows}</ol>'


def _entry(one: Entry, field: RemoteField | None, voice: Voice) -> str:
    key = "demo-crm-by-hand" if one.is_by_hand else "demo-crm-by-leadloop"
    change = say(
        "writing-change",
        field=LABELS.get(one.field, verbatim(one.field)),
        old=value_text(one.old, field),
        new=value_text(one.new, field),
    )
    note = f"<blockquote>{escape(one.note)}</blockquote>" if one.note else ""
    return (
        f"<li><b>{spoken(change, voice)}</b>"
        f'<span class="note">{spoken(say(key, at=one.at), voice)}</span>{note}</li>'
    )
