"""What a question asks for, read without a model: constraints, intent and other words for the same thing."""
