"""The full-screen program: the explorer and the editor. The only room that knows textual and rich.

- `kit`: what both are made of. `kit.page`: text as values, laid out in lines for a width; no textual.
- `explorer`, `editor`: a mode each; `views` are pure functions from what is known to blocks of text, `screens` show
  them and answer keys. Data goes down, calls go up.
- `app`: the one program with its modes. `launch`: starts it.
- `kit.actions`: the one table of keys and actions. `kit.safe`: the one place where text becomes what is drawn.
"""
