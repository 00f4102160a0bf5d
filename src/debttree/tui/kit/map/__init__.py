"""A drawing of a decision graph, a window over it, and the keys that move along its arcs; of either mode."""
