"""The summary of a path, and whole graphs, in the formats that others read."""
