"""What a connected CRM's values mean, whatever they are."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.crm.meaning import LONGEST_WORD, Meaning, vocabulary
from handlers.connector import FieldChange, Remote, RemoteField
from handlers.crm import Column, CrmOwner
from handlers.keeping import Word, WordKind

AT = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


def a_remote(id: str = "00Q000000000001AAA", **values: str) -> Remote:
    return Remote(id=id, version="1", modified_at=AT, values=values)


def test_salesforce_speaks_by_the_names_of_its_interface() -> None:
    batch = Meaning(system="salesforce").batch(
        [a_remote(LastName="Kot", Company="Acme", Status="Working", OwnerId="005A", IsConverted="")]
    )
    columns = batch.columns
    assert columns[Column.NAME] == ["Kot"]
    assert columns[Column.STATUS] == ["connected"]
    assert columns[Column.OWNER] == [CrmOwner("005a", "005A", "")]


def test_dynamics_owners_and_reasons_are_understood() -> None:
    options = (("4", "Lost"), ("5", "Cannot Contact"))
    fields = [RemoteField(name="statuscode", label="Status", kind="choice", options=options)]
    batch = Meaning(system="dynamics", described=fields).batch(
        [a_remote(fullname="Jan Kot", _ownerid_value="AB-1", statuscode="5")]
    )
    assert batch.columns[Column.STATUS] == ["disqualified"]
    assert batch.columns[Column.REASON] == ["unreachable"]
    assert batch.columns[Column.STATUS_RAW] == ["5"]
    assert batch.columns[Column.OWNER] == [CrmOwner("ab-1", "AB-1", "")]


def test_the_source_is_shown_by_its_label() -> None:
    fields = [
        RemoteField(name="leadsourcecode", label="Source", kind="choice", options=(("8", "Web"),))
    ]
    batch = Meaning(system="dynamics", described=fields).batch([a_remote(leadsourcecode="8")])
    assert batch.columns[Column.SOURCE] == ["Web"]


def test_the_companys_word_counts_more_than_the_label_and_ours() -> None:
    said = [Word(kind=WordKind.STATUS, word="In Progress", means="nurturing/timing")]
    batch = Meaning(system="hubspot", said=said).batch([a_remote(hs_lead_status="IN_PROGRESS")])
    assert batch.columns[Column.STATUS] == ["nurturing"]
    assert batch.columns[Column.REASON] == ["timing"]


def test_a_field_that_is_left_out_on_purpose_is_left_out() -> None:
    said = [Word(kind=WordKind.FIELD, word="hs_lead_status", means=None)]
    batch = Meaning(system="hubspot", said=said).batch([a_remote(hs_lead_status="NEW")])
    assert Column.STATUS not in batch.columns


@pytest.mark.parametrize(
    ("system", "name"),
    [("dynamics", "createdon"), ("hubspot", "createdate"), ("salesforce", "CreatedDate")],
)
def test_every_crm_tells_since_when_there_is_a_lead(system: str, name: str) -> None:
    batch = Meaning(system=system).batch([a_remote(**{name: "2026-11-06T09:00:00+00:00"})])
    assert batch.columns[Column.CREATED_AT] == [datetime(2026, 11, 6, 9, tzinfo=UTC)]


def test_hubspots_lead_object_is_known_by_its_contact_and_company() -> None:
    told = {"hs_associated_contact_email": "eva@acme.example", "hs_associated_company_name": "Acme"}
    columns = Meaning(system="hubspot").batch([a_remote(hs_lead_name="Eva Kot", **told)]).columns
    assert columns[Column.EMAIL] == ["eva@acme.example"]
    assert columns[Column.COMPANY] == ["Acme"]


def test_fields_that_appear_later_are_learnt() -> None:
    meaning = Meaning(system="hubspot")
    meaning.batch([a_remote(lastname="Kot")])
    batch = meaning.batch([a_remote(company="Acme")])
    assert batch.columns[Column.COMPANY] == ["Acme"]


def test_history_comes_in_our_words_and_only_of_fields_that_we_watch() -> None:
    said = [Word(kind=WordKind.FIELD, word="pain", means="extra:needs")]
    meaning = Meaning(system="hubspot", said=said)
    meaning.batch([a_remote(hs_lead_status="NEW", pain="", hubspot_owner_id="7", email="")])
    fields = ("hs_lead_status", "pain", "hubspot_owner_id", "email", "unheard-of")
    told = meaning.former(
        FieldChange(lead="1", field=one, old="NEW", new="CONNECTED", at=AT) for one in fields
    )
    assert [(one.field, one.old, one.new) for one in told] == [
        ("status", "new", "connected"),
        ("extra:needs", "NEW", "CONNECTED"),
        ("owner", "new", "connected"),
    ]


def test_the_vocabulary_knows_the_shipped_words() -> None:
    assert vocabulary("hubspot", WordKind.STATUS)["open deal"] == "qualified"
    assert vocabulary("hubspot", WordKind.FIELD) == {}


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(
                [
                    *("lastname", "company", "email", "hs_lead_status", "createdate"),
                    *("hubspot_owner_id", "own", "notes_last_contacted", "hs_object_id"),
                ]
            ),
            st.text(max_size=400),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_no_value_costs_a_lead(values: list[dict[str, str]]) -> None:
    said = [Word(kind=WordKind.FIELD, word="own", means="extra:own")]
    remotes = [a_remote(str(number), **one) for number, one in enumerate(values)]
    batch = Meaning(system="hubspot", said=said).batch(remotes)
    assert batch.columns[Column.ID] == [one.id for one in remotes]
    for column in (Column.NAME, Column.COMPANY, Column.STATUS_RAW):
        for cell in batch.columns.get(column, ()):
            assert len(str(cell)) <= 2 * LONGEST_WORD + 1
