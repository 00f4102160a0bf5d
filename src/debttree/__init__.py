"""debttree: walk, export and edit decision graphs about overdue consumer credit."""

__version__ = "0.1.0"
