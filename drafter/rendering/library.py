"""pypdfium2, which is optional (the extra ``render``)."""

from __future__ import annotations

import warnings
from typing import Any

from drafter.errors import DrafterError


def found() -> Any:
    """Return the module pypdfium2, or None where it is not installed."""
    try:
        with warnings.catch_warnings():  # it reads files of its own without naming their encoding
            warnings.simplefilter("ignore", EncodingWarning)
            import pypdfium2  # noqa: PLC0415 - optional, and only needed for rendering
    except ImportError:
        return None
    return pypdfium2


def needed() -> Any:
    """Return the module pypdfium2.

    Raises:
        DrafterError: it is not installed.
    """
    module = found()
    if module is None:
        raise DrafterError('实测版面要用 pypdfium2。请安装：pip install "drafter[render]"')
    return module
