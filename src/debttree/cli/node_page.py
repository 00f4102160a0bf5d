"""Write a node in line mode, in an order for listening: the choices last."""

from collections.abc import Iterable, Iterator

from debttree.analysis import ChoiceProspects, Prospects
from debttree.analysis.elsewhere import guide_at
from debttree.analysis.prospect_status import by_distance
from debttree.analysis.told_plans import kept_off, plan_words
from debttree.analysis.wording import CALM, COUNTED, EACH_ALONE, ELSEWHERE, choice_words, status_words
from debttree.cli.dialogue import Dialogue
from debttree.export.sentences import Sentences
from debttree.export.txt import prose_lines
from debttree.journey import Due, Journey, Note, dues
from debttree.journey.contacts import contacts_of
from debttree.locales.words import line_of
from debttree.model import CRISIS, ChecklistItem, Clock, Contact, Node, Step, Text, Tree, clean_line


class NodePage:
    """Writes the node that a journey stands on.

    Args:
        dialogue: writes the lines.
        tree: without errors.
        prospects: of that tree.
        clock: gives the day for deadlines and sources.
    """

    def __init__(self, dialogue: Dialogue, tree: Tree, prospects: Prospects, clock: Clock) -> None:
        self._dialogue = dialogue
        self._tree = tree
        self._prospects = prospects
        self._clock = clock

    @property
    def _in_words(self) -> Sentences:
        return Sentences(self._dialogue.say)

    def line(self, text: Text | None) -> str:
        """Return the words of a text on one line, in the language of the walk, or marked where they are in another."""
        return line_of(self._tree, text, self._dialogue.say)

    def item(self, journey: Journey, node: Node, item: ChecklistItem) -> str:
        """Return a checklist item in words, with whether it is ticked.

        Args:
            journey: knows which items are ticked.
            node: the node that has the item.
            item: the item.
        """
        say = self._dialogue.say
        text = self._in_words.purpose_item(item.purpose, self.line(item.text))
        return say("{item} (done)", item=text) if (node.id, item.id) in journey.ticks else text

    def step(self, step: Step) -> str:
        """Return a step in words: the node, and the choice taken there."""
        say, choice = self._dialogue.say, step.taken(self._tree)
        label = self.line(choice.label) if choice else say("went elsewhere")
        return say("{title}: {choice}", title=self.line(self._tree.nodes[step.node].title), choice=label)

    def notes(self, journey: Journey, node: str) -> Iterator[str]:
        """Yield the notes made at a node, each with its day."""
        yield from (self.note(note) for note in journey.notes if note.node == node)

    def note(self, note: Note) -> str:
        """Return a note with its day, and whether it is for the desk alone."""
        made, text = note.when, clean_line(note.text.replace("\n", " / "))
        words = self._dialogue.say("Your note of {date}: {text}", date=made, text=text)
        return f"{self._dialogue.say('[desk alone]')} {words}" if note.desk else words

    def contact(self, contact: Contact) -> Iterator[str]:
        """Yield a contact in words: number, owner, hours, and which guide names it."""
        say, reached = self._dialogue.say, " ".join(filter(None, (contact.phone, contact.url)))
        whose = self.line(contact.title)
        if contact.phone:
            yield say("Ring {number}: {whose}", number=reached, whose=whose)
        else:
            yield say("Online at {address}: {whose}", address=reached, whose=whose)
        yield from (self.line(text) for text in (contact.hours, contact.cost) if text is not None)
        stale = self._tree.is_stale(contact, self._clock.today)
        yield self._in_words.vouched(self.line(self._tree.title), contact, stale=stale)

    def _contacts(self, node: Node) -> Iterator[str]:
        for contact in contacts_of(self._tree, node.id):
            yield from self.contact(contact)

    def show(self, journey: Journey) -> None:
        """Write the whole node."""
        node = self._tree.nodes[journey.at]
        self._dialogue.gap()
        self._heading(journey, node)
        if node.text is not None:
            self._dialogue.gap()
            words = self._tree.words(node.text, self._dialogue.say.language)
            if self._tree.wording(node.text, self._dialogue.say.language).missing:
                self._dialogue.tell(self._dialogue.say("This text is not translated yet."))
            self._dialogue.tell_lines(prose_lines(words, self._dialogue.width))
        self._part(self._brought(node))
        self._part(self.notes(journey, node.id))
        self._part(self._deadlines(journey, node))
        self._part(self.item(journey, node, item) for item in node.checklist)
        self._part(self._contacts(node))
        self._part(self._sources(node))
        self._choices(journey, node)
        self._elsewhere(node)

    def _elsewhere(self, node: Node) -> None:
        """Write that the story goes on in another guide, and which letter opens it."""
        guide = guide_at(node)
        if guide is not None:
            self._dialogue.gap()
            self._dialogue.tell(self._dialogue.say.tell(ELSEWHERE))
            self._dialogue.tell(self._dialogue.say("g goes on there."))

    def _part(self, sentences: Iterator[str]) -> None:
        for number, sentence in enumerate(sentences):
            if not number:
                self._dialogue.gap()
            self._dialogue.tell(sentence, "  ", "")

    def _heading(self, journey: Journey, node: Node) -> None:
        say, stage = self._dialogue.say, self._tree.stages.get(node.stage or "")
        step = len(journey.path.steps) + 1
        self._dialogue.tell(say("Step {number}: {title}", number=step, title=self.line(node.title)))
        if stage is not None:
            self._dialogue.tell(say("Stage: {stage}", stage=self.line(stage.title)))
        self._dialogue.tell(self._in_words.kind(node.kind, self.line(node.actor)))

    def _brought(self, node: Node) -> Iterator[str]:
        say = self._dialogue.say
        for name in node.brings:
            title = self.line(self._tree.consequences[name].title)
            yield say("Met here: {consequence}", consequence=title)

    def _deadlines(self, journey: Journey, node: Node) -> Iterator[str]:
        for due in dues(self._tree, journey):
            if due.node == node.id:
                yield from self._deadline(due)

    def _deadline(self, due: Due) -> Iterator[str]:
        say, rule = self._dialogue.say, due.deadline
        yield say("Deadline: {text}", text=self.line(rule.text))
        yield self._in_words.rule(rule, self.line(rule.event))
        yield from self._in_words.end(due, self._clock.today)

    def _sources(self, node: Node) -> Iterator[str]:
        say = self._dialogue.say
        for name in node.sources:
            source = self._tree.sources[name]
            yield say("Source: {title}", title=self.line(source.title))
            if source.expired(self._clock.today) and source.valid_until:
                yield self._in_words.expired(source.valid_until)

    def _choices(self, journey: Journey, node: Node) -> None:
        if not node.choices:
            return
        self._dialogue.gap()
        self._dialogue.tell(self._in_words.choices_heading(node.kind))
        met = journey.path.met(self._tree)
        for number, prospect in enumerate(self._prospects.choices(node.id, met), 1):
            self._choice(number, prospect, node)

    def _choice(self, number: int, prospect: ChoiceProspects, node: Node) -> None:
        """Write a choice with its text, its caution, and the words about its prospects."""
        say, choice = self._dialogue.say, prospect.choice
        self._dialogue.tell(self.line(choice.label), "   ", f"{number}. ")
        if choice.text is not None:
            words = self._tree.words(choice.text, say.language)
            self._dialogue.tell_lines(prose_lines(words, self._dialogue.width, "   "))
        if choice.caution is not None:
            self._dialogue.tell(say("Caution: {caution}", caution=self.line(choice.caution)), "   ")
        told = () if CRISIS in node.tags else choice_words(node.kind, prospect, self._titles)
        for message in told:
            self._dialogue.tell(say.tell(message), "   ")

    def _titles(self, names: Iterable[str]) -> str:
        return self._dialogue.say.listed(self.line(self._tree.consequences[name].title) for name in names)

    def outlook(self, journey: Journey) -> None:
        """Write the status of each consequence from here, and how each can be avoided."""
        say, met = self._dialogue.say, journey.path.met(self._tree)
        if CRISIS in self._tree.nodes[journey.at].tags:
            self._dialogue.tell(say.tell(CALM))
            return
        guide = guide_at(self._tree.nodes[journey.at])
        if guide is not None:
            self._dialogue.tell(say.tell(ELSEWHERE))
            return
        for standing, names in by_distance(self._prospects.standings(journey.at, met)):
            for name in names:
                title = self.line(self._tree.consequences[name].title)
                sentence = say("{consequence}: {status}", consequence=title, status=status_words(standing))
                self._dialogue.tell(sentence, "  ", "")
        for plan in kept_off(self._prospects, journey.at, met):
            self._dialogue.tell(say("How to keep off {titles}:", titles=self._titles(plan.names)))
            for words in plan_words(self._tree, say.language, plan):
                self._dialogue.tell(say.tell(words), "    ", "  ")
        for notice in (COUNTED, EACH_ALONE):
            self._dialogue.tell(say.tell(notice))
