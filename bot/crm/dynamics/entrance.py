"""How Entra lets us into Dataverse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.microsoft_tokens import Entra, NoToken
from handlers.connector import CrmError, Trouble


@dataclass(frozen=True, slots=True)
class Entrance:
    """An app registration that is an application user of the environment."""

    entra: Entra = field(repr=False)
    scope: str

    def headers(self) -> Mapping[str, str]:
        """Show a token; raises `CrmError`."""
        try:
            token = self.entra.token(self.scope)
        except NoToken as error:
            trouble = Trouble.UNREACHABLE if error.may_come else Trouble.CREDENTIALS
            raise CrmError(trouble, said=str(error)) from None
        return {"Authorization": f"Bearer {token}"}

    def renew(self, refused: Mapping[str, str]) -> bool:
        """Ask for another token, unless another thread has."""
        self.entra.forget(refused.get("Authorization", "").removeprefix("Bearer "))
        return True

    def close(self) -> None:
        """Let go of connections."""
        self.entra.close()


def scope_of(url: str) -> str:
    """Give the scope of an environment's address."""
    return f"{url.rstrip('/')}/.default"
