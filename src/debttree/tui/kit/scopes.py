"""The scopes of actions, and their names for people."""

from collections.abc import Mapping

from debttree.model import WordedEnum, msg


class Scope(WordedEnum):
    """Where an action works: on one screen, in every list, on all screens of a mode, or everywhere."""

    NUMBERED = "numbered", msg("Where entries have numbers")
    MAIN = "main", msg("Where you stand")
    WAY = "way", msg("On your way")
    LIST = "list", msg("In every text and list")
    IN_HAND = "in-hand", msg("In the checklist")
    SUMMARY = "summary", msg("In the summary")
    JOURNEYS = "journeys", msg("Among the people")
    COMPARE = "compare", msg("In the comparison")
    SPINE = "spine", msg("On the map of your way")
    MAP = "map", msg("On the drawing of the guide")
    GUIDE_MAP = "guide-map", msg("On that drawing, for readers")
    OUTLINE = "outline", msg("In the outline")
    SEARCH = "search", msg("In the search")
    LOOK = "look", msg("In a look at a step")
    CALL = "call", msg("On the phone")
    EXPLORER = "explorer", msg("Everywhere in the guide")
    EDITOR = "editor", msg("In the editor")
    DRAFT_MAP = "draft-map", msg("On that drawing, in the editor")
    FINDING = "finding", msg("In what the editor finds")
    REPLACING = "replacing", msg("Before words are replaced")
    WORDS = "words", msg("In a text of the editor")
    RAW = "raw", msg("In the file as text")
    SAVING = "saving", msg("Before saving")
    EVERYWHERE = "everywhere", msg("Everywhere")


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
