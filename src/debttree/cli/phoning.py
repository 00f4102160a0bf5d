"""A phone call in line mode: what to say, numbered things to ask and write, and the result as the next step."""

from collections.abc import Callable, Iterator

from debttree.cli.dialogue import Dialogue, number_of
from debttree.export.call_log import moment
from debttree.export.sentences import Sentences
from debttree.journey import Journey
from debttree.journey.calls import (
    ALSO_SAID,
    Ending,
    answered_before,
    call_to_go_on_with,
    ending,
    script,
)
from debttree.locales import Phrases
from debttree.locales.words import ELSE_SAID, REMINDER, line_of
from debttree.model import Clock, Purpose, Text, Tree, clean, clean_line


class Phoning:
    """One call at the step where a journey stands.

    Args:
        dialogue: how to ask.
        tree: the tree walked.
        journey: the walk.
        clock: says when something was typed.
        go: called with the journey after each answer, and when the call has ended.
    """

    def __init__(
        self, dialogue: Dialogue, tree: Tree, journey: Journey, clock: Clock, go: Callable[[Journey], None]
    ) -> None:
        self._dialogue = dialogue
        self._tree = tree
        self._journey = journey
        self._clock = clock
        self._go = go
        self._node = tree.nodes[journey.at]
        self._call = call_to_go_on_with(journey.calls, journey.at, clock.now())

    @property
    def _say(self) -> Phrases:
        return self._dialogue.say

    def run(self) -> None:
        """Show what to say, take answers until the person hangs up, and take the step that the call leads to."""
        self._tell_what_to_say()
        asked = {
            item.id: self._line(item.text) for item in script(self._node) if item.purpose is not Purpose.SAY
        }
        asked[ALSO_SAID] = self._say.tell(ELSE_SAID)
        question = self._say("Number of what they answered, or Enter alone when you have hung up:")
        lines = self._asked(asked)
        while True:
            for number, line in enumerate(lines, 1):
                self._dialogue.tell(line, "   ", f"{number}. ")
            answer = self._dialogue.ask_key(question)
            if not answer:
                break
            index = number_of(answer, len(asked))
            if index is None:
                self._dialogue.tell(self._say('"{answer}" means nothing here.', answer=answer))
            else:
                self._take(*list(asked.items())[index])
            lines = ()
        self._hang_up()

    def _line(self, text: Text | None) -> str:
        return line_of(self._tree, text, self._say)

    def _tell_what_to_say(self) -> None:
        """Write the contacts, the reminder, and the things to say."""
        say, tell = self._say, self._dialogue.tell
        for name in self._node.contacts:
            contact = self._tree.contacts.get(name)
            if contact is not None and contact.phone:
                tell(say("Ring {number}: {title}", number=contact.phone, title=self._line(contact.title)))
        tell(self._line(self._tree.call_reminder) or say.tell(REMINDER))
        for item in script(self._node):
            if item.purpose is Purpose.SAY:
                tell(Sentences(say).purpose_item(item.purpose, self._line(item.text)), "  ", "")

    def _asked(self, asked: dict[str, str]) -> tuple[str, ...]:
        """Return the things to ask and write, with the answers of this call."""
        known = {answer.item: clean_line(answer.text) for answer in self._call.answers if not answer.asked}
        return tuple(
            self._say("{question} (answered: {text})", question=words, text=known[item])
            if item in known
            else words
            for item, words in asked.items()
        )

    def _take(self, item: str, words: str) -> None:
        """Ask for an answer, and keep it with its time; an empty one changes nothing."""
        say = self._say
        before = answered_before(self._journey.calls, self._call, item)
        if before is not None:
            when, text = moment(say, before.at), clean_line(before.text.replace("\n", " / "))
            self._dialogue.tell(say("Last time, {moment}: {text}", moment=when, text=text))
        text = clean(self._dialogue.ask_all(say("{question} Enter ends it:", question=words))).strip()
        if text:
            self._call = self._call.answered(item, text, self._clock.now())
            self._keep(self._journey.called(self._call))
            self._dialogue.tell(say("Noted."))

    def _keep(self, journey: Journey) -> None:
        self._journey = journey
        self._go(journey)

    def _hang_up(self) -> None:
        """Ask for the result of the call, if somebody else answers after it, and take the steps."""
        found = ending(self._tree, self._node.id)
        if found is not None:
            for line in self._before(found):
                self._dialogue.tell(line)
            labels = [self._line(choice.label) for choice in found.node.choices]
            question = self._say("What came of the call? Number, or Enter for nothing yet:")
            index = self._dialogue.pick(question, labels)
            if index is not None:
                self._end(found, index, labels[index])
                return
        if self._call.answers:
            self._keep(self._journey.called(self._call.hung_up(self._clock.now())))

    def _before(self, found: Ending) -> Iterator[str]:
        """Yield the choice that an answer takes first, and its caution."""
        if found.choice is not None:
            yield self._say("An answer takes “{choice}” first.", choice=self._line(found.choice.label))
            if found.choice.caution is not None:
                yield self._say("Caution: {caution}", caution=self._line(found.choice.caution))

    def _end(self, found: Ending, index: int, came: str) -> None:
        """End the call, and take its steps."""
        journey = self._journey.called(self._call.hung_up(self._clock.now(), came))
        if found.choice is not None:
            journey = journey.take(self._tree, found.choice.id)
        self._keep(journey.take(self._tree, found.node.choices[index].id))
