#!/usr/bin/env bash
# In Mermaid, words on an arrow that begin with o or x lose that letter, or the line is refused: it is an arrowhead.
#
# Mermaid 11.17.2, Chromium of Debian 12 (needs npm and chromium). `A --yes--> B` is an arrow with the words "yes". In
# `A --only--> B` the lexer takes `--o`, the arrow with a circle, and goes on with `nly--> B`: two arrows and a node that
# nobody wrote. The manual says it of nodes (`A---oB`), not of words. A space before the words, `-- only -->`, mends it.
#
# Output seen:
#   yes: A>B yes
#   only: A>nly nly>B
#   xerox: A>erox erox>B
#   spaced: A>B only
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" mermaid@11.17.2 >/dev/null
{
    echo '<!doctype html><meta charset="utf-8"><body><script>'
    cat "$folder/node_modules/mermaid/dist/mermaid.min.js"
    cat <<'PAGE'
</script><script>
const lines = {yes: "A --yes--> B", only: "A --only--> B", xerox: "A --xerox--> B", spaced: "A -- only --> B"};
(async () => { mermaid.initialize({startOnLoad: false}); let seen = "";
  for (const [name, line] of Object.entries(lines)) {
    const chart = await mermaid.mermaidAPI.getDiagramFromText("flowchart TD\n" + line);
    const arrows = chart.db.getEdges().map(e => `${e.start}>${e.end}${e.text ? " " + e.text : ""}`);
    seen += `@@${name}: ${arrows.join(" ")}@@\n`; }
  document.body.textContent = seen; })();
</script>
PAGE
} >"$folder/page.html"
chromium --headless --no-sandbox --disable-gpu --virtual-time-budget=20000 --dump-dom "file://$folder/page.html" 2>/dev/null |
    python3 -c 'import html, re, sys; print(*re.findall("@@([^@]*)@@", html.unescape(sys.stdin.read().split("<body")[-1])), sep="\n")' | tee "$folder/seen"
diff "$folder/seen" <(sed -n 's/^#   //p' "$0")
