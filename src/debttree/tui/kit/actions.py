"""The table of actions, from which bindings, the foot of each screen, the palette, the help and the docs are made.

An action calls the method `action_<run>` of the screen or pane it belongs to, or of the mode if it works on all its
screens. An action that opens a screen names the screen's class, which is imported at that moment. People can give
actions other keys by their ids (`settings`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from textual.binding import Binding

from debttree.model import Message, msg
from debttree.tui.kit.key_names import key_name
from debttree.tui.kit.scopes import Scope

__all__ = [
    "ACTIONS",
    "Action",
    "Keymap",
    "Scope",
    "action_called",
    "actions_in",
    "bindings",
    "keys_of",
    "with_keys",
]


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do with a key.

    Attributes:
        id: its name in the keymap.
        keys: its keys, named as textual names them; the first one is shown.
        label: one or two words for the foot of the screen.
        help: one sentence.
        run: the action string of its textual binding.
        foot: its rank in the foot of the screen, the lowest first; 0: not there.
        keys_shown: shown instead of the names of the keys; empty if another action shows them too.
        scope: the screens on which it works.
    """

    id: str
    keys: tuple[str, ...]
    label: Message
    help: Message
    run: str
    foot: int = 0
    keys_shown: str | None = None
    scope: Scope = Scope.EVERYWHERE

    def binding(self) -> Binding:
        """Return the action as a textual binding."""
        return Binding(",".join(self.keys), self.run, show=False, id=self.id)


def _do(
    name: str, keys: str, label: Message, explained: Message, *, run: str = "", opens: str = "", foot: int = 0
) -> Action:
    """Return an action.

    Args:
        name: its id.
        keys: textual's names of keys, separated by spaces.
        label: one or two words for the foot of the screen.
        explained: one sentence for the help.
        run: textual's action string; by default the id.
        opens: the screen that it opens, as `module:Class` below `debttree.tui`.
        foot: its rank at the foot of the screen; 0: not there.
    """
    run = f"app.in_mode('open', '{opens}')" if opens else run
    return Action(name, tuple(keys.split()), label, explained, run, foot)


def _digits(
    name: str, keys: str, label: Message, explained: Message, *, run: str, foot: int = 0
) -> Iterator[Action]:
    """Yield an action for each digit of a range; only the first one is shown, for all of them."""
    first, last = map(int, keys.split("-"))
    for digit in range(first, last + 1):
        shown = (foot, keys) if digit == first else (0, "")
        yield Action(f"{name}-{digit}", (str(digit),), label, explained, f"{run}({digit})", *shown)


def _in(scope: Scope, *actions: Action) -> Iterator[Action]:
    """Yield actions with a scope. Actions of all screens of a mode run in the mode, unless `run` says otherwise."""
    for action in actions:
        run = action.run or action.id.replace("-", "_")
        if scope in (Scope.EXPLORER, Scope.EVERYWHERE) and not run.startswith("app."):
            run = f"app.in_mode('{run}')"
        yield replace(action, scope=scope, run=run)


