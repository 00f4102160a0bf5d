"""Dialogs above a screen, and the frame that all full screens share."""
