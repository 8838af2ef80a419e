"""Pages that stand where an article should: errors, checks for robots, walls of consent.

Saved or fetched, they come as any page does. What is refused here holds nothing of an article;
the beginning of one, with a notice that the rest is for subscribers, is kept (see `paywall`).
"""
