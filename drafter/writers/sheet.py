"""What the functions that set blocks in Word work on: the body, and the profile that it is set in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.oxml.document import CT_Body

    from drafter.writers.profile import Profile


@dataclass(frozen=True, slots=True)
class Sheet:
    """The body of a Word file in the making."""

    body: CT_Body
    profile: Profile

    @property
    def last(self) -> object:
        """What the body ends with so far."""
        content = self.body.inner_content_elements
        return content[-1] if content else None

    @property
    def across(self) -> bool:
        """Whether the page lies across."""
        sizes = self.body.get_or_add_sectPr().iterfind(qn("w:pgSz"))
        return any(size.get(qn("w:orient")) == "landscape" for size in sizes)

    @property
    def width(self) -> int:
        """The width of the text area, in twips."""
        return self.profile.height if self.across else self.profile.width
