"""Commands of `secondsource` that fill a module of their own, and how results are printed."""
