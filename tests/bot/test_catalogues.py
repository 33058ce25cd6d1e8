"""The catalogues: the same texts in all languages, grammatical, without markup, and none unused."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from handlers.agenda.model import Rhythm
from handlers.connector import Trouble as Unread
from handlers.definition.model import Operator
from handlers.definition.model import State as VersionState
from handlers.definition.model import Verdict as FitVerdict
from handlers.definition.work import OWN_FIELDS
from handlers.digests.choosing import WEIGHT
from handlers.digests.model import Count, DebtKind
from handlers.flags.effects import Verdict as EffectVerdict
from handlers.flags.model import FindingState, On, Remedy, State, Step
from handlers.flags.model import Kind as FlagKind
from handlers.flags.reasons import shipped
from handlers.flags.triage_forms import SENT
from handlers.flags.wording.rule import Noticed
from handlers.lead import Outcome, Provenance, Reason, Status
from handlers.mapping.model import FIELDS
from handlers.nudges.model import NudgeState, Watch
from handlers.nudges.row_forms import YES_NO
from handlers.parcel import Trouble
from handlers.people import Language, Role, Side
from handlers.questions.model import FUNNEL, Cause, Said
from handlers.roster.model import Mismatch, Why
from handlers.settings.choices import COUNTRIES, ZONES
from handlers.writing.barriers import Barrier
from handlers.writing.model import WriteState

HOUSE = Path(__file__).parents[2]
LOCALES = HOUSE / "bot" / "locales"

PACKAGED = (
    *("ask", "flag", "definition", "agenda", "digest", "home", "settings", "help"),
    *("what-happened", "flag-lead"),
)
"""What the app package offers."""

OPEN_OR_GONE = (NudgeState.QUEUED, NudgeState.ASKED, NudgeState.GONE)
"""Of these no row says what was done."""

BUILT: dict[str, Iterable[str]] = {
    "outcome-{}": Outcome,
    "outcome-count-{}": Outcome,
    "reason-{}": Reason,
    "provenance-{}": Provenance,
    "agenda-debt-{}": Side,
    "agenda-debt-some-{}": Side,
    "agenda-rhythm-{}": Rhythm,
    "agenda-side-{}": Side,
    "findings-decision-{}": ("accept", "decline"),
    "findings-here-{}": On,
    "findings-object-{}": On,
    "findings-said-{}": ("accepted", "declined", "praise"),
    "findings-standing-{}": FindingState,
    "findings-state-{}": FindingState,
    "findings-there-{}": On,
    "findings-title-{}": On,
    "leads-with-status-{}": Status,
    "{}-more": ("leads-of-campaigns", "leads-of-sources"),
    "check-writing-not-{}": Barrier,
    "check-slack-channel-{}": ("shared", "closed"),
    "check-teams-channel-{}": ("shared", "closed"),
    "delivery-channel-{}": Side,
    "delivery-trouble-{}": Trouble,
    "import-report-{}": (
        *("read", "new", "changed", "unchanged", "activities", "repeated", "refused"),
        *("columns", "file", "heading", "field", "words", "word", "table", "count"),
        *("year-first", "day-first", "month-first"),
    ),
    "digests-as-{}": ("csv", "xlsx"),
    "digests-came-{}": ("in", "fewer", "more", "usual"),
    "digests-count-{}": Count,
    "digests-debt-{}": DebtKind,
    "digests-debt-some-{}": DebtKind,
    "digests-decide-{}": [key for key in WEIGHT if key != "debt"],
    "digests-decide-debt-{}": Side,
    "digests-decided-by-{}": Side,
    "digests-effect-{}": [one for one in EffectVerdict if one is not EffectVerdict.TOO_FEW],
    "digests-flags-{}": ("raised", "accepted", "declined", "done", "waiting"),
    "digests-not-yours-{}": Side,
    "digests-note-{}": Side,
    "digests-owes-{}": Side,
    "digests-owner-elsewhere-{}": Side,
    "digests-part-{}": (Count.QUALIFIED, Count.ACCEPTED, Count.WON),
    "digests-questions-{}": ("asked", "answered", "open"),
    "digests-side-{}": Side,
    "digests-skipped-{}": Side,
    "weekfile-flags-{}": ("raised", "praised", "accepted", "declined", "done", "waiting"),
    "weekfile-unit-{}": ("leads", "hours", "percent", "flags", "words"),
    "definition-{}": (
        *("in-force-from", "in-force-until", "added", "dropped", "add", "change", "drop"),
    ),
    "definition-{}-title": ("change", "drop", "put", "withdraw"),
    "definition-{}-submit": ("change", "drop", "put", "withdraw"),
    "definition-{}-hint": ("put", "withdraw"),
    "definition-title-{}": VersionState,
    "definition-line-{}": [one for one in VersionState if one is not VersionState.DRAFT],
    "definition-closed-{}": (
        *(VersionState.IN_FORCE, VersionState.REPLACED, VersionState.WITHDRAWN),
    ),
    "definition-field-{}": [one.replace("_", "-") for one in OWN_FIELDS],
    "definition-test-{}": Operator,
    "definition-operator-{}": Operator,
    "definition-count-{}": FitVerdict,
    "definition-verdict-{}": FitVerdict,
    "definition-signed-{}": Side,
    "definition-signed-for-{}": Side,
    "definition-signed-already-{}": Side,
    "definition-proposed-by-{}": (*Side, "leadloop"),
    "definition-page-{}": ("back", "on"),
    "flags-form-{}": FlagKind,
    "flags-kind-{}": FlagKind,
    "flags-seen-{}": FlagKind,
    "flags-gentle-{}": Noticed,
    "flags-reason-{}": [one.key for one in shipped()],
    "triage-state-{}": State,
    "triage-step-{}": Step,
    "triage-kind-{}": FlagKind,
    "triage-remedy-{}": Remedy,
    "triage-side-{}": Side,
    "triage-fact-{}": ("campaign", "source", "seen", "would-help", "trigger"),
    "triage-fit-{}": FitVerdict,
    "triage-said-{}": ("reopen", "ask", "add", "decline", "finish", "withdraw"),
    "triage-button-{}": [step for step in Step if step is not Step.RAISE],
    "triage-form-{}": SENT,
    "triage-submit-{}": SENT,
    "triage-words-{}": SENT,
    "triage-hint-{}": SENT,
    "triage-receipt-{}": (*("accept", "to-meeting", "decline", "finish", "reopen", "thanks"),),
    "triage-effect-{}": [one for one in EffectVerdict if one is not EffectVerdict.TOO_FEW],
    "mapping-field-{}": [name.removeprefix("extra:").replace("_", "-") for name in FIELDS],
    "mapping-status-{}": Status,
    "mapping-trouble-{}": Unread,
    "mapping-word-{}": ("status", "reason"),
    "nudges-{}": YES_NO,
    "nudges-done-{}": [one for one in NudgeState if one not in OPEN_OR_GONE],
    "rules-{}": Watch,
    "rules-file-kind-{}": ("str", "int", "bool", "list"),
    "rules-watch-{}": Watch,
    "rules-wrong-{}": Watch,
    "questions-answer-{}": [said for said in Said if said is not Said.CAUSE],
    "questions-said-{}": Said,
    "questions-cause-{}": Cause,
    "questions-column-{}": (
        *("lead", "company", "email", "crm-id", "campaign", "outcome", "reason", "look-again"),
        *("first-touch", "business-hours", "last-touch", "next-step", "known-from", "as-of"),
    ),
    "questions-funnel-{}": [step for step, _ in FUNNEL],
    "questions-help-example-{}": ("list", "words", "delay"),
    "questions-page-{}": ("back", "on"),
    "questions-step-{}": ("created", "assigned", "first-touch", "in-hours"),
    "questions-{}": ("change", "answer-anyway", "back"),
    "package-{}": PACKAGED,
    "package-{}-hint": PACKAGED,
    "people-column-{}": (
        *("name", "email", "role", "side", "chat"),
        *("number", "owner", "leads", "why"),
    ),
    "people-mismatch-{}": Mismatch,
    "people-outsider-{}": Why,
    "people-page-{}": ("back", "on"),
    "people-welcome-{}": ("channels", "invite", "ask"),
    "settings-{}": ("away-first", "away-last"),
    "settings-day-{}": [str(day) for day in range(7)],
    "settings-channel-{}": Side,
    "settings-channel-language-{}": Side,
    "settings-channel-zone-{}": Side,
    "settings-hello-example-{}": ("list", "words", "delay"),
    "settings-hello-is-{}": Side,
    "settings-role-{}": Role,
    "settings-side-{}": Side,
    "settings-take-{}": Side,
    "settings-taken-by-{}": Side,
    "writing-column-{}": (*("when", "who", "lead", "field", "old", "new", "fate", "words"),),
    "writing-fate-{}": WriteState,
    "writing-trouble-{}": ("credentials", "forbidden", "odd", "spent"),
    "country-{}": [code.lower() for code in COUNTRIES],
    "zone-{}": [zone.lower().replace("/", "-").replace("_", "-") for zone in ZONES],
}
"""Keys that code puts together, and what may stand in the gap. A new one belongs here."""

PLURALS = {
    Language.ENGLISH: {"one", "other"},
    Language.POLISH: {"one", "few", "many", "other"},
    Language.RUSSIAN: {"one", "few", "many", "other"},
    Language.CHINESE: {"other"},
}
CATEGORIES = {"zero", "one", "two", "few", "many", "other"}
MARKUP = set("&<>*_~`")

BLAME = re.compile(
    r"\b(blam\w*|faults?|guilty|lazy|careless|negligen\w*|incompeten\w*|shame\w*|fail(ed|ure|s)? to"
    r"|worst|best rep|top rep|rank(ing|ed)?|leaderboard|underperform\w*|slow(est)? rep|ignored"
    r"|forgot|neglected|should have|why didn.t)\b",
    re.IGNORECASE,
)


@cache
def entries(language: Language) -> dict[str, ftl.Message | ftl.Term]:
    """Read a language's catalogues."""
    found: dict[str, ftl.Message | ftl.Term] = {}
    for file in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file.name} of {language}: {entry.content}"
            if isinstance(entry, ftl.Message | ftl.Term):
                key = f"-{entry.id.name}" if isinstance(entry, ftl.Term) else entry.id.name
                assert key not in found, f"{key} stands twice in {language}"
                found[key] = entry
    return found


