"""The explorer: walking a tree. It knows nothing of the editor."""
