#!/usr/bin/env bash
# Mermaid's own escapes hold only in a label without `<br/>`, and one ligature cannot be written at all.
#
# Mermaid 11.17.2, Chromium of Debian 12 (needs npm and chromium). `#36;#36;x^2#36;#36;` is the documented way to write
# `$$x^2$$` as words. With a `<br/>` anywhere in the label the entities are read first, the result is looked through for
# formulas and icons, and a formula is drawn; a line feed in the quotes parts lines without that. The same happens to a
# label given as `n@{ shape: tri, label: "..." }`. Between its steps Mermaid writes entities with the signs `ﬂ°` and `¶ß`
# and at the end takes these for entities wherever they stand: `ﬂ°amp¶ß` is drawn as `&`.
#
# Output seen:
#   words: $$x^2$$
#   formula: x2 b
#   words: $$x^2$$ b
#   words: &
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" mermaid@11.17.2 >/dev/null
{
    echo '<!doctype html><meta charset="utf-8"><body><script>'
    cat "$folder/node_modules/mermaid/dist/mermaid.min.js"
    cat <<'PAGE'
</script><script>
const labels = ["#36;#36;x^2#36;#36;", "#36;#36;x^2#36;#36;<br/>b", "#36;#36;x^2#36;#36;\nb", "ﬂ°amp¶ß"];
(async () => { mermaid.initialize({startOnLoad: false}); let seen = "";
  for (const label of labels) {
    const at = document.createElement("div");
    at.innerHTML = (await mermaid.render("g" + seen.length, `flowchart TD\n  n["${label}"]`)).svg;
    const node = at.querySelector(".nodeLabel"); node.querySelectorAll("br").forEach(br => br.replaceWith(" "));
    seen += `@@${node.querySelector("math") ? "formula" : "words"}: ${node.textContent.trim().replace(/\s+/g, " ")}@@\n`; }
  document.body.textContent = seen; })();
</script>
PAGE
} >"$folder/page.html"
chromium --headless --no-sandbox --disable-gpu --virtual-time-budget=20000 --dump-dom "file://$folder/page.html" 2>/dev/null |
    python3 -c 'import html, re, sys; print(*re.findall("@@((?:words|formula):[^@]*)@@", html.unescape(sys.stdin.read().split("<body")[-1])), sep="\n")' | tee "$folder/seen"
diff "$folder/seen" <(sed -n 's/^#   //p' "$0")
