"""The pages on which writers of papers hand in a draft, find precedents for it, and collect those that they cite."""
