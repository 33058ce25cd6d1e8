<%
    def steps(drafted):
        """Leave out the lines in which Alembic asks for a look: it was given, or the tests tell."""
        lines = [line for line in (drafted or "").splitlines() if "###" not in line]
        return "\n".join(lines).strip() or "raise NotImplementedError"
%>\
"""${message}."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}


def upgrade() -> None:
    """Go forward."""
    ${steps(upgrades)}


def downgrade() -> None:
    """Go back."""
    ${steps(downgrades)}
