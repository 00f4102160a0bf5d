"""The parts that explorer and editor share: text as values, widgets, dialogs, the table of actions, themes, keys."""
