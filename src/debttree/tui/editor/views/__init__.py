"""The content of the editor's screens as blocks: pure functions of a view."""
