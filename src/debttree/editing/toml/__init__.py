"""Edit a TOML text without touching other bytes; begin with `text`. This package knows nothing about trees."""
