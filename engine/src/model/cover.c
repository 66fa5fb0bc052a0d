#include "model/cover.h"

#include "model/cover_internal.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { WORD = IMSI_COVER_WORD, MILLION = 1000000, THOUSAND = 1000 };

static size_t words_of(size_t bits)
{
  return bits / WORD + 1;
}

/* ---- the question ---- */

ims_status imsi_cover_new(size_t candidates, size_t elements, imsi_cover **cover)
{
  imsi_cover *c = calloc(1, sizeof *c);
  if (!c)
    return IMS_NOMEM;
  *c = (imsi_cover){ .candidates = candidates,
                     .elements = elements,
                     .candidate_words = words_of(candidates),
                     .element_words = words_of(elements) };
  c->covers = calloc(candidates + 1, c->element_words * sizeof *c->covers);
  c->covered = calloc(elements + 1, c->candidate_words * sizeof *c->covered);
  if (!c->covers || !c->covered) {
    imsi_cover_free(c);
    return IMS_NOMEM;
  }
  *cover = c;
  return IMS_OK;
}

const uint64_t *imsi_cover_elements(const imsi_cover *c, size_t candidate)
{
  return c->covers + candidate * c->element_words;
}

const uint64_t *imsi_cover_candidates(const imsi_cover *c, size_t element)
{
  return c->covered + element * c->candidate_words;
}

void imsi_cover_add(imsi_cover *cover, size_t candidate, size_t element)
{
  assert(candidate < cover->candidates && element < cover->elements);
  imsi_bits_put(cover->covers + candidate * cover->element_words, element);
  imsi_bits_put(cover->covered + element * cover->candidate_words, candidate);
}

void imsi_cover_free(imsi_cover *cover)
{
  if (!cover)
    return;
  free(cover->covers);
  free(cover->covered);
  free(cover);
}

/* ---- what reductions leave, numbered anew ---- */

typedef struct core {
  size_t *candidates; /* those that are left */
  size_t count;
  size_t *elements;
  size_t element_count;
  size_t most; /* elements that one of the candidates covers */
} core;

static ims_status find_core(const imsi_cover_work *w, core *k)
{
  *k = (core){ .candidates = malloc((w->cover->candidates + 1) * sizeof *k->candidates),
               .elements = malloc((w->cover->elements + 1) * sizeof *k->elements) };
  if (!k->candidates || !k->elements)
    return IMS_NOMEM;
  for (size_t e = 0; e < w->cover->elements; e++)
    if (imsi_bits_has(w->elements, e))
      k->elements[k->element_count++] = e;
  for (size_t c = 0; k->element_count && c < w->cover->candidates; c++) {
    if (!imsi_bits_has(w->candidates, c))
      continue;
    const size_t covers = imsi_bits_common(imsi_cover_elements(w->cover, c), w->elements, w->cover->element_words);
    k->most = covers > k->most ? covers : k->most;
    k->candidates[k->count++] = c;
  }
  return IMS_OK;
}

/* 1 + 1/2 + ... + 1/most in thousandths, each step rounded up. */
static size_t harmonic(size_t most)
{
  uint64_t sum = 0;
  for (uint64_t i = 1; i <= most; i++)
    sum += (MILLION + i - 1) / i;
  return (size_t)((sum + THOUSAND - 1) / THOUSAND);
}

/* Elements of which no two have a candidate in common need one each. */
static ims_status count_apart(const imsi_cover_work *w, const core *k, size_t *apart)
{
  const size_t words = w->cover->candidate_words;
  uint64_t *seen = calloc(words, sizeof *seen);
  if (!seen)
    return IMS_NOMEM;
  *apart = 0;
  for (size_t i = 0; i < k->element_count; i++) {
    const uint64_t *candidates = imsi_cover_candidates(w->cover, k->elements[i]);
    if (imsi_bits_common(candidates, seen, words))
      continue;
    for (size_t word = 0; word < words; word++)
      seen[word] |= candidates[word] & w->candidates[word];
    ++*apart;
  }
  free(seen);
  return IMS_OK;
}

