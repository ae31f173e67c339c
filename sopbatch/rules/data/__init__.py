"""Word lists and catalogues that rules look things up in; they change without code changing."""
