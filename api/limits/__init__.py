"""How much one client, and all of them together, may ask for: what keeps the site answering when too much is asked."""
