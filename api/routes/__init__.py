"""The JSON addresses: each parses, asks one function and shapes the reply."""
