"""Which SOP a workbook is: its unit, its line of the plan, the version that counts, its doubles."""
