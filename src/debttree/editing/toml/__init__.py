"""Edit a TOML text without touching other bytes. Nothing here knows trees: see `text`."""
