"""What is kept on disk: folders, trees found by name, atomic writes, watching."""
