"""One module a command; see `debttree.cli` for what a command has."""
