"""The parts of a workbook file, each scanned within limits before the parser sees the file."""
