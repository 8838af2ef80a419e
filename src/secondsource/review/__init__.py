"""A report, what people decide about it, how that shapes the counts. Pure: no files, no clock."""
