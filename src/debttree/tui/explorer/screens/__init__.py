"""The screens of the explorer, one a file. Each is imported by the action that opens it: the start pays for one."""
