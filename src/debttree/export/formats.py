"""The formats of a summary, by name. Their writers are imported on first use: the explorer starts without them."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from debttree.journey.store import name_for
from debttree.locales import Phrases

if TYPE_CHECKING:
    from debttree.export.page import SummaryPage
    from debttree.export.parts import Summary


class Format(StrEnum):
    """What a summary can be written as; the value is the file's ending too."""

    MD = "md"
    TXT = "txt"
    HTML = "html"
    JSON = "json"
    TOML = "toml"
    ICS = "ics"

    def marks(self, say: Phrases) -> Phrases | None:
        """Return what marks words of another language for people; None for programs, which get words as they are."""
        return None if self in (Format.JSON, Format.TOML) else say


FORMATS = tuple(Format)
"""Every format, the most legible first."""


def render(summary: "Summary", form: Format, say: Phrases) -> bytes:
    """Return the bytes of a file of the summary, text in UTF-8.

    Args:
        summary: what to write.
        form: the format.
        say: the language.

    Raises:
        Trouble: it has no dated deadline, and a calendar is wanted.
    """
    if form is Format.ICS:
        from debttree.export.calendar import calendar

        return calendar(summary, say)
    return _rendered(summary, form, say).encode()


def preview(summary: "Summary", say: Phrases, width: int) -> Iterator[str]:
    """Yield the plain text, in lines of at most `width` cells, one by one.

    Args:
        summary: what to show.
        say: the language.
        width: cells of a line at most.
    """
    from debttree.export.txt import text_lines

    return text_lines(_page(summary, say), say, width)


def held(summary: "Summary", form: Format) -> "Summary":
    """Return the summary without what a file of it does not hold: a calendar has no notes."""
    return replace(summary, remarks=()) if form is Format.ICS else summary


def default_name(summary: "Summary", form: Format) -> str:
    """Return a file name of guide or journey and the day: `alipay-overdue-2026-11-23.html`."""
    whose = name_for(summary.whose or summary.guide.name)
    kind = "" if summary.case is None else "-case"
    return f"{whose}{kind}-{summary.made.isoformat()}.{form.value}"


def _page(summary: "Summary", say: Phrases) -> "SummaryPage":
    """Return the page of the summary, or of the case record."""
    from debttree.export.case_page import case_page
    from debttree.export.page import page

    return page(summary, say) if summary.case is None else case_page(summary, say)


def _rendered(summary: "Summary", form: Format, say: Phrases) -> str:
    match form:
        case Format.TXT:
            from debttree.export.txt import text

            return text(_page(summary, say), say)
        case Format.HTML:
            from debttree.export.html import html

            return html(_page(summary, say), say)
        case Format.JSON:
            from debttree.export.summary_data import as_json

            return as_json(summary)
        case Format.TOML:
            from debttree.export.summary_data import as_toml

            return as_toml(summary)
        case _:
            from debttree.export.markdown import markdown

            return markdown(_page(summary, say))
