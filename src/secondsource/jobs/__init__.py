"""What joins the archive with the pure stages: a module for each job of the command line."""
