"""What pages and the API do with kept reports: draw them and send them as files."""
