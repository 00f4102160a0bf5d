#!/usr/bin/env bash
# Found while deciding what a save does to a tree that has a second name (a hard link, as in a shared folder of an office).
#
# There is no custom to follow. Programs that put a new file into place part the names without a word; programs that
# write into the file keep them together. vim does either: by default ('backupcopy' is "auto") it looks at the link
# count and writes in place where the file has other names; with `set backupcopy=no` it parts them, but never in /tmp,
# because 'backupskip' names that folder and without a backup it writes in place: a trial there says nothing.
#
# Seen: vim 9.0.1378, GNU nano 7.2 (not run here: it needs a terminal), GNU ed 1.19, GNU sed 4.9, perl 5.36, git 2.39.5:
#   vim: together    vim backupcopy=no: parted    ed: together    sed -i, perl -i, git checkout, git config: parted
# Programs that are not installed are left out. Exits non-zero where one of them behaves otherwise.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
export HOME=$work GIT_CONFIG_NOSYSTEM=1
status=0
try() { # expected name command...
  local expected=$1 name=$2 found; shift 2
  command -v "$1" >/dev/null || { echo "$name: not installed"; return; }
  printf '[core]\n\tname = one\n' > file; rm -f other; ln file other
  "$@" >/dev/null 2>&1 < "${input:-/dev/null}" || true
  found=parted; [ "$(stat -c %i file)" = "$(stat -c %i other)" ] && found=together
  cmp -s file <(printf '[core]\n\tname = one\n') && found="unchanged"
  echo "$name: $found"
  [ "$found" = "$expected" ] || status=1
}
printf '2s/one/two/\nw\nq\n' > script
try together vim vim -es -u NONE -c 's/name/title/' -c x file
try parted "vim backupcopy=no" vim -es -u NONE -c 'set wb backupcopy=no backupskip=' -c 's/name/title/' -c x file
input=script try together ed ed -s file
try parted "sed -i" sed -i s/one/two/ file
try parted "perl -i" perl -i -pe s/one/two/ file
try parted "git config" git config --file file core.name two
git init -q repository; cd repository
git config user.name n; git config user.email e
echo one > file; git add file; git commit -qm one; echo two > file; git commit -qam two
ln file other; git checkout -q HEAD~1 -- file
if [ "$(stat -c %i file)" = "$(stat -c %i other)" ]; then echo "git checkout: together"; status=1; else echo "git checkout: parted"; fi
exit $status
