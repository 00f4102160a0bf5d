"""The scopes of actions, and their names for people."""

from collections.abc import Mapping
from enum import StrEnum

from debttree.model import Message, msg


class Scope(StrEnum):
    """Where an action works: on one screen, in every list, on all screens of a mode, or everywhere."""

    NUMBERED = "numbered"
    MAIN = "main"
    WAY = "way"
    LIST = "list"
    IN_HAND = "in-hand"
    SUMMARY = "summary"
    JOURNEYS = "journeys"
    COMPARE = "compare"
    SPINE = "spine"
    MAP = "map"
    GUIDE_MAP = "guide-map"
    OUTLINE = "outline"
    SEARCH = "search"
    LOOK = "look"
    CALL = "call"
    EXPLORER = "explorer"
    EDITOR = "editor"
    DRAFT_MAP = "draft-map"
    FINDING = "finding"
    REPLACING = "replacing"
    WORDS = "words"
    RAW = "raw"
    SAVING = "saving"
    EVERYWHERE = "everywhere"


MODES: Mapping[Scope, tuple[Scope, ...]] = {
    Scope.EXPLORER: (
        Scope.IN_HAND,
        Scope.MAIN,
        Scope.SUMMARY,
        Scope.WAY,
        Scope.JOURNEYS,
        Scope.COMPARE,
        Scope.SPINE,
        Scope.GUIDE_MAP,
        Scope.MAP,
        Scope.OUTLINE,
        Scope.SEARCH,
        Scope.LOOK,
        Scope.CALL,
        Scope.EXPLORER,
    ),
    Scope.EDITOR: (
        Scope.EDITOR,
        Scope.DRAFT_MAP,
        Scope.MAP,
        Scope.FINDING,
        Scope.REPLACING,
        Scope.WORDS,
        Scope.RAW,
        Scope.SAVING,
    ),
}
"""The scopes of each mode, without those that work everywhere; the map's belong to both modes."""

SCOPE_NAMES: Mapping[Scope, Message] = {
    Scope.NUMBERED: msg("Where entries have numbers"),
    Scope.MAIN: msg("Where you stand"),
    Scope.WAY: msg("On your way"),
    Scope.IN_HAND: msg("In the checklist"),
    Scope.SUMMARY: msg("In the summary"),
    Scope.JOURNEYS: msg("Among the people"),
    Scope.COMPARE: msg("In the comparison"),
    Scope.SPINE: msg("On the map of your way"),
    Scope.MAP: msg("On the drawing of the guide"),
    Scope.GUIDE_MAP: msg("On that drawing, for readers"),
    Scope.OUTLINE: msg("In the outline"),
    Scope.SEARCH: msg("In the search"),
    Scope.LOOK: msg("In a look at a step"),
    Scope.CALL: msg("On the phone"),
    Scope.LIST: msg("In every text and list"),
    Scope.EXPLORER: msg("Everywhere in the guide"),
    Scope.EDITOR: msg("In the editor"),
    Scope.DRAFT_MAP: msg("On that drawing, in the editor"),
    Scope.FINDING: msg("In what the editor finds"),
    Scope.REPLACING: msg("Before words are replaced"),
    Scope.WORDS: msg("In a text of the editor"),
    Scope.RAW: msg("In the file as text"),
    Scope.SAVING: msg("Before saving"),
    Scope.EVERYWHERE: msg("Everywhere"),
}
