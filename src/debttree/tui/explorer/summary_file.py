"""Summaries: of the scene under the name that its file gets by itself, and of several people at once."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from debttree.analysis import Prospects
from debttree.export import Format, Profile, Redaction, Summary, default_name, render, save_as, summary
from debttree.export.to_disk import free_name
from debttree.journey.desk import Person
from debttree.locales import Phrases
from debttree.model import Message, Trouble, msg
from debttree.tui.explorer.scene import Scene


@dataclass(frozen=True, slots=True)
class Saving:
    """What came of saving several papers: the files, and whose could not be saved and why."""

    saved: tuple[Path, ...]
    failed: tuple[tuple[Person, Message], ...]


def lacks(say: Phrases, left_out: Collection[Redaction]) -> list[str]:
    """Return in a sentence what is left out of summaries; none where nothing is."""
    if Redaction.NOTES in left_out:
        return [say("Left out: notes, calls and the name.")]
    return [say("Left out: the calls.")] if left_out else []


def summary_of(
    scene: Scene,
    form: Format,
    moment: dt.datetime,
    profile: Profile = Profile.PERSON,
    left_out: Collection[Redaction] = (),
) -> Summary:
    """Return the summary of the way, or its case record.

    Args:
        scene: the tree and the journey.
        form: what it is made for.
        moment: of the scene's day, with its time zone.
        profile: for whom it is.
        left_out: what it does not hold.
    """
    return summary(
        scene.tree,
        scene.journey,
        scene.language,
        scene.today,
        prospects=scene.prospects,
        moment=moment,
        profile=profile,
        redact=left_out,
        marks=form.marks(scene.say),
    )


def usual_name(made: Summary, form: Format) -> str:
    """Return the name of its file, free in this folder."""
    return free_name(Path(), default_name(made, form))


@dataclass
class Papers:
    """Makes the papers of several people, in their guides.

    Args:
        scene: the language, the day, and the prospects of the guide on the screen.
        moment: of the day, with its time zone.
        left_out: what no summary holds.
    """

    scene: Scene
    moment: dt.datetime
    left_out: frozenset[Redaction] = frozenset()
    _known: dict[str, Prospects] = field(default_factory=dict)
    """The prospects of guides by their versions."""

    def summary(self, row: Person, form: Format) -> Summary | None:
        """Return somebody's summary for a format; None where their guide is not at hand."""
        tree, journey, scene = row.tree, row.journey, self.scene
        if tree is None or journey is None:
            return None
        if tree.version not in self._known:
            at_hand = scene.prospects if scene.prospects is not None and tree is scene.tree else None
            self._known[tree.version] = at_hand or Prospects.of(tree)
        journey = replace(journey, whose=row.whose)
        theirs = replace(scene, tree=tree, journey=journey, prospects=self._known[tree.version])
        return summary_of(theirs, form, self.moment, left_out=self.left_out)

    def save(self, rows: Iterable[Person], folder: Path, form: Format) -> Saving:
        """Save each person's summary in a folder; a file that is there is left alone.

        Args:
            rows: the people.
            folder: where to; it is there.
            form: the format.
        """
        saved, failed = [], []
        for row in rows:
            try:
                made = self.summary(row, form)
                if made is None:
                    raise Trouble(msg("the guide is not at hand"))
                usual = default_name(
                    replace(made, whose=row.whose), form
                )  # the desk must tell the files apart
                file = folder / free_name(folder, usual)
                save_as(file, render(made, form, self.scene.say))
                saved.append(file)
            except Trouble as trouble:
                failed.append((row, trouble.message))
        return Saving(tuple(saved), tuple(failed))

    def calendar(self, rows: Iterable[Person]) -> bytes:
        """Return one calendar with everybody's last days; raises Trouble where there is none."""
        from debttree.export.calendar import calendars

        named = replace(self, left_out=frozenset())  # an entry without a name would be anybody's
        made = [found for row in rows if (found := named.summary(row, Format.ICS)) is not None]
        return calendars(made, self.scene.say)


def taken_along(
    scene: Scene, form: Format, moment: dt.datetime, left_out: Collection[Redaction] = ()
) -> Path:
    """Save the summary in this folder; where it is now.

    Args:
        scene: the tree and the journey.
        form: the format.
        moment: of the day, with its time zone.
        left_out: what it does not hold.

    Raises:
        Trouble: it cannot be made in this format, or not written.
    """
    made = summary_of(scene, form, moment, left_out=left_out)
    file = Path(usual_name(made, form))
    save_as(file, render(made, form, scene.say))
    return file.absolute()
