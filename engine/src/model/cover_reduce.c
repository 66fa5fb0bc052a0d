/* Set cover: sets of bits, and the reductions that come before the search. */

#include "model/cover_internal.h"

enum { WORD = IMSI_COVER_WORD };

bool imsi_bits_has(const uint64_t *set, size_t bit)
{
  return set[bit / WORD] >> bit % WORD & 1;
}

void imsi_bits_put(uint64_t *set, size_t bit)
{
  set[bit / WORD] |= UINT64_C(1) << bit % WORD;
}

void imsi_bits_take(uint64_t *set, size_t bit)
{
  set[bit / WORD] &= ~(UINT64_C(1) << bit % WORD);
}

unsigned imsi_bits_count(uint64_t word)
{
  unsigned count = 0;
  for (; word; word &= word - 1)
    count++;
  return count;
}

/* How many bits of `set` are in `among`. */
size_t imsi_bits_common(const uint64_t *set, const uint64_t *among, size_t words)
{
  size_t count = 0;
  for (size_t i = 0; i < words; i++)
    count += imsi_bits_count(set[i] & among[i]);
  return count;
}

/* True if all of `a` that is in `among` is in `b`. */
bool imsi_bits_within(const uint64_t *a, const uint64_t *b, const uint64_t *among, size_t words)
{
  for (size_t i = 0; i < words; i++)
    if (a[i] & among[i] & ~b[i])
      return false;
  return true;
}

void imsi_cover_choose(imsi_cover_work *w, size_t candidate)
{
  const uint64_t *elements = imsi_cover_elements(w->cover, candidate);
  w->chosen[candidate] = true;
  w->size++;
  imsi_bits_take(w->candidates, candidate);
  for (size_t i = 0; i < w->cover->element_words; i++)
    w->elements[i] &= ~elements[i];
}

static bool choose_forced(imsi_cover_work *w)
{
  const size_t words = w->cover->candidate_words;
  bool any = false;
  for (size_t e = 0; e < w->cover->elements; e++) {
    if (!imsi_bits_has(w->elements, e) ||
        imsi_bits_common(imsi_cover_candidates(w->cover, e), w->candidates, words) != 1)
      continue;
    size_t only = 0;
    while (!imsi_bits_has(w->candidates, only) || !imsi_bits_has(imsi_cover_candidates(w->cover, e), only))
      only++;
    imsi_cover_choose(w, only);
    any = true;
  }
  return any;
}

/* Whoever covers `f` covers `e` as well: `e` need not be looked at. */
static bool drop_elements(imsi_cover_work *w)
{
  const size_t words = w->cover->candidate_words;
  bool any = false;
  for (size_t e = 0; e < w->cover->elements; e++)
    for (size_t f = 0; f < w->cover->elements && imsi_bits_has(w->elements, e); f++) {
      if (f == e || !imsi_bits_has(w->elements, f) ||
          !imsi_bits_within(imsi_cover_candidates(w->cover, f), imsi_cover_candidates(w->cover, e), w->candidates,
                            words))
        continue;
      imsi_bits_take(w->elements, e);
      any = true;
    }
  return any;
}

static bool drop_candidates(imsi_cover_work *w)
{
  const size_t words = w->cover->element_words;
  bool any = false;
  for (size_t c = w->cover->candidates; c-- > 0;) /* of equals the earlier stays */
    for (size_t d = 0; d < w->cover->candidates && imsi_bits_has(w->candidates, c); d++) {
      if (d == c || !imsi_bits_has(w->candidates, d) ||
          !imsi_bits_within(imsi_cover_elements(w->cover, c), imsi_cover_elements(w->cover, d), w->elements, words))
        continue;
      imsi_bits_take(w->candidates, c);
      any = true;
    }
  return any;
}

void imsi_cover_reduce(imsi_cover_work *w)
{
  bool again = true;
  while (again) {
    again = choose_forced(w);
    again = drop_elements(w) || again;
    again = drop_candidates(w) || again;
  }
}
