"""Cases: all that there is on one article in one zip, with a manifest by which it checks itself."""