# A table: one or two lines for each action.
# fmt: off
ACTIONS: tuple[Action, ...] = (
    *_in(Scope.NUMBERED,
        *_digits("choice", "1-9", msg("choose"), msg("Take the choice of that number."), run="choose_number", foot=1),
    ),
    *_in(Scope.IN_HAND,
        *_digits("in-hand", "1-9", msg("tick, date"),
                 msg("Tick the entry of that number, or date it."), run="choose_number", foot=1),
    ),
    *_in(Scope.MAIN,
        _do("more", "0", msg("next nine"), msg("Show the next nine choices.")),
        _do("take", "right l", msg("take"), msg("Take the choice under the cursor.")),
        _do("back", "left backspace h", msg("back"), msg("Go back one step."), foot=2),
        _do("forward", "f", msg("forward"), msg("Go forward again where you went back."), foot=2),
        _do("forward-to-end", "F", msg("to the last"),
            msg("Go forward again to the last of your answers."), foot=2),
        _do("restart", "R", msg("start again"), msg("Go back to the beginning; forward takes your steps again.")),
        _do("copy-here", "y", msg("copy"),
            msg("Copy the number to ring; where there is none, the text of the step.")),
        _do("read-on", "pagedown ctrl+d", msg("read on"), msg("Read on, a page."), run="read(1)"),
        _do("read-back", "pageup ctrl+u", msg("read back"), msg("Read back, a page."), run="read(-1)"),
    ),
    *_in(Scope.SUMMARY,
        _do("format", "f", msg("format"), msg("Show the next format."), foot=1),
        *_digits("format", "1-6", msg("format"),
                 msg("Show the format of that number: to print, as text, calendar, more."), run="format_number"),
        _do("save", "enter ctrl+s", msg("save"), msg("Save it in the format shown."), foot=2),
        _do("copy", "y", msg("copy"), msg("Copy it to the clipboard."), foot=3),
        _do("profile", "a", msg("case record"),
            msg("The case record for whoever advises, and back to the summary."), foot=4),
        _do("leave-out-notes", "n", msg("no notes"),
            msg("Leave notes, calls and the name out, or put them in again."), run="leave_out('notes')", foot=5),
        _do("leave-out-calls", "v", msg("no calls"),
            msg("Leave the calls alone out, or put them in again."), run="leave_out('calls')", foot=6),
    ),
    *_in(Scope.WAY,
        *_digits("answer", "1-9", msg("answer again"),
                 msg("Change the answer of that step."), run="choose_number", foot=1),
        _do("bring-back", "B", msg("bring back"), msg("Bring the way back that you had before a change."), foot=2),
    ),
    *_in(Scope.JOURNEYS,
        *_digits("journey", "1-9", msg("go on with it"),
                 msg("Go on with the journey of that number."), run="choose_number"),
        _do("filter-people", "slash", msg("filter"),
            msg("Show those alone whose row holds what you type."), run="filter", foot=3),
        _do("mark-person", "space", msg("mark"), msg("Mark somebody, or no longer."), run="mark", foot=4),
        _do("save-papers", "x", msg("summaries"),
            msg("Save the summaries of those marked, else of the one under the cursor."), run="save_papers", foot=5),
        _do("everybodys-calendar", "C", msg("calendar"),
            msg("Save one calendar with everybody's last days."), run="calendar", foot=8),
        _do("compare-people", "c", msg("compare"),
            msg("Two people side by side, played on to their ends."), run="compare", foot=9),
        _do("order-people", "O", msg("order"), msg("By last day, by last visit, by name."), run="order", foot=7),
        _do("rename-journey", "r", msg("name"), msg("Call somebody otherwise."), run="rename", foot=10),
        _do("delete-journey", "d delete", msg("delete"),
            msg("Delete a journey for good, after a yes."), run="delete", foot=6),
    ),
    *_in(Scope.COMPARE,
        _do("right-next", "right l", msg("right"), msg("Another one right."), run="other('right', 1)", foot=1),
        _do("left-next", "left h", msg("left"), msg("Another one left."), run="other('left', 1)", foot=2),
    ),
    *_in(Scope.SPINE,
        _do("what-if", "enter", msg("what if"),
            msg("What if: compare a door not taken, answer a step again, or see the way to an end."), foot=1),
        _do("to-side", "right l", msg("to the side"), msg("To the doors not taken at this step.")),
        _do("to-spine", "left h", msg("to the way"), msg("Back from the side to the step.")),
        _do("spine-here", "full_stop", msg("here"), msg("Back to where you stand."), run="here", foot=5),
        _do("drawing", "z", msg("drawing"), msg("The whole guide as a drawing, for those who write it."),
            opens="explorer.screens.map:MapSheet", foot=2),
    ),
    *_in(Scope.MAP,
        *_digits("follow", "1-9", msg("follow"),
                 msg("Move the cursor along the choice of that number."), run="follow", foot=4),
        _do("ahead", "right l", msg("ahead"), msg("Along an arc to what it leads to.")),
        _do("behind", "left h", msg("back"), msg("Back along an arc to where it comes from.")),
        _do("above", "up k", msg("above"), msg("To the step above in the column."), run="beside(-1)"),
        _do("below", "down j", msg("below"), msg("To the step below in the column."), run="beside(1)"),
        _do("whole", "z", msg("whole"), msg("The whole guide, and back to what is near."), foot=2),
        _do("zoom-in", "plus equals_sign", msg("nearer"), msg("Show less of the guide, larger."), run="zoom(1)"),
        _do("zoom-out", "minus", msg("farther"), msg("Show more of the guide, smaller."), run="zoom(-1)"),
        _do("here", "home g full_stop", msg("here"), msg("Back to where you stand."), foot=5),
    ),
    *_in(Scope.GUIDE_MAP,
        _do("look", "enter", msg("look"), msg("Show what is under the cursor; you do not go there by that."), foot=1),
    ),
    *_in(Scope.LOOK,
        *_digits("look-on", "1-9", msg("look on"),
                 msg("Look at what the choice of that number leads to."), run="look_on", foot=2),
        _do("go", "enter", msg("go there"), msg("Go there; it counts as a jump."), foot=1),
        _do("look-back", "left backspace h", msg("back"), msg("Look again at what you looked at before."), foot=3),
    ),
    *_in(Scope.CALL,
        _do("walk-on", "enter down tab space right", msg("next one"),
            msg("To the next thing to say, ask or write."), run="walk(1)", foot=1),
        _do("walk-back", "up shift+tab left", msg("one back"), msg("To the thing before."), run="walk(-1)", foot=2),
        _do("hang-up", "f2", msg("hang up"), msg("End the call; its answer is the next step."), foot=4),
        _do("leave-call", "escape", msg("close"), msg("Close; what was typed is kept."), foot=3),
    ),
    *_in(Scope.OUTLINE,
        _do("unfold", "right l", msg("unfold"), msg("Unfold; or go to where it is unfolded."), foot=2),
        _do("fold", "left h", msg("fold"), msg("Fold; or go to what it stands under."), foot=3),
        _do("unfold-all", "plus equals_sign asterisk", msg("unfold all"), msg("Unfold everything under it.")),
        _do("fold-all", "minus", msg("fold all"), msg("Fold everything but the way to it.")),
        _do("show-here", "full_stop", msg("here"), msg("Back to where you stand."), run="here", foot=5),
        _do("look-from-outline", "enter", msg("look"),
            msg("Show what is under the cursor; you do not go there by that."), run="look", foot=1),
    ),
    *_in(Scope.SEARCH,
        _do("look-at-hit", "enter", msg("look"), msg("Show what was found, and the way there."),
            run="take_found", foot=1),
        _do("last-hit", "up", msg("up"), msg("To the hit above."), run="move(-1)"),
        _do("next-hit", "down", msg("down"), msg("To the hit below."), run="move(1)", foot=2),
    ),
    *_in(Scope.LIST,
        _do("up", "up k", msg("up"), msg("One up."), run="move(-1)"),
        _do("down", "down j", msg("down"), msg("One down."), run="move(1)"),
        _do("top", "home g", msg("top"), msg("To the top."), run="move_to_end(-1)"),
        _do("bottom", "end G", msg("bottom"), msg("To the bottom."), run="move_to_end(1)"),
        _do("page-up", "pageup ctrl+u", msg("page up"), msg("A page up."), run="page(-1)"),
        _do("page-down", "pagedown ctrl+d", msg("page down"), msg("A page down."), run="page(1)"),
        _do("choose", "enter", msg("choose"), msg("Choose what is under the cursor.")),
        _do("next-part", "tab", msg("next"), msg("To the next part of the screen."), run="screen.next_part(1)"),
        _do("last-part", "shift+tab", msg("last"), msg("To the part before."), run="screen.next_part(-1)"),
    ),
    *_in(Scope.EVERYWHERE,
        _do("help", "question_mark f1", msg("help"), msg("Every key, and what it does."), foot=3),
        _do("palette", "ctrl+p colon", msg("find"),
            msg("Find anything by name: actions, choices, steps ..."), foot=8),
        _do("colours", "T", msg("colours"), msg("The next theme of colours."), run="app.colours"),
        _do("language", "L", msg("language"), msg("The next language of the guide; the program follows."), foot=10),
        _do("close", "escape", msg("close"), msg("Close what is on top; it never undoes a step."), foot=2),
        _do("empty", "ctrl+l", msg("empty"),
            msg("Twice: empty the screen, until any key brings it back."), run="app.empty"),
        _do("suspend", "ctrl+z", msg("sleep"),
            msg("Back to the shell for a while; fg wakes it."), run="app.suspend_process"),
        _do("quit", "q ctrl+q", msg("quit"),
            msg("Leave; your way is kept, and unsaved edits are asked about."), foot=11),
    ),
    *_in(Scope.EXPLORER,
        _do("to-do", "t", msg("to do"),
            msg("All that is to be done, on the whole way: today, this week, later."),
            opens="explorer.screens.to_do:ToDo"),
        _do("in-hand", "i", msg("checklist"),
            msg("What to have, say, ask and write here, and by when to act."),
            opens="explorer.screens.in_hand:InHand", foot=4),
        _do("prospects", "p", msg("prospects"),
            msg("What lies ahead: which doors are open still."),
            opens="explorer.screens.prospects:ProspectsSheet", foot=4),
        _do("map", "m", msg("map"),
            msg("The map of your way, and the ends that are still possible."),
            opens="explorer.screens.spine:SpineSheet", foot=6),
        _do("outline", "o", msg("outline"),
            msg("The whole guide as a list that unfolds."), opens="explorer.screens.outline:OutlineSheet", foot=7),
        _do("search", "slash", msg("search"),
            msg("Search everything that the guide says."), opens="explorer.screens.search:Search", foot=6),
        _do("compare", "c", msg("compare"),
            msg("Two choices side by side."), opens="explorer.screens.compare:Compare", foot=8),
        _do("urgent", "exclamation_mark", msg("urgent"),
            msg("What comes before all else."), opens="explorer.screens.urgent:UrgentSheet", foot=5),
        _do("summary", "x", msg("summary"),
            msg("See the summary of your way; save or copy it."),
            opens="explorer.screens.summary:SummarySheet", foot=6),
        _do("save-summary", "X", msg("save summary"),
            msg("Save the summary at once, in the format last looked at."), foot=12),
        _do("next-journey", "N", msg("next person"),
            msg("Begin a journey for somebody else; this one is kept."), foot=12),
        _do("journeys", "J", msg("people"),
            msg("Everybody whose journey is kept, the nearest last day first; go on with another."),
            opens="explorer.screens.journeys:Journeys", foot=12),
        _do("tick", "space", msg("tick"),
            msg("Tick what is under the cursor, or mark it as done; else open the checklist.")),
        _do("way", "w", msg("way"),
            msg("Your way so far; change an earlier answer."), opens="explorer.screens.way:WaySheet", foot=7),
        _do("note", "n", msg("note"),
            msg("Write a note about where you stand, or about a step on your way."), foot=9),
        _do("sources", "s", msg("sources"),
            msg("What this rests on, and until when it holds."), opens="explorer.screens.sources:Sources", foot=8),
        _do("record-story", "S", msg("keep as story"),
            msg("Keep your way as a story that tests the guide: ids and days alone.")),
        _do("call", "v", msg("phone"),
            msg("What to say and ask on the phone, with room for the answers."),
            opens="explorer.screens.call:CallSheet"),
        _do("edit", "e", msg("edit"), msg("Edit the guide, beginning with where you stand.")),
    ),
    *_in(Scope.EDITOR,
        _do("add", "a", msg("add"),
            msg("Add something here: a node, a choice, a deadline ..."), run="command('add')", foot=4),
        _do("delete", "d delete", msg("delete"),
            msg("Delete what is under the cursor."), run="command('delete')", foot=5),
        _do("rename", "r", msg("rename"),
            msg("Give it another id, wherever the tree names it."), run="command('rename')", foot=12),
        _do("duplicate", "D", msg("duplicate"),
            msg("Write it once more, directly behind itself."), run="command('duplicate')"),
        _do("between", "b", msg("between"),
            msg("Put a new node between a choice and what it leads to."), run="command('between')"),
        _do("earlier", "K alt+up", msg("earlier"),
            msg("Move it one place up: a node, a stage, a choice ..."), run="command('shift', -1)"),
        _do("later", "J alt+down", msg("later"),
            msg("Move it one place down: a node, a stage, a choice ..."), run="command('shift', 1)"),
        _do("fold-stage", "z", msg("by stage"),
            msg("List nodes below their stages; then fold or unfold a stage."), run="fold"),
        _do("as-in-file", "Z", msg("as in file"), msg("List nodes as in the file, or by stage."), run="flat"),
        _do("only", "o", msg("only"),
            msg("List only what has problems, what is not translated, nodes without a source; then everything.")),
        _do("undo", "u", msg("undo"), msg("Take the last edit back."), run="app.in_mode('undo')", foot=6),
        _do("redo", "ctrl+r", msg("redo"), msg("Make the edit again that was taken back."), run="app.in_mode('redo')"),
        _do("follow-choice", "right l", msg("go on"),
            msg("Into the form; on a choice, to the node it leads to."), run="onward"),
        _do("to-list", "left h", msg("list"), msg("Back to the list.")),
        _do("draw", "m", msg("drawing"),
            msg("The whole tree as a drawing; the cursor goes along, there and back."),
            opens="editor.screens.draft_map:DraftMap", foot=9),
        _do("find-words", "slash", msg("find"),
            msg("Find words in every text and id, in every language."), opens="editor.screens.find:Find", foot=9),
        _do("replace", "percent_sign", msg("replace"),
            msg("Replace words across the tree; every change is shown before it is made."),
            run="command('replace')"),
        _do("untranslated", "n", msg("untranslated"),
            msg("The next text that is not there in some language."), run="command('untranslated')"),
        _do("problems", "p", msg("problems"),
            msg("All problems; Enter goes to one."), opens="editor.screens.problems:Problems", foot=8),
        _do("try", "t", msg("try it"), msg("Walk the edited tree from here, and come back."), run="try_it", foot=10),
        _do("raw", "v", msg("as text"), msg("The file as text."), foot=11),
        _do("own-editor", "E", msg("$EDITOR"), msg("The file in your own editor, at this line.")),
        _do("save-tree", "ctrl+s", msg("save"),
            msg("Show what was changed, and save it."), run="app.in_mode('save')", foot=1),
    ),
    *_in(Scope.DRAFT_MAP,
        _do("open-drawn", "enter", msg("edit it"), msg("Back to the forms, at the node under the cursor."), foot=1),
    ),
    *_in(Scope.FINDING,
        _do("go-to-found", "enter", msg("go there"), msg("Go to what was found."), run="take_found", foot=1),
        _do("found-above", "up", msg("up"), msg("To what was found above."), run="move(-1)"),
        _do("found-below", "down", msg("down"), msg("To what was found below."), run="move(1)", foot=2),
    ),
    *_in(Scope.REPLACING,
        _do("replace-all", "enter ctrl+s", msg("replace"), msg("Make all these changes, as one step."), foot=1),
    ),
    *_in(Scope.WORDS,
        _do("done", "ctrl+s", msg("finish"), msg("Take what was typed."), foot=1),
        _do("preview", "f2 ctrl+o", msg("preview"), msg("Show or hide how it will look."), foot=3),
        _do("give-up", "escape", msg("close"), msg("Close; asks where something was typed."), run="leave", foot=2),
    ),
    *_in(Scope.RAW,
        _do("take-text", "escape", msg("forms"), msg("Back to the forms, with what was typed."), run="leave", foot=1),
        _do("save-text", "ctrl+s", msg("save"), msg("Take what was typed, and save it."), run="save", foot=2),
        _do("find-in-text", "f3", msg("find"), msg("Find words from here on; Enter finds the same again."), foot=4),
        _do("next-problem", "f8", msg("next problem"), msg("To the next problem."), foot=3),
    ),
    *_in(Scope.SAVING,
        _do("write", "enter ctrl+s", msg("save"), msg("Write it to the file."), foot=1),
    ),
)
# fmt: on


