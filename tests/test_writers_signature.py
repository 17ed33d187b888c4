"""署名 and 成文日期 against numbers computed by hand from GB/T 9704—2012, 7.3.5."""

from __future__ import annotations

import pytest
from documents import document, text
from word_xml import attribute, part, w

from drafter.blocks import Signature
from drafter.width import width
from drafter.writers import WRITERS
from drafter.writers.signature import Place, places

# 示例市云溪区人民政府清河街道办事处: 17 characters. 2025年1月16日: 6 digits of half a character and 3 Han, 6.5.
STREET, BUREAU, DATE = "示例市云溪区人民政府清河街道办事处", "清河局", "2025年1月16日"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (STREET, 17),
        (DATE, 6.5),
        ("2025年1月8日", 6),
        ("2025年1月　日", 6.5),
        ("2025年12月31日", 7),
        ("“三项制度”——A4…", 10),
        ("𠮷", 1),
        ("e\u0301\u200b", 0.5),
    ],
)
def test_width(value: str, expected: float) -> None:
    """A Han character and a full-width mark take one, a digit or Latin letter a half, a combining mark nothing."""
    assert width(value) == expected


@pytest.mark.parametrize(
    ("names", "date", "expected", "expected_date"),
    [
        # Date shorter than the name: the name ends two from the right and begins at 28 − 2 − 17 = 9; the date begins
        # at 11 and ends at 17.5, so 10.5 are left.
        ([17], 6.5, [Place(1, 2)], Place(0, 10.5)),
        # As long as the name: it begins two later and so ends at the margin.
        ([6.5], 6.5, [Place(1, 2)], Place(0, 0)),
        # Date longer than the name: the date ends two from the right and begins at 19.5; the name begins at 17.5 and
        # ends at 20.5.
        ([3], 6.5, [Place(1, 7.5)], Place(0, 2)),
        # Two names: both end two from the right, the date goes by the lower one.
        ([17, 15], 6.5, [Place(1, 2), Place(0, 2)], Place(0, 8.5)),
        ([17, 3], 6.5, [Place(1, 7.5), Place(0, 7.5)], Place(0, 2)),
        # The upper name has no room for 7.5 at its right: 28 − 24 = 4.
        ([24, 3], 6.5, [Place(1, 4), Place(0, 7.5)], Place(0, 2)),
        # A name of more than 26 characters goes on to a second line; the date keeps its two at the left.
        ([40], 6.5, [Place(1, 0)], Place(0, 19.5)),
        ([], 6.5, [], Place(1, 2)),
    ],
)
def test_unsealed(names: list[float], date: float, expected: list[Place], expected_date: Place) -> None:
    """7.3.5.2: 右空二字; the date’s first character two to the right of the name’s."""
    assert places(names, date, sealed=False) == (expected, expected_date)


@pytest.mark.parametrize(
    ("names", "date", "expected", "expected_date"),
    [
        # Name shorter than the date: its middle is 4 + 3.25 = 7.25 from the right, 7.25 − 1.5 = 5.75 are left.
        ([3], 6.5, [Place(3, 5.75)], Place(0, 4)),
        # A little longer: 7.25 − 5 = 2.25.
        ([10], 6.5, [Place(3, 2.25)], Place(0, 4)),
        # Longer than the date by eight: the name ends at the margin.
        ([14.5], 6.5, [Place(3, 0)], Place(0, 4)),
        # Longer still: the date moves to the middle of the name, 8.5 − 3.25 = 5.25.
        ([17], 6.5, [Place(3, 0)], Place(0, 5.25)),
        # Two names on one axis, 8.5 from the right; four lines between them for the first seal.
        ([17, 5], 6.5, [Place(3, 0), Place(4, 6)], Place(0, 5.25)),
        # Longer than the line: centred on the whole of it.
        ([40], 6, [Place(3, 0)], Place(0, 11)),
        ([], 6, [], Place(1, 4)),
    ],
)
def test_sealed(names: list[float], date: float, expected: list[Place], expected_date: Place) -> None:
    """7.3.5.1: the date 右空四字, the name centred over it, room for the seal above."""
    assert places(names, date, sealed=True) == (expected, expected_date)


@pytest.mark.parametrize(
    ("names", "sealed", "expected"),
    [
        # one character is 314 twips, one line 579: 2 → 628, 10.5 → 3297, 7.5 → 2355, 5.75 → 1805.5, 5.25 → 1648.5
        ([STREET], False, [("GWSignature", 579, 628), ("GWDate", 0, 3297)]),
        ([BUREAU], False, [("GWSignature", 579, 2355), ("GWDate", 0, 628)]),
        ([STREET, BUREAU], False, [("GWSignature", 579, 2355), ("GWSignature", 0, 2355), ("GWDate", 0, 628)]),
        ([STREET], True, [("GWSignature", 1737, 0), ("GWDate", 0, 1648)]),
        ([BUREAU], True, [("GWSignature", 1737, 1806), ("GWDate", 0, 1256)]),
        ([STREET, BUREAU], True, [("GWSignature", 1737, 0), ("GWSignature", 2316, 2198), ("GWDate", 0, 1648)]),
    ],
)
def test_in_twips(names: list[str], sealed: bool, expected: list[tuple[str, int, int]]) -> None:
    """The places arrive in the file."""
    written = document(Signature(tuple(map(text, names)), text(DATE), sealed=sealed))
    found = [
        (
            attribute(paragraph, "w:pPr/w:pStyle", "val"),
            int(attribute(paragraph, "w:pPr/w:spacing", "before")),
            int(attribute(paragraph, "w:pPr/w:ind", "right")),
        )
        for paragraph in part(WRITERS["docx"](written), "word/document.xml").iter(w("p"))
    ]
    assert found == expected
