#!/bin/sh
# Installs, moves what was installed, and uses it from there: run.sh BUILD CMAKE   (CC, CFLAGS: those of the build)
set -eu
build=$1 cmake=$2
here=$(cd "$(dirname "$0")" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix=$work/moved/here

"$cmake" --install "$build" --prefix "$work/prefix" >"$work/log" || { cat "$work/log"; exit 1; }
mkdir "$work/moved"
mv "$work/prefix" "$prefix"

echo 'find_package'
"$cmake" -S "$here" -B "$work/build" "-DCMAKE_PREFIX_PATH=$prefix" >"$work/log" 2>&1 &&
  "$cmake" --build "$work/build" >>"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
version=$("$work/build/consumer")

echo 'pkg-config'
pc=$(find "$prefix" -name ims.pc)
PKG_CONFIG_PATH=$(dirname "$pc")
export PKG_CONFIG_PATH
libdir=$(pkg-config --variable=libdir ims)
[ "$(pkg-config --modversion ims)" = "$version" ]
# a static library needs what it was made with; flags are lists of words
static=
[ ! -e "$libdir/libims.a" ] || static=--static
${CC:-cc} ${CFLAGS-} "$here/consumer.c" -o "$work/consumer" $(pkg-config $static --cflags --libs ims) "-Wl,-rpath,$libdir"
"$work/consumer" >/dev/null

[ -x "$prefix/bin/imsmap" ] || exit 0
echo 'imsmap'
installed() {
  (cd / && env -i "ASAN_OPTIONS=${ASAN_OPTIONS-}" "$prefix/bin/imsmap" "$@")
}
installed --version | grep -F "$version"
# Graphviz's plugins are found from where the program is now, with and without the file that lists those not linked in
installed diagram hub 9001 -o "$work/hub.svg"
grep -q '<svg' "$work/hub.svg"
(cd / && env -i GVBINDIR=/nowhere "$prefix/bin/imsmap" diagram ego 9001/7.2 -f json) | grep -q '"bb"'
installed diagram hub 9001 -o "$work/hub.png"
