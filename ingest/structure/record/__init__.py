"""What minutes record: decisions, votes, actions, declarations."""
