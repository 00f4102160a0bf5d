"""The screens of the explorer, one per file. Each is imported by the action that opens it, to keep the start fast."""
