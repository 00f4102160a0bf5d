"""The one table of actions: it feeds bindings, the foot of each screen, the palette, help and docs.

An action runs the method `action_<run>` of the screen or pane it belongs to. A key appears here with its
function, not before. People can give actions other keys by their ids.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from textual.binding import Binding

from debttree.model import Message, msg
from debttree.tui.kit.key_names import key_name


class Where(StrEnum):
    """Where an action works: on one screen, in every list, or on all screens."""

    NUMBERED = "numbered"
    MAIN = "main"
    WAY = "way"
    LIST = "list"
    IN_HAND = "in-hand"
    SUMMARY = "summary"
    JOURNEYS = "journeys"
    COMPARE = "compare"
    MAP = "map"
    OUTLINE = "outline"
    SEARCH = "search"
    LOOK = "look"
    EVERYWHERE = "everywhere"
    EDITOR = "editor"
    WORDS = "words"
    RAW = "raw"
    SAVING = "saving"
    EDITOR_EVERYWHERE = "editor-everywhere"


EXPLORER_ONLY = (
    Where.MAIN,
    Where.WAY,
    Where.IN_HAND,
    Where.SUMMARY,
    Where.JOURNEYS,
    Where.COMPARE,
    Where.EVERYWHERE,
)
EDITOR_ONLY = (Where.EDITOR, Where.WORDS, Where.RAW, Where.SAVING, Where.EDITOR_EVERYWHERE)


WHERE: Mapping[Where, Message] = {
    Where.NUMBERED: msg("Where entries have numbers"),
    Where.MAIN: msg("Where you stand"),
    Where.WAY: msg("On your way"),
    Where.IN_HAND: msg("In what to have in hand"),
    Where.SUMMARY: msg("In the summary"),
    Where.JOURNEYS: msg("Among the journeys"),
    Where.COMPARE: msg("In the comparison"),
    Where.MAP: msg("On the map"),
    Where.OUTLINE: msg("In the outline"),
    Where.SEARCH: msg("In the search"),
    Where.LOOK: msg("In a look at a node"),
    Where.LIST: msg("In every text and list"),
    Where.EVERYWHERE: msg("Everywhere"),
    Where.EDITOR: msg("In the editor"),
    Where.WORDS: msg("In a text of the editor"),
    Where.RAW: msg("In the file as text"),
    Where.SAVING: msg("Before saving"),
    Where.EDITOR_EVERYWHERE: msg("Everywhere in the editor"),
}


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do.

    Attributes:
        id: names it in the keymap.
        keys: what does it, as textual names keys; the first is the one shown.
        label: one or two words for the foot of the screen.
        help: one sentence.
        where: the screen it belongs to.
        run: the action as textual's bindings name it.
        foot: its rank at the foot of the screen, the lowest first; 0: not there.
        keys_shown: how the keys are shown in place of their names; empty where another action shows them too.
    """

    id: str
    keys: tuple[str, ...]
    label: Message
    help: Message
    where: Where
    run: str
    foot: int = 0
    keys_shown: str | None = None

    def binding(self) -> Binding:
        """What textual needs to know of it."""
        return Binding(",".join(self.keys), self.run, show=False, id=self.id)


def _action(
    where: Where, name: str, keys: str, label: Message, explained: Message, *, run: str = "", foot: int = 0
) -> Action:
    """An action; `keys` are parted by spaces, and what runs is called like it unless something else is said."""
    return Action(name, tuple(keys.split()), label, explained, where, run or name.replace("-", "_"), foot)


_numbered = partial(_action, Where.NUMBERED)
_way = partial(_action, Where.WAY)
_in_hand = partial(_action, Where.IN_HAND)
_main = partial(_action, Where.MAIN)
_list = partial(_action, Where.LIST)
_summary = partial(_action, Where.SUMMARY)
_journeys = partial(_action, Where.JOURNEYS)
_compare = partial(_action, Where.COMPARE)
_map = partial(_action, Where.MAP)
_outline = partial(_action, Where.OUTLINE)
_search = partial(_action, Where.SEARCH)
_look = partial(_action, Where.LOOK)
_everywhere = partial(_action, Where.EVERYWHERE)
_editor = partial(_action, Where.EDITOR)
_words = partial(_action, Where.WORDS)
_raw = partial(_action, Where.RAW)
_saving = partial(_action, Where.SAVING)
_in_editor = partial(_action, Where.EDITOR_EVERYWHERE)


