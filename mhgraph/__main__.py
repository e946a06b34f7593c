"""`python -m mhgraph` is the command line."""

from mhgraph.cli import main

if __name__ == "__main__":
    main()
