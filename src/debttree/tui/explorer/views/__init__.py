"""What each screen says, as pure functions from a scene to blocks; no textual."""