/* Always the candidate that covers most; `w` ends with nothing open. */
static void choose_greedily(imsi_cover_work *w, const core *k)
{
  const size_t words = w->cover->element_words;
  for (;;) {
    size_t best = 0, most = 0;
    for (size_t i = 0; i < k->count; i++) {
      const size_t covers = imsi_bits_common(imsi_cover_elements(w->cover, k->candidates[i]), w->elements, words);
      if (covers > most) {
        most = covers;
        best = k->candidates[i];
      }
    }
    if (!most)
      return;
    imsi_cover_choose(w, best);
  }
}

/* Replaces what was chosen of the core, `*size` candidates, by a better choice if there is one. */
static ims_status improve(imsi_cover_work *w, const core *k, uint64_t steps, size_t *size, bool *complete)
{
  uint64_t *masks = calloc(k->element_count + 1, sizeof *masks);
  if (!masks)
    return IMS_NOMEM;
  uint64_t choice = 0;
  for (size_t i = 0; i < k->count; i++) {
    for (size_t e = 0; e < k->element_count; e++)
      if (imsi_bits_has(imsi_cover_candidates(w->cover, k->elements[e]), k->candidates[i]))
        masks[e] |= UINT64_C(1) << i;
    if (w->chosen[k->candidates[i]])
      choice |= UINT64_C(1) << i;
  }
  const ims_status status = imsi_cover_search(masks, k->element_count, steps, &choice, size, complete);
  for (size_t i = 0; !status && i < k->count; i++)
    w->chosen[k->candidates[i]] = choice >> i & 1;
  free(masks);
  return status;
}

static ims_status solve(imsi_cover_work *w, uint64_t steps, imsi_cover_answer *answer)
{
  imsi_cover_reduce(w);
  const size_t forced = w->size;
  core k;
  size_t apart = 0;
  bool complete = false;
  ims_status status = find_core(w, &k);
  if (!status)
    status = count_apart(w, &k, &apart);
  if (!status) {
    choose_greedily(w, &k);
    size_t size = w->size - forced;
    const size_t factor = harmonic(k.most ? k.most : 1);
    const size_t by_factor = (size * THOUSAND + factor - 1) / factor;
    const size_t least = apart > by_factor ? apart : by_factor;
    complete = size == least;
    if (!complete && k.count <= IMSI_COVER_EXACT)
      status = improve(w, &k, steps, &size, &complete);
    *answer = (imsi_cover_answer){ forced + size, forced + (complete ? size : least), complete ? THOUSAND : factor };
  }
  free(k.candidates);
  free(k.elements);
  return status;
}

ims_status imsi_cover_smallest(const imsi_cover *cover, uint64_t steps, bool *chosen, imsi_cover_answer *answer)
{
  imsi_cover_work w = { .cover = cover,
                        .candidates = calloc(cover->candidate_words, sizeof *w.candidates),
                        .elements = calloc(cover->element_words, sizeof *w.elements),
                        .chosen = calloc(cover->candidates + 1, sizeof *w.chosen) };
  ims_status status = w.candidates && w.elements && w.chosen ? IMS_OK : IMS_NOMEM;
  if (!status) {
    for (size_t c = 0; c < cover->candidates; c++)
      imsi_bits_put(w.candidates, c);
    for (size_t e = 0; e < cover->elements; e++)
      if (imsi_bits_common(imsi_cover_candidates(cover, e), w.candidates, cover->candidate_words))
        imsi_bits_put(w.elements, e);
    imsi_cover_answer found;
    status = solve(&w, steps, &found);
    if (!status) {
      *answer = found;
      memcpy(chosen, w.chosen, cover->candidates * sizeof *chosen);
    }
  }
  free(w.candidates);
  free(w.elements);
  free(w.chosen);
  return status;
}
