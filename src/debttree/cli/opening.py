"""Open the tree that a command names; refuse a tree with errors."""

from pathlib import PurePath

from debttree.analysis.checking import Checked, check_file, placed
from debttree.analysis.drafts import drafted
from debttree.cli.session import Session
from debttree.model import DoesNotFollow, Tree, Trouble, command_line, msg
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
    if draft:
        checked = drafted(checked)
    if checked.errors or checked.tree is None:
        raise _refused(session, str(file), checked)
    return checked.tree


def open_anything(session: Session, name: str) -> Tree:
    """Return the tree of that name or path, errors or not; refuse what is no TOML or has no node."""
    file = find_tree(name)
    checked = check_file(file, session.today)
    if checked.tree is None or not checked.tree.nodes:
        raise _refused(session, str(file), checked)
    return checked.tree


def _refused(session: Session, file: str, checked: Checked) -> Trouble:
    from debttree.cli.problem_lines import problem_lines  # loads wcwidth, which only a broken tree needs

    errors = placed(checked.errors, checked.text)
    for line in problem_lines(errors[:SHOWN_AT_MOST], file, checked.text, session.say):
        session.message(line)
    if not drafted(checked).errors and checked.tree is not None:
        return DoesNotFollow(
            msg("{file} leads to nodes that are not written yet, so it is refused.", file=file),
            msg("To walk it as it is: {command}", command=command_line("walk", PurePath(file), "--draft")),
        )
    return DoesNotFollow(
        msg("{file} has errors, so it cannot be walked.", file=file),
        msg("All of them: {command}", command=command_line("check", PurePath(file))),
    )
