"""How a lead stands to the criteria of the definition of its day."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache

from handlers.definition.free_mail import domain_of, free_mail
from handlers.definition.model import Criterion, Fit, Operator, Test, Verdict, Version
from handlers.definition.numbers import read_span
from handlers.definition.work import OWN_FIELDS, Definitions, DefinitionWork
from handlers.lead import Lead, LeadId
from handlers.naming import name_key

_SIGNS = re.compile("([+#&%@$€£])")
"""Signs that tell C++ from C, and an address from a name; other punctuation makes no difference."""


def fit_of(work: DefinitionWork, lead: Lead) -> Fit | None:
    """Judge one lead by the definition of its day; nothing where none was in force then."""
    return fits_of(work, [lead]).get(lead.id)


def fits_of(work: DefinitionWork, leads: Iterable[Lead]) -> Mapping[LeadId, Fit]:
    """Judge leads, each by the definition of its day; those of days without one are left out."""
    versions = work.definitions.ever_in_force()
    of_its_day = {
        lead.id: version
        for lead in leads
        if (version := version_on(versions, day_of(lead))) is not None
    }
    if not of_its_day:
        return {}
    known = known_fields(work, set(of_its_day.values()))
    fields = work.definitions.read(of_its_day)
    return {
        lead: fit_to(version, fields.get(lead, {}), known) for lead, version in of_its_day.items()
    }


def day_of(lead: Lead) -> datetime:
    """Give the moment whose definition a lead is judged by: when it was created, or first seen by us."""
    return lead.created_at or lead.imported_at


def version_on(versions: Sequence[Version], at: datetime) -> Version | None:
    """Give the version that was in force at a moment."""
    return next((version for version in versions if version.was_in_force(at)), None)


def known_fields(work: DefinitionWork, versions: Iterable[Version]) -> Collection[str]:
    """Give our own fields, and of the further ones those that leads still have, as far as tested."""
    return fields_known_to(work.definitions, versions)


def fields_known_to(definitions: Definitions, versions: Iterable[Version]) -> Collection[str]:
    """Give the same where there is no transaction but what it knows of the definition."""
    tested = {one.test.field for version in versions for one in version.criteria if one.test}
    further = sorted(tested - set(OWN_FIELDS))
    return {*OWN_FIELDS, *(definitions.still_there(further) if further else ())}


def fields_gone(work: DefinitionWork, version: Version) -> Collection[str]:
    """Name the fields that a version's tests look at and leads have no longer."""
    known = known_fields(work, [version])
    tested = {one.test.field for one in version.criteria if one.test is not None}
    return tested - set(known)


def fit_to(version: Version, fields: Mapping[str, str], known: Collection[str]) -> Fit:
    """Judge a lead by a version, whatever its day."""
    verdicts = ((one, verdict_on(one, fields, known)) for one in version.criteria)
    return Fit(version=version.number, verdicts=tuple(verdicts))


def verdict_on(criterion: Criterion, fields: Mapping[str, str], known: Collection[str]) -> Verdict:
    """Say how a lead stands to a criterion; without a test only a person can."""
    return Verdict.UNKNOWN if criterion.test is None else judge(criterion.test, fields, known)


def judge(test: Test, fields: Mapping[str, str], known_fields: Collection[str]) -> Verdict:
    """Put a test's question to a lead's fields.

    Case, accents and most punctuation make no difference. A field that says nothing is unknown,
    unless whether it says something is the question.
    """
    if test.field not in known_fields:
        return Verdict.BROKEN
    value = fields.get(test.field, "").strip()
    if test.operator is Operator.FILLED:
        return _verdict(bool(value))
    if test.operator is Operator.EMPTY:
        return _verdict(not value)
    return _compared(test, value) if value else Verdict.UNKNOWN


def _compared(test: Test, value: str) -> Verdict:
    match test.operator:
        case Operator.ONE_OF:
            return _verdict(_is_one_of(value, test.values))
        case Operator.NONE_OF:
            return _verdict(not _is_one_of(value, test.values))
        case Operator.CONTAINS:
            return _verdict(any(_folded(one) in _folded(value) for one in test.values))
        case Operator.AT_LEAST | Operator.AT_MOST:
            return _measured(test, value)
        case Operator.OWN_DOMAIN:
            domain = domain_of(value)
            return _verdict(domain not in free_mail()) if domain else Verdict.UNKNOWN
        case _:
            return Verdict.UNKNOWN


def _is_one_of(value: str, values: Iterable[str]) -> bool:
    return _folded(value) in {_folded(one) for one in values}


def _measured(test: Test, value: str) -> Verdict:
    """Compare numbers; of a range like 51–200 both ends have to lie on the same side."""
    span = read_span(value)
    wanted = read_span(test.values[0]) if test.values else None
    if span is None or wanted is None:
        return Verdict.UNKNOWN
    if test.operator is Operator.AT_LEAST:
        return _beside(span.least >= wanted.least, span.most < wanted.least)
    return _beside(span.most <= wanted.most, span.least > wanted.most)


def _beside(is_met: bool, is_missed: bool) -> Verdict:  # noqa: FBT001 - the two halves of one answer
    if is_met:
        return Verdict.MET
    return Verdict.MISSED if is_missed else Verdict.UNKNOWN


def _verdict(is_met: bool) -> Verdict:  # noqa: FBT001 - this is what it makes a word of
    return Verdict.MET if is_met else Verdict.MISSED


@lru_cache(maxsize=65_536)
def _folded(text: str) -> str:
    parts = (name_key(part) or part.strip() for part in _SIGNS.split(text))
    return " ".join(filter(None, parts)).casefold()
