"""`python -m arabnews`."""

import sys

from arabnews.cli import main

if __name__ == "__main__":
    sys.exit(main())
