"""How days are said: patterns over folded text, each with the name of its reader."""

from __future__ import annotations

import re

from handlers.questions.own_words.days_vocabulary import folded, places

_END = (
    r"(?:at |till |until |by |до |в |к )?(?:the )?"
    r"(?:end of|pod koniec|koniec|końca|końcu|конец|конца|конце|концу)"
)
_MID = r"(?:mid|middle of|połowy|połowie|połowa|середины|середине)"
_NEXT = r"(?:next|following|przysz\w{2,4}|następn\w{1,3}|следующ\w{2,3}|будущ\w{2,3}|след)"
_NEXT_YEAR = (
    r"(?:next year|przysz\w{2,4} roku|następn\w{1,3} roku"
    r"|следующ\w{2,3} год\w?|будущ\w{2,3} год\w?)"
)
_LAST = r"(?:last|previous|since|zesz\w{2,4}|ubieg\w{2,4}|прошл\w{1,4})"
_NO_MONEY = r"(?! ?(?:[%$€£元万]|k\b|mln|tys|eur|usd|pln|zł\b|руб|тыс|млн))"
_AFTER = "(?:之|以)?后"
_CHINESE_DATE = "(?P<month>\\d{1,2}|CHINESE)月(?P<day>\\d{1,2}|CHINESE)[日号]"

PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "past",
        (
            rf"\b(?:(?:ANY_MONTH|WEEKDAY)(?: (?:in|of|w|в|на))? )?{_LAST} \w{{1,20}}"
            r"(?: (?:on|in|w|we|в|во) (?:ANY_MONTH|WEEKDAY))?\b"
        ),
    ),
    (
        "past",
        r"上个?(?:周|星期|礼拜)[一二三四五六日天]?|上个?(?:月|季度)|去年(?:(?:\d{1,2}|CHINESE)月)?",
    ),
    (
        "full-date",
        r"(?<!\d)(?P<year>20\d\d)[-./年] ?(?P<month>\d{1,2})[-./月] ?(?P<day>\d{1,2})(?!\d)[日号]?",
    ),
    (
        "full-date",
        r"(?<!\d)(?P<day>\d{1,2})[.-](?P<month>\d{1,2})[.-](?P<year>20\d\d|\d\d)(?!\d)",
    ),
    ("with-slashes", r"(?<![\d/])(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?P<year>20\d\d)(?!\d)"),
    ("with-slashes", r"(?<![\d/])(?P<one>\d\d)/(?P<other>\d\d)(?![\d/])"),
    (
        "day-and-month",
        rf"(?<![\d.,$€£])(?P<day>\d{{1,2}})\.(?P<month>\d\d)(?!\d|[.,:]\d){_NO_MONEY}",
    ),
    ("day-of-named-month", rf"(?P<year>明年|20\d\d年)?{_CHINESE_DATE}"),
    (
        "day-of-named-month",
        (
            r"(?<![\d.,])(?:\bWEEKDAY,? )?(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th|-?go|-?го)?"
            r"(?: of)? (?P<month>ANY_MONTH)\b"
            rf"(?:,? (?P<year>20\d\d|{_NEXT_YEAR})\b)?"
        ),
    ),
    (
        "day-of-named-month",
        (
            r"\b(?P<month>ENGLISH_MONTH)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)\b"
            r"(?:,? (?P<year>20\d\d)\b)?"
        ),
    ),
    ("weekday-next-week", "下个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"),
    (
        "weekday-next-week",
        rf"\b(?P<weekday>WEEKDAY)(?: (?:in|of|w|we|на))? {_NEXT} (?:week|tygodniu|неделе)\b",
    ),
    (
        "weekday-next-week",
        rf"\b{_NEXT} (?:week|tygodniu|неделе),?(?: (?:on|w|we|в|во))? (?P<weekday>WEEKDAY)\b",
    ),
    ("weekday-next-week", rf"\b{_NEXT} (?P<weekday>WEEKDAY)\b"),
    ("half-a-year", r"\b(?:in|after|za|po|через) (?:pół roku|half a year|полгода|пол года)\b"),
    ("half-a-year", rf"过?半年{_AFTER}|过半年"),
    (
        "in-units",
        (
            r"\b(?:in|after|within|za|po|через|спустя) (?:(?:about|około|ok|jakieś|примерно) )?(?:a )?"
            r"(?P<count>COUNT)(?: of)? (?P<unit>UNIT)\b"
        ),
    ),
    ("in-units", r"\b(?P<count>COUNT)(?: of)? (?P<unit>UNIT) from now\b"),
    (
        "in-units",
        r"\b(?:za|po|через|спустя) (?:(?:około|ok|jakiś|примерно) )?(?P<single>SINGLE)\b",
    ),
    ("in-units", rf"(?P<count>\d{{1,2}}|CHINESE)(?P<unit>CHINA_UNIT){_AFTER}"),
    ("in-units", r"过(?P<count>\d{1,2}|CHINESE)(?P<unit>CHINA_UNIT)"),
    (
        "named-month",
        r"(?P<year>明年|20\d\d年)?(?P<month>\d{1,2}|CHINESE)月份?(?P<mid>中旬?)?(?P<end>[底末])?",
    ),
    ("named-month", rf"\b(?P<year>{_NEXT_YEAR})(?: (?:in|w|we|в))? (?P<month>ANY_MONTH)\b"),
    (
        "named-month",
        (
            rf"\b(?P<prep>PREPOSITION )?(?P<end>{_END} )?(?P<mid>{_MID}(?:-| ))?"
            r"(?P<month>(?(prep)ANY_MONTH|(?(end)ANY_MONTH|(?(mid)ANY_MONTH|SURE_MONTH))))\b"
            rf"(?:,?(?: of)? (?P<year>20\d\d|{_NEXT_YEAR})\b)?"
        ),
    ),
    (
        "quarter",
        (
            rf"\b(?:q(?P<short>[1-4])|(?P<before>ORDINAL)(?:-?\w{{1,3}})?"
            rf" (?:quarter|kwarta\w{{1,4}}|квартал\w{{0,3}}))\b(?: (?P<year>20\d\d|{_NEXT_YEAR})\b)?"
        ),
    ),
    ("quarter", r"(?P<year>明年)?第?(?P<short>[一二三四1-4])季度"),
    ("polish-feast", r"\bpo świętach\b"),
    ("easter", r"\b(?:after easter|po wielkanocy|po wielkiejnocy)\b"),
    ("christmas", r"\b(?:after (?:christmas|xmas)|po bożym narodzeniu)\b|圣诞节?后"),
    ("holidays-in-english", r"\bafter (?:the )?(?:holidays|holiday season)\b"),
    (
        "new-year",
        (
            r"\b(?:(?:after|in) (?:the )?new years?|(?:po nowym|w nowym|od nowego) roku)\b"
            r"|(?:元旦|新年)节?(?:假期)?后"
        ),
    ),
    (
        "russian-new-year",
        (
            r"\b(?:(?:после|с) нового года|в новом году|после нг"
            r"|после новогодних(?: \w{1,12})?|после рождества)\b"
        ),
    ),
    ("russian-holidays", r"\bпосле (?:праздников|каникул)\b"),
    ("russian-may", r"\bпосле майских(?: праздников)?\b"),
    ("polish-may", r"\bpo majówce\b"),
    ("chinese-may", "五一(?:节|假期)?后"),
    ("chinese-october", "(?:国庆节?|十一)(?:假期)?后"),
    (
        "spring-festival",
        (
            rf"(?:春节|新春|过完?年|农历新年)(?:假期)?{_AFTER}|过完年"
            rf"|(?<![\d一二两三四五六七八九十半几今明去多])年{_AFTER}"
        ),
    ),
    (
        "second-half",
        r"\b(?:second half of the year|h2|drugiej połowie roku|втором полугодии)\b|下半年",
    ),
    (
        "spring",
        (
            r"\b(?:(?:in|till|until|by) (?:the )?spring|wiosną|na wiosnę|do wiosny"
            r"|весной|до весны|к весне)\b|春天|开春"
        ),
    ),
    (
        "summer",
        r"\b(?:(?:in|till|until|by) (?:the )?summer|latem|do lata|летом|до лета|к лету)\b|夏天",
    ),
    (
        "autumn",
        (
            r"\b(?:(?:in|till|until|by) (?:the )?(?:autumn|fall)|after (?:the )?summer"
            r"|jesienią|na jesień|do jesieni|po wakacjach|осенью|до осени|к осени|после лета)\b|秋天|暑假后"
        ),
    ),
    (
        "winter",
        r"\b(?:(?:in|till|until|by) (?:the )?winter|zimą|do zimy|зимой|до зимы|к зиме)\b|冬天",
    ),
    ("end-of-year", rf"\b{_END} (?:roku )?(?P<year>20\d\d)\b"),
    ("end-of-year", r"(?P<year>20\d\d)年底"),
    ("end-of-unit", rf"\b{_END} (?:the |this )?(?P<unit>ANY_UNIT)\b"),
    ("end-of-unit", r"(?<![下明个])(?P<unit>年|月)(?:底|末)"),
    ("next-unit", rf"\b{_NEXT} (?P<unit>ANY_UNIT)\b"),
    ("next-unit", "下一?个?(?P<unit>周|星期|礼拜|月|季度)|[明来](?P<year>年)"),
    ("day-after-tomorrow", r"\b(?:day after tomorrow|pojutrze|послезавтра)\b"),
    ("three-days-ahead", "大后天"),
    ("day-after-tomorrow", "后天"),
    ("tomorrow", r"\b(?:tomorrow|tmrw|jutro|завтра)\b|明天"),
    ("weekday", "(?:本|这)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"),
    (
        "weekday",
        r"\b(?P<prep>PREPOSITION )?(?P<weekday>(?(prep)ANY_WEEKDAY|WEEKDAY))\b",
    ),
    (
        "day-of-month",
        (
            r"(?<!\d)(?P<day>\d{1,2})(?:(?:st|nd|rd|th|-го|-му)\b"
            r"(?! (?:call|time|attempt|try|message|quarter|раз))|号)"
        ),
    ),
    (
        "year-alone",
        r"\b(?:in|till|until|from|w|do|od|в|до|с) (?P<year>20\d\d)\b(?! ?[-./年]\d)",
    ),
    ("year-alone", r"(?<!\d)(?P<year>20\d\d)年"),
)
"""What may be said, the particular before the general; each is read by the reader that it names.

A blank stands for a few, a word in capitals for one of a list below."""


def spelled_out(pattern: str) -> str:
    """Put the word lists into their places, and fold a pattern's letters as texts are folded."""
    for place, forms in places().items():
        pattern = pattern.replace(place, forms)
    return re.sub(r"[^\x00-\x7f]", folded, pattern).replace(" ", "(?:[ \\t]{1,3})")
