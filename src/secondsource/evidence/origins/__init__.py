"""What pieces of evidence go back to, and which of them are one."""
