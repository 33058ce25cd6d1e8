"""Leads are written one after the other, and a CRM that hangs is not waited for a hundred times."""

from __future__ import annotations

from bot.crm.writes import SILENT, each_in_turn
from handlers.connector import CrmError, Fate, Trouble, Write, Written


def a_write(lead: int) -> Write:
    return Write(lead=str(lead), was={}, becomes={}, version="", key=f"w-{lead}")


def written(*told: Fate | CrmError) -> tuple[list[str], dict[str, Fate | CrmError]]:
    """Write as many leads as the CRM says something to; nothing more than that is asked."""
    asked: list[str] = []

    def deed(write: Write) -> Fate | CrmError:
        asked.append(write.lead)
        return told[int(write.lead)]

    return asked, each_in_turn([a_write(one) for one in range(len(told))], deed)


SILENCE = CrmError(Trouble.UNREACHABLE, said="ReadTimeout")
BUSY = CrmError(Trouble.BUSY, said="HTTP 412")
DONE = Written()


def test_where_the_crm_hangs_the_rest_is_not_tried() -> None:
    asked, fates = written(DONE, *[SILENCE] * SILENT, DONE, DONE)
    assert asked == ["0", "1", "2"]
    assert [fates[str(one)] for one in range(5)] == [DONE, SILENCE, SILENCE, SILENCE, SILENCE]


def test_one_lead_that_goes_unanswered_keeps_no_other_back() -> None:
    asked, fates = written(SILENCE, DONE, SILENCE, DONE)
    assert asked == ["0", "1", "2", "3"]
    assert fates["3"] == DONE


def test_a_lead_that_is_busy_keeps_no_other_back() -> None:
    asked, fates = written(BUSY, BUSY, BUSY, DONE)
    assert asked == ["0", "1", "2", "3"]
    assert fates["3"] == DONE
