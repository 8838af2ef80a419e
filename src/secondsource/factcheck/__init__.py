"""What was said and checked before: collections of quotations, imported and looked up."""
