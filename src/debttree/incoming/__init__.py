"""Ways in: what an author already has, read as nodes and arrows and written as an ordinary tree.

One module a form; each returns one `Found`. Nothing is ever run, opened or fetched that a file names.
"""
