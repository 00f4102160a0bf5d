"""Make summaries and save them: of the present journey, and of several people at once."""

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
    """The result of saving several summaries: the files, and whose could not be saved and why."""

    saved: tuple[Path, ...]
    failed: tuple[tuple[Person, Message], ...]


def lacks(say: Phrases, left_out: Collection[Redaction]) -> list[str]:
    """Return a sentence about what is left out of summaries, or None."""
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
    """Return the summary of the journey, or its case record.

    Args:
        scene: the tree and the journey.
        form: the format that it is made for.
        moment: time at which it is made, with its time zone.
        profile: for whom it is: the client or the adviser.
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
    """Return a name for its file that is free in this folder."""
    return free_name(Path(), default_name(made, form))


@dataclass
class Papers:
    """Makes the summaries of several people, each with their guide.

    Args:
        scene: gives the language, the day, and the prospects of the present guide.
        moment: of the day, with its time zone.
        left_out: what to leave out of all summaries.
    """

    scene: Scene
    moment: dt.datetime
    left_out: frozenset[Redaction] = frozenset()
    _known: dict[str, Prospects] = field(default_factory=dict)
    """The prospects of guides, by the guides' versions."""

    def summary(self, row: Person, form: Format) -> Summary | None:
        """Return a person's summary for a format; None if their guide is not available."""
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
        """Save each person's summary in a folder without overwriting files.

        Args:
            rows: the people.
            folder: an existing folder.
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
                )  # the adviser must tell the files apart
                file = folder / free_name(folder, usual)
                save_as(file, render(made, form, self.scene.say))
                saved.append(file)
            except Trouble as trouble:
                failed.append((row, trouble.message))
        return Saving(tuple(saved), tuple(failed))

    def calendar(self, rows: Iterable[Person]) -> bytes:
        """Return one calendar of everybody's last days; raise Trouble if there are none."""
        from debttree.export.calendar import calendars

        named = replace(self, left_out=frozenset())  # an entry needs the person's name
        made = [found for row in rows if (found := named.summary(row, Format.ICS)) is not None]
        return calendars(made, self.scene.say)


def taken_along(
    scene: Scene, form: Format, moment: dt.datetime, left_out: Collection[Redaction] = ()
) -> Path:
    """Save the summary in the current folder, and return the file.

    Args:
        scene: the tree and the journey.
        form: the format.
        moment: of the day, with its time zone.
        left_out: what it does not hold.

    Raises:
        Trouble: it cannot be made in this format, or cannot be written.
    """
    made = summary_of(scene, form, moment, left_out=left_out)
    file = Path(usual_name(made, form))
    save_as(file, render(made, form, scene.say))
    return file.absolute()
