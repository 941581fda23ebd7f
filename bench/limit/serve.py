"""Runs limit.py on one line of its arguments after another, so that a run is timed by a process that has made it before."""
import contextlib
import functools
import gc
import io
import sys

sys.dont_write_bytecode = True
sys.argv[1:] = ["--help"]  # importing limit.py runs it once: let it print its help, to nobody
with contextlib.redirect_stdout(io.StringIO()):
    import limit

# Generating tables is slow here, and nobody changes them once they are made.
limit.hold_increments = functools.cache(limit.hold_increments)
limit.corridor_tables = functools.cache(limit.corridor_tables)

for line in sys.stdin:
    gc.collect()
    limit.main(line.split())
