"""Edits as values, applied to a document without touching other bytes."""
