"""Credits: what an article's own words say of where it comes from, and where they stand."""
