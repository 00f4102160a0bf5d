"""Import what an author already has: read it as nodes and arrows, and write an ordinary tree.

One module per format; each returns a `FoundTree`. Nothing that a file names is run, opened or fetched.
"""
