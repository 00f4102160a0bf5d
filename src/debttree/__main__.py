"""`python -m debttree` is the `debttree` command."""

import sys

from debttree.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
