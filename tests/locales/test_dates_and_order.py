"""Dates, numbers and the order of names beside guides in Spanish, French, Japanese, Thai and German."""

import pytest

from debttree.export import Format, render, summary
from debttree.export.translation.comparing import differences
from debttree.journey import Journey
from debttree.journey.desk import Order, Person, ordered
from debttree.locales import speech
from debttree.model import Path
from tests.locales.test_real_words import DAY, WORDS, tree_of


@pytest.mark.parametrize(("name", "language"), WORDS.items())
def test_a_last_day_is_said_with_the_words_of_the_guide_and_the_weekday_of_the_program(
    name: str, language: str
) -> None:
    tree = tree_of(name)
    (deadline,) = tree.nodes["court-papers"].deadlines
    journey = Journey(Path("court-papers"), dates={("court-papers", deadline.id): DAY})
    text, event = tree.line(deadline.text, language), tree.line(deadline.event, language)
    for locale, last in (("en", "2026-12-07 (Monday)"), ("zh", "2026-12-07（星期一）")):
        say = speech(tree.languages, locale, language).say
        made = summary(tree, journey, language, DAY, marks=say)
        page = " ".join(render(made, Format.MD, say).decode().replace("\\", "").split())
        assert text in page
        assert event in page
        assert last in page
        calendar = render(made, Format.ICS, say).decode().replace("\r\n ", "")
        assert "DTSTART;VALUE=DATE:20261207" in calendar
        assert text.replace(",", "\\,").replace(";", "\\;") in calendar


@pytest.mark.parametrize(("source", "translation"), [
    ("Pay 1,000.50 by 2026-12-07", "Pague 1.000,50 antes del 2026-12-07"),
    ("Pay 12,000 within 15 days", "Payez 12\u202f000 sous 15 jours"),
    ("Within 15 days, by 2026-12-07", "１５日以内、2026年12月7日まで"),
    ("Within 15 days", "ภายใน ๑๕ วัน"),
    ("Ring 0800-123456 within 3 months", "Rufen Sie 0800 123456 innerhalb von 3 Monaten an"),
])  # fmt: skip
def test_numbers_and_dates_written_as_in_another_language_are_the_same(source: str, translation: str) -> None:
    assert [str(found) for found in differences(source, translation)] == []


@pytest.mark.parametrize(("source", "translation", "said"), [
    ("Within 15 days", "ภายใน ๑๖ วัน", "numbers: 15 in the source, 16 here"),
    ("By 2026-12-07", "Bis 7. Dezember 2026", "dates: 2026-12-07 in the source, - here"),
    ("By 2026-12-07", "2026年7月12日まで", "dates: 2026-12-07 in the source, 2026-07-12 here"),
])  # fmt: skip
def test_others_are_looked_at(source: str, translation: str, said: str) -> None:
    assert said in [str(found) for found in differences(source, translation)]


def test_names_stand_as_in_an_address_book_whatever_their_accents() -> None:
    names = ("Émile", "eva", "Nora", "Ñuñez", "Özil", "Zoé", "สมชาย", "山田")
    rows = [Person(name, whose=name) for name in reversed(names)]
    assert tuple(row.whose for row in ordered(rows, Order.NAME)) == names
