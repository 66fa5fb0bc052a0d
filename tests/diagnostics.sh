#!/bin/sh
# Every code of diag.def is provoked by a test and explained in the manual: diagnostics.sh ROOT
set -eu
[ $# -eq 1 ] || { echo 'usage: diagnostics.sh ROOT' >&2; exit 2; }
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# symbol, class, code
sed -n 's/^IMS_DIAG(\([A-Z_]*\), *[A-Z_]*, *IMS_CLASS_\([A-Z]*\), *"\([a-z-]*\)",.*/\1 \2 \3/p' engine/include/ims/diag.def >"$work/codes"
[ "$(wc -l <"$work/codes")" -eq "$(grep -c '^IMS_DIAG(' engine/include/ims/diag.def)" ] || {
  echo 'diag.def has a line of another form'
  exit 1
}

is_provoked() { # SYMBOL CLASS CODE
  case $2 in
  FORM | GRAMMAR | MEANING)
    # what stands in a file; some need an option or a second file
    grep -q "\[$3\]\$" tests/data/bad/*.err tests/cli/*.case
    ;;
  *)
    # allocations fail in programs of their own, where the status counts
    [ $1 != OUT_OF_MEMORY ] || set -- NOMEM "$2" "$3"
    # to reach this limit takes half a minute; unit.model.closure has a smaller one
    [ $1 != CLOSURE_LIMIT ] || return 0
    grep -q "\[$3\]\$" tests/cli/*.case || grep -Eqr "[\" ]$3[\":]" tests/unit || grep -Eqr "IMS_(DIAG_)?$1([^A-Z_]|\$)" tests/unit tests/alloc tests/property
    ;;
  esac
}

while read -r symbol class code; do
  is_provoked $symbol $class $code || echo "no test provokes [$code]"
done <"$work/codes" >"$work/missing"

if [ -f docs/imsmap.1 ]; then
  # a hyphen may be written as \-
  sed 's/\\-/-/g' docs/imsmap.1 >"$work/manual"
  while read -r symbol class code; do
    grep -Eq "(^|[^a-z-])$code([^a-z-]|\$)" "$work/manual" || echo "docs/imsmap.1 does not explain [$code]"
  done <"$work/codes" >>"$work/missing"
else
  echo 'docs/imsmap.1 is not there: codes are not looked up in it'
fi
cat "$work/missing"
! [ -s "$work/missing" ]
