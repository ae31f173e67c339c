"""The report on one page, for a leader's phone and the printed folder.

Nothing is imported here: the page is filled in one process and printed in another.
"""
