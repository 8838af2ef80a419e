"""What every request passes on its way to a page or the API, and every answer on its way back."""
