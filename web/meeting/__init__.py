"""The page of one meeting: what is held of it, put together by its items."""
