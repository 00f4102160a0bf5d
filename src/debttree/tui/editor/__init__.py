"""The editor: a tree in forms and as text, its problems and prospects beside it, and saving it."""