def _digits(action: Action, run: str, last: int = 9) -> Iterator[Action]:
    """The action for each digit up to the last; the first one's keys are shown for all of them."""
    for digit in range(1, last + 1):
        foot, shown = (action.foot, f"1-{last}") if digit == 1 else (0, "")
        yield replace(
            action,
            id=f"{action.id}-{digit}",
            keys=(str(digit),),
            run=f"{run}({digit})",
            foot=foot,
            keys_shown=shown,
        )


ACTIONS: tuple[Action, ...] = (
    *_digits(
        _numbered("choice", "1-9", msg("choose"), msg("Take the choice of that number."), foot=1),
        "choose_number",
    ),
    *_digits(
        _in_hand(
            "in-hand", "1-9", msg("tick, date"), msg("Tick the entry of that number, or date it."), foot=1
        ),
        "choose_number",
    ),
    _main("more", "0", msg("next nine"), msg("Show the next nine choices.")),
    _main("take", "right l", msg("take"), msg("Take the choice under the cursor.")),
    _main("back", "left backspace h", msg("back"), msg("Go back one step."), foot=2),
    _main("forward", "f", msg("forward"), msg("Go forward again where you went back.")),
    _main(
        "restart", "R", msg("start again"), msg("Go back to the beginning; forward takes your steps again.")
    ),
    _main("read-on", "pagedown ctrl+d", msg("read on"), msg("Read on, a page."), run="read(1)"),
    _main("read-back", "pageup ctrl+u", msg("read back"), msg("Read back, a page."), run="read(-1)"),
    _summary("format", "f", msg("format"), msg("Show the next format."), foot=1),
    *_digits(
        _summary("format", "1-6", msg("format"), msg("Show the format of that number.")), "format_number", 6
    ),
    *_digits(
        _way("answer", "1-9", msg("answer again"), msg("Change the answer of that step."), foot=1),
        "choose_number",
    ),
    _way(
        "bring-back", "B", msg("bring back"), msg("Bring the way back that you had before a change."), foot=2
    ),
    _summary("save", "enter ctrl+s", msg("save"), msg("Save it in the format shown."), foot=2),
    _summary("copy", "y", msg("copy"), msg("Copy it to the clipboard."), foot=3),
    *_digits(
        _journeys(
            "journey", "1-9", msg("go on with it"), msg("Go on with the journey of that number."), foot=1
        ),
        "choose_number",
    ),
    _journeys("rename-journey", "r", msg("name"), msg("Give a journey another name."), run="rename", foot=2),
    _compare(
        "right-next", "right l", msg("right"), msg("Another one right."), run="other('right', 1)", foot=1
    ),
    _compare("left-next", "left h", msg("left"), msg("Another one left."), run="other('left', 1)", foot=2),
    *_digits(
        _map("follow", "1-9", msg("follow"), msg("Move the cursor along the choice of that number."), foot=4),
        "follow",
    ),
    *_digits(
        _look(
            "look-on",
            "1-9",
            msg("look on"),
            msg("Look at what the choice of that number leads to."),
            foot=2,
        ),
        "look_on",
    ),
    _map("ahead", "right l", msg("ahead"), msg("Along an arc to what it leads to.")),
    _map("behind", "left h", msg("back"), msg("Back along an arc to where it comes from.")),
    _map("above", "up k", msg("above"), msg("To the node above in the column."), run="beside(-1)"),
    _map("below", "down j", msg("below"), msg("To the node below in the column."), run="beside(1)"),
    _map("look", "enter", msg("look"), msg("Show the node under the cursor; it is no step."), foot=1),
    _map("whole", "z", msg("whole"), msg("The whole guide, and back to what is near."), foot=2),
    _map("zoom-in", "plus equals_sign", msg("nearer"), msg("Show less of the guide, larger."), run="zoom(1)"),
    _map("zoom-out", "minus", msg("farther"), msg("Show more of the guide, smaller."), run="zoom(-1)"),
    _map("here", "home g full_stop", msg("here"), msg("Back to where you stand."), foot=5),
    _outline("unfold", "right l", msg("unfold"), msg("Unfold; or go to where it is unfolded."), foot=2),
    _outline("fold", "left h", msg("fold"), msg("Fold; or go to what it stands under."), foot=3),
    _outline(
        "unfold-all", "plus equals_sign asterisk", msg("unfold all"), msg("Unfold everything under it.")
    ),
    _outline("fold-all", "minus", msg("fold all"), msg("Fold everything but the way to it.")),
    _outline("show-here", "full_stop", msg("here"), msg("Back to where you stand."), run="here", foot=5),
    _outline(
        "look-from-outline",
        "enter",
        msg("look"),
        msg("Show the node under the cursor; it is no step."),
        run="look",
        foot=1,
    ),
    _search("look-at-hit", "enter", msg("look"), msg("Show what was found, and the way there."), foot=1),
    _search("last-hit", "up", msg("up"), msg("To the hit above."), run="move(-1)"),
    _search("next-hit", "down", msg("down"), msg("To the hit below."), run="move(1)", foot=2),
    _look("go", "enter", msg("go there"), msg("Go there, after a yes; it counts as a jump."), foot=1),
    _look(
        "look-back", "left backspace h", msg("back"), msg("Look again at what you looked at before."), foot=3
    ),
    _list("up", "up k", msg("up"), msg("One up."), run="move(-1)"),
    _list("down", "down j", msg("down"), msg("One down."), run="move(1)"),
    _list("top", "home g", msg("top"), msg("To the top."), run="move_to_end(-1)"),
    _list("bottom", "end G", msg("bottom"), msg("To the bottom."), run="move_to_end(1)"),
    _list("page-up", "pageup ctrl+u", msg("page up"), msg("A page up."), run="page(-1)"),
    _list("page-down", "pagedown ctrl+d", msg("page down"), msg("A page down."), run="page(1)"),
    _list("choose", "enter", msg("choose"), msg("Choose what is under the cursor.")),
    _list("next-part", "tab", msg("next"), msg("To the next part of the screen."), run="screen.next_part(1)"),
    _list("last-part", "shift+tab", msg("last"), msg("To the part before."), run="screen.next_part(-1)"),
    _everywhere("help", "question_mark f1", msg("help"), msg("Every key, and what it does."), foot=3),
    _everywhere(
        "in-hand", "i", msg("in hand"), msg("What to have in hand here, and by when to act."), foot=4
    ),
    _everywhere(
        "prospects", "p", msg("prospects"), msg("What lies ahead: which doors are open still."), foot=4
    ),
    _everywhere("map", "m", msg("map"), msg("The map of the guide around here, and of the whole."), foot=6),
    _everywhere("outline", "o", msg("outline"), msg("The whole guide as a list that unfolds."), foot=7),
    _everywhere("search", "slash", msg("search"), msg("Search everything that the guide says."), foot=6),
    _everywhere("compare", "c", msg("compare"), msg("Two choices side by side."), foot=8),
    _everywhere("urgent", "exclamation_mark", msg("urgent"), msg("What comes before all else."), foot=5),
    _everywhere("summary", "x", msg("summary"), msg("See the summary of your way; save or copy it."), foot=6),
    _everywhere(
        "save-summary",
        "X",
        msg("save summary"),
        msg("Save the summary at once, in the format last looked at."),
        foot=12,
    ),
    _everywhere(
        "next-journey",
        "N",
        msg("next person"),
        msg("Begin a journey for somebody else; this one is kept."),
        foot=12,
    ),
    _everywhere(
        "journeys", "J", msg("journeys"), msg("The journeys that are kept; go on with another."), foot=12
    ),
    _everywhere("tick", "space", msg("tick"), msg("Tick what is under the cursor, or open the checklist.")),
    _everywhere("way", "w", msg("way"), msg("Your way so far; change an earlier answer."), foot=7),
    _everywhere(
        "note",
        "n",
        msg("note"),
        msg("Write a note about where you stand, or about a step on your way."),
        foot=9,
    ),
    _everywhere("sources", "s", msg("sources"), msg("What this rests on, and until when it holds."), foot=8),
    _everywhere(
        "palette", "ctrl+p colon", msg("find"), msg("Find anything by name: actions, choices, nodes."), foot=7
    ),
    _everywhere("colours", "T", msg("colours"), msg("The next theme of colours.")),
    _everywhere("language", "L", msg("language"), msg("Switch between Chinese and English."), foot=10),
    _everywhere(
        "close", "escape", msg("close"), msg("Close what is on top; it never undoes a step."), foot=2
    ),
    _everywhere("edit", "e", msg("edit"), msg("Edit the guide, beginning with where you stand.")),
    _everywhere(
        "suspend",
        "ctrl+z",
        msg("sleep"),
        msg("Back to the shell for a while; fg wakes it."),
        run="suspend_process",
    ),
    _everywhere("quit", "q ctrl+q", msg("quit"), msg("Leave; your way is kept."), foot=11),
    _editor("add", "a", msg("add"), msg("Add something here: a node, a choice, a deadline ..."), foot=4),
    _editor("delete", "d delete", msg("delete"), msg("Delete what is under the cursor."), foot=5),
    _editor("rename", "r", msg("rename"), msg("Give it another id, wherever the tree names it."), foot=12),
    _editor("duplicate", "D", msg("duplicate"), msg("Write it once more, directly behind itself.")),
    _editor("between", "b", msg("between"), msg("Put a new node between a choice and what it leads to.")),
    _editor("earlier", "K alt+up", msg("earlier"), msg("Move it one place up."), run="shift(-1)"),
    _editor("later", "J alt+down", msg("later"), msg("Move it one place down."), run="shift(1)"),
    _editor("undo", "u", msg("undo"), msg("Take the last edit back."), foot=6),
    _editor("redo", "ctrl+r", msg("redo"), msg("Make the edit again that was taken back.")),
    _editor(
        "follow-choice",
        "right l",
        msg("go on"),
        msg("Into the form; on a choice, to the node it leads to."),
        run="onward",
    ),
    _editor("to-list", "left h", msg("list"), msg("Back to the list."), run="to_list"),
    _editor(
        "find-subject",
        "slash",
        msg("find"),
        msg("Find a node, source or anything else by its words."),
        run="find",
        foot=9,
    ),
    _editor("problems", "p", msg("problems"), msg("All problems; Enter goes to one."), foot=8),
    _editor(
        "try",
        "t",
        msg("try it"),
        msg("Walk the edited tree from here, and come back."),
        run="try_it",
        foot=10,
    ),
    _editor("raw", "v", msg("as text"), msg("The file as text."), foot=11),
    _editor("own-editor", "E", msg("$EDITOR"), msg("The file in your own editor, at this line.")),
    _editor(
        "save-tree", "ctrl+s", msg("save"), msg("Show what was changed, and save it."), run="save", foot=1
    ),
    _words("done", "ctrl+s", msg("finish"), msg("Take what was typed."), foot=1),
    _words("preview", "f2 ctrl+o", msg("preview"), msg("Show or hide how it will look."), foot=3),
    _words(
        "give-up", "escape", msg("close"), msg("Close; asks where something was typed."), run="leave", foot=2
    ),
    _raw(
        "take-text",
        "escape",
        msg("forms"),
        msg("Back to the forms, with what was typed."),
        run="leave",
        foot=1,
    ),
    _raw("save-text", "ctrl+s", msg("save"), msg("Take what was typed, and save it."), run="save", foot=2),
    _raw("next-problem", "f8", msg("next problem"), msg("To the next problem."), run="next_problem", foot=3),
    _saving("write", "enter ctrl+s", msg("save"), msg("Write it to the file."), foot=1),
    _in_editor(
        "editor-help",
        "question_mark f1",
        msg("help"),
        msg("Every key, and what it does."),
        run="help",
        foot=3,
    ),
    _in_editor(
        "editor-language",
        "L",
        msg("language"),
        msg("Switch between Chinese and English."),
        run="language",
        foot=13,
    ),
    _in_editor(
        "editor-palette",
        "ctrl+p colon",
        msg("find"),
        msg("Find anything by name: actions, nodes, sources ..."),
        run="palette",
    ),
    _in_editor("editor-colours", "T", msg("colours"), msg("The next theme of colours."), run="colours"),
    _in_editor("editor-close", "escape", msg("close"), msg("Close what is on top."), run="close", foot=2),
    _in_editor(
        "editor-suspend",
        "ctrl+z",
        msg("sleep"),
        msg("Back to the shell for a while; fg wakes it."),
        run="suspend_process",
    ),
    _in_editor(
        "editor-quit",
        "q ctrl+q",
        msg("quit"),
        msg("Leave; asks where something is not saved."),
        run="quit",
        foot=7,
    ),
)


def actions_in(*where: Where) -> list[Action]:
    """The actions that work there, in the order of the table."""
    return [action for action in ACTIONS if action.where in where]


def bindings(*where: Where) -> list[Binding]:
    """Bindings for a class that offers those actions."""
    return [action.binding() for action in actions_in(*where)]


Keymap = Mapping[str, tuple[str, ...]]
"""Other keys for some actions, by the actions' ids."""


def with_keys(actions: Iterable[Action], keymap: Keymap) -> list[Action]:
    """The actions with the keys that the person gave them."""
    return [
        replace(action, keys=keymap[action.id], keys_shown=None) if action.id in keymap else action
        for action in actions
    ]


def keys_of(action: Action, limit: int | None = None) -> str:
    """The keys of an action as they are shown; empty where another action shows them too."""
    if action.keys_shown is not None:
        return action.keys_shown
    return " ".join(key_name(key) for key in action.keys[:limit])
