"""Who took from whom: what dates, credits and the two versions themselves tell."""
