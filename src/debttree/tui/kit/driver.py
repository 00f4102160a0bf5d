"""The terminal as textual drives it, except that no byte which comes from it ends the program."""

from textual.drivers.linux_driver import LinuxDriver


class Driver(LinuxDriver):
    """Reads keys until the program or the terminal ends."""

    def run_input_thread(self) -> None:
        """Go on after bytes that are no UTF-8, or begin like a key and are none.

        A terminal set to GBK sends the first, old ones too where a mouse moves; a bad line sends the others. What
        came in one piece with such bytes is lost with them.
        """
        while True:
            try:
                super().run_input_thread()
            except (ValueError, OverflowError):  # a UnicodeDecodeError is a ValueError
                continue
            except OSError:  # the terminal is gone; `leaving` sees to the end
                return
            return
