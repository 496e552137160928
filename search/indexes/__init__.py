"""What is derived from the database so that large libraries are searched fast; all of it can be made again."""
