"""A reader for agents: tools that only read, over the Model Context Protocol."""
