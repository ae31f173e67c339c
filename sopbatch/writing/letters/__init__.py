"""Letters on paper: what goes to an agency that needs one, with what it gets back.

Values and printing keep apart: whoever makes values loads nothing that typesets.
"""
