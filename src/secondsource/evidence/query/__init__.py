"""From a claim to what is looked for."""
