"""No id is shown to a reader: not on the pages of any step, not in what a plain walk or a printed guide says."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from debttree.analysis import Prospects
from debttree.journey import begin
from debttree.model import Path, Text, Tree
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.choices import choices
from debttree.tui.explorer.views.distances import panel
from tests.content.test_bundled_trees import NAMES, tree_of
from tests.tui.conftest import TODAY
from tests.tui.screens import plain
