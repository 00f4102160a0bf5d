"""What is stored on disk: folders, trees found by name, atomic writes, the journal of unsaved edits."""