def messages(language: Language) -> set[str]:
    return {key for key in entries(language) if not key.startswith("-")}


def inside(node: object) -> Iterator[ftl.BaseNode]:
    """Walk through a text and everything in it."""
    if isinstance(node, ftl.BaseNode):
        yield node
        for part in vars(node).values():
            yield from inside(part)
    elif isinstance(node, list):
        for part in node:
            yield from inside(part)


def words(entry: ftl.BaseNode) -> str:
    """Give all that is literally said, in whatever case."""
    return "\n".join(
        node.value if isinstance(node, ftl.TextElement) else node.parse()["value"]
        for node in inside(entry)
        if isinstance(node, ftl.TextElement | ftl.StringLiteral)
    )


def choices(entry: ftl.BaseNode) -> list[ftl.SelectExpression]:
    return [node for node in inside(entry) if isinstance(node, ftl.SelectExpression)]


def references(entry: ftl.BaseNode) -> set[str]:
    found = {node.id.name for node in inside(entry) if isinstance(node, ftl.MessageReference)}
    terms = {node.id.name for node in inside(entry) if isinstance(node, ftl.TermReference)}
    return found | {f"-{term}" for term in terms}


def variables(language: Language, key: str) -> set[str]:
    """Name what a text needs, that of the texts it refers to included."""
    entry = entries(language)[key]
    own = {node.id.name for node in inside(entry) if isinstance(node, ftl.VariableReference)}
    return own.union(*(variables(language, reference) for reference in references(entry)))


