"""`python -m sopbatch` is the command line."""

from sopbatch.cli import main

if __name__ == "__main__":
    main()
