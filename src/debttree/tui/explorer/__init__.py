"""The explorer, in which a person walks a tree. It knows nothing of the editor."""
