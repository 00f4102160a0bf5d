"""A journey with a name: papers and calendars of two people are not mixed up."""

import re
from dataclasses import replace

from debttree.export import Format, Redaction, Summary, default_name, render, summary
from debttree.journey import Journey
from debttree.locales import phrases
from debttree.model import Tree
from tests.export.conftest import TODAY


def made_for(guide: Tree, walk: Journey, whose: str, *redact: Redaction) -> Summary:
    return summary(guide, replace(walk, whose=whose), "en", TODAY, redact=redact)


def calendar(made: Summary) -> str:
    return render(made, Format.ICS, phrases("en")).decode().replace("\r\n ", "")


def identities(calendar: str) -> set[str]:
    return set(re.findall(r"^UID:(.*)\r$", calendar, re.MULTILINE))


def test_files_and_papers_say_whose_they_are(guide: Tree, walk: Journey) -> None:
    made = made_for(guide, walk, "li")
    assert default_name(made, Format.TXT) == f"li-{TODAY}.txt"
    assert "For: li" in render(made, Format.TXT, phrases("en")).decode()
    nobodys = made_for(guide, walk, "")
    assert default_name(nobodys, Format.TXT) == f"guide-{TODAY}.txt"
    assert "For: " not in render(nobodys, Format.TXT, phrases("en")).decode()


def test_one_calendar_holds_the_deadlines_of_two_people(guide: Tree, walk: Journey) -> None:
    li, wang, nobodys = (calendar(made_for(guide, walk, whose)) for whose in ("li", "wang", ""))
    assert "SUMMARY:li: Last day" in li
    assert not identities(li) & identities(wang)
    assert not identities(li) & identities(nobodys)
    assert len(identities(li)) == len(identities(wang)) == len(identities(nobodys)) == 2


def test_the_name_goes_with_the_notes_where_they_are_left_out(guide: Tree, walk: Journey) -> None:
    made = made_for(guide, walk, "li", Redaction.NOTES)
    assert default_name(made, Format.MD) == f"guide-{TODAY}.md"
    assert "li:" not in calendar(made)
