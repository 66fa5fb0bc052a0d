#!/bin/sh
# Who may include whom: layers.sh ROOT checks engine/src and cli, layers.sh --self-test checks this check.
# The rules are told in docs/architecture.md.
set -eu

rules='
function refuse(why) {
  printf "%s:%d: %s: %s\n", FILENAME, FNR, header, why
  refused++
}

# what of a folder its files share: a registry that knows them all, and headers that are named as shared
function is_shared(name) {
  return name ~ /^(common|registry|embedded)\.h$/ || name ~ /_internal\.h$/
}

function stem(name) {
  sub(/\.[ch]$/, "", name)
  return name
}

function check_own(    part, to, name) {
  if (split(header, part, "/") != 2 || !(part[1] in level)) {
    if (header !~ /^ims\//)
      refuse("not one of \"ims/x.h\" and \"folder/x.h\"")
    return
  }
  to = part[1]
  name = part[2]
  if (folder == "cli")
    refuse("the program sees only what is in ims/")
  else if (level[to] > level[folder])
    refuse(folder "/ stands below " to "/")
  else if (level[to] == level[folder] && to != folder)
    refuse(folder "/ and " to "/ do not know each other")
  else if (folder == "sql" && to == "write")
    refuse("sql/ stands on reports and knows no writer")
  else if (to == folder && (to in apart) && stem(name) != stem(base) && stem(base) != "registry" && !is_shared(name) && !((to "/" stem(base) ">" stem(name)) in parts))
    refuse("the files in " to "/ do not know each other")
}

function check_library(    i) {
  for (i = 1; i <= libraries; i++)
    if (header ~ pattern[i] && place !~ where[i])
      refuse("only seen in " shown[i])
}

function library(headers, places, words) {
  libraries++
  pattern[libraries] = headers
  where[libraries] = places
  shown[libraries] = words
}

BEGIN {
  split("base 0 model 1 read 2 query 3 report 4 diagram 4 write 4 check 5 sql 5", list, " ")
  for (i = 1; i in list; i += 2)
    level[list[i]] = list[i + 1]
  split("read report diagram write check", list, " ")
  for (i in list)
    if (list[i] != "")
      apart[list[i]]
  # one reader in several files, and the front of all readers
  parts["read/xml_internal>xml"]
  parts["read/xml_internal>records"]
  parts["read/xml_internal>sax"]
  parts["read/xml>source"]
  parts["read/sax>position"]
  parts["read/sax>source"]
  parts["read/records_internal>records"]
  parts["read/records>grammar"]
  parts["read/load>xml"]
  parts["read/load>folder"]
  parts["read/register_folder>folder"]
  parts["read/register_internal>citation"]
  parts["read/register_internal>source"]
  parts["read/register_sheet_internal>sheet"]
  parts["read/register_columns>register_columns.def"]
  parts["read/register_words>register_words.def"]
  parts["read/register_xml>grammar"]
  parts["read/register_xml>sax"]
  parts["read/citation_internal>citation"]
  parts["read/sheet>delimited"]
  parts["read/sheet>xlsx"]
  parts["read/sheet>source"]
  parts["read/delimited>csv"]
  parts["read/xlsx_internal>xlsx_value"]
  parts["read/xlsx_internal>zip"]
  parts["read/sheet_internal>sheet"]
  parts["write/column_notes>column_notes.def"]
  library("^libxml/", "^read/", "read/")
  library("^pcre2", "^read/citation[.]c$", "read/citation.c")
  library("^utf8proc", "^base/utf8[.]c$", "base/utf8.c")
  library("^zip[.]h$", "^(read/zip|write/docx_zip)[.]c$", "read/zip.c and write/docx_zip.c")
  library("^jansson", "^(read|write)/json[.]c$", "read/json.c and write/json.c")
  library("gvc|gvplugin", "^diagram/render[.]c$", "diagram/render.c")
  library("cgraph|graphviz", "^diagram/", "diagram/")
  library("^xlsxwriter", "^write/[a-z_]*xlsx[.]c$", "write/xlsx.c")
  library("^sqlite3", "^sql/", "sql/")
}

FNR == 1 {
  files++
  place = FILENAME
  sub(/^engine\/src\//, "", place)
  folder = base = place
  sub(/\/.*/, "", folder)
  sub(/^.*\//, "", base)
  if (folder != "cli" && !(folder in level)) {
    header = place
    refuse("a folder without a level")
  }
}

/^[ \t]*#[ \t]*include/ {
  header = $0
  sub(/^[ \t]*#[ \t]*include[ \t]*/, "", header)
  own = header ~ /^"/
  header = substr(header, 2)
  sub(/[">].*$/, "", header)
  if (own && !(folder == "cli" && header !~ /\//))
    check_own()
  else if (!own && header ~ /^ims\//)
    refuse("own headers are included with quotes")
  check_library()
}

END {
  if (!files) {
    print "no file found"
    exit 1
  }
  exit refused > 0
}'

check() { # ROOT
  (
    cd "$1"
    # one awk for all files; no name in the tree has a space
    awk "$rules" $(find engine/src cli -name '*.[ch]' | LC_ALL=C sort) </dev/null
  )
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ "${1-}" != --self-test ]; then
  [ $# -eq 1 ] || { echo "usage: layers.sh ROOT | --self-test" >&2; exit 2; }
  check "$1"
  exit
fi

failures=0
expect() { # accepted|refused FILE LINE
  rm -rf "$work/root"
  mkdir -p "$work/root/cli" "$work/root/engine/src" "$(dirname "$work/root/$2")"
  printf '/* x */\n%s\n' "$3" >"$work/root/$2"
  result=accepted
  check "$work/root" >"$work/output" || result=refused
  if [ $result != "$1" ] || { [ $result = refused ] && ! grep -q "$2:2: " "$work/output"; }; then
    echo "self-test: $2: $3: $result, should be $1"
    cat "$work/output"
    failures=$((failures + 1))
  fi
}
expect refused engine/src/base/arena.c '#include "model/model.h"'
expect refused engine/src/model/model.c '#  include "read/xml.h"'
expect refused engine/src/query/reach.c '#include "report/registry.h"'
expect refused engine/src/report/gap.c '#include "report/soa.h"'
expect refused engine/src/report/gap.c '#include "write/registry.h"'
expect refused engine/src/report/gap.c '#include "check/registry.h"'
expect refused engine/src/check/climate.c '#include "check/scope.h"'
expect refused engine/src/check/climate.c '#include "sql/connection.h"'
expect refused engine/src/write/csv.c '#include "write/text.h"'
expect refused engine/src/read/csv.c '#include "read/xml.h"'
expect accepted engine/src/read/load.c '#include "read/xml.h"'
expect refused engine/src/sql/table.c '#include "write/registry.h"'
expect refused engine/src/write/csv.c '#include "csv.h"'
expect refused engine/src/write/csv.c '#include "../base/arena.h"'
expect refused engine/src/write/csv.c '#include <ims/table.h>'
expect refused engine/src/base/utf8.h '#include <utf8proc.h>'
expect refused engine/src/model/model.c '#include <libxml/parser.h>'
expect refused engine/src/write/text.c '#include <jansson.h>'
expect refused engine/src/diagram/hub.c '#include <graphviz/gvc.h>'
expect refused engine/src/report/gap.c '#include <sqlite3.h>'
expect refused engine/src/write/csv.c '#include <xlsxwriter.h>'
expect refused cli/main.c '#include "base/strbuf.h"'
expect refused cli/main.c '#include <jansson.h>'
expect accepted engine/src/report/gap.c '#include "report/gap.h"'
expect accepted engine/src/report/gap.c '#include "report/common.h"'
expect accepted engine/src/report/gap.c '#include "query/table.h"'
expect accepted engine/src/check/climate.c '#include "check/common.h"'
expect accepted engine/src/check/climate.c '#include "report/common.h"'
expect accepted engine/src/report/registry.c '#include "report/gap.h"'
expect accepted engine/src/read/xml.c '#include <libxml/parser.h>'
expect accepted engine/src/read/xml.c '#include "read/xml_internal.h"'
expect accepted engine/src/read/sheet.c '#include "read/xlsx.h"'
expect refused engine/src/read/xlsx.c '#include <zip.h>'
expect refused engine/src/read/xlsx.c '#include "read/csv.h"'
expect accepted engine/src/read/zip.c '#include <zip.h>'
expect accepted engine/src/write/docx_zip.c '#include <zip.h>'
expect refused engine/src/write/docx.c '#include <zip.h>'
expect accepted engine/src/base/utf8.c '#include <utf8proc.h>'
expect accepted engine/src/model/model.c '#include "model/builder.h"'
expect accepted engine/src/base/diag.c '#include "ims/diag.def"'
expect accepted engine/src/write/xlsx.c '#include <xlsxwriter.h>'
expect accepted cli/main.c '#include "command.h"'
expect accepted cli/main.c '#include "ims/table.h"'

rm -rf "$work/root"
mkdir -p "$work/root/cli" "$work/root/engine/src"
if check "$work/root" >/dev/null; then
  echo 'self-test: no file at all is accepted'
  failures=$((failures + 1))
fi
[ $failures -eq 0 ]
