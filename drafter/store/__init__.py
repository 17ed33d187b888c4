"""The data file: reading it with all that can be wrong, changing it without touching the rest, saving it safely."""

from drafter.store.datafile import DataFile, load
from drafter.store.fresh import begin, new

__all__ = ["DataFile", "begin", "load", "new"]
