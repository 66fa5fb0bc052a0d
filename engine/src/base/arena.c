#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 256 * 1024 };

typedef union aligned {
  long long integer;
  double number;
  void *pointer;
  void (*function)(void);
} aligned;

struct imsi_arena_block {
  struct imsi_arena_block *next;
  size_t used;
  size_t capacity;
  aligned data[];
};

static struct imsi_arena_block *add_block(imsi_arena *arena, size_t size)
{
  size_t capacity = arena->blocks ? arena->blocks->capacity * 2 : FIRST_BLOCK;
  if (capacity > LARGEST_BLOCK)
    capacity = LARGEST_BLOCK;
  if (capacity < size)
    capacity = size;
  if (capacity > SIZE_MAX - sizeof(struct imsi_arena_block))
    return NULL;
  struct imsi_arena_block *block = malloc(sizeof *block + capacity);
  if (!block)
    return NULL;
  *block = (struct imsi_arena_block){ arena->blocks, 0, capacity };
  arena->blocks = block;
  return block;
}

static void *take(imsi_arena *arena, size_t size, size_t alignment)
{
  struct imsi_arena_block *block = arena->blocks;
  size_t start = block ? (block->used + alignment - 1) / alignment * alignment : 0;
  if (!block || start > block->capacity || block->capacity - start < size) {
    block = add_block(arena, size);
    start = 0;
  }
  if (!block)
    return NULL;
  block->used = start + size;
  return (char *)block->data + start;
}

void *imsi_arena_alloc(imsi_arena *arena, size_t size)
{
  return take(arena, size, sizeof(aligned));
}

char *imsi_arena_copy(imsi_arena *arena, const char *text, size_t size)
{
  if (size == SIZE_MAX)
    return NULL;
  char *copy = take(arena, size + 1, 1);
  if (!copy)
    return NULL;
  if (size)
    memcpy(copy, text, size);
  copy[size] = '\0';
  return copy;
}

void imsi_arena_free(imsi_arena *arena)
{
  if (!arena)
    return;
  for (struct imsi_arena_block *block = arena->blocks; block;) {
    struct imsi_arena_block *next = block->next;
    free(block);
    block = next;
  }
  arena->blocks = NULL;
}
