"""What one can choose from: languages, time zones, hours, weekdays, countries."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.message import Option
from handlers.people import Language
from handlers.phrase import Phrase, say, verbatim

ZONES = (
    *("Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Vancouver"),
    *("America/Phoenix", "America/Denver", "America/Mexico_City", "America/Chicago"),
    *("America/Bogota", "America/Lima", "America/New_York", "America/Toronto", "America/Halifax"),
    *("America/Santiago", "America/Sao_Paulo", "America/Argentina/Buenos_Aires"),
    *("Atlantic/Reykjavik", "UTC", "Europe/London", "Europe/Dublin", "Europe/Lisbon"),
    *("Africa/Casablanca", "Africa/Lagos", "Europe/Madrid", "Europe/Paris", "Europe/Brussels"),
    *("Europe/Amsterdam", "Europe/Luxembourg", "Europe/Berlin", "Europe/Zurich", "Europe/Rome"),
    *("Europe/Vienna", "Europe/Prague", "Europe/Bratislava", "Europe/Budapest", "Europe/Warsaw"),
    *("Europe/Copenhagen", "Europe/Oslo", "Europe/Stockholm", "Europe/Belgrade"),
    *("Europe/Zagreb", "Europe/Ljubljana", "Europe/Helsinki", "Europe/Tallinn", "Europe/Riga"),
    *("Europe/Vilnius", "Europe/Kyiv", "Europe/Bucharest", "Europe/Sofia", "Europe/Athens"),
    *("Europe/Kaliningrad", "Asia/Jerusalem", "Africa/Cairo", "Africa/Johannesburg"),
    *("Africa/Nairobi", "Europe/Minsk", "Europe/Istanbul", "Europe/Moscow", "Asia/Riyadh"),
    *("Europe/Samara", "Asia/Dubai", "Asia/Baku", "Asia/Tbilisi", "Asia/Yerevan"),
    *("Asia/Yekaterinburg", "Asia/Karachi", "Asia/Tashkent", "Asia/Almaty", "Asia/Kolkata"),
    *("Asia/Dhaka", "Asia/Novosibirsk", "Asia/Bangkok", "Asia/Ho_Chi_Minh", "Asia/Jakarta"),
    *("Asia/Shanghai", "Asia/Hong_Kong", "Asia/Taipei", "Asia/Singapore", "Asia/Kuala_Lumpur"),
    *("Asia/Manila", "Asia/Seoul", "Asia/Tokyo", "Asia/Vladivostok", "Australia/Perth"),
    *("Australia/Adelaide", "Australia/Brisbane", "Australia/Sydney", "Pacific/Auckland"),
)
"""Cities that most companies work in; Slack's list takes a hundred at most."""

COUNTRIES = (
    *("AE", "AM", "AR", "AT", "AU", "AZ", "BE", "BG", "BR", "BY", "CA", "CH", "CL", "CN", "CO"),
    *("CY", "CZ", "DE", "DK", "EE", "EG", "ES", "FI", "FR", "GB", "GE", "GR", "HK", "HR", "HU"),
    *("ID", "IE", "IL", "IN", "IS", "IT", "JP", "KE", "KR", "KZ", "LT", "LU", "LV", "MA", "MD"),
    *("ME", "MK", "MT", "MX", "MY", "NG", "NL", "NO", "NZ", "PE", "PH", "PK", "PL", "PT", "RO"),
    *("RS", "RU", "SA", "SE", "SG", "SI", "SK", "TH", "TR", "TW", "UA", "US", "UZ", "VN", "ZA"),
)
"""ISO 3166 codes."""

NO_COUNTRY = "none"
"""The option that keeps no public holidays; an empty value would mean that none was chosen."""

HALF_HOURS = tuple(time(half // 2, half % 2 * 30) for half in range(48))

LANGUAGES = {
    Language.ENGLISH: "English",
    Language.POLISH: "Polski",
    Language.RUSSIAN: "Русский",
    Language.CHINESE: "中文",
}


def language_options() -> tuple[Option, ...]:
    """List the languages, each in its own words."""
    return tuple(Option(one.value, verbatim(name)) for one, name in LANGUAGES.items())


def zone_options(current: str, at: datetime) -> tuple[Option, ...]:
    """List the zones from west to east, the one in use among them."""
    offsets = {zone: _offset(zone, at) for zone in (*ZONES, current)}
    ordered = sorted(offsets, key=lambda zone: (offsets[zone], zone))
    return tuple(Option(zone, _zone_label(zone, offsets[zone])) for zone in ordered)


def _offset(zone: str, at: datetime) -> timedelta:
    return at.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()


def _zone_label(zone: str, offset: timedelta) -> Phrase:
    return say("settings-zone-option", offset=offset_text(offset), city=zone_name(zone))


def offset_text(offset: timedelta) -> str:
    """Spell how far a zone is from UTC: ``UTC+5:30``."""
    minutes = abs(round(offset / timedelta(minutes=1)))
    if not minutes:
        return "UTC"
    sign = "+" if offset > timedelta() else "\N{MINUS SIGN}"
    hours, rest = divmod(minutes, 60)
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def zone_name(zone: str) -> Phrase:
    """Name a zone by its city."""
    if zone not in ZONES:
        return verbatim(zone)
    slug = zone.lower().replace("/", "-").replace("_", "-")
    return say(f"zone-{slug}")


def hour_options(current: time) -> tuple[Option, ...]:
    """List the half hours, the one in use among them."""
    hours = sorted({*HALF_HOURS, current})
    return tuple(Option(spelled(hour), verbatim(spelled(hour))) for hour in hours)


def spelled(hour: time) -> str:
    """Spell a time as 24 hours do, which every reader understands: ``09:00``."""
    return f"{hour:%H:%M}"


def day_options() -> tuple[Option, ...]:
    """List the days of the week; 0 is Monday."""
    return tuple(Option(str(day), say(f"settings-day-{day}")) for day in range(7))


def country_options(current: str) -> tuple[Option, ...]:
    """List the countries, the one in use among them, and none at all."""
    codes = sorted({*COUNTRIES, *filter(None, [current])})
    none = Option(NO_COUNTRY, say("settings-no-country"))
    return (none, *(Option(code, country_name(code)) for code in codes))


def country_name(code: str) -> Phrase:
    """Name a country."""
    return say(f"country-{code.lower()}") if code in COUNTRIES else verbatim(code)
