"""Rules about the sheet Identitas: whose SOP it is, title, dates, signatory, bases, lists."""
