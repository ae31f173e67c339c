"""What the report says, before anything prints it: the tally comes in, words and figures go out."""
