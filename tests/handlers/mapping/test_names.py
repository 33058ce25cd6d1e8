"""How CRMs are called: by their vendor's name, or by their own."""

from __future__ import annotations

import pytest

from bot.i18n import Voice
from handlers.mapping.cards import system_name
from handlers.people import Language


@pytest.mark.parametrize(
    ("system", "name"),
    [("dynamics", "Dynamics 365"), ("file", "Imported files"), ("Demo CRM", "Demo CRM")],
)
def test_a_crm_goes_by_its_vendors_name_or_its_own(system: str, name: str) -> None:
    assert Voice(Language.ENGLISH, "UTC").speak(system_name(system)) == name
