"""What both modes are made of: text as values, widgets, dialogs, the table of actions, colours, keys."""
