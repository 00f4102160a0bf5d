"""Drive the installed editor in tests: find a node, change words, save."""

from tests.pty.terminal import Terminal

NOW = ("--now", "2026-11-23", "--lang", "en")


def find(terminal: Terminal, node: str) -> None:
    """The cursor goes to the form of a node by its id."""
    terminal.wait("problems?(?s:.)*Tree settings")
    terminal.press("/")
    terminal.wait("Find in the tree")
    terminal.press(*node)
    terminal.wait(rf"›.*{node}\n +id: {node}\s")
    terminal.press("enter")
    at_head_of(terminal, node)


def at_head_of(terminal: Terminal, node: str) -> None:
    """The cursor is at the head of a node's form."""
    terminal.wait(rf"│ ›. .* {node} *(│|\n)")


def go_to_title(terminal: Terminal) -> None:
    """The cursor goes from the head of a node's form to its title."""
    terminal.press("down", "down", "down", "down")
    terminal.wait("›.Title")


def type_english(terminal: Terminal, typed: str, *, missing: bool = False) -> None:
    """The text under the cursor is typed on at the end of what it says in English; what is missing comes first."""
    terminal.press("enter")
    if not missing:
        terminal.wait("› 中文")
        terminal.press("tab")
    terminal.wait("› English")
    terminal.press("end", typed)
    terminal.wait(typed)
    terminal.press("ctrl+s")


def reword_a_title(terminal: Terminal) -> None:
    """`They refuse` gets an exclamation mark."""
    find(terminal, "refused")
    go_to_title(terminal)
    type_english(terminal, "!")
    terminal.wait("en They refuse!")


def save(terminal: Terminal) -> None:
    """Save, and confirm the changes."""
    terminal.wait("not saved")
    terminal.press("ctrl+s")
    terminal.wait("What will be saved")
    terminal.press("enter")
    terminal.wait("Saved:")


def quit_at_once(terminal: Terminal) -> None:
    """Leave without a question, since nothing is unsaved."""
    terminal.press("q")
    assert terminal.ends() == 0
