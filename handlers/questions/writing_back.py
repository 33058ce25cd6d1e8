"""Has what a rep answered brought to the CRM, where the company switched that on and one value alone means it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from handlers.connector import RemoteField
from handlers.keeping import Word, WordKind
from handlers.lead import Lead, Status
from handlers.questions.model import Answer, Said
from handlers.questions.work import QuestionWork
from handlers.writing.confirming import Confirming, targets
from handlers.writing.model import Change
from handlers.writing.work import Dictionary, WritingWork

MEANT: Mapping[Said, Status] = {
    Said.QUALIFIED: Status.QUALIFIED,
    Said.IN_CONVERSATION: Status.CONNECTED,
    Said.TRYING: Status.ATTEMPTING,
    Said.LATER: Status.NURTURING,
    Said.DISQUALIFIED: Status.DISQUALIFIED,
    Said.NOT_TOUCHED: Status.NEW,
}
"""What an answer says of the status. A conversion is a deed in the CRM and no value of a list."""

Meanings = Callable[[str, WordKind, RemoteField, Sequence[Word]], Mapping[str, str]]
"""Tells of a CRM's field what each of its choices means; those that nobody explained are left out."""


@dataclass(frozen=True, slots=True)
class _Choices:
    """The choices of one field that may be written, and what the lead has there now."""

    field: str
    was: str
    meant: Mapping[str, str]

    def change(self, *meanings: str) -> Change | None:
        """Give the change to what alone has the first of these meanings that any choice has."""
        for means in meanings:
            found = [value for value, one in self.meant.items() if one == means]
            if found:
                return Change(self.field, self.was, found[0]) if len(found) == 1 else None
        return None

    def stands(self, *meanings: str) -> bool:
        """Tell whether the lead has such a choice already."""
        return self.meant.get(self.was) in meanings


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingBack:
    """Hears each answer in its own transaction."""

    confirming: Confirming
    meanings: Meanings

    def kept(self, work: QuestionWork, answer: Answer) -> None:
        """Queue what an answer says of the status and its reason; nothing where that is not clear."""
        lead = work.leads.by_ids([answer.lead]).get(answer.lead)
        if answer.said not in MEANT or lead is None:
            return
        writing = cast("WritingWork", work)  # every transaction of the house knows what is written
        changes = self._changes(writing.mappings, lead, answer)
        if changes:
            self.confirming.confirm(writing, lead.id, answer.by, changes)

    def _changes(self, dictionary: Dictionary, lead: Lead, answer: Answer) -> Sequence[Change]:
        status, reason = MEANT[answer.said].value, answer.reason
        exact = f"{status}/{reason}" if reason else status
        statuses = self._choices(dictionary, lead, "status")
        if statuses is None:
            return ()
        stands = statuses.stands(exact, status)
        moved = None if stands else statuses.change(exact, status)
        reasons = self._choices(dictionary, lead, "reason")
        if reason is None or reasons is None or not (moved or stands):
            return [moved] if moved else ()
        why = None if reasons.stands(reason) else reasons.change(reason)
        return [one for one in (moved, why) if one]

    def _choices(self, dictionary: Dictionary, lead: Lead, field: str) -> _Choices | None:
        theirs = targets(dictionary, lead.system, self.confirming.allowed).get(field)
        if theirs is None:
            return None
        raw = lead.status_raw if field == "status" else lead.reason_raw
        # our word may come from another field of the CRM, such as a stage: then this one is empty
        was = raw if raw in dict(theirs.options) else ""
        return _Choices(field, was, self._meant(dictionary, lead.system, field, theirs))

    def _meant(
        self, dictionary: Dictionary, system: str, field: str, theirs: RemoteField
    ) -> Mapping[str, str]:
        return self.meanings(system, WordKind(field), theirs, dictionary.words(system))

    def unclear(self, dictionary: Dictionary, system: str) -> Sequence[Said]:
        """List the answers that cannot be written to a CRM: no choice means them, or several do."""
        theirs = targets(dictionary, system, self.confirming.allowed).get("status")
        if theirs is None:
            return list(MEANT)
        choices = _Choices("status", "", self._meant(dictionary, system, "status", theirs))
        return [said for said, status in MEANT.items() if choices.change(status.value) is None]
