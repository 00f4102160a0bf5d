"""Save the path as a story: ask for the file, and write it."""

from debttree.journey.story_record import record, usual_story_file
from debttree.storage.naming import named_file
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.dialogs.frame import Framed
from debttree.tui.kit.page import Run


def ask_for_story(page: Framed, scene: Scene) -> None:
    """Ask for a file, and write the path to it as a story.

    Args:
        page: the screen to ask and report on.
        scene: the tree and the journey.
    """
    say = page.say

    def take(text: str) -> None:
        file = named_file(text)
        name = record(file, scene.tree, scene.journey, scene.today)
        page.tell(say('Kept as the story "{name}" in {file}.', name=name, file=str(file.absolute())))

    question = (Run(say("Keep this way as a story in: "), "strong"),)
    hint = say(
        "A test of the guide. It holds the ids of your steps and the days of events; no note, no name. "
        "A file that is there gets one story more."
    )
    page.ask(question, take, hint=hint, value=usual_story_file(scene.tree))
