"""What people decide about a report, and how it shapes the counts. Pure: no files, no clock."""