# The languages beside each other


@pytest.mark.parametrize("language", Language)
def test_every_language_has_the_same_texts(language: Language) -> None:
    assert messages(language) == messages(Language.ENGLISH)


@pytest.mark.parametrize("language", Language)
def test_every_language_keeps_to_the_same_files(language: Language) -> None:
    names = [{file.name for file in (LOCALES / one).iterdir()} for one in ("en", language)]
    assert names[0] == names[1]


@pytest.mark.parametrize("language", Language)
def test_a_text_has_the_same_gaps_in_every_language(language: Language) -> None:
    wrong = {
        key
        for key in messages(Language.ENGLISH) & messages(language)
        if variables(language, key) != variables(Language.ENGLISH, key)
    }
    assert wrong == set()


@pytest.mark.parametrize("language", Language)
def test_a_choice_by_number_has_the_forms_its_language_needs(language: Language) -> None:
    for key, entry in entries(language).items():
        for choice in choices(entry):
            names = [
                variant.key.name
                for variant in choice.variants
                if isinstance(variant.key, ftl.Identifier)
            ]
            if set(names) & CATEGORIES:
                assert set(names) == PLURALS[language], key
                assert len(names) == len(set(names)), key
                default = next(variant for variant in choice.variants if variant.default)
                assert isinstance(default.key, ftl.Identifier), key
                assert default.key.name == "other", key


