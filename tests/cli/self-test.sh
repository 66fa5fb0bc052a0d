#!/bin/sh
# The runner of .case files against a program that it can trust: it must accept what is right and nothing else.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/with space & [x]"
cd "$work/with space & [x]"

cat >program <<'END'
#!/bin/sh
case $1 in
say) shift; printf "$@" ;;
warn) echo "$DATA/x.xml:1:2: error: bad" >&2; exit 3 ;;
env) env | cut -d= -f1 | grep -v -e '^_$' -e '^PWD$' -e '^OLDPWD$' -e '^SHLVL$' | sort | tr '\n' ' '; echo; pwd ;;
esac
END
chmod +x program

cat >good.case <<'END'
# what is awkward
$ imsmap say 'a\n\n  b\\n\n'
a

  b\n

$ imsmap say '# h\n$ x\n> q\n! e\n? 1\n\\\n#\n!\n'
\# h
\$ x
\> q
\! e
\? 1
\\
\#
\!
$ imsmap say '$\t*\n\n\n'
$	*

\
$ imsmap say 'no newline'
no newline
\c
$ imsmap say ''

# messages
$ imsmap say 'out\n'; imsmap warn
out
! $DATA/x.xml:1:2: error: bad
? 3
$ cat > file <<E
> one
> two
> E
$ cat file
one
two
$ COLUMNS=1 true; imsmap env
ASAN_OPTIONS DATA HOME LC_ALL MAPPINGS PATH TERM UBSAN_OPTIONS 
$PWD
END
DATA=$PWD/data MAPPINGS=$PWD/mappings COLUMNS=20 NO_COLOR=1
export DATA MAPPINGS COLUMNS NO_COLOR
mkdir data mappings

fail() {
  echo "self-test: $1"
  exit 1
}

sh "$here/run.sh" ./program good.case || fail "refuses what is right"

refuses() { # WHAT, case on stdin
  cat >bad.case
  if sh "$here/run.sh" ./program bad.case >output 2>&1; then
    fail "accepts $1"
  fi
  [ -s output ] || fail "does not say what is wrong with $1"
}
refuses 'an empty file' </dev/null
printf '# nothing\n\ntext\n' | refuses 'a file without a command'
printf '$ imsmap say "a\\n"\nb\n' | refuses 'other output'
printf '$ imsmap say "a\\n"\n' | refuses 'more output'
printf '$ imsmap say "a\\n"\na\nb\n' | refuses 'less output'
printf '$ imsmap say "a"\na\n' | refuses 'a missing newline'
printf '$ imsmap say "a\\n\\n"\na\n' | refuses 'one more empty line'
printf '$ imsmap warn\n? 3\n' | refuses 'a message'
printf '$ imsmap warn\n! $DATA/x.xml:1:2: error: bad\n' | refuses 'another exit status'
printf '$ imsmap say "a\\n"\na\n? 3\n' | refuses 'success'

printf '# kept\n$ imsmap say "a\\n"\nb\n\n$ imsmap warn' >new.case
sh "$here/run.sh" --update ./program new.case >/dev/null
printf '# kept\n$ imsmap say "a\\n"\na\n\n$ imsmap warn\n! $DATA/x.xml:1:2: error: bad\n? 3\n' | cmp - new.case ||
  fail '--update writes something else'
