"""Names: what the eye is shown, and what comparison sees."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.naming import company_key, name_key, shown, surname_key

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
RAINBOW = "\U0001f3f3\ufe0f\u200d\U0001f308"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Anna  Nowak ", "Anna Nowak"),
        ("Anna\tNowak\r\nAcme", "Anna Nowak Acme"),
        ("line\u2028break", "line break"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("\u2066Anna\u2069", "Anna"),
        ("An\u200bna\ufeff", "Anna"),
        ("soft\u00adhyphen", "softhyphen"),
        ("bell\x07 null\x00", "bell null"),
        ("e\u0301", "\u00e9"),
        ("\u3164\u2800", ""),
        ("An\u200dna", "Anna"),
        (FAMILY, FAMILY),
        (RAINBOW, RAINBOW),
        ("private\ue000use", "privateuse"),
        ("Łukasz Żak", "Łukasz Żak"),
        ("王小明", "王小明"),
        ("<!channel> & *all*", "<!channel> & *all*"),
    ],
)
def test_a_name_is_shown_clean(raw: str, clean: str) -> None:
    assert shown(raw) == clean


@given(st.text())
def test_nothing_that_controls_or_hides_is_ever_shown(raw: str) -> None:
    clean = shown(raw)
    assert shown(clean) == clean
    assert clean == clean.strip()
    assert "  " not in clean
    for letter in clean:
        assert unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} or (
            letter == "\u200d"
        )


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("Łukasz Żak", "lukasz zak"),
        ("  ŁUKASZ   ŻAK ", "lukasz zak"),
        ("Søren Ærø", "soren aero"),
        ("Strauß", "strauss"),
        ("STRAUSS", "strauss"),
        ("Пётр Зайцев", "петр заицев"),
        ("ПЕТР ЗАЙЦЕВ", "петр заицев"),
        ("O'Brien, Pat", "o brien pat"),
        ("O’Brien — Pat", "o brien pat"),
        ("snake_case", "snake case"),
        ("王小明", "王小明"),
        ("김철수", "김철수"),
        ("ＡＣＭＥ", "acme"),
        ("İpek Işık", "ipek isik"),
        ("हिन्दी", "हिनदी"),
        ("!!!", ""),
    ],
)
def test_case_accents_and_punctuation_make_no_difference(raw: str, key: str) -> None:
    assert name_key(raw) == key


@given(st.text(max_size=30))
def test_folding_is_steady(raw: str) -> None:
    key = name_key(raw)
    assert name_key(key) == key
    assert name_key(unicodedata.normalize("NFD", raw)) == key
    assert name_key(f" {raw}, ") == key
    assert key == " ".join(key.split())


@given(st.text("AbZ09 _-'.,", max_size=30))
def test_the_quick_way_for_ascii_gives_what_the_long_way_gives(raw: str) -> None:
    assert name_key(raw) == name_key(f"{raw} ł").removesuffix("l").strip()


def test_the_last_word_is_the_surname() -> None:
    assert surname_key("anna maria nowak") == "nowak"
    assert surname_key("nowak") == "nowak"
    assert surname_key("") == ""


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("ACME, Inc.", "acme"),
        ("Acme Corporation Ltd.", "acme"),
        ("Alfa Sp. z o.o.", "alfa"),
        ("Alfa spółka z o.o.", "alfa"),
        ("PKO S.A.", "pko"),
        ("Beta GmbH & Co. KG", "beta"),
        ("ООО «Ромашка»", "ромашка"),
        ("Ромашка ООО", "ромашка"),
        ("华为技术有限公司", "华为技术"),
        ("腾讯科技股份有限公司", "腾讯科技"),
        ("Limited", "limited"),
        ("Inc", "inc"),
        ("Vasco", "vasco"),
        ("", ""),
    ],
)
def test_a_companys_legal_form_makes_no_difference(raw: str, key: str) -> None:
    assert company_key(raw) == key
