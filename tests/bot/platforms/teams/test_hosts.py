"""Only listed hosts are called, however their addresses are dressed up."""

from __future__ import annotations

import pytest

from bot.platforms.teams.hosts import MICROSOFT, SHAREPOINT, Hosts

PUBLIC = Hosts(MICROSOFT)
FILES = Hosts(SHAREPOINT)
LOCAL = Hosts(["127.0.0.1:8123"])


@pytest.mark.parametrize(
    "url",
    [
        "https://smba.trafficmanager.net",
        "https://smba.trafficmanager.net/",
        "https://smba.trafficmanager.net/emea/11111111-1111-4111-8111-111111111111/",
        "HTTPS://SMBA.trafficmanager.net/emea/",
    ],
)
def test_the_connectors_own_addresses_are_called(url: str) -> None:
    assert PUBLIC.allow(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://smba.trafficmanager.net/emea/",
        "https://smba.trafficmanager.net.evil.example/",
        "https://evil.example/smba.trafficmanager.net/",
        "https://evil.example?smba.trafficmanager.net",
        "https://evilsmba.trafficmanager.net/",
        "https://x.smba.trafficmanager.net/",
        "https://smba.trafficmanager.net@evil.example/",
        "https://smba.trafficmanager.net:8443/",
        "https://user:pass@smba.trafficmanager.net/",
        "https://smba.trafficmanager.net\\@evil.example/",
        "https://evil.example\\.smba.trafficmanager.net/",
        "https://evil.example#smba.trafficmanager.net",
        "https://smba.trafficmanager.net/#@evil.example",
        "https:/smba.trafficmanager.net/",
        "//smba.trafficmanager.net/",
        "ftp://smba.trafficmanager.net/",
        "https://169.254.169.254/metadata",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://2130706433/",
        "https://smba.trafficmanager.net\n.evil.example/",
        " https://smba.trafficmanager.net/",
        "https://smba.trafficmanager.net/\u202e",
        "https://ѕmba.trafficmanager.net/",
    ],
)
def test_nothing_else_is(url: str) -> None:
    assert not PUBLIC.allow(url)


def test_a_company_has_its_own_name_at_sharepoint() -> None:
    assert FILES.allow("https://acme-my.sharepoint.com/personal/anna/upload?tempauth=x%20y")
    assert not FILES.allow("https://sharepoint.com/")
    assert not FILES.allow("https://acmesharepoint.com/")
    assert not FILES.allow("https://acme.sharepoint.com.evil.example/")
    assert not FILES.allow("http://acme.sharepoint.com/")


def test_without_tls_only_this_machine_is_called_and_at_the_port_that_was_named() -> None:
    assert LOCAL.allow("http://127.0.0.1:8123/emea/")
    assert not LOCAL.allow("http://127.0.0.1:8124/emea/")
    assert not LOCAL.allow("http://127.0.0.1/")
    assert not Hosts(["10.0.0.1:80"]).allow("http://10.0.0.1:80/")
