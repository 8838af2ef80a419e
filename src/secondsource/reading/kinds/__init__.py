"""What kind of thing is said, and how much it asks to be checked."""
