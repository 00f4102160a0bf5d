"""Open the tree that a command names; refuse a tree with errors."""

from pathlib import Path, PurePath

from debttree.analysis.checking import Checked, check_bytes, check_file, placed, tree_name
from debttree.analysis.drafts import drafted
from debttree.cli.session import Session
from debttree.model import DoesNotFollow, Tree, Trouble, command_line, msg
from debttree.reading import STDIN, read_bytes
from debttree.reading.first_pass import first_pass
from debttree.storage.library import find_tree

SHOWN_AT_MOST = 5
"""Problems shown of a tree that is refused: enough to begin with; `check` shows all."""


def open_tree(session: Session, name: str, *, draft: bool = False) -> Tree:
    """Return the tree of that name or path; refuse one with errors.

    Args:
        session: this run of the command line.
        name: of the tree, or its path.
        draft: whether nodes that are not written yet are ends, and no error.

    Raises:
        Trouble: there is none, or it cannot be read.
        DoesNotFollow: it has errors; the first five are on stderr already.
    """
    file = find_tree(name)
    checked = check_file(file, session.today)
    return _sound(session, file, drafted(checked) if draft else checked)


def only_one_from_stdin(one: str, other: str | None) -> None:
    """Refuse two trees out of standard input, which holds one."""
    if one == other == STDIN:
        raise Trouble(msg("Standard input can be one of the two alone."), msg("Name the other one's file."))


class Rest:
    """Reads the whole of a large tree whose first page is shown already.

    Args:
        session: this run of the command line.
        file: where the tree was read from.
        content: all bytes of that file.
    """

    def __init__(self, session: Session, file: Path, content: bytes) -> None:
        self._session = session
        self._file = file
        self._content = content
        self._broken: Checked | None = None

    def __call__(self) -> Tree | None:
        """Read and check the whole tree; return None if it has errors, which `refuse` reports later."""
        checked = check_bytes(self._content, tree_name(self._file), self._session.today)
        if checked.errors or checked.tree is None:
            self._broken = checked
            return None
        return checked.tree

    def refuse(self) -> None:
        """Report the errors found, once the full screen has closed.

        Raises:
            DoesNotFollow: the tree has errors; the first five are on stderr already.
        """
        if self._broken is not None:
            raise _refused(self._session, str(self._file), self._broken)


def open_first_page(session: Session, name: str) -> tuple[Tree, Rest | None]:
    """Return the tree of that name or path; of a large one what its first page shows, and what reads the rest.

    Raises:
        Trouble: there is none, or it cannot be read.
        DoesNotFollow: it has errors; the first five are on stderr already.
    """
    file = find_tree(name)
    content = read_bytes(file)
    tree = first_pass(content, tree_name(file))
    if tree is not None:
        return tree, Rest(session, file, content)
    return _sound(session, file, check_bytes(content, tree_name(file), session.today)), None


def open_anything(session: Session, name: str) -> Tree:
    """Return the tree of that name or path, errors or not; refuse what is no TOML or has no node."""
    file = find_tree(name)
    checked = check_file(file, session.today)
    if checked.tree is None or not checked.tree.nodes:
        raise _refused(session, str(file), checked)
    return checked.tree


def _sound(session: Session, file: Path, checked: Checked) -> Tree:
    if checked.errors or checked.tree is None:
        raise _refused(session, str(file), checked)
    return checked.tree


def _refused(session: Session, file: str, checked: Checked) -> Trouble:
    from debttree.cli.problem_lines import problem_lines  # imports wcwidth

    errors = placed(checked.errors, checked.text)
    session.messages(problem_lines(errors[:SHOWN_AT_MOST], file, checked.text, session.say))
    if not drafted(checked).errors and checked.tree is not None:
        return DoesNotFollow(
            msg("{file} leads to nodes that are not written yet, so it is refused.", file=file),
            msg("To walk it as it is: {command}", command=command_line("walk", PurePath(file), "--draft")),
        )
    return DoesNotFollow(
        msg("{file} has errors, so it cannot be walked.", file=file),
        msg(
            "All of them: {command}",
            command=command_line("check", STDIN if file == STDIN else PurePath(file)),
        ),
    )
