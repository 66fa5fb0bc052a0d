/** Allocations that fail on demand. Link with --wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=free.
    Sees the allocations of the engine and of the test, not those inside shared libraries. */
#ifndef WRAP_H
#define WRAP_H

/** Allocation `n` from now, counted from 0, returns NULL, once; -1 = none. Restarts the count. */
void wrap_fail_at(long n);

/** As wrap_fail_at(), and every later allocation fails too. */
void wrap_fail_from(long n);

/** Allocations that were asked for since wrap_fail_at() or wrap_fail_from(), failed ones included. */
long wrap_count(void);

/** Allocations that were not released yet. What a shared library allocated does not count. */
long wrap_live(void);

#endif
