"""What finds passages by their words and by meaning: the library's own files, or a server beside it."""
