"""The screens of the editor, one per file."""
