"""Service data beside the libraries: uploads, jobs, corrections, votes and questions without an answer."""
