"""Answers made of quotes and cited fields, or a typed refusal; nothing else can be built."""
