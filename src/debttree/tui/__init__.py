"""The full-screen program: the explorer and the editor. The only package that uses textual and rich.

- `kit`: the parts that both share. `kit.page`: text as values, laid out in lines for a width; no textual.
- `explorer`, `editor`: a mode each; `views` are pure functions from a scene or view to blocks of text, `screens` show
  these and handle keys. Data goes down, calls go up.
- `app`: the one program with its modes. `launch`: starts it.
- `kit.actions`: the table of keys and actions. `kit.safe`: turns text into what textual draws, never as markup.
"""
