"""How the form of a library's database came to be, step by step."""
