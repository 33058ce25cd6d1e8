"""How Salesforce lets us in, and that nobody hears the keys."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.crm.http import Line, new_client
from bot.crm.salesforce.connector import connect
from bot.crm.salesforce.login import Account, PatientAdapter, Tokens, log_in, new_session
from bot.crm.turns import Limiter
from handlers.connector import CrmError, Trouble
from tests.bot.crm.contract import look
from tests.bot.crm.salesforce_peer import BY_SECRET, SalesforcePeer
from tests.fakes.crm.salesforce import DOMAIN, KEY, SECRET, USER, FakeSalesforce
from tests.fakes.faults import Fault, dropped, html

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def salesforce() -> Iterator[FakeSalesforce]:
    with FakeSalesforce() as salesforce:
        yield salesforce


@pytest.fixture
def peer(salesforce: FakeSalesforce) -> Iterator[SalesforcePeer]:
    peer = SalesforcePeer(salesforce)
    yield peer
    peer.close()


def refused(salesforce: FakeSalesforce, account: Account) -> CrmError:
    with pytest.raises(CrmError) as told:
        log_in(account, salesforce.session())
    return told.value


def test_a_signed_statement_lets_in(salesforce: FakeSalesforce) -> None:
    account = Account(domain=DOMAIN, key=KEY, user=USER, private_key=salesforce.trust())
    peer = SalesforcePeer(salesforce, account=account)
    lead = peer.add()
    peer.expire()
    assert set(peer.connector.read([lead])) == {lead}
    peer.close()


def test_a_statement_signed_with_another_key_lets_nobody_in(salesforce: FakeSalesforce) -> None:
    foreign = salesforce.trust()
    salesforce.trust()
    account = Account(domain=DOMAIN, key=KEY, user=USER, private_key=foreign)
    assert refused(salesforce, account).trouble is Trouble.CREDENTIALS


def test_a_statement_for_another_user_lets_nobody_in(salesforce: FakeSalesforce) -> None:
    key = salesforce.trust()
    account = Account(domain=DOMAIN, key=KEY, user="somebody@acme.example", private_key=key)
    assert refused(salesforce, account).trouble is Trouble.CREDENTIALS


def test_a_private_key_that_is_none_is_told_without_it(salesforce: FakeSalesforce) -> None:
    account = Account(domain=DOMAIN, key=KEY, user=USER, private_key="no key at all")
    error = refused(salesforce, account)
    assert error.trouble is Trouble.CREDENTIALS
    assert "no key at all" not in f"{error!s} {error!r}"


def test_a_wrong_secret_is_told_without_what_salesforce_says(salesforce: FakeSalesforce) -> None:
    error = refused(salesforce, Account(domain=DOMAIN, key=KEY, secret="wrong"))
    assert error.trouble is Trouble.CREDENTIALS
    assert KEY not in f"{error!s} {error!r} {error.__cause__!r}"


@pytest.mark.parametrize("fault", [html(502), dropped()], ids=["page", "cut"])
def test_trouble_at_the_door_is_no_refusal(salesforce: FakeSalesforce, fault: Fault) -> None:
    salesforce.faults.plan("token", fault)
    assert refused(salesforce, BY_SECRET).trouble is Trouble.UNREACHABLE


def test_nobody_hears_the_key_in_a_warning(salesforce: FakeSalesforce) -> None:
    salesforce.refuses_with = "user hasn't approved this consumer"
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        assert refused(salesforce, BY_SECRET).trouble is Trouble.CREDENTIALS
    assert [str(one.message) for one in heard if KEY in str(one.message)] == []


def test_an_account_shows_none_of_its_secrets() -> None:
    assert SECRET not in repr(BY_SECRET)
    assert KEY not in repr(BY_SECRET)


@pytest.mark.parametrize(
    "given", [{}, {"user": USER}, {"secret": SECRET, "user": USER, "private_key": "x"}]
)
def test_an_account_needs_one_whole_way_in(given: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="consumer secret"):
        Account(domain=DOMAIN, key=KEY, **given)


def test_logging_in_gives_up_in_time() -> None:
    assert isinstance(new_session().get_adapter(BY_SECRET.url), PatientAdapter)


def test_nothing_is_called_before_it_is_needed() -> None:
    connector = connect(BY_SECRET, version="68.0", now=lambda: NOON)
    assert connector.system == "salesforce"
    connector.close()


def test_a_token_is_asked_for_once(salesforce: FakeSalesforce, peer: SalesforcePeer) -> None:
    peer.add_many(450)
    look(peer.connector, None)
    assert salesforce.calls.count("token") == 1


def test_of_two_threads_whose_token_ended_one_asks_for_another() -> None:
    asked = iter(["first", "second", "third"])
    tokens = Tokens(lambda: next(asked))
    refused = tokens.headers()
    assert tokens.renew(refused)
    assert tokens.renew(refused)
    assert tokens.headers() == {"Authorization": "Bearer second"}


def test_the_session_of_the_login_is_closed_with_the_connector(salesforce: FakeSalesforce) -> None:
    closed: list[bool] = []
    tokens = Tokens(lambda: "token", lambda: closed.append(True))
    line = Line(new_client(salesforce.address), tokens, limiter=Limiter({}))
    line.close()
    assert closed == [True]
