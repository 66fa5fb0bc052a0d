#!/bin/sh
# Each header compiles alone, the public ones also as C++: headers.sh ENGINE CC [CXX]
set -eu
engine=$1 cc=$2 cxx=${3-}
failures=0

alone() { # FOLDER COMPILER...
  folder=$1
  shift
  for header in $(cd "$folder" && find . -name '*.h' | sed 's|^\./||' | LC_ALL=C sort); do
    # twice, for the include guard
    printf '#include "%s"\n#include "%s"\n' "$header" "$header" |
      "$@" -fsyntax-only -Wall -Wextra -Wpedantic -Werror -I"$engine/include" -I"$engine/src" - || {
      echo "$header: does not compile alone with $1"
      failures=$((failures + 1))
    }
  done
}

alone "$engine/include" "$cc" -x c -std=c11
# the readers see the parser
alone "$engine/src" "$cc" -x c -std=c11 $(pkg-config --cflags libxml-2.0)
[ $failures -eq 0 ] || exit 1
case $cxx in
'' | *NOTFOUND)
  echo 'skipped: there is no C++ compiler'
  exit 77
  ;;
esac
alone "$engine/include" "$cxx" -x c++ -std=c++11
[ $failures -eq 0 ]
