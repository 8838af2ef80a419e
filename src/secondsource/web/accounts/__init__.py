"""Who may use the workbench: accounts, sessions, tokens, and who is asking."""
