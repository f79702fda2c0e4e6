#!/usr/bin/env bash
# Makes docs/claim-card.png, the picture in README.md, from the built site:
#
#     ./evident build && docs/claim-card.sh
#
# It is a claim's card with its evidence open, photographed by Chromium; nothing is drawn by hand.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

article=softmax
claim=sparsemax.is-projection
size=820,612
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)

page=site/public/$article/card.html
trap 'rm -f "$page"' EXIT
awk -v claim="$claim" '
  /<\/head>/ {
    print "<style>body > :not(main), .article__header, .toc, .discussed, .body > :not(.claim),"
    print ".body > .claim:not([id=\"" claim "\"]) { display: none !important }"
    print ".body > .claim { margin: 1.2rem 0 !important } .permalink { display: none }</style>"
  }
  index($0, "id=\"" claim "\"") { inside = 1 }
  inside && sub(/<details class="claim__details">/, "<details class=\"claim__details\" open>") { inside = 0 }
  { print }
' "site/public/$article/index.html" >"$page"
"$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size="$size" \
  --screenshot="$PWD/docs/claim-card.png" "file://$PWD/$page" 2>/dev/null
