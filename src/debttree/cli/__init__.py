"""The command line: one file a command; data to stdout, messages to stderr.

A command is a module in `cli/commands/` with `add_arguments(parser, say)` and `run(options, session) -> int`.
It imports what it works with inside `run`, so that no command pays for another.
"""
