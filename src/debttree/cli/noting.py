"""Notes in line mode: written for the person or for the desk alone, changed, taken back, left out of a paper."""

from debttree.cli.dialogue import Dialogue
from debttree.cli.node_page import NodePage
from debttree.export import Redaction, Summary
from debttree.journey import Journey
from debttree.model import Clock, Trouble, clean, msg

_AS_IT_IS = "="
"""The answer that leaves a note's text unchanged."""


def noted(dialogue: Dialogue, journey: Journey, clock: Clock, *, desk: bool) -> Journey:
    """Ask for a note about the present node, and return the journey with it.

    Args:
        dialogue: how to ask.
        journey: the walk.
        clock: says when the note is made.
        desk: whether it is for the desk alone.

    Raises:
        Trouble: nothing was typed.
    """
    say = dialogue.say
    question = say("For the desk alone; Enter ends it:") if desk else say("Your note; Enter ends it:")
    text = clean(dialogue.ask_all(question)).strip()
    if not text:
        raise Trouble(msg("Nothing was noted."))
    dialogue.tell(say("Noted; it stands in no summary.") if desk else say("Noted."))
    return journey.noted(text, clock.today, at=clock.time, desk=desk)


def renoted(dialogue: Dialogue, page: NodePage, journey: Journey) -> Journey:
    """Ask which note is to be changed, how, and for whom it is; return the journey with it changed or taken back.

    Args:
        dialogue: how to ask.
        page: words of the tree.
        journey: the walk; when the note was made stays.

    Raises:
        Trouble: there is none, or none was named.
    """
    say = dialogue.say
    if not journey.notes:
        raise Trouble(msg("There is no note on your way."))
    index = dialogue.pick(say("Change which one? Number:"), list(map(page.note, journey.notes)))
    if index is None:
        raise Trouble(msg("No note was changed."))
    words = dialogue.ask_all(say("New words; = keeps those there are, Enter alone takes the note back:"))
    text = clean(words).strip()
    if not text and not dialogue.agree(say("Take the note back?")):
        raise Trouble(msg("No note was changed."))
    if not text:
        dialogue.tell(say("The note is gone."))
        return journey.renoted(index, "")
    desk = dialogue.agree(say("Is it for the desk alone?"))
    dialogue.tell(say("Noted; it stands in no summary.") if desk else say("Noted."))
    return journey.renoted(index, journey.notes[index].text if text == _AS_IT_IS else text, desk=desk)


def left_out(dialogue: Dialogue, made: Summary) -> frozenset[Redaction]:
    """Ask whether to leave notes or calls out of a paper; without asking if it contains none."""
    say, what = dialogue.say, [Redaction.NOTES, Redaction.CALLS]
    if not made.remarks and not made.calls:
        return frozenset()
    dialogue.tell(say("It holds your own words. Leave out:"))
    lines = [say("your notes, your calls, and the name"), *([say("the calls alone")] if made.calls else [])]
    index = dialogue.pick(say("Number, or Enter for nothing:"), lines)
    return frozenset() if index is None else frozenset({what[index]})
