#!/bin/sh
# Draws every picture of the sample newsletter at twice the size at which it is shown.
# Debian: apt-get install chromium pngquant fonts-ebgaramond fonts-inter
set -eu
cd "$(dirname "$0")"
draw() { # name, width, height
  profile=$(mktemp -d)
  page="$profile/page.html"
  { printf '<!doctype html><style>*{margin:0}svg{display:block}</style>'; cat "$1.svg"; } > "$page"
  chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --default-background-color=00000000 \
    --user-data-dir="$profile" --force-device-scale-factor=2 --window-size="$2,$3" \
    --screenshot="$profile/$1.png" "file://$page" 2>/dev/null
  pngquant --force --strip --speed 1 --quality 80-100 --output "../$1.png" "$profile/$1.png"
  rm -rf "$profile"
}
[ $# -gt 0 ] && { draw "$@"; exit; }
draw logo 262 36
draw rundown 168 32
draw logo-dark 262 36
draw rundown-dark 168 32
draw douglas 48 48
draw sora-leak 560 340
draw memory 560 340
draw doctor-and-parry 560 290
