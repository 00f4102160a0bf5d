"""The map of both modes: a drawing of a decision graph, a scrolling widget for it, keys that move along arcs."""
