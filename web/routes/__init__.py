"""The addresses of the pages: each parses, asks one function and renders one page."""
