"""A TOML text that is edited without touching other bytes. It knows nothing of trees: see `text`."""
