"""`python -m secondsource` is the command."""

from secondsource.cli import main

main()
