"""Named ways to tamper with a workbook; each is a function with the promised outcome."""
