"""A new data file, with the explanations that a clerk needs beside the lines that wait for an answer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.store.datafile import DataFile
from drafter.store.render import inline

if TYPE_CHECKING:
    import os

    from drafter.outline import Organ

HEADER = """\
# 法治政府建设年度报告的数据文件。改完存盘，运行：drafter build 本文件
# 填法：没有的项目留空或删去（报告里不出现）；数还没报来的写“待填”（草稿里留空格，公开前必须补上）；
#       本单位没有的工作写“不适用”；确实为零的写 0。数可以写 626、626件、1,234、300余、近2000、1.5万余。
# 标点：冒号用半角“:”，后面空一格；长文写在“|”的下一行，前面多空两格。
"""

_BODY = """\
格式版本: 1
年度: {year}

单位:
  类型: {organ}                # 省级政府 市级政府 县级政府 政府部门 乡镇 街道 管委会
  全称: {name}
  简称:
  自称:                     # 正文里怎样称呼自己，不写按机关类型
  上级:                     # 如：区委、区政府

报送:
  主送机关:
  署名:                     # 联合署名写两个，党委在前
  盖章: 是
  成文日期:                 # 如 2025年1月16日；送审时日未定可写 2025年1月

版式:
  骨架: 分部分式            # 分部分式 主题平铺式
  二级标题: 接排            # 接排 独行
  分点: 段内                # 段内（一是……二是……） 分段
  结束语: 无                # 无 特此报告

提纲:                       # 各部分的次序；冒号后可改标题
  - 主要举措和成效
  - 不足和原因
  - 第一责任人履职
  - 下一年度安排

开头:                       # 可以写：目标、成效（本年度的荣誉、排名）、全文（自己写整段，其余各项不再使用）

数据:                       # 一个事项一段，通常由一个科室填报

自拟数据:                   # 程序没有的数，连同它的句子

主要举措和成效:             # 不写的专题，只要“数据”里有数，程序按次序自动成节

不足和原因:

第一责任人履职:

下一年度安排:

其他事项:

附件:

公开:
  发布机构:
  公开方式: 主动公开
  隐名:                     # 例  张三: 张某某
  豁免:
"""


def new(path: str | os.PathLike[str], year: int, organ: Organ | str, name: str, *, schema: str = "") -> DataFile:
    """Return a data file that does not exist yet; ``save`` writes it, and refuses to where a file of that name exists.

    ``schema`` is the address of the JSON Schema for editors, as seen from the file; empty leaves the line out.

    Raises:
        InputError: the year or the type of the organ is not one.
    """
    first = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    body = _BODY.format(year=year, organ=inline(str(organ)), name=inline(name) if name.strip() else "")
    return DataFile(Path(path), first + HEADER + body)


def begin(path: str | os.PathLike[str]) -> DataFile:
    """Return a data file that does not exist yet and in which every answer is open."""
    body = _BODY.format(year="", organ="", name="").replace("盖章: 是", "盖章:")
    return DataFile(Path(path), HEADER + re.sub(" +$", "", body, flags=re.MULTILINE), begun=True)
