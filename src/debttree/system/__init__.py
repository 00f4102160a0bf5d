"""Everything that differs between operating systems. No other package asks which system this is.

`files` saves, locks and knows owners; `terminal` hears signals, stops and goes on, and gives a terminal back as it
was; `programs` finds and starts the person's editor and browser. Each takes its functions from `posix_...` or
`windows_...`, which have the same names and signatures. Nothing here depends on the rest of debttree.
"""
