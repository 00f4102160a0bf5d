"""Write docs/users/keys.md and keys.zh.md from the table of actions; with `check` only compare them."""

import sys
from pathlib import Path

from debttree.locales import Phrases, phrases
from debttree.tui.kit.actions import Action, Scope, actions_in, keys_of
from debttree.tui.kit.settings import THEME_NAMES

FOLDER = Path(__file__).parents[1] / "docs" / "users"

TITLES = {"en": "Keys", "zh": "按键"}
INTRODUCTIONS = {
    "en": """Every key does one thing everywhere it works. `?` shows this list in the program, in your language and
with your own keys. The mouse works too: click a choice, a key at the foot of the screen, a box to tick,
a key that the line above the foot names, the way walked at the top.

An input method may be left on: `！`, `？`, `１`, `、` and their like do what `!`, `?`, `1`, `/` do, except where you
type words. What you paste where there is nothing to type in does nothing, and you are told.

This page is made by `python scripts/keys.py` from the program's own table; change the table, not the page.""",
    "zh": """每个按键在能用的地方作用都一样。在程序里按 `?` 可以看到这张表，用您的语言，也包括您自己改过的按键。
也可以用鼠标：点选项、点屏幕底部的按键、点要勾选的方框、点底部上面一行写出的按键、点顶部走过的路。

输入法开着也没关系：`！`、`？`、`１`、`、` 等和 `!`、`?`、`1`、`/` 作用一样，输入文字的地方除外。
在不能输入文字的地方粘贴，什么都不会发生，程序会告诉您。

本页由 `python scripts/keys.py` 根据程序里的表生成；要改请改那张表，不要改本页。""",
}
HEADINGS = {"en": ("key", "what it does", "name"), "zh": ("按键", "作用", "名称")}
SETTINGS = {
    "en": """## Your own language, keys and colours

Put a file `settings.toml` into the program's configuration folder (on Linux `~/.config/debttree`). What is
wrong in it is told when the program starts, and the rest is used.

```toml
language = "es"            # instead of the system's language; --lang and `L` still choose
theme = "light"            # {themes}

[keys]                     # by the names in the tables above
back = ["Backspace", "b"]
help = "F2"
```

Keys are written as in the tables: `Esc`, `Ctrl+P`, `Alt+↑`, `PgDn`, `?`. The keys that you give take the place of those
that an action has. What is no key, and a key that another action of the same screen has, is told, and the action
keeps its own. `Esc` always closes and `Ctrl+Q` always leaves, so that there is a way out whatever you set. Ctrl with a
digit or a sign, and `Ctrl+I`, `Ctrl+M`, `Ctrl+H`, are no keys: a terminal cannot tell them from others.

`T` shows the next theme. Where the environment has `NO_COLOR`, no colour is used at all.
""",
    "zh": """## 自定语言、按键和配色

在程序的配置文件夹里（Linux 上是 `~/.config/debttree`）放一个 `settings.toml`。写错的地方，程序启动时会说明，其余照用。

```toml
language = "es"            # 代替系统的语言；--lang 和 `L` 仍可另选
theme = "light"            # 可选：{themes}

[keys]                     # 用上面表格里的名称
back = ["Backspace", "b"]
help = "F2"
```

按键照表格里的写法写：`Esc`、`Ctrl+P`、`Alt+↑`、`PgDn`、`?`。您给的按键代替原来的按键。没有这个按键，或同一屏幕上
另一个动作已经在用，程序会说明，并保留原来的按键。`Esc` 总能关闭，`Ctrl+Q` 总能离开，所以不管怎么设都出得去。
Ctrl 加数字或符号，以及 `Ctrl+I`、`Ctrl+M`、`Ctrl+H` 不能用：终端分不清它们和别的按键。

按 `T` 换下一种配色。环境里设了 `NO_COLOR` 时，完全不用颜色。
""",
}


def page(language: str) -> str:
    """Return the page in a language."""
    say = phrases(language)
    parts = [f"# {TITLES[language]}\n", INTRODUCTIONS[language] + "\n"]
    for where in Scope:
        parts.append(f"## {say.tell(where.words)}\n")
        parts.append(_table(say, language, [action for action in actions_in(where) if keys_of(action)]))
    return "\n".join([*parts, SETTINGS[language].format(themes=", ".join(THEME_NAMES))])


def _table(say: Phrases, language: str, actions: list[Action]) -> str:
    head = " | ".join(HEADINGS[language])
    rows = [f"| {_keys(action)} | {say.tell(action.help)} | `{action.id}` |" for action in actions]
    return "\n".join([f"| {head} |", "|---|---|---|", *rows, ""])


def _keys(action: Action) -> str:
    return " ".join(f"`{key}`" for key in keys_of(action).split(" "))


def main(arguments: list[str]) -> int:
    """Write the pages, or with `check` compare them."""
    stale = []
    for language, name in (("en", "keys.md"), ("zh", "keys.zh.md")):
        file = FOLDER / name
        if arguments == ["check"]:
            if not file.exists() or file.read_text("utf-8") != page(language):
                stale.append(name)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(page(language), "utf-8")
    for name in stale:
        print(f"docs/users/{name} is not what the table of actions says; run: python scripts/keys.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
