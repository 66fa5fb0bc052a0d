#!/bin/sh
# Reports in a real browser: run.sh PROGRAM ROOT FOLDER
# What the tests need of npm is installed in FOLDER once. 77: there is no Node.js, no browser, or no way to get that.
set -eu
program=$1 root=$2 folder=$3

skip() {
  echo "skipped: $*"
  exit 77
}

command -v node >/dev/null || skip 'node is not installed'
browser=
for name in chromium chromium-browser google-chrome; do
  [ -n "$browser" ] || browser=$(command -v $name) || :
done
[ -n "$browser" ] || skip 'chromium is not installed'

mkdir -p "$folder"
if ! cmp -s "$root/tests/browser/package-lock.json" "$folder/package-lock.json" || [ ! -d "$folder/node_modules" ]; then
  command -v npm >/dev/null || skip 'npm is not installed'
  cp "$root/tests/browser/package.json" "$root/tests/browser/package-lock.json" "$folder"
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1) || {
    rm -f "$folder/package-lock.json"
    skip 'npm cannot get what the tests need'
  }
fi

example=$root/mappings/examples/provider
(cd "$example" && "$program" report -q -r register.xlsx --at 2026-11-28 -o "$folder/register.html")
(cd "$example" && "$program" report -q -r register.xlsx --for 27001 --at 2026-11-28 -o "$folder/security.html")
(cd "$folder" && "$program" report -q --have 9001 --want 27001 -o "$folder/wanted.html")
(cd "$folder" && "$program" gap --have 9001 --want 27001 -o "$folder/table.html")
(cd "$folder" && "$program" report -q --title '<script>fail()</script>' -r "$root/tests/browser/hostile.xml" \
  --at 2026-11-28 -o "$folder/hostile.html")

cp "$root"/tests/browser/*.js "$folder"
BROWSER=$browser node "$folder/test.js" "$folder"
