#!/bin/sh
# clang-format agrees with every source: format.sh ROOT
set -eu
cd "$1"
if ! command -v clang-format >/dev/null; then
  echo 'skipped: clang-format is not installed'
  exit 77
fi
find engine cli tests -name '*.[ch]' -exec clang-format --dry-run -Werror {} +
