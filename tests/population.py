"""Puts people and leads into a database, as sign-ups and imports would."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Engine, insert, select

from handlers.lead import Lead
from handlers.naming import company_key, name_key, surname_key
from handlers.people import Owner, Person, Place, Side
from storage.people import SqlPeople
from storage.schema import campaigns, channels, leads, owners


def settle(
    engine: Engine,
    *,
    people: Iterable[Person] = (),
    accountless: Iterable[Person] = (),
    owning: Iterable[Owner] = (),
    having: Iterable[Lead] = (),
) -> None:
    """Keep everybody; `people` have an account on the demo platform, `accountless` have none."""
    with engine.begin() as connection:
        kept = SqlPeople(connection)
        for person in people:
            kept.add(person)
            kept.give_account(person.id, "demo", Place.direct(person.id).name)
        for person in accountless:
            kept.add(person)
        for owner in owning:
            row = {"id": owner.id, "system": "file", "key": owner.name, "name": owner.name}
            row |= {"email": owner.email, "person_id": owner.person}
            connection.execute(insert(owners), row)
        for lead in having:
            campaign = None
            if lead.campaign:
                known = select(campaigns.c.id).where(campaigns.c.name == lead.campaign)
                campaign = connection.execute(known).scalar_one_or_none()
                if campaign is None:
                    made = insert(campaigns).values(
                        system="file", key=name_key(lead.campaign), name=lead.campaign
                    )
                    campaign = connection.execute(made.returning(campaigns.c.id)).scalar_one()
            connection.execute(insert(leads), lead_row(lead) | {"campaign_id": campaign})


def lead_row(lead: Lead) -> dict[str, object]:
    """Spell a lead's columns."""
    key = name_key(lead.name)
    return {
        "id": lead.id,
        "system": lead.system,
        "external_id": lead.external_id,
        "external_key": lead.external_id.casefold(),
        "name": lead.name,
        "name_key": key,
        "surname_key": surname_key(key),
        "company": lead.company,
        "company_key": company_key(lead.company),
        "email": lead.email,
        "source": lead.source,
        "owner_id": lead.owner,
        "status": lead.status,
        "status_raw": lead.status_raw,
        "reason": lead.reason,
        "reason_raw": lead.reason_raw,
        "next_step": lead.next_step,
        "created_at": lead.created_at,
        "assigned_at": lead.assigned_at,
        "first_touch_at": lead.first_touch_at,
        "last_touch_at": lead.last_touch_at,
        "status_changed_at": lead.status_changed_at,
        "imported_at": lead.imported_at,
    }


def open_channels(engine: Engine) -> None:
    """Give both sides a channel on the demo platform."""
    with engine.begin() as connection:
        for side in Side:
            row = {"place": side.value, "platform": "demo", "address": side.value}
            connection.execute(insert(channels), row | {"language": "en", "zone": "Europe/Warsaw"})
