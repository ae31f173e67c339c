"""What a run gives: documents, copies to return, books, exports, reports, drafts of answers."""
