"""All SOPs of a unit in one PDF ("Kumpulan SOP"): cover, contents, documents, page numbers.

Values and printing keep apart: whoever fills `values` loads nothing that typesets.
"""
