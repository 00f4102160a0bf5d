"""Go from one missing translation to the next."""

from debttree.editing.passages import passages, to_translate
from debttree.locales import own_name
from debttree.model import DataPath, clean_line
from debttree.tui.editor.screens.page import Page
from debttree.tui.editor.subjects import languages


def untranslated(page: Page, path: DataPath) -> None:
    """Go to the next text behind a data path that lacks a language; after the last one to the first."""
    promised = languages(page.view.data)
    every = list(passages(page.view.data))
    wanted = to_translate(every, promised)
    if not wanted:
        page.tell(page.say("Every text is there in every language of the tree."))
        return
    order = {passage.path: number for number, passage in enumerate(every)}
    here = order.get(path)
    if here is None:  # no text: from the first text below it
        here = next((n for one, n in order.items() if one[: len(path)] == path), 0) - 1
    found = next((passage for passage in wanted if order[passage.path] > here), wanted[0])
    page.editor.go_to(found.path)
    names = page.say.listed(clean_line(own_name(language)) for language in found.missing_in(promised))
    if names:
        page.tell(page.say("Not there in: {languages}", languages=names))
    else:
        page.tell(
            page.say.plural(
                "{n} text is one string for every language: this one.",
                "{n} texts are one string for every language, as this one.",
                len(wanted),
            )
        )
