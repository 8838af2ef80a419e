"""What stands beside an item of a live report: who decided what of it, and the way to decide."""
