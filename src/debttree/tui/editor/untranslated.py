"""Go from one missing translation to the next."""

from debttree.editing.passages import passages
from debttree.locales import own_name
from debttree.model import DataPath, clean_line
from debttree.tui.editor.screens.page import Page
from debttree.tui.editor.subjects import languages


def untranslated(page: Page, path: DataPath) -> None:
    """Go to the next text behind a data path that lacks a language; after the last one to the first."""
    promised = languages(page.view.data)
    every = list(passages(page.view.data))
    here = next((number for number, one in enumerate(every) if one.path == path), None)
    if here is None:  # no text: from the first text below it
        here = next((n for n, one in enumerate(every) if one.path[: len(path)] == path), 0) - 1
    for passage in (*every[here + 1 :], *every[: here + 1]):
        missing = passage.missing_in(promised)
        if missing:
            names = page.say.listed(clean_line(own_name(language)) for language in missing)
            page.editor.go_to(passage.path)
            page.tell(page.say("Not there in: {languages}", languages=names))
            return
    page.tell(page.say("Every text is there in every language of the tree."))
