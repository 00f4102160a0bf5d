"""Whether debttree's modules run as on POSIX; `if not POSIX: pytest.skip(...)` keeps what is promised there alone.

mypy is told that it is false where it checks for Windows.
"""

import sys

from debttree.system.files import Staged

POSIX = Staged.__module__.endswith("posix_files")

LINUX = vars(sys.modules[Staged.__module__])["sys"].platform == "linux"
"""Whether they run as on Linux, which has files without names and attributes to be copied."""
