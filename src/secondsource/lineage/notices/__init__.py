"""Words that are not the article: notices that unrelated articles share, learned and shown."""
