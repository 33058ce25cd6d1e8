"""The voice: what a phrase sounds like in each language, zone and on each platform."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from html import escape as html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import i18n
from bot.i18n import Voice
from handlers.people import Language
from handlers.phrase import Arg, Phrase, say, verbatim

EN, PL, RU, ZH = (Voice(language, "Europe/Warsaw") for language in Language)
AT = datetime(2026, 11, 6, 13, 5, tzinfo=UTC)


def said(voice: Voice, value: Arg) -> str:
    """Say one value alone, with ordinary blanks."""
    spoken = voice.speak(say("verbatim", text=value))
    return spoken.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("count", "english", "polish", "russian"),
    [
        (0, "0 converted", "0 skonwertowanych", "0 сконвертировано"),
        (1, "1 converted", "1 skonwertowany", "1 сконвертирован"),
        (2, "2 converted", "2 skonwertowane", "2 сконвертированы"),
        (5, "5 converted", "5 skonwertowanych", "5 сконвертировано"),
        (12, "12 converted", "12 skonwertowanych", "12 сконвертировано"),
        (21, "21 converted", "21 skonwertowanych", "21 сконвертирован"),
        (22, "22 converted", "22 skonwertowane", "22 сконвертированы"),
    ],
)
def test_words_agree_with_their_number(count: int, english: str, polish: str, russian: str) -> None:
    phrase = say("outcome-count-converted", count=count)
    assert [voice.speak(phrase) for voice in (EN, PL, RU)] == [english, polish, russian]
    assert ZH.speak(phrase) == f"{count} 条已转化"


@pytest.mark.parametrize(
    ("hours", "english", "polish", "russian"),
    [
        (1, "1 business hour", "1 godzina robocza", "1 рабочий час"),
        (6.04, "6 business hours", "6 godzin roboczych", "6 рабочих часов"),
        (6.5, "6.5 business hours", "6,5 godziny roboczej", "6,5 рабочего часа"),
    ],
)
def test_a_number_has_one_decimal_at_most_and_words_agree_with_what_is_seen(
    hours: float, english: str, polish: str, russian: str
) -> None:
    phrase = say("business-hours", hours=hours)
    assert [voice.speak(phrase) for voice in (EN, PL, RU)] == [english, polish, russian]


@pytest.mark.parametrize(
    ("voice", "thousands", "share"),
    [(EN, "12,345", "0.5"), (PL, "12 345", "0,5"), (RU, "12 345", "0,5"), (ZH, "12,345", "0.5")],
)
def test_numbers_are_written_the_readers_way(voice: Voice, thousands: str, share: str) -> None:
    assert said(voice, 12_345) == thousands
    assert said(voice, 0.5) == share


@pytest.mark.parametrize(
    ("voice", "moment", "day"),
    [
        (EN, "6 Nov 2026, 14:05", "6 Nov 2026"),
        (PL, "6 lis 2026, 14:05", "6 lis 2026"),
        (RU, "6 нояб. 2026 г., 14:05", "6 нояб. 2026 г."),
        (ZH, "2026年11月6日 14:05", "2026年11月6日"),
    ],
)
def test_moments_are_told_in_the_readers_zone_and_order(
    voice: Voice, moment: str, day: str
) -> None:
    assert said(voice, AT) == moment
    assert said(voice, AT.date()) == day


def test_a_moment_at_midnight_in_utc_is_a_crms_date_in_every_zone() -> None:
    midnight = datetime(2026, 11, 6, tzinfo=UTC)
    elsewhere = midnight.astimezone(timezone(timedelta(hours=-8)))
    for zone in ("America/Los_Angeles", "Asia/Shanghai", "UTC"):
        assert said(Voice(Language.ENGLISH, zone), midnight) == "6 Nov 2026"
        assert said(Voice(Language.ENGLISH, zone), elsewhere) == "6 Nov 2026"
    assert said(EN, midnight + timedelta(seconds=1)) == "6 Nov 2026, 01:00"


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        said(EN, AT.replace(tzinfo=None))


@pytest.mark.parametrize(
    ("span", "english", "polish", "russian", "chinese"),
    [
        (timedelta(hours=6), "6 hours", "6 godzin", "6 часов", "6小时"),
        (timedelta(hours=2), "2 hours", "2 godziny", "2 часа", "2小时"),
        (timedelta(minutes=1), "1 minute", "1 minuta", "1 минута", "1分钟"),
        (timedelta(days=3), "3 days", "3 dni", "3 дня", "3天"),
        (timedelta(days=5), "5 days", "5 dni", "5 дней", "5天"),
        (timedelta(days=13), "13 days", "13 dni", "13 дней", "13天"),
        (timedelta(days=21), "3 weeks", "3 tygodnie", "3 недели", "3周"),
        (timedelta(days=90), "3 months", "3 miesiące", "3 месяца", "3个月"),
        (timedelta(days=800), "2 years", "2 lata", "2 года", "2年"),
    ],
)
def test_durations_are_told_in_the_unit_a_person_would_choose(
    span: timedelta, english: str, polish: str, russian: str, chinese: str
) -> None:
    assert [said(voice, span) for voice in (EN, PL, RU, ZH)] == [english, polish, russian, chinese]


def test_an_age_is_told_in_the_right_case() -> None:
    day = an_age(hours=25)
    assert [voice.speak(day) for voice in (EN, PL, RU, ZH)] == [
        "CRM, 1 day ago",
        "CRM, 1 dzień temu",
        "CRM, 1 день назад",
        "CRM，1天前",
    ]
    assert PL.speak(an_age(hours=1)) == "CRM, 1 godzinę temu"
    assert RU.speak(an_age()) == "CRM, 1 минуту назад"


def an_age(**ago: float) -> Phrase:
    return say("questions-known-from", source=verbatim("CRM"), age=timedelta(**ago))


def test_several_phrases_become_a_list() -> None:
    three = (verbatim("a"), say("provenance-crm"), verbatim("c"))
    assert said(EN, three) == "a, CRM and c"
    assert said(PL, three) == "a, CRM i c"
    assert said(RU, three) == "a, CRM и c"
    assert said(ZH, three) == "a、CRM和c"
    assert said(EN, three[:1]) == "a"
    assert said(EN, ()) == ""


def test_a_phrase_inside_a_phrase_is_said_in_the_same_language() -> None:
    phrase = say("reason-count", count=2, reason=say("reason-no-budget"))
    assert EN.speak(phrase) == "2 no budget"
    assert PL.speak(phrase) == "brak budżetu: 2"
    assert ZH.speak(phrase) == "2 条无预算"


@pytest.mark.parametrize("deep", [0, 1, 2])
def test_every_name_is_cleaned_and_then_escaped_however_deep(deep: int) -> None:
    phrase = verbatim("<!channel>\u202e & {$x} %s")
    for _ in range(deep):
        phrase = (
            say("verbatim", text=(phrase, phrase)) if deep == 2 else say("verbatim", text=phrase)
        )
    spoken = EN.speak(phrase, html)
    assert "&lt;!channel&gt; &amp; {$x} %s" in spoken
    assert not set("<>\u202e\u2068") & set(spoken)


@given(st.text())
def test_no_text_is_taken_for_a_pattern_or_a_placeholder(text: str) -> None:
    marked = EN.speak(verbatim(text), lambda clean: f"[{clean}]")
    assert marked.startswith("[")
    assert marked.endswith("]")
    counted = say("reason-count", count=2, reason=verbatim(text))
    assert EN.speak(counted) == f"2 {EN.speak(verbatim(text))}"


@pytest.mark.parametrize("length", [300, 2_501, 100_000])
def test_long_texts_are_said_whole(length: int, catalogues: dict[Language, list[str]]) -> None:
    catalogues[Language.ENGLISH] = [
        "verbatim = { $text }\nx = { $n ->\n   *[other] { $n }: { $words }, { $name }\n }"
    ]
    phrase = say("x", n=3, words=(verbatim("a" * length), verbatim("b")), name="Anna")
    assert EN.speak(phrase) == f"3: {'a' * length} and b, Anna"


@pytest.fixture
def catalogues(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[Language, list[str]]]:
    """Catalogues that this test writes itself."""
    written: dict[Language, list[str]] = {}
    monkeypatch.setattr(i18n, "_files", lambda language: written.get(language, []))
    i18n._catalogue.cache_clear()
    yield written
    i18n._catalogue.cache_clear()


def test_what_a_language_lacks_is_said_in_english(catalogues: dict[Language, list[str]]) -> None:
    catalogues[Language.ENGLISH] = [
        "x = { $n ->\n [one] one lead\n *[other] { $n } leads\n }\ny = English",
        "z = { $name } wrote",
    ]
    catalogues[Language.POLISH] = ["y = po polsku"]
    assert PL.speak(say("y")) == "po polsku"
    assert PL.speak(say("x", n=1)) == "one lead"
    assert PL.speak(say("x", n=3)) == "3 leads"
    assert PL.speak(say("z", name="Anna")) == "Anna wrote"


def test_a_percent_sign_of_the_catalogue_stays_one(catalogues: dict[Language, list[str]]) -> None:
    catalogues[Language.ENGLISH] = ["x = { $share } % of 100%"]
    assert EN.speak(say("x", share=12.5)) == "12.5 % of 100%"


def test_a_key_that_nobody_wrote_or_a_value_that_nobody_gave_is_an_error() -> None:
    with pytest.raises(LookupError):
        EN.speak(say("no-such-key"))
    with pytest.raises(LookupError):
        EN.speak(say("verbatim"))
    with pytest.raises(LookupError):
        PL.speak(say("outcome-count-converted"))


def test_threads_that_speak_first_together_say_the_same() -> None:
    i18n._catalogue.cache_clear()
    phrases = [say("outcome-count-converted", count=2), an_age(days=2)] * 50
    with ThreadPoolExecutor(8) as threads:
        spoken = set(threads.map(RU.speak, phrases))
    assert spoken == {"2 сконвертированы", "CRM, 2 дня назад"}
