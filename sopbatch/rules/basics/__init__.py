"""What rules of every room look at: fields, texts, steps; roles and regions named in texts."""
