"""The topics of part one, one module each, in the order of the report."""
