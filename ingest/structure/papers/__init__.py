"""Papers: cover sheets, what they recommend, what is bound behind them."""
