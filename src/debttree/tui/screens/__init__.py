"""Screens, one a file. Each shows a scene and says by a message what somebody wants.

They are imported when they are first opened, so that the first paint waits for the main screen alone.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from debttree.tui.screens.answers import Answers
    from debttree.tui.screens.ask import Ask
    from debttree.tui.screens.compare import Compare
    from debttree.tui.screens.confirm import Confirm
    from debttree.tui.screens.help import Help
    from debttree.tui.screens.in_hand import InHand
    from debttree.tui.screens.journeys import Journeys
    from debttree.tui.screens.look import Look
    from debttree.tui.screens.map import MapSheet
    from debttree.tui.screens.outline import OutlineSheet
    from debttree.tui.screens.overview import Overview
    from debttree.tui.screens.palette import Palette
    from debttree.tui.screens.prospects import ProspectsSheet
    from debttree.tui.screens.search import Search
    from debttree.tui.screens.sources import Sources
    from debttree.tui.screens.summary import SummarySheet
    from debttree.tui.screens.urgent import Urgent
    from debttree.tui.screens.way import Way
    from debttree.tui.screens.welcome import Welcome

_HOMES = {
    "Answers": "answers",
    "Ask": "ask",
    "Compare": "compare",
    "Confirm": "confirm",
    "Help": "help",
    "InHand": "in_hand",
    "Journeys": "journeys",
    "Look": "look",
    "MapSheet": "map",
    "OutlineSheet": "outline",
    "Overview": "overview",
    "Palette": "palette",
    "ProspectsSheet": "prospects",
    "Search": "search",
    "Sources": "sources",
    "SummarySheet": "summary",
    "Urgent": "urgent",
    "Way": "way",
    "Welcome": "welcome",
}

__all__ = [
    "Answers",
    "Ask",
    "Compare",
    "Confirm",
    "Help",
    "InHand",
    "Journeys",
    "Look",
    "MapSheet",
    "OutlineSheet",
    "Overview",
    "Palette",
    "ProspectsSheet",
    "Search",
    "Sources",
    "SummarySheet",
    "Urgent",
    "Way",
    "Welcome",
]


def __getattr__(name: str) -> object:
    """A screen, imported now (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
