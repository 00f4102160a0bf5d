"""Which calendars a tree may name: exactly those that the library `holidays` has."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest
from holidays import country_holidays

from debttree.analysis.checking import check_bytes
from debttree.journey.workdays import workdays
from debttree.reading.calendars import countries

ROOT = Path(__file__).parents[2]
TREE = (
    'format = "debttree/1"\n[tree]\nholidays = "{code}"\n[nodes.start]\ntitle = "A payment order has come"\n'
)


def problems(code: str) -> list[tuple[str, str]]:
    found = check_bytes(TREE.format(code=code).encode(), "x", dt.date(2026, 11, 23)).problems
    return [
        (one.code, str(one.hint.values.get("codes", "")) if one.hint else "")
        for one in found
        if one.severity == "error"
    ]


def test_the_list_is_the_one_of_the_library() -> None:
    """Where this fails after an update of the library: python scripts/calendars.py update"""
    assert subprocess.run([sys.executable, ROOT / "scripts" / "calendars.py", "check"]).returncode == 0


@pytest.mark.parametrize("code", ["CN", "GB", "GB-SCT", "US-NY", "IT-RM", "AU-NSW Western", "HK", "TW"])
def test_a_country_or_a_region_of_it_is_right(code: str) -> None:
    assert problems(code) == []
    assert workdays(code).has_calendar


@pytest.mark.parametrize(
    ("code", "nearest"),
    [
        ("XX", "XK, AX, CX"),
        ("EU", "EC, EE, EG"),
        ("cn", "CN, CA, CC"),
        ("CHN", "CH, CN, HN"),
        ("GB-SCO", "GB-SCT, GB-WLS, GB-ENG"),
        ("GB-", "GB-ENG, GB-NIR, GB-SCT"),
        ("CN-", "CN"),
        ("CN-BJ", "CN, BJ"),
        ("中国", ""),
        ("", ""),
        ("X" * 200_000, ""),
    ],
)
def test_another_code_is_an_error_with_the_nearest_ones(code: str, nearest: str) -> None:
    assert problems(code) == [("unknown-holidays", nearest)]


@pytest.mark.long
def test_every_code_of_the_list_has_a_calendar() -> None:
    for country, regions in countries().items():
        country_holidays(country, years=2026)
        for region in regions:
            country_holidays(country, region, years=2026)
