"""Rules about the way from Mulai to Selesai, and about its drawing."""
