"""Steps that bring service.db to the present form."""
