"""The screens of the editor, one a file."""
