"""Screens, one a file. Each shows a scene and says by a message what somebody wants."""
