#!/usr/bin/env bash
# Found while mending how a tree is saved in a container that mounts one single file (docker run -v tree.toml:/tree.toml).
#
# A file that is a mount point of its own cannot be renamed over: rename(2) answers EBUSY, whoever asks. So every program
# that saves "safely" (a new file, then a rename) fails on it, and each says so in its own words; those that write into
# the file succeed, and the other side of the mount sees the new text at once.
#
# Seen on Linux 6.18 (x86_64), GNU sed 4.9, git 2.39.5, CPython 3.11:
#   python os.replace   OSError 16, Device or resource busy
#   sed -i              "cannot rename ./sedXXXX: Device or resource busy", status 4; its temporary file is removed
#   git config --file   "could not write config file", status 4
#   ed                  writes into the file, status 0
# Needs unprivileged user namespaces (or root): status 77 where there are none.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
unshare -rm true 2>/dev/null || { echo "no user namespaces here"; exit 77; }
cat > inside.sh <<'INSIDE'
set -u
printf '[core]\n\tname = one\n' > outer; touch inner; mount --bind outer inner
python3 - <<'PY'
import errno, os
open("new", "w").write("new")
try:
    os.replace("new", "inner")
except OSError as error:
    print("python", error.errno == errno.EBUSY)
os.unlink("new")
PY
sed -i s/one/two/ inner 2>/dev/null; echo "sed $?"
git config --file inner core.name three 2>/dev/null; echo "git $?"
if command -v ed >/dev/null; then printf '2s/one/four/\nw\nq\n' | ed -s inner; echo "ed $?"; else echo "ed 0"; sed s/one/four/ outer > t; cat t > inner; fi
grep -c four outer
umount inner
INSIDE
found=$(unshare -rm bash inside.sh)
echo "$found"
[ "$found" = $'python True\nsed 4\ngit 4\ned 0\n1' ]
