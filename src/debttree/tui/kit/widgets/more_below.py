"""What a rule says of a pane of which some lines are out of view."""

from debttree.locales import Phrases
from debttree.tui.kit.page import Line, Run
from debttree.tui.kit.widgets.pane import Pane


def more_below(say: Phrases, pane: Pane) -> Line:
    """Return the words for the number of lines below the view, for the right end of a rule; empty if there are none."""
    if not pane.below:
        return ()
    words = say.plural("{n} more line: PgDn", "{n} more lines: PgDn", pane.below)
    return (Run(" "), Run(words, "key"), Run(" ──", "rule"))
