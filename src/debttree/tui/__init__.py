"""The full-screen program: the explorer and the editor. The only room that knows textual and rich.

- `page`: text as values, laid out in lines for a width; no textual.
- `views`: pure functions from what is known (a `Scene`) to blocks of text; no textual.
- `widgets`, `screens`: what draws them and what answers keys. Data goes down, messages come up.
- `actions`: the one table of keys and actions. `safe`: the one place where text becomes what is drawn.
"""
