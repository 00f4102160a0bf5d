"""The full-screen program; textual and rich live here alone."""
