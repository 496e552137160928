"""Judged questions asked of a library: what is measured, how sure it is, and how it compares with an earlier run."""
