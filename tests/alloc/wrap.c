#include "alloc/wrap.h"

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* names that the linker gives: __wrap_x is called for x, __real_x is x; both are reserved on purpose */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void __real_free(void *memory);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
void __wrap_free(void *memory);

/* Live pointers, in a hash table with open addressing: memory that libc or another library allocated may be
   released here (strdup, open_memstream), which a plain counter would take for one of ours. */
static void **slots;
static size_t capacity, used;
static long live, count, target = -1;
static bool persistent;

static void *const gone = &slots;

static size_t home(const void *memory)
{
  return ((uintptr_t)memory >> 4) * 2654435761u % capacity;
}

static void insert(void *memory)
{
  size_t i = home(memory);
  while (slots[i])
    i = (i + 1) % capacity;
  slots[i] = memory;
  used++;
}

static void grow(void)
{
  void **const old = slots;
  const size_t old_capacity = capacity;
  capacity = live > (long)capacity / 4 ? capacity * 2 : capacity;
  if (!capacity)
    capacity = 4096;
  slots = __real_calloc(capacity, sizeof *slots);
  if (!slots)
    abort();
  used = 0;
  for (size_t i = 0; i < old_capacity; i++)
    if (old[i] && old[i] != gone)
      insert(old[i]);
  __real_free(old);
}

static void *born(void *memory)
{
  if (!memory)
    return NULL;
  if (used >= capacity / 2)
    grow();
  insert(memory);
  live++;
  return memory;
}

/* true if `memory` was ours */
static bool died(const void *memory)
{
  if (!memory || !capacity)
    return false;
  for (size_t i = home(memory); slots[i]; i = (i + 1) % capacity)
    if (slots[i] == memory) {
      slots[i] = gone;
      live--;
      return true;
    }
  return false;
}

static bool fails(void)
{
  const long n = count++;
  return target >= 0 && (n == target || (persistent && n > target));
}

void *__wrap_malloc(size_t size)
{
  return fails() ? NULL : born(__real_malloc(size));
}

void *__wrap_calloc(size_t number, size_t size)
{
  return fails() ? NULL : born(__real_calloc(number, size));
}

void *__wrap_realloc(void *memory, size_t size)
{
  if (fails())
    return NULL;
  /* size 0 releases or not, as the C library likes: nobody may rely on it */
  assert(size > 0);
  /* forgotten first: the compiler may take the pointer for dead after the call */
  const bool ours = died(memory);
  void *const moved = __real_realloc(memory, size);
  if (!moved && ours)
    return born(memory), NULL;
  return ours || !memory ? born(moved) : moved;
}

void __wrap_free(void *memory)
{
  died(memory);
  __real_free(memory);
}

void wrap_fail_at(long n)
{
  target = n;
  count = 0;
  persistent = false;
}

void wrap_fail_from(long n)
{
  wrap_fail_at(n);
  persistent = true;
}

long wrap_count(void)
{
  return count;
}

long wrap_live(void)
{
  return live;
}
