#!/usr/bin/env bash
# Found while mending why only the first step of a journey was kept on a memory stick.
#
# Disks without modes do not agree on what they answer, not even two FUSE drivers of one family, so a program that keeps
# the mode of a file it replaces must take every such answer for "there are no modes here", not for "you may not":
#   exfat-fuse 1.3.0: fchmod says yes and changes nothing (the mode stays 0777); fchown: EPERM
#   fusefat 0.1a:     fchmod and fchown: ENOSYS (38)
#   (the kernel's own vfat: EPERM for a mode that it cannot show, as 0600 under the usual umask; not run here)
# Neither has files without names (O_TMPFILE: EOPNOTSUPP) or second names (link: EPERM); both have rename and flock.
# Needs root, /dev/fuse, a loop device, and Debian's exfat-fuse, exfatprogs, fusefat, dosfstools: status 77 without.
set -euo pipefail
for tool in mount.exfat-fuse mkfs.exfat fusefat mkfs.vfat losetup; do
  PATH=$PATH:/usr/sbin:/sbin command -v $tool >/dev/null || { echo "no $tool here"; exit 77; }
done
PATH=$PATH:/usr/sbin:/sbin
[ "$(id -u)" = 0 ] && [ -e /dev/fuse ] || { echo "needs root and /dev/fuse"; exit 77; }
work=$(mktemp -d); cd "$work"; mkdir e f; loop=
trap 'umount "$work/e" "$work/f" 2>/dev/null; [ -z "$loop" ] || losetup -d "$loop"; cd /; rm -rf "$work"' EXIT
truncate -s 40M e.img; truncate -s 20M f.img; mkfs.exfat e.img >/dev/null; mkfs.vfat f.img >/dev/null
loop=$(losetup -f --show e.img); mount.exfat-fuse "$loop" "$work/e" >/dev/null 2>&1
fusefat -o rw+ f.img f >/dev/null 2>&1
cat > probe.py <<'PY'
import errno, os, sys
os.chdir(sys.argv[1])
fd = os.open("a", os.O_CREAT | os.O_WRONLY, 0o600)
def answer(call):
    try:
        call()
    except OSError as error:
        return errno.errorcode[error.errno]
    return "yes"
print(answer(lambda: os.fchmod(fd, 0o600)), answer(lambda: os.fchown(fd, 1000, 1000)),
      answer(lambda: os.open(".", os.O_TMPFILE | os.O_WRONLY, 0o600)), answer(lambda: os.link("a", "b")),
      answer(lambda: os.replace("a", "c")), oct(os.fstat(fd).st_mode & 0o777))
PY
exfat=$(python3 probe.py e); fat=$(python3 probe.py f)
echo "exfat-fuse: $exfat"; echo "fusefat:    $fat"
[ "$exfat" = "yes EPERM ENOTSUP EPERM yes 0o777" ]
[ "${fat% *}" = "ENOSYS ENOSYS ENOTSUP EPERM yes" ]
