"""What pages and the API do with articles: list, compare and remove them."""
