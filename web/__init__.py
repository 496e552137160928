"""Server-rendered pages: one frozen page class per template."""
