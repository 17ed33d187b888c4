"""What a web page puts around a report: metadata, buttons, crumbs, counters; known by what it says."""

from __future__ import annotations

import re

_ANYWHERE = re.compile(
    r"索引号|主题分类|体裁分类|发布机构|公开类别|信息分类|发文字号[：｜]|发布时间|发布日期|公开日期|浏览次数|"
    r"点击[数量率次]|字体[：（大]|字号[：（大]|打印|关闭窗口|分享到|扫一扫"
    r"|相关附件|相关链接|相关阅读|责任编辑|上一篇|下一篇|(?:当前|所在的?)位置|更新时间|文章来源|今天是|网站地图|"
    r"版权所有|ICP备|密码登录|没有账号|立即注册|无障碍|返回顶部|来源：|信息来源|!\[\]|^[｜|]*$|^首页"
    r"|网站标识码|公网安备|主办单位：|承办单位：|网站支持IPv6"
)
_LABEL = (
    "索引号|发文字号|备注/文号|文号|文种|名称|标题|分类|关键词|主题词|内容概述|内容摘要|摘要|作者|编辑|审核|校对|责编|供稿"
    "|信息编号|机构名称|所属类目"
    "|(?:发文|制发|制作|公开|公布|责任)(?:机构|机关|单位|部门)|(?:公文)?(?:生成|成文|发文|印发|发布|公开|公布|生效|施行|失效|废止)(?:日期|时间)"
    "|日期|时间|效力状态|有效性|时效性|有效期|公开(?:方式|范围|属性|形式|时限)|服务对象|生命周期|信息格式|语种|版本|载体类型"
    "|(?:浏览|访问|阅读|点击)(?:量|数|次数|人次)?|稿源|出处|分享|视力保护色|背景色"
)
_PAIR = re.compile(rf"[-·*]?(?:\[(?:{_LABEL})\].*|(?:{_LABEL})：.*)")
_NUMBER = re.compile(r"[\dA-Z]{9,18}/20\d\d-\d+")
_BUTTONS = re.compile(
    r"(?:[-·*|/\[\]【】（）()：>《》 ]|默认|超大|特大|大|中|小|收藏(?:本页)?|下载|保存|关闭(?:本页|窗口)?"
    r"|繁体(?:版|中文)?|简体|字体|字号|分享(?:到)?|微信|微博|QQ(?:空间)?|朗读|纠错|返回(?:首页)?|登录|注册"
    r"|关怀版|长者版|无障碍(?:阅读|浏览)?|A[+-]?|T[+-]?|次)*"
)
_LONGEST = 60


def is_furniture(view: str) -> bool:
    """Tell whether a line, as it is normalised, belongs to the page and not to the report."""
    return bool(_ANYWHERE.search(view)) or is_page_line(view)


def is_page_line(view: str) -> bool:
    """Tell whether a line as a whole is a pair of metadata (“文号：……”), an 索引号 or a row of buttons."""
    if len(view) > _LONGEST or view.endswith(("如下：", "。", "；")):
        return False
    return any(pattern.fullmatch(view) for pattern in (_PAIR, _BUTTONS, _NUMBER))
