"""Show the results of a search in a draft, and the changes that replacing would make."""

from collections.abc import Iterator, Sequence

from debttree.editing.finding import EVERY, Occurrence, Replacement, field_of
from debttree.model import Address, DataPath, clean_line
from debttree.tui.editor.fields import field_at
from debttree.tui.editor.view import View
from debttree.tui.editor.views.outline import row
from debttree.tui.kit.page import Block, Line, Para, Run, blank, cells, fitted
from debttree.tui.kit.page.matches import MATCH, excerpt

_AROUND = 40
"""Characters shown before and behind replaced words."""

_ONE_LINE = str.maketrans("\n\r\t", "   ")
"""Replaces line breaks and tabs by blanks, so that offsets stay the same."""


class FoundEntries:
    """The results of a search as entries of a list."""

    tall = 2

    def __init__(self, view: View, found: Sequence[Occurrence]) -> None:
        self._view = view
        self._found = found

    def __len__(self) -> int:
        """Return the number of results."""
        return len(self._found)

    def lines(self, number: int, width: int) -> tuple[Line, Line]:
        """Return the lines of a result: its place, and the words."""
        found, view = self._found[number], self._view
        head, beside = row(view, Address.of(found.path).subject)
        lead = f"   {place_words(view, found.path, is_id=found.is_id)}: "
        words = excerpt(found.text.translate(_ONE_LINE), found.spans, max(width - cells(lead) - 1, 1))
        return fitted((*head, *beside), width - 1), fitted((Run(lead, "dim"), *words), width)


def place_words(view: View, path: DataPath, *, is_id: bool = False) -> str:
    """Return words for a place in its subject: the number of a choice or item, the field, the language.

    Args:
        view: the draft, and who looks at it.
        path: data path of a string.
        is_id: whether the string is the id of the thing at the path.
    """
    say, address = view.say, Address.of(path)
    if is_id:
        return say("id")
    texted = field_of(path)
    at = path[:-1] if texted is not None and texted[1] != EVERY else path
    field = field_at(at) or field_at(at[:-1])
    words = say.tell(field.label) if field is not None else clean_line(str(at[-1]))
    if address.part is not None:
        name = view.told_at(address.part) or str(address.part[-1])
        words = (
            say("{number}. {field}", number=int(address.part[-1]) + 1, field=words)
            if at[-1] in ("label", "text")
            else say("{name}: {field}", name=name, field=words)
        )
    return words if texted is None or texted[1] == EVERY else f"{words} {clean_line(texted[1])}"


def change_blocks(view: View, changes: Sequence[Replacement], by: str) -> Iterator[Block]:
    """Yield every change: its place, the words before and after.

    Args:
        view: the draft, and who looks at it.
        changes: the changes.
        by: the new words.
    """
    for change in changes:
        found = change.found
        subject = view.name_of(Address.of(found.path).subject)
        where = (Run(subject, "strong"), Run(f" · {place_words(view, found.path)}", "dim"))
        yield Para(where)
        text = found.text.translate(_ONE_LINE)
        for start, end in found.spans:
            before, behind = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
            gone = (Run(before, "dim"), Run(text[start:end], "bad"), Run(behind, "dim"))
            come = (Run(before, "dim"), Run(by.translate(_ONE_LINE), MATCH), Run(behind, "dim"))
            yield Para(gone, (Run("  - ", "bad"),), (Run("    "),))
            yield Para(come, (Run("  + ", "good"),), (Run("    "),))
        yield blank()
