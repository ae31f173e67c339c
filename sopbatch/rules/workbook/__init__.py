"""Rules about the workbook as a file: what reading met, what it would fetch, merged cells."""
