"""People: lists of those present, and printed names resolved by them."""
