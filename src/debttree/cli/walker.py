"""Walk a tree in line mode: one node at a time, numbered choices, a letter for each other action."""

from collections.abc import Callable, Iterable
from itertools import zip_longest
from pathlib import Path

from debttree.analysis import Prospects
from debttree.analysis.elsewhere import guide_at
from debttree.cli.dialogue import Dialogue, EndOfInput, number_of
from debttree.cli.node_page import NodePage
from debttree.cli.noting import left_out, noted, renoted
from debttree.cli.phoning import Phoning
from debttree.cli.to_do import ToDoList
from debttree.export import FORMATS, Format, Redaction, Summary, default_name, held, render, save_as, summary
from debttree.export.sentences import Sentences
from debttree.export.to_disk import free_name
from debttree.journey import Due, Journey, dues
from debttree.journey.dating import event_date
from debttree.journey.events import date_key, happened, may_lie_ahead, with_same_event
from debttree.journey.story_record import record, usual_story_file
from debttree.locales import Phrases, Speech, next_language, own_name
from debttree.model import Clock, Node, Tree, Trouble, Urgent, msg
from debttree.storage.naming import named_file


class Walker:
    """One walk through one tree.

    Args:
        dialogue: how to ask.
        tree: without errors.
        journey: where it begins.
        clock: for notes, dates and the summary; a walk may go on over midnight.
        file: how the person named the tree.
        keep: called with the journey after every step; may say something.
        go_on: walks in the guide of that name, and comes back.
    """

    def __init__(
        self,
        dialogue: Dialogue,
        tree: Tree,
        journey: Journey,
        clock: Clock,
        file: str,
        keep: Callable[[Journey], None],
        go_on: Callable[[str], None] | None = None,
    ) -> None:
        self._dialogue = dialogue
        self._tree = tree
        self._clock = clock
        self._file = file
        self._keep = keep
        self._own = dialogue.say.interface
        """The language of the program beside one of the guide that it does not speak."""
        self._go_on = go_on
        self._prospects = Prospects.of(tree)
        self._page = NodePage(dialogue, tree, self._prospects, clock)
        self.journey = journey
        self._shown: str | None = None

    def run(self) -> None:
        """Walk until the person quits or the input ends."""
        try:
            while self._turn():
                pass
        except EndOfInput:
            return

    @property
    def say(self) -> Phrases:
        """Sentences in the language of the walk."""
        return self._dialogue.say

    @property
    def _node(self) -> Node:
        return self._tree.nodes[self.journey.at]

    def _turn(self) -> bool:
        """Show the node unless it was just shown, ask once, do it; False: quit."""
        if self._shown != (place := f"{len(self.journey.path.steps)} {self.journey.at}"):
            self._show()
            self._shown = place
        answer = self._dialogue.ask_key(self._question())
        if answer in ("q", "quit"):
            return False
        try:
            self._do(answer)
        except Trouble as trouble:
            self._dialogue.trouble(trouble)
        return True

    def _question(self) -> str:
        say, count = self.say, len(self._node.choices)
        if not count:
            return say("The way ends here. b = back, x = save a summary, ? = help, q = quit:")
        return say("Number from 1 to {count}, or ? for help:", count=count)

    def _do(self, answer: str) -> None:
        number = number_of(answer, len(self._node.choices))
        if number is not None:
            self._choose(number)
        elif answer == "?":
            self._help()
        elif answer in (commands := self._commands()):
            commands[answer][0]()
        else:
            raise Trouble(msg('"{answer}" means nothing here.', answer=answer), msg("? shows what does."))

    def _commands(self) -> dict[str, tuple[Callable[[], None], str]]:
        """Return what each key does, and how that is said; in the order of the help."""
        say = self.say
        return {
            "b": (self._back, say("a step back")),
            "f": (self._forward, say("the step ahead again")),
            "r": (self._bring_back, say("the way as it was before you answered differently")),
            "n": (self._note, say("write a note")),
            "a": (self._note_for_the_desk, say("a note for the desk alone, which no summary holds")),
            "c": (self._change_note, say("change a note, or take it back")),
            "t": (
                self._to_do,
                say("all that is to be done; tick it off, or say when a deadline was kept"),
            ),
            "v": (self._phone, say("on the phone: what to say, and room for the answers")),
            "d": (self._date, say("the date from which a deadline counts")),
            "w": (self._way, say("the way so far")),
            "p": (self._outlook, say("what is still open from here")),
            "x": (self._export, say("save a summary to take along")),
            "s": (self._record, say("keep this way as a story that tests the guide")),
            "!": (self._urgent, say("what is urgent")),
            "g": (self._elsewhere, say("on in another guide, where the story goes on there; q comes back")),
            "l": (self._language, say("the next language: {name}", name=own_name(self._next_language))),
            "": (self._show, say("show this step again")),
        }

    def _go(self, journey: Journey) -> None:
        self.journey = journey.stamped(self._clock.today)
        self._keep(self.journey)

    def _choose(self, number: int) -> None:
        choice = self._node.choices[number]
        before = self.journey
        self._go(before.take(self._tree, choice.id))
        if self.journey.next_step is not None and self.journey.path.steps[-1] != before.next_step:
            n = len(self.journey.holding)
            told = self.say.plural("{n} later answer fits again: f.", "{n} later answers fit again: f.", n)
            self._dialogue.tell(told)

    def _bring_back(self) -> None:
        if self.journey.earlier is None:
            raise Trouble(msg("There is no earlier way."))
        self._go(self.journey.bring_back())

    def _back(self) -> None:
        if not self.journey.path.steps:
            raise Trouble(msg("This is the beginning: there is no step back."))
        self._go(self.journey.back())

    def _forward(self) -> None:
        if not self.journey.ahead:
            raise Trouble(msg("There is no step ahead that you took before."))
        self._go(self.journey.forward())

    def _note(self) -> None:
        self._go(noted(self._dialogue, self.journey, self._clock, desk=False))

    def _note_for_the_desk(self) -> None:
        self._go(noted(self._dialogue, self.journey, self._clock, desk=True))

    def _change_note(self) -> None:
        self._go(renoted(self._dialogue, self._page, self.journey))

    def _to_do(self) -> None:
        self._go(ToDoList(self._dialogue, self._page, self._tree, self._clock.today).change(self.journey))

    def _phone(self) -> None:
        Phoning(self._dialogue, self._tree, self.journey, self._clock, self._go).run()

    def _date(self) -> None:
        terms = self._summary(Format.TXT).terms
        if not terms:
            raise Trouble(msg("There is no deadline on this way."))
        events: dict[tuple[str, str], Due] = {}
        for term in terms:
            place, _ = date_key(term.due.node, term.due.deadline)
            events.setdefault((place, term.event), term.due)
        index = self._dialogue.pick(
            self.say("The day of which of these? Number:"), [event for _, event in events]
        )
        if index is None:
            raise Trouble(msg("No date was noted."))
        due = list(events.values())[index]
        item = (due.node, due.deadline.id)
        ahead = may_lie_ahead(self._tree, item)
        written = self._dialogue.ask(self._when(ahead=ahead))
        day = event_date(written, self._clock.today, ahead=ahead) if written.strip() else None
        self._go(happened(self._tree, self.journey, item, day))
        if day is not None:
            self._tell_last_days(due)

    def _when(self, *, ahead: bool) -> str:
        """Return the question for the date of an event, which may lie ahead if `ahead`."""
        if ahead:
            return self.say(
                "On which day? 2026-11-23, or 23 for the next 23rd; Enter alone takes the date away:"
            )
        return self.say("On which day? 2026-11-23, or 23 for the last 23rd; Enter alone takes the date away:")

    def _tell_last_days(self, dated: Due) -> None:
        """Write the last days of all deadlines on the path that are counted from the same date."""
        sentences = Sentences(self.say)
        served = {place for place, _ in with_same_event(self._tree, (dated.node, dated.deadline.id))}
        for due in dues(self._tree, self.journey):
            if (due.node, due.deadline.id) in served:
                text = self._page.line(due.deadline.text)
                for sentence in sentences.end(due, self._clock.today):
                    self._dialogue.tell(self.say("{deadline}: {sentence}", deadline=text, sentence=sentence))

    def _export(self) -> None:
        say = self.say
        index = self._dialogue.pick(
            say("Which format? Number:"), [self._format_name(form) for form in FORMATS]
        )
        if index is None:
            raise Trouble(msg("Nothing was saved."))
        form = FORMATS[index]
        made = self._summary(form)
        if redact := left_out(self._dialogue, held(made, form)):
            made = self._summary(form, redact)
        content = render(made, form, say)
        name = free_name(Path(), default_name(made, form))
        written = self._dialogue.ask(
            say("Save under which name? Enter alone takes {name}:", name=name)
        ).strip()
        file = named_file(written or name)
        save_as(file, content)
        self._dialogue.tell(say("Saved: {file}", file=str(file.absolute())))

    def _record(self) -> None:
        say, usual = self.say, usual_story_file(self._tree)
        self._dialogue.tell(say("A story tests the guide. It holds ids and days alone; no note, no name."))
        written = self._dialogue.ask(
            say("Keep this way in which file? Enter alone takes {name}:", name=usual)
        )
        file = named_file(written.strip() or usual)
        name = record(file, self._tree, self.journey, self._clock.today)
        self._dialogue.tell(
            say('Kept as the story "{name}" in {file}.', name=name, file=str(file.absolute()))
        )

    def _urgent(self) -> None:
        if not self._tree.urgent:
            raise Trouble(msg("This guide names nothing that is urgent."))
        labels = [self._urgent_line(way) for way in self._tree.urgent]
        index = self._dialogue.pick(self.say("Is one of these so? Number, or Enter for none:"), labels)
        if index is not None:
            self._go(self.journey.jump(self._tree.urgent[index].to))
            self._dialogue.tell(self.say("b brings you back to where you were."))

    def _urgent_line(self, way: Urgent) -> str:
        """Return an urgent entry with its contacts."""
        found = [self._tree.contacts[name] for name in way.contacts]
        numbers = [f"{contact.phone or contact.url} {self._page.line(contact.title)}" for contact in found]
        return " · ".join([self._page.line(way.label), *numbers])

    def _elsewhere(self) -> None:
        """Walk the guide in which the story goes on, then show the present node again."""
        guide = guide_at(self._node)
        if guide is None or self._go_on is None:
            raise Trouble(msg("The story does not go on in another guide here."))
        self._go_on(guide)
        self._show()

    def _way(self) -> None:
        path = self.journey.path
        last_stops = {node: number for number, node in enumerate(path.nodes, 1)}
        for number, (node, step) in enumerate(zip_longest(path.nodes, path.steps), 1):
            words = self._page.step(step) if step else self._page.line(self._tree.nodes[node].title)
            self._dialogue.tell(words, "   ", f"{number}. ")
            if last_stops[node] == number:
                for note in self._page.notes(self.journey, node):
                    self._dialogue.tell(note, "   ")
        self._tell_what_fell_away()

    def _tell_what_fell_away(self) -> None:
        """Write which later answers were dropped when one was changed."""
        if fallen := self.journey.fallen:
            self._dialogue.tell(self.say("Off your way since you changed an answer; r brings them back:"))
            for step in fallen:
                self._dialogue.tell(self._page.step(step), "  ", "")

    @property
    def _speech(self) -> Speech:
        return Speech(self.say.language, self.say.interface)

    @property
    def _next_language(self) -> str:
        return next_language(self._speech, self._tree.spoken)

    def _language(self) -> None:
        speech = self._speech.asked_for(self._next_language, self._tree.spoken, self._own)
        self._dialogue.say = speech.say
        self._keep(self.journey)
        self._show()

    def _show(self) -> None:
        self._page.show(self.journey)

    def _outlook(self) -> None:
        if not self._tree.consequences:
            raise Trouble(msg("This guide names no consequence."))
        self._page.outlook(self.journey)

    def _help(self) -> None:
        say = self.say
        known = {key or say("Enter"): meaning for key, (_, meaning) in self._commands().items()}
        for key, meaning in {say("a number"): say("take that choice"), **known, "q": say("leave")}.items():
            self._dialogue.tell(f"{key}: {meaning}")

    def _summary(self, form: Format, redact: Iterable[Redaction] = ()) -> Summary:
        return summary(
            self._tree,
            self.journey,
            self.say.language,
            self._clock.today,
            file=self._file,
            redact=redact,
            prospects=self._prospects,
            moment=self._clock.now(),
            marks=form.marks(self.say),
        )

    def _format_name(self, form: Format) -> str:
        say = self.say
        return {
            Format.MD: say("md: Markdown"),
            Format.TXT: say("txt: plain text"),
            Format.HTML: say("html: a page to print"),
            Format.JSON: say("json: for programs"),
            Format.TOML: say("toml: for programs"),
            Format.ICS: say("ics: the deadlines for a calendar"),
        }[form]