def actions_in(*scopes: Scope) -> list[Action]:
    """Return the actions of some scopes, in the order of the table."""
    return [action for action in ACTIONS if action.scope in scopes]


def action_called(scope: Scope, name: str) -> Action:
    """Return the action with that id."""
    return next(action for action in actions_in(scope) if action.id == name)


def bindings(*scopes: Scope) -> list[Binding]:
    """Return the textual bindings for a class that offers the actions of some scopes."""
    return [action.binding() for action in actions_in(*scopes)]


Keymap = Mapping[str, tuple[str, ...]]
"""The person's own keys for some actions, by action id."""


def with_keys(actions: Iterable[Action], keymap: Keymap) -> list[Action]:
    """Return the actions with the keys that the person gave them."""
    return [
        replace(action, keys=keymap[action.id], keys_shown=None) if action.id in keymap else action
        for action in actions
    ]


def shown_key(scope: Scope, name: str, keymap: Keymap, liked: str = "") -> str:
    """Return a key of an action, as it is shown.

    Args:
        scope: where the action works.
        name: its id.
        keymap: the person's own keys.
        liked: the key to return if the action has it; else the first one.
    """
    action = with_keys([action_called(scope, name)], keymap)[0]
    return key_name(liked) if liked in action.keys else keys_of(action, 1)


def keys_of(action: Action, limit: int | None = None) -> str:
    """Return the keys of an action as they are shown; empty if another action shows them too."""
    if action.keys_shown is not None:
        return action.keys_shown
    return " ".join(key_name(key) for key in action.keys[:limit])
