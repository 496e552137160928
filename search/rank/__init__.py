"""The order of passages for a question: what speaks for each candidate is measured, weighed and added up."""
