"""What differs between operating systems, and the one room that asks which of them this is.

`files` saves, locks and knows owners; `terminal` hears signals, stops and goes on, and gives a terminal back as it
was; `programs` finds and starts the person's editor and browser. Each takes its functions from `posix_...` or
`windows_...`, which have the same names and signatures. Nothing here knows a word of debttree's own.
"""
