"""The list of an agency's needs of SOPs on paper (Dokumen Inventarisasi SOP)."""
