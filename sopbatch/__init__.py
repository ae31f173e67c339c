"""sopbatch turns a folder of SOP workbooks into findings, documents, counts and a report."""

__version__ = "0.2.0"
