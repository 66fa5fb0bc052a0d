/* Set cover against trying every choice, over random systems of sets. */

#include "model/cover.h"

#include <criterion/criterion.h>

enum { CANDIDATES = 12, ELEMENTS = 16, SYSTEMS = 4000 };

typedef struct system_of_sets {
  size_t candidates, elements;
  unsigned sets[CANDIDATES]; /* of elements, as bits */
} system_of_sets;

static uint64_t state;

static unsigned random_below(unsigned limit) /* xorshift64* */
{
  state ^= state >> 12;
  state ^= state << 25;
  state ^= state >> 27;
  return (unsigned)((state * UINT64_C(0x2545f4914f6cdd1d) >> 33) % limit);
}

/* Dense, sparse and anything between. */
static system_of_sets random_system(uint64_t seed)
{
  state = seed * UINT64_C(0x9e3779b97f4a7c15) + 1;
  system_of_sets s = { 1 + random_below(CANDIDATES), 1 + random_below(ELEMENTS), { 0 } };
  const unsigned percent = 10 + random_below(60);
  for (size_t c = 0; c < s.candidates; c++)
    for (size_t e = 0; e < s.elements; e++)
      if (random_below(100) < percent)
        s.sets[c] |= 1U << e;
  return s;
}

static unsigned covered_by(const system_of_sets *s, unsigned choice)
{
  unsigned covered = 0;
  for (size_t c = 0; c < s->candidates; c++)
    if (choice >> c & 1)
      covered |= s->sets[c];
  return covered;
}

static size_t size_of(unsigned choice)
{
  size_t size = 0;
  for (; choice; choice >>= 1)
    size += choice & 1;
  return size;
}

static size_t smallest(const system_of_sets *s)
{
  const unsigned all = (1U << s->candidates) - 1;
  size_t best = s->candidates;
  for (unsigned choice = 0; choice <= all; choice++)
    if (covered_by(s, choice) == covered_by(s, all) && size_of(choice) < best)
      best = size_of(choice);
  return best;
}

static unsigned solve(const system_of_sets *s, uint64_t steps, imsi_cover_answer *answer)
{
  imsi_cover *cover = NULL;
  bool chosen[CANDIDATES];
  unsigned choice = 0;
  cr_assert_eq(imsi_cover_new(s->candidates, s->elements, &cover), IMS_OK);
  for (size_t c = 0; c < s->candidates; c++)
    for (size_t e = 0; e < s->elements; e++)
      if (s->sets[c] >> e & 1)
        imsi_cover_add(cover, c, e);
  cr_assert_eq(imsi_cover_smallest(cover, steps, chosen, answer), IMS_OK);
  for (size_t c = 0; c < s->candidates; c++)
    choice |= (unsigned)chosen[c] << c;
  imsi_cover_free(cover);
  return choice;
}

Test(cover, the_choice_covers_all_and_none_is_smaller)
{
  for (uint64_t seed = 1; seed <= SYSTEMS; seed++) {
    const system_of_sets s = random_system(seed);
    imsi_cover_answer answer;
    const unsigned choice = solve(&s, IMSI_COVER_STEPS, &answer);
    cr_assert_eq(covered_by(&s, choice), covered_by(&s, (1U << s.candidates) - 1), "seed %d", (int)seed);
    cr_assert_eq(size_of(choice), answer.size, "seed %d", (int)seed);
    cr_assert_eq(answer.size, smallest(&s), "seed %d", (int)seed);
    cr_assert_eq(answer.least, answer.size, "seed %d", (int)seed);
    cr_assert_eq(answer.factor, 1000, "seed %d", (int)seed);
  }
}

Test(cover, without_a_search_the_bounds_hold)
{
  size_t open = 0;
  for (uint64_t seed = 1; seed <= SYSTEMS; seed++) {
    const system_of_sets s = random_system(seed);
    const size_t best = smallest(&s);
    imsi_cover_answer answer;
    const unsigned choice = solve(&s, 0, &answer);
    cr_assert_eq(covered_by(&s, choice), covered_by(&s, (1U << s.candidates) - 1), "seed %d", (int)seed);
    cr_assert_eq(size_of(choice), answer.size, "seed %d", (int)seed);
    cr_assert_leq(answer.least, best, "seed %d", (int)seed);
    cr_assert_leq(answer.size * 1000, best * answer.factor, "seed %d", (int)seed);
    open += answer.least < answer.size;
  }
  cr_expect_gt(open, 20, "hardly any system needs a search: %zu", open);
}
