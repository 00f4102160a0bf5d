"""The content of each screen: pure functions from a scene to blocks, without textual."""
