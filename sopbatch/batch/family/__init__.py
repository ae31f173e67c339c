"""Kinds of workbooks besides SOP and register: one declaration joins all there is of a kind."""
