"""The workbench: the archive and its reports in a browser, for one person or a desk of several."""
