"""The command, also as `python -m secondsource`."""

import signal


def main() -> None:
    """Loads the command line and runs it.

    Ctrl-C while it is loading ends the process at once, as the system does it: nothing is begun
    yet, and a module that is half loaded would answer with a traceback, or swallow it.
    """
    at_ctrl_c = signal.getsignal(signal.SIGINT)
    if at_ctrl_c is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from secondsource.cli import main as run  # it takes a second

    signal.signal(signal.SIGINT, at_ctrl_c)
    run()


if __name__ == "__main__":
    main()
