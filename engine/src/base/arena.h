/** Memory that is released all at once. */
#ifndef IMSI_ARENA_H
#define IMSI_ARENA_H

#include <stddef.h>

/** Initialise with {0}. Pointers stay valid until imsi_arena_free. */
typedef struct imsi_arena {
  struct imsi_arena_block *blocks;
} imsi_arena;

/** Uninitialised memory, aligned for any type; NULL if there is no more. `size` may be 0. Cost: O(1) amortised. */
void *imsi_arena_alloc(imsi_arena *arena, size_t size);

/** A NUL-terminated copy of `size` bytes; NULL if there is no more memory. Copies lie close together. */
char *imsi_arena_copy(imsi_arena *arena, const char *text, size_t size);

/** Releases everything and leaves an empty arena. Accepts NULL. */
void imsi_arena_free(imsi_arena *arena);

#endif
