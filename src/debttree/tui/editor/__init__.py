"""The editor: shows a tree as forms and as text, with its problems and prospects, and saves it."""
