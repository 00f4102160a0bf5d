"""Whether debttree's modules run as on POSIX; a test of what only POSIX has begins `if not POSIX: pytest.skip(...)`.

mypy takes it for false when it checks types as on Windows.
"""

import sys

from debttree.system.files import Staged

POSIX = Staged.__module__.endswith("posix_files")

LINUX = vars(sys.modules[Staged.__module__])["sys"].platform == "linux"
"""Whether they run as on Linux, which has files without names and attributes to be copied."""
