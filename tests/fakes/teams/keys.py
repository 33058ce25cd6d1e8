"""The keys of the fake: the Connector's, Entra's, somebody else's; and a certificate for TLS."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from functools import cache
from ipaddress import ip_address
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from jwt.algorithms import RSAAlgorithm

SIZE = 2048


@cache
def private_key(name: str) -> rsa.RSAPrivateKey:
    """The key of that name, the same throughout a run: making one takes a while."""
    return rsa.generate_private_key(public_exponent=65537, key_size=SIZE)


def pem(key: rsa.RSAPrivateKey) -> bytes:
    """A private key as a file holds it."""
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def public_jwk(name: str, **more: Any) -> dict[str, Any]:
    """A key as a key set tells of it; its id is its name."""
    public = private_key(name).public_key()
    told: dict[str, Any] = json.loads(RSAAlgorithm.to_jwk(public))
    told.pop("key_ops", None)
    return told | {"use": "sig", "kid": name, "x5t": name} | more


@cache
def certificate(name: str) -> x509.Certificate:
    """A certificate that the key of that name signs for itself, good on this machine."""
    key = private_key(name)
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    began = datetime(2026, 1, 1, tzinfo=UTC)
    here = [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(began)
        .not_valid_after(began + timedelta(days=3650))
        .add_extension(x509.SubjectAlternativeName(here), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    )
    return made.sign(key, hashes.SHA256())


def certificate_pem(name: str) -> bytes:
    """A certificate as a file holds it."""
    return certificate(name).public_bytes(serialization.Encoding.PEM)


def thumbprint(name: str) -> str:
    """A certificate's SHA-1 thumbprint, as Entra shows it."""
    return certificate(name).fingerprint(hashes.SHA1()).hex().upper()  # noqa: S303
