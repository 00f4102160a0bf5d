"""The work of `debttree texts`: write rows of a tree to a file, import rows into the tree, undo an import."""

import argparse
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from debttree.cli.changing_trees import save_tree
from debttree.cli.commands.journeys import agreed
from debttree.cli.session import ExitStatus, Session
from debttree.editing.document import Document, open_document
from debttree.editing.edits import ReplaceText
from debttree.editing.history import History
from debttree.editing.passages import passages
from debttree.editing.translating import Given, Import, NewWords, TextRow, plain_texts, plan, rows
from debttree.export.translation.comparing import differences
from debttree.export.translation.po import po, read_po_file
from debttree.export.translation.sheet import TextSheet
from debttree.export.translation.spreadsheet import csv_table, read_csv
from debttree.locales.choice import not_there_in
from debttree.locales.words import KINDS
from debttree.model import Trouble, clean_line, command_line, msg
from debttree.reading import read_bytes
from debttree.storage import before_import

FORMATS = ("po", "csv")

_SHOWN_AT_MOST = 40
"""Changes that are shown one by one; `--dry-run` shows all."""

_WORDS_AT_MOST = 60
"""Characters that are shown of a text."""


def _format(named: str | None, file: str) -> str:
    ending = PurePath(file).suffix.lower().removeprefix(".")
    if named or ending in FORMATS:
        return named or ending
    if file == "-":
        return "po"
    raise Trouble(
        msg("{file} ends neither in .po nor in .csv.", file=file), msg("Name the format: --format po or csv")
    )


def read(file: str, named: str | None, language: str) -> tuple[Given, ...]:
    """Return the rows of a translator's file.

    Args:
        file: its name.
        named: its format; None: its ending says it.
        language: that the rows must be in.

    Raises:
        Trouble: it cannot be read, or says that it is in another language.
    """
    content = read_bytes(file)
    returned = read_po_file(content) if _format(named, file) == "po" else read_csv(content)
    if returned.language.lower() not in ("", language.lower()):
        raise Trouble(
            msg(
                '{file} says that it is in "{found}", not "{wanted}".',
                file=file,
                found=returned.language,
                wanted=language,
            ),
            msg("Give --lang the language that it is in."),
        )
    if not returned.rows:
        raise Trouble(msg("There is no text in {file}.", file=file), msg("Save it anew in your tool."))
    if not any(row.place for row in returned.rows):
        raise Trouble(
            msg("No row of {file} says which text it is for.", file=file),
            msg("A place stands in the column “place” of a CSV file, in msgctxt of a PO file; keep it."),
        )
    return returned.rows


def written(document: Document, language: str, options: argparse.Namespace, session: Session) -> bytes:
    """Return a tree's texts as a file for a translator.

    Args:
        document: the tree's.
        language: to translate into.
        options: which texts, from which language, in which format.
        session: for the words beside the texts, and the day.

    Raises:
        Trouble: the tree has no such language, or it is not known what was translated.
    """
    form = _format(options.format, options.output)
    tree, data = document.reading().tree, document.data or {}
    declared = tree.languages if tree else ()
    if options.source and declared and options.source not in declared:
        raise not_there_in(options.source, declared)
    sources = (options.source, *declared) if options.source else declared
    if options.stale and not options.since:
        raise Trouble(
            msg("Nobody knows what the texts were when they were translated."),
            msg("Name the translator's last file, or the tree of that day: --since FILE"),
        )
    before = _before(options.since, sources, language) if options.since else None
    every = rows(data, language, sources, before, plain_in=options.source)
    found = [row for row in every if _is_wanted(row, options)]
    nodes = tree.nodes.values() if tree else ()
    shown = sources[0] if sources else language
    sheet = TextSheet(
        document.name,
        tree.version if tree else "",
        language,
        found,
        {node.id: tree.line(node.title, shown) for node in nodes if tree},
        {node.id: KINDS[node.kind].term for node in nodes},
    )
    session.message(session.say.plural("{n} text", "{n} texts", len(found)))
    if not options.source:
        _tell_of_plain(plain_texts(data), session)
    return po(sheet, session.say, session.today) if form == "po" else csv_table(sheet, session.say)


def _tell_of_plain(n: int, session: Session) -> None:
    """Report that plain strings are left out, and which option includes them."""
    if n:
        session.message(
            session.say.plural(
                "{n} text more is one string for every language, and left out.",
                "{n} texts more are one string for every language, and left out.",
                n,
            )
        )
        session.hint(
            msg("To translate those too, name the language they are in: --from en, also with --import")
        )


