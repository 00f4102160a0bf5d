"""Questions above a screen, and the frame that every whole screen has."""