@pytest.mark.parametrize("language", Language)
def test_a_catalogue_holds_no_markup(language: Language) -> None:
    """Platforms escape values only, so the text itself must mean nothing to any of them."""
    wrong = {key for key, entry in entries(language).items() if MARKUP & set(words(entry))}
    assert wrong == set()


@pytest.mark.parametrize("language", Language)
def test_a_text_has_neither_hidden_letters_nor_loose_blanks(language: Language) -> None:
    for key, entry in entries(language).items():
        assert all(letter.isprintable() or letter in "\n\u00a0\u202f" for letter in words(entry)), (
            key
        )
        assert not re.search(r"\S  ", words(entry)), key


def test_no_english_text_blames_anybody() -> None:
    wrong = {
        key: found.group()
        for key, entry in entries(Language.ENGLISH).items()
        if (found := BLAME.search(words(entry)))
    }
    assert wrong == {}


# The catalogues and the code


@cache
def code() -> tuple[ast.AST, ...]:
    return tuple(
        node
        for storey in ("bot", "handlers", "storage")
        for file in sorted((HOUSE / storey).rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"), str(file)))
    )


def spoken() -> Iterator[tuple[str, set[str] | None]]:
    """Give each key that is said with its arguments, None where they cannot be read off."""
    for node in code():
        if isinstance(node, ast.Call) and name_of(node.func) in {"say", "Phrase"} and node.args:
            given = {keyword.arg for keyword in node.keywords if keyword.arg}
            open_ended = name_of(node.func) == "Phrase" or len(given) < len(node.keywords)
            for key in keys_of(node.args[0]):
                yield key, None if open_ended else given


def name_of(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def keys_of(node: ast.expr) -> Iterator[str]:
    """Read off a key; what a variable holds is found by its spelling, in `spelled`."""
    match node:
        case ast.Constant(value=str(key)):
            yield key
        case ast.IfExp():
            yield from keys_of(node.body)
            yield from keys_of(node.orelse)
        case ast.JoinedStr():
            shape = shape_of(node)
            yield from (shape.replace("{}", str(part)) for part in BUILT.get(shape, ()))
        case _:
            pass


def shape_of(node: ast.JoinedStr) -> str:
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
    )


def spelled() -> set[str]:
    """Give every word of the code: a key that a table or a variable holds is among them."""
    return {
        node.value
        for node in code()
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_key_that_is_said_is_in_the_catalogues() -> None:
    assert {key for key, _ in spoken()} - messages(Language.ENGLISH) == set()


def test_every_gap_is_filled_by_whoever_says_the_text() -> None:
    known = messages(Language.ENGLISH)
    wrong = {
        (key, *sorted(variables(Language.ENGLISH, key) - given))
        for key, given in spoken()
        if given is not None and key in known and variables(Language.ENGLISH, key) - given
    }
    assert wrong == set()


def test_no_text_is_unused() -> None:
    said = {key for key, _ in spoken()} | spelled()
    referred = {
        reference for entry in entries(Language.ENGLISH).values() for reference in references(entry)
    }
    assert messages(Language.ENGLISH) - said - referred == set()


def test_every_key_that_code_puts_together_is_listed_in_built() -> None:
    shapes = {
        shape_of(part)
        for node in code()
        if isinstance(node, ast.Call) and name_of(node.func) in {"say", "Phrase"} and node.args
        for part in ast.walk(node.args[0])
        if isinstance(part, ast.JoinedStr)
    }
    assert shapes == set(BUILT)
