"""What all tests rely on: Ctrl-C works in the programs that they start.

A shell that runs the tests in the background has it ignored, and what they start inherits that.
"""

import signal

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
