"""The summary of the scene, under the name that its file gets by itself; saving it at once."""

import datetime as dt
from pathlib import Path

from debttree.export import Format, Summary, default_name, render, save_as, summary
from debttree.export.to_disk import free_name
from debttree.tui.explorer.scene import Scene


def summary_of(scene: Scene, moment: dt.datetime) -> Summary:
    """Return the summary of the way, made at a moment of the scene's day."""
    return summary(
        scene.tree,
        scene.journey,
        scene.language,
        scene.today,
        prospects=scene.prospects,
        whose=scene.whose,
        moment=moment,
    )


def usual_name(made: Summary, form: Format) -> str:
    """Return the name of its file, free in this folder."""
    return free_name(Path(), default_name(made, form))


def taken_along(scene: Scene, form: Format, moment: dt.datetime) -> Path:
    """Save the summary in this folder; where it is now.

    Args:
        scene: the tree and the journey.
        form: the format.
        moment: of the day, with its time zone.

    Raises:
        Trouble: it cannot be made in this format, or not written.
    """
    made = summary_of(scene, moment)
    file = Path(usual_name(made, form))
    save_as(file, render(made, form, scene.say))
    return file.absolute()
