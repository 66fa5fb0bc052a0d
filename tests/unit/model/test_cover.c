#include "model/cover.h"

#include <criterion/criterion.h>
#include <string.h>

/* Candidates as strings of the elements they cover: "abd". */
static imsi_cover *cover_of(const char *const *candidates, size_t count, size_t elements)
{
  imsi_cover *cover = NULL;
  cr_assert_eq(imsi_cover_new(count, elements, &cover), IMS_OK);
  for (size_t i = 0; i < count; i++)
    for (const char *e = candidates[i]; *e; e++)
      imsi_cover_add(cover, i, (size_t)(*e - 'a'));
  return cover;
}

/* Expects a choice, as a string of 0 and 1 by candidate. */
static void expect(const char *const *candidates, size_t count, uint64_t steps, const char *choice,
                   imsi_cover_answer expected)
{
  bool chosen[64];
  char got[65] = "";
  imsi_cover_answer answer;
  imsi_cover *cover = cover_of(candidates, count, 26);
  cr_assert_eq(imsi_cover_smallest(cover, steps, chosen, &answer), IMS_OK);
  for (size_t i = 0; i < count; i++)
    strcat(got, chosen[i] ? "1" : "0");
  cr_expect_str_eq(got, choice);
  cr_expect_eq(answer.size, expected.size);
  cr_expect_eq(answer.least, expected.least, "%zu", answer.least);
  cr_expect_eq(answer.factor, expected.factor, "%zu", answer.factor);
  imsi_cover_free(cover);
}

#define EXPECT(choice, steps, answer, ...)                                                                             \
  do {                                                                                                                 \
    static const char *const candidates[] = { __VA_ARGS__ };                                                           \
    expect(candidates, sizeof candidates / sizeof *candidates, steps, choice, answer);                                 \
  } while (0)

#define BEST(size) ((imsi_cover_answer){ size, size, 1000 })

Test(cover, nothing_needs_nothing)
{
  bool chosen[2] = { true, true };
  imsi_cover_answer answer;
  imsi_cover *cover = NULL;
  cr_assert_eq(imsi_cover_new(0, 0, &cover), IMS_OK);
  cr_assert_eq(imsi_cover_smallest(cover, 0, chosen, &answer), IMS_OK);
  cr_expect_eq(answer.size, 0);
  cr_expect_eq(answer.factor, 1000);
  cr_expect(chosen[0], "there is no candidate to say anything of");
  imsi_cover_free(cover);
  EXPECT("00", 0, BEST(0), "", "");
  imsi_cover_free(NULL);
}

Test(cover, what_only_one_covers_forces_it)
{
  EXPECT("101", 0, BEST(2), "ab", "b", "bc");
}

Test(cover, what_another_one_covers_as_well_is_dropped)
{
  EXPECT("010", 0, BEST(1), "ab", "abc", "c");
}

Test(cover, of_equals_the_earlier_is_chosen)
{
  EXPECT("100", 0, BEST(1), "ab", "ab", "b");
}

Test(cover, an_element_that_nobody_covers_is_left_aside)
{
  EXPECT("1", 0, BEST(1), "az");
}

/* No reduction applies, and always taking the largest takes one too many. */
#define HARD "bcd", "adeg", "acdf", "abef", "acfg", "cdfg", "bdg", "def"

Test(cover, the_search_finds_what_greed_misses)
{
  EXPECT("00010100", IMSI_COVER_STEPS, BEST(2), HARD);
}

Test(cover, a_search_without_steps_leaves_the_greedy_choice_and_its_bound)
{
  EXPECT("11100000", 0, ((imsi_cover_answer){ 3, 2, 2084 }), HARD); /* 1 + 1/2 + 1/3 + 1/4 */
}

Test(cover, what_is_forced_counts_in_the_bound)
{
  EXPECT("111000001", 0, ((imsi_cover_answer){ 4, 3, 2084 }), HARD, "z");
}

/* `size` candidates, each covers itself and its two neighbours in a ring: a third of them suffices. */
static imsi_cover *ring(size_t size)
{
  imsi_cover *cover = NULL;
  cr_assert_eq(imsi_cover_new(size, size, &cover), IMS_OK);
  for (size_t i = 0; i < size; i++)
    for (size_t k = 0; k < 3; k++)
      imsi_cover_add(cover, i, (i + k) % size);
  return cover;
}

Test(cover, sixty_candidates_are_searched)
{
  bool chosen[60];
  imsi_cover_answer answer;
  imsi_cover *cover = ring(60);
  cr_assert_eq(imsi_cover_smallest(cover, IMSI_COVER_STEPS, chosen, &answer), IMS_OK);
  cr_expect_eq(answer.size, 20);
  cr_expect_eq(answer.least, 20);
  cr_expect_eq(answer.factor, 1000);
  imsi_cover_free(cover);
}

Test(cover, more_candidates_get_a_choice_with_a_bound)
{
  enum { MANY = 200 }; /* 67 are needed: 66 cover 198 */
  bool chosen[MANY], covered[MANY] = { false };
  imsi_cover_answer answer;
  imsi_cover *cover = ring(MANY);
  cr_assert_eq(imsi_cover_smallest(cover, IMSI_COVER_STEPS, chosen, &answer), IMS_OK);
  size_t size = 0;
  for (size_t i = 0; i < MANY; i++) {
    size += chosen[i];
    for (size_t k = 0; chosen[i] && k < 3; k++)
      covered[(i + k) % MANY] = true;
  }
  for (size_t i = 0; i < MANY; i++)
    cr_expect(covered[i], "%zu", i);
  cr_expect_eq(answer.size, size);
  cr_expect_leq(answer.least, 67);
  cr_expect_geq(answer.least, 60);
  cr_expect_geq(answer.size, 67);
  cr_expect_leq(answer.size * 1000, 67 * answer.factor);
  imsi_cover_free(cover);
}
