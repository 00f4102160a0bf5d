"""The program as an enemy and as bad luck would have it."""
