/* Set cover: branch and bound over few candidates. */

#include "model/cover_internal.h"

#include <stdlib.h>

enum { WORD = IMSI_COVER_WORD };

size_t imsi_cover_apart(const uint64_t *elements, size_t count)
{
  size_t apart = 0;
  uint64_t seen = 0;
  for (size_t i = 0; i < count; i++) {
    if (elements[i] & seen)
      continue;
    seen |= elements[i];
    apart++;
  }
  return apart;
}

typedef struct search {
  uint64_t *levels; /* for each level the elements that are left to cover, `width` of them at most */
  size_t width;
  uint64_t best;
  size_t best_size;
  uint64_t steps; /* that are left */
  bool gave_up;
} search;

/* The element with the fewest candidates; of equals the first. */
static uint64_t hardest(const uint64_t *elements, size_t count)
{
  uint64_t found = elements[0];
  unsigned fewest = imsi_bits_count(found);
  for (size_t i = 1; i < count; i++) {
    const unsigned bits = imsi_bits_count(elements[i]);
    if (bits < fewest) {
      fewest = bits;
      found = elements[i];
    }
  }
  return found;
}

/* Some element needs one of its candidates: each is tried, and what was tried before is not tried again below. */
static void descend(search *s, size_t count, uint64_t chosen, size_t size)
{
  const uint64_t *elements = s->levels + size * s->width;
  if (!count) {
    if (size < s->best_size) {
      s->best = chosen;
      s->best_size = size;
    }
    return;
  }
  if (!s->steps) {
    s->gave_up = true;
    return;
  }
  s->steps--;
  if (size + imsi_cover_apart(elements, count) >= s->best_size)
    return;
  uint64_t *next = s->levels + (size + 1) * s->width;
  uint64_t tried = 0;
  for (uint64_t open = hardest(elements, count); open && !s->gave_up; open &= open - 1) {
    const uint64_t candidate = open & ~(open - 1);
    size_t left = 0;
    bool possible = true;
    for (size_t i = 0; i < count && possible; i++) {
      if (elements[i] & candidate)
        continue;
      next[left++] = elements[i] & ~tried;
      possible = elements[i] & ~tried;
    }
    if (possible)
      descend(s, left, chosen | candidate, size + 1);
    tried |= candidate;
  }
}

static int fewest_first(const void *a, const void *b)
{
  const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  const unsigned of_x = imsi_bits_count(x), of_y = imsi_bits_count(y);
  if (of_x != of_y)
    return of_x < of_y ? -1 : 1;
  return x < y ? -1 : x > y;
}

ims_status imsi_cover_search(const uint64_t *elements, size_t count, uint64_t steps, uint64_t *choice, size_t *size,
                             bool *complete)
{
  /* a choice never gets larger than the best one known, and that not larger than the number of candidates */
  const size_t depth = (*size < WORD ? *size : WORD) + 2;
  search s = { calloc(depth, (count + 1) * sizeof *s.levels), count + 1, *choice, *size, steps, false };
  if (!s.levels)
    return IMS_NOMEM;
  for (size_t i = 0; i < count; i++)
    s.levels[i] = elements[i];
  qsort(s.levels, count, sizeof *s.levels, fewest_first); /* those with few candidates are the most often apart */
  descend(&s, count, 0, 0);
  free(s.levels);
  *choice = s.best;
  *size = s.best_size;
  *complete = !s.gave_up;
  return IMS_OK;
}
