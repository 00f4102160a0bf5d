"""`python -m debttree` is the `debttree` command."""

import sys

from debttree.cli.main import process

if __name__ == "__main__":
    sys.exit(process())
