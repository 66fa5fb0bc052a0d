#include "base/arena.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>

Test(arena, memory_is_aligned_for_any_type)
{
  imsi_arena arena = { 0 };
  for (size_t size = 0; size < 100; size++) {
    void *memory = imsi_arena_alloc(&arena, size);
    cr_assert_not_null(memory);
    cr_expect_eq((uintptr_t)memory % sizeof(void *), 0, "size %zu", size);
    cr_expect_eq((uintptr_t)memory % sizeof(double), 0, "size %zu", size);
  }
  imsi_arena_free(&arena);
}

Test(arena, pieces_do_not_overlap)
{
  enum { COUNT = 2000 };
  static unsigned char *pieces[COUNT];
  imsi_arena arena = { 0 };
  for (size_t i = 0; i < COUNT; i++) {
    pieces[i] = imsi_arena_alloc(&arena, i % 61 + 1);
    cr_assert_not_null(pieces[i]);
    memset(pieces[i], (int)(i % 251), i % 61 + 1);
  }
  for (size_t i = 0; i < COUNT; i++)
    for (size_t k = 0; k < i % 61 + 1; k++)
      cr_assert_eq(pieces[i][k], i % 251, "piece %zu", i);
  imsi_arena_free(&arena);
}

Test(arena, a_piece_may_be_larger_than_a_block)
{
  const size_t size = 3 * 1024 * 1024;
  imsi_arena arena = { 0 };
  char *small = imsi_arena_copy(&arena, "small", 5);
  char *large = imsi_arena_alloc(&arena, size);
  cr_assert(small && large);
  memset(large, 'x', size);
  cr_expect_str_eq(small, "small");
  imsi_arena_free(&arena);
}

Test(arena, a_copy_ends_with_nul_and_may_hold_one)
{
  imsi_arena arena = { 0 };
  const char *copy = imsi_arena_copy(&arena, "a\0bc", 3);
  cr_assert_not_null(copy);
  cr_expect_arr_eq(copy, "a\0b", 4);
  imsi_arena_free(&arena);
}

Test(arena, a_copy_of_nothing_is_the_empty_string)
{
  imsi_arena arena = { 0 };
  cr_expect_str_eq(imsi_arena_copy(&arena, NULL, 0), "");
  imsi_arena_free(&arena);
}

Test(arena, sizes_that_cannot_be_had_are_refused)
{
  imsi_arena arena = { 0 };
  cr_expect_null(imsi_arena_alloc(&arena, SIZE_MAX));
  cr_expect_null(imsi_arena_alloc(&arena, SIZE_MAX - 20));
  cr_expect_null(imsi_arena_copy(&arena, "x", SIZE_MAX));
  cr_expect_str_eq(imsi_arena_copy(&arena, "still usable", 12), "still usable");
  imsi_arena_free(&arena);
}

Test(arena, free_accepts_null_and_an_arena_that_is_empty)
{
  imsi_arena arena = { 0 };
  imsi_arena_free(NULL);
  imsi_arena_free(&arena);
  cr_assert_not_null(imsi_arena_alloc(&arena, 1));
  imsi_arena_free(&arena);
  imsi_arena_free(&arena);
  cr_expect_null(arena.blocks);
}

Test(arena, copies_lie_close_together_and_leave_the_rest_aligned)
{
  imsi_arena arena = { 0 };
  const char *first = imsi_arena_copy(&arena, "one", 3), *second = imsi_arena_copy(&arena, "two", 3);
  cr_expect_eq(second - first, 4);
  cr_expect_eq((uintptr_t)imsi_arena_alloc(&arena, 8) % sizeof(double), 0);
  cr_expect_str_eq(first, "one");
  cr_expect_str_eq(second, "two");
  imsi_arena_free(&arena);
}
