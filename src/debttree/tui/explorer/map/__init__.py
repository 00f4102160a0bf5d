"""The map: a drawing of the graph, a window over it, and the keys that move along its arcs."""
