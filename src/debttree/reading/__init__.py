"""From bytes to a tree: TOML, the places of things in the file, and problems."""
