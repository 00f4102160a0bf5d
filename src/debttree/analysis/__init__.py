"""What can be said about a graph: soundness, prospects, ways. networkx lives here alone."""
