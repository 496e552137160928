"""The edge: settings, the command line and the JSON routes; parts are wired together here only."""
