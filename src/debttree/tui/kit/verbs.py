"""The verbs of actions in the palette, and other words that find them.

The verb is an interface sentence. The other words are what somebody may type, in any language, whatever the language of
the screen. Actions that the palette does not offer need neither.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from debttree.model import Message, msg


@dataclass(frozen=True, slots=True)
class Verb:
    """The palette's name of an action, and other words that find it.

    Attributes:
        words: its name, which begins with a verb.
        also: other words, separated by spaces.
    """

    words: Message
    also: str = ""


_STEPS = {
    "more": Verb(msg("Show the next choices"), "next page 下一页 更多"),
    "back": Verb(msg("Go back a step"), "undo previous return cancel 撤销 撤回 上一步 返回 后退 取消"),
    "forward": Verb(msg("Go forward a step again"), "redo next 前进 下一步 重做 恢复"),
    "forward-to-end": Verb(msg("Go forward to the last answer"), "redo end latest 前进 最后 恢复"),
    "restart": Verb(
        msg("Start again"), "reset restart clear begin anew home 重新开始 重来 从头 清除 重置 首页 主页"
    ),
    "way": Verb(msg("Change an answer"), "way history undo edit previous 历史 修改 改答案 撤销 走过的路"),
}

_EXPLORER = {
    "to-do": Verb(
        msg("See all that is to do"),
        "todo tasks today deadline date due card remind 待办 今天 要办的 期限 日期 提醒",
    ),
    "copy-here": Verb(
        msg("Copy the number or the text"), "copy phone clipboard contact number 复制 号码 电话 联系人 文字"
    ),
    "in-hand": Verb(
        msg("Open the checklist"),
        "in hand deadline date due day list ready prepare papers 期限 日期 清单 准备 材料",
    ),
    "call": Verb(
        msg("Open the page for the phone"), "phone call ring dial say script 打电话 拨打 拨号 通话 电话 话术"
    ),
    "prospects": Verb(msg("See what lies ahead"), "risk consequences outlook 后果 风险 前景"),
    "map": Verb(msg("Open the map"), "graph picture 地图 图"),
    "outline": Verb(msg("Open the outline"), "contents chapters tree 大纲 目录"),
    "search": Verb(msg("Search the guide"), "find look up 查找 搜索 检索"),
    "compare": Verb(msg("Compare two choices"), "versus difference what if 比较 对比"),
    "urgent": Verb(
        msg("See what is urgent"),
        "emergency crisis danger hotline help suicide die lawyer 紧急 危险 求助 救命 热线 自杀 轻生 律师 怎么办",
    ),
    "summary": Verb(
        msg("Print, save or copy the summary"),
        "print export paper report calendar share file download send mail email pdf html txt md ics json toml "
        "打印 导出 保存 另存 下载 文件 分享 发送 邮件 复制 总结 小结 日历",
    ),
    "save-summary": Verb(msg("Save the summary at once"), "export print file quick 打印 导出 保存"),
    "next-journey": Verb(
        msg("Begin for the next person"), "client new customer case 客户 当事人 新建 换人 下一位"
    ),
    "journeys": Verb(
        msg("Open the journeys"),
        "client person people case switch desk rename name delete remove forget clear "
        "客户 当事人 案卷 存档 记录 切换 改名 姓名 删除 忘记 清除",
    ),
    "tick": Verb(msg("Tick, or mark as done"), "check done complete finish 打勾 勾选 完成 办好"),
    "note": Verb(msg("Write a note"), "comment remark memo 笔记 备注 记录"),
    "sources": Verb(msg("See the sources"), "law reference legal basis 依据 法律 来源 出处"),
    "record-story": Verb(msg("Keep my way as a story"), "test record author 故事 检验 测试"),
    "edit": Verb(msg("Edit the guide"), "author change write 编辑 修改 作者"),
}

_EVERYWHERE = {
    "help": Verb(
        msg("Show the help"),
        "keys keyboard shortcuts menu mouse scroll page manual ? "
        "帮助 按键 键盘 快捷键 菜单 说明 鼠标 翻页 怎么用 怎么办",
    ),
    "colours": Verb(
        msg("Change the colours"),
        "theme settings color dark light contrast font 设置 颜色 字体颜色 主题 配色 对比度 深色 浅色 夜间 背景",
    ),
    "language": Verb(
        msg("Change the language"), "translate settings english chinese 语言 设置 中文 英文 英语 汉语 翻译"
    ),
    "empty": Verb(msg("Empty the screen (twice)"), "hide blank private privacy boss 清空 隐藏 隐私 遮住"),
    "suspend": Verb(msg("Go to the shell for a while"), "suspend sleep pause 暂停 挂起 命令行"),
    "quit": Verb(msg("Quit"), "exit leave close end bye stop logout q :q 退出 离开 关闭 结束 再见"),
}

_EDITOR = {
    "add": Verb(msg("Add something"), "new insert create node choice deadline 添加 新建 插入 节点 选项 期限"),
    "delete": Verb(msg("Delete it"), "remove erase clear 删除 移除 清除"),
    "rename": Verb(msg("Rename its id"), "name identifier 改名 重命名 标识"),
    "duplicate": Verb(msg("Duplicate it"), "copy clone 复制 副本"),
    "between": Verb(msg("Put a node between"), "insert split 插入 中间"),
    "earlier": Verb(msg("Move it up"), "order sort earlier 上移 顺序"),
    "later": Verb(msg("Move it down"), "order sort later 下移 顺序"),
    "undo": Verb(msg("Undo"), "take back revert 撤销 撤回"),
    "redo": Verb(msg("Redo"), "again repeat 重做 恢复"),
    "follow-choice": Verb(msg("Follow the choice"), "go on into form 前往 进入"),
    "to-list": Verb(msg("Go to the list"), "back 列表 返回"),
    "draw": Verb(msg("Open the drawing"), "map graph picture whole 地图 图 全图"),
    "find-words": Verb(msg("Find a node or any words"), "search text 查找 搜索 文字"),
    "replace": Verb(msg("Replace words everywhere"), "substitute change all 替换 改字"),
    "fold-stage": Verb(msg("List nodes by stage"), "group fold unfold 分组 阶段 折叠"),
    "as-in-file": Verb(msg("List nodes as in the file"), "flat order 顺序 文件"),
    "only": Verb(msg("List only some"), "filter problems untranslated sources 筛选 只看"),
    "untranslated": Verb(
        msg("Go to the next untranslated text"), "translate language missing 翻译 译文 语言 缺"
    ),
    "problems": Verb(msg("Show the problems"), "check errors warnings 检查 错误 警告 问题"),
    "try": Verb(msg("Try it out"), "walk test preview 试走 预览 测试"),
    "raw": Verb(msg("Edit the file as text"), "raw toml source 文本 源文件"),
    "own-editor": Verb(msg("Open your own editor"), "vim nano emacs external 外部 编辑器"),
    "save-tree": Verb(msg("Save"), "write file store 保存 写入"),
}

_TYPING = {
    "done": Verb(msg("Finish the text"), "save take ok 完成 保存"),
    "preview": Verb(msg("Preview it"), "look show 预览"),
    "give-up": Verb(msg("Close the text"), "cancel escape 关闭 取消"),
    "take-text": Verb(msg("Go back to the forms"), "close escape 返回 表单"),
    "save-text": Verb(msg("Take and save the text"), "write 保存"),
    "next-problem": Verb(msg("Go to the next problem"), "error warning 下一个 错误"),
    "find-in-text": Verb(msg("Find words in the text"), "search 查找 搜索"),
    "replace-all": Verb(msg("Make these changes"), "replace ok 替换"),
    "open-drawn": Verb(msg("Edit the node"), "open form 打开 编辑"),
    "go-to-found": Verb(msg("Go to what was found"), "open 前往"),
    "found-above": Verb(msg("To the one above"), "up 上"),
    "found-below": Verb(msg("To the one below"), "down 下"),
    "write": Verb(msg("Write the file"), "save 保存 写入"),
}

VERBS: Mapping[str, Verb] = {**_STEPS, **_EXPLORER, **_EVERYWHERE, **_EDITOR, **_TYPING}
"""The verbs, by the ids of the actions."""
