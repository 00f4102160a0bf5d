"""The help, from the table of actions."""

from debttree.locales import Phrases
from debttree.locales.words import KINDS
from debttree.tui.kit.actions import Action, Keymap, Scope, actions_in, keys_of, with_keys
from debttree.tui.kit.page import Block, Para, Run, blank, cells
from debttree.tui.kit.scopes import MODES
from debttree.tui.kit.signs import ONWARD, SETBACK, glyph


def help_blocks(say: Phrases, keymap: Keymap, first: tuple[Scope, ...], mode: Scope) -> list[Block]:
    """Return all actions of a mode with their keys, those of the present screen first.

    Args:
        say: the language.
        keymap: the person's own keys.
        first: scopes whose keys come first.
        mode: the mode whose other keys follow.
    """
    elsewhere = {scope for scopes in MODES.values() for scope in scopes} - {*MODES[mode]}
    order = [*first, *(scope for scope in Scope if scope not in (*first, *elsewhere))]
    blocks: list[Block] = []
    for scope in order:
        shown = [action for action in with_keys(actions_in(scope), keymap) if keys_of(action)]
        if shown:
            blocks += [_heading(say.tell(scope.words)), *_table(say, shown), blank()]
    return [*blocks, *_signs(say)]


def _heading(words: str) -> Para:
    return Para((Run(words, "heading"),))


def _table(say: Phrases, actions: list[Action]) -> list[Block]:
    width = max(cells(keys_of(action)) for action in actions) + 4
    return [
        Para(
            (Run(say.tell(action.help)),),
            (Run("  "), Run(keys_of(action), "key"), Run(" " * (width - 2 - cells(keys_of(action))))),
            (Run(" " * width),),
        )
        for action in actions
    ]


def _signs(say: Phrases) -> list[Block]:
    blocks: list[Block] = [_heading(say("The signs"))]
    for kind, signs in KINDS.items():
        words = (Run(say.tell(signs.word), kind.value), Run(": " + say.tell(signs.explained)))
        blocks.append(Para(words, (Run("  "), glyph(kind)), (Run("    "),)))
    others = {
        ONWARD: say("the story goes on in another guide"),
        "▸": say("what a choice brings, or what is so if that is the answer"),
        "!": say("a caution, or something that is due"),
        SETBACK: say("once for each answer of others that would still have to go against you"),
    }
    for sign, explained in others.items():
        blocks.append(Para((Run(explained),), (Run(f"  {sign} "),), (Run("    "),)))
    return blocks
