"""Readers: what a file of another program looks like. They judge nothing; ``drafter.checks`` does."""
