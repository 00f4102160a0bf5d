"""The command line: one module per command; data goes to stdout, messages to stderr.

A command is a module in `cli/commands/` with `add_arguments(parser, say)` and `run(options, session) -> int`.
It imports what it needs inside `run`, so that no command loads another's imports.
"""
