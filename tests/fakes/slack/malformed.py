"""Requests that are not Slack's, or not in order: for the tests of the door."""

from __future__ import annotations

import json

from tests.fakes.slack import payloads
from tests.fakes.slack.door import FORM, Reply, Sent, encoded, signed
from tests.fakes.slack.office import Office

JSON = "application/json"


class Malformed(Office):
    """Somebody at the door who is not who they say."""

    def _harmless(self) -> tuple[bytes, dict[str, str | bytes]]:
        event = payloads.event(self, {"type": "app_home_opened", "user": "U0", "tab": "home"})
        return encoded(Sent("event", event))[0], {"Content-Type": JSON}

    def wrong_signature(self) -> Reply:
        """Signed with another secret."""
        body, headers = self._harmless()
        return self._door.post(body, headers, signature="v0=" + "0" * 64)

    def no_signature(self) -> Reply:
        """Not signed at all."""
        body, headers = self._harmless()
        return self._door.post_raw(body, headers)

    def non_ascii_signature(self) -> Reply:
        """A signature with a letter no signature has."""
        body, headers = self._harmless()
        return self._door.post(body, headers, signature="v0=żółw".encode())

    def wordy_timestamp(self, timestamp: str = "abc") -> Reply:
        """A timestamp that is no number, signed all the same."""
        body, headers = self._harmless()
        return self._door.post(body, headers, timestamp=timestamp)

    def old_timestamp(self, seconds: int = 400) -> Reply:
        """Signed rightly, but that long ago; negative is from the future."""
        body, headers = self._harmless()
        return self._door.post(body, headers, timestamp=str(int(self.now()) - seconds))

    def changed_body(self) -> Reply:
        """A body other than the signed one."""
        body, headers = self._harmless()
        stamp = str(int(self.now()))
        proof = signed(self.signing_secret, body, stamp)
        return self._door.post(body + b" ", headers, timestamp=stamp, signature=proof)

    def huge_body(self, size: int = 10_000_000) -> Reply:
        """A signed body of that many bytes."""
        padded = json.dumps({"type": "event_callback", "padding": "x" * size}).encode()
        return self._door.post(padded, {"Content-Type": JSON})

    def wrong_content_type(self, content_type: str = "text/plain") -> Reply:
        """A signed event under another content type."""
        body, _ = self._harmless()
        return self._door.post(body, {"Content-Type": content_type})

    def garbage(self, body: bytes = b"payload=%7Bnot-json", content_type: str = FORM) -> Reply:
        """A signed body that cannot be read."""
        return self._door.post(body, {"Content-Type": content_type})

    def url_verification(self, challenge: str = "challenge") -> Reply:
        """Slack's own check of the address, signed."""
        body = {"token": payloads.TOKEN, "challenge": challenge, "type": "url_verification"}
        return self._door.post(json.dumps(body).encode(), {"Content-Type": JSON})

    def ssl_check(self) -> Reply:
        """Slack's check of the certificate, unsigned."""
        body = f"ssl_check=1&token={payloads.TOKEN}".encode()
        return self._door.post_raw(body, {"Content-Type": FORM})