def _is_wanted(row: TextRow, options: argparse.Namespace) -> bool:
    if options.missing:
        return not row.translation
    return row.is_stale if options.stale else True


def _before(file: str, sources: tuple[str, ...], language: str) -> Mapping[str, str]:
    """Return the source's earlier words by place, from an older tree or a translator's file."""
    if PurePath(file).suffix.lower() != ".toml":
        return {row.place: "" if row.is_fuzzy else row.source for row in read(file, None, language)}
    old = open_document(read_bytes(file), PurePath(file).stem)
    found = {}
    for passage in passages(old.data or {}):
        source = passage.source(sources, language)
        if source is not None:
            found[passage.place] = passage.words[source]
    return found


def take(
    document: Document,
    given: tuple[Given, ...],
    language: str,
    file: Path,
    options: argparse.Namespace,
    session: Session,
) -> int:
    """Take translations into a tree: show what changes and what does not fit, and write it.

    Args:
        document: the tree's.
        given: the rows of the translator.
        language: that they are in.
        file: the tree's file.
        options: whether to ask and to write, and how to save.
        session: where to show it.

    Returns:
        The exit status: 1 where a row was refused.

    Raises:
        Trouble: the file cannot be written.
    """
    say, found = session.say, plan(document.data or {}, given, language, plain_in=options.source)
    session.messages(_told(found, session, every=options.dry_run))
    status = ExitStatus.TREE_ERRORS if found.refused else ExitStatus.DONE
    if found.edit is None or options.dry_run:
        session.message(say("Nothing was written."))
        return status
    asks = session.source.isatty() and session.err.isatty() and not options.yes
    if asks and not agreed(session, say("Write this into {file}?", file=str(file))):
        session.message(say("Nothing was written."))
        return status
    history = History(document)
    history.do(found.edit)
    version = _version(history.document)
    if not session.private:
        before_import.keep(version, document.content)
    try:
        save_tree(history, file, options, session)
    except Trouble:
        before_import.forget_copy(version)
        raise
    session.message(say("{file} is written.", file=str(file)))
    if not session.private:
        session.hint(msg("To take it back: {command}", command=command_line("texts", file, "--undo")))
    return status


def undo(document: Document, file: Path, options: argparse.Namespace, session: Session) -> int:
    """Restore the bytes of a tree's file from before its last import, if it is unchanged since.

    Args:
        document: the tree's as it is now.
        file: the tree's file.
        options: how to save.
        session: where to say it.
    """
    version = _version(document)
    before = open_document(before_import.kept(version), document.name)
    history = History(document)
    history.do(ReplaceText(before.text))
    save_tree(history, file, options, session)
    before_import.forget_copy(version)
    session.message(session.say("{file} is as it was before.", file=str(file)))
    return ExitStatus.DONE


def _version(document: Document) -> str:
    return hashlib.sha256(document.content).hexdigest()


def _told(found: Import, session: Session, *, every: bool) -> Iterator[str]:
    """Yield a line for each change and each row that is refused, what a reader should look at, and the numbers."""
    say = session.say
    shown = found.changes if every else found.changes[:_SHOWN_AT_MOST]
    for change in shown:
        yield _changed(change, session)
    if len(shown) < len(found.changes):
        yield say("... and {n} more; --dry-run shows all.", n=len(found.changes) - len(shown))
    for change in found.changes:
        for difference in differences(change.source, change.words):
            yield say("{place}: look at it: {what}", place=change.passage.place, what=difference)
    for place, why in found.refused:
        yield say("{place}: not taken: {why}", place=_short(place) or "-", why=why)
    yield say(
        "taken: {taken}; refused: {refused}; without a translation: {untranslated}; as they are: {same}",
        taken=len(found.changes),
        refused=len(found.refused),
        untranslated=found.untranslated,
        same=found.same,
    )


def _changed(change: NewWords, session: Session) -> str:
    words, before = _short(change.words), _short(change.before)
    if not before:
        return session.say('{place}: + "{words}"', place=change.passage.place, words=words)
    return session.say(
        '{place}: "{before}" -> "{words}"', place=change.passage.place, before=before, words=words
    )


def _short(text: str) -> str:
    line = clean_line(text).strip()
    return line if len(line) <= _WORDS_AT_MOST else line[: _WORDS_AT_MOST - 1] + "…"
