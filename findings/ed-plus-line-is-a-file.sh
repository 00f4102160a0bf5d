#!/usr/bin/env bash
# GNU ed 1.19 (Debian 12): `ed +4 file` opens a file that is called "+4", and the file that was meant is not opened.
#
# Programs that start the person's $EDITOR at a line write `+LINE FILE`, which vi, nano, emacs and most others know.
# ed takes the first operand for its file and forgets the others: what is written then goes to "+4" in the working
# folder, and ed ends with 0. The busybox of Debian 12 (1.35) does the same in its vi.
# Needs ed on the PATH.
# Seen:
#   +4: No such file or directory
#   the working folder holds: +4 file
set -euo pipefail
command -v ed > /dev/null || { echo "ed is not here" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf 'one\ntwo\nthree\nfour\n' > file
printf 'a\nnew\n.\nw\nq\n' | ed +4 file > seen 2>&1
head -1 seen
echo "the working folder holds:" $(ls -- +4 file)
grep -qxF '+4: No such file or directory' seen
grep -qx new -- +4
! grep -q new file
