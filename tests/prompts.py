"""Prompts that several tests put to the clerk, as ``prompter`` takes them."""

from __future__ import annotations

from typing import Any

NUMBER: dict[str, Any] = {
    "kind": "number",
    "text": "受理各类矛盾纠纷几件？（件）",
    "where": "6/18 矛盾纠纷与基层治理 · 人民调解",
    "hint": "写数，如 626、1,234、300余；没有写 0，还没报来写 待填，不归本单位写 不适用",
    "next": True,
}
PROSE: dict[str, Any] = {"kind": "prose", "text": "写一段话", "next": True}
DONE = [f"✓ 第{number}项  {number}件" for number in range(1, 9)]
LEFT_OVER = [f"· 余下第{number}项" for number in range(1, 9)]
