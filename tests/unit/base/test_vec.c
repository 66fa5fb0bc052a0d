#include "base/vec.h"

#include <criterion/criterion.h>
#include <stdint.h>

Test(vec, keeps_the_order_of_what_is_pushed)
{
  imsi_vec vec = IMSI_VEC(uint32_t);
  for (uint32_t i = 0; i < 10000; i++)
    cr_assert_eq(imsi_vec_push(&vec, &i), IMS_OK);
  cr_assert_eq(vec.count, 10000);
  for (uint32_t i = 0; i < 10000; i++)
    cr_assert_eq(IMSI_AT(uint32_t, &vec, i), i);
  imsi_vec_free(&vec);
}

Test(vec, reserve_makes_room_without_elements)
{
  imsi_vec vec = IMSI_VEC(char);
  cr_assert_eq(imsi_vec_reserve(&vec, 100), IMS_OK);
  cr_expect_eq(vec.count, 0);
  cr_expect_geq(vec.capacity, 100);
  const void *data = vec.data;
  for (size_t i = 0; i < 100; i++)
    cr_assert_eq(imsi_vec_push(&vec, "x"), IMS_OK);
  cr_expect_eq(vec.data, data, "elements that there was room for moved");
  imsi_vec_free(&vec);
}

Test(vec, reserve_of_nothing_allocates_nothing)
{
  imsi_vec vec = IMSI_VEC(int);
  cr_expect_eq(imsi_vec_reserve(&vec, 0), IMS_OK);
  cr_expect_null(vec.data);
}

Test(vec, what_cannot_be_had_leaves_the_vector_as_it_was)
{
  imsi_vec vec = IMSI_VEC(uint64_t);
  cr_assert_eq(imsi_vec_push(&vec, &(uint64_t){ 7 }), IMS_OK);
  cr_expect_eq(imsi_vec_reserve(&vec, SIZE_MAX), IMS_NOMEM);
  cr_expect_eq(imsi_vec_reserve(&vec, SIZE_MAX / 8), IMS_NOMEM);
  cr_expect_eq(vec.count, 1);
  cr_expect_eq(IMSI_AT(uint64_t, &vec, 0), 7);
  imsi_vec_free(&vec);
}

Test(vec, elements_may_be_structs)
{
  typedef struct pair {
    const char *name;
    char mark;
  } pair;
  imsi_vec vec = IMSI_VEC(pair);
  cr_assert_eq(imsi_vec_push(&vec, &(pair){ "a", '1' }), IMS_OK);
  cr_assert_eq(imsi_vec_push(&vec, &(pair){ "b", '2' }), IMS_OK);
  cr_expect_str_eq(IMSI_AT(pair, &vec, 1).name, "b");
  IMSI_AT(pair, &vec, 0).mark = '3';
  cr_expect_eq(IMSI_AT(pair, &vec, 0).mark, '3');
  imsi_vec_free(&vec);
}

Test(vec, is_usable_again_after_free)
{
  imsi_vec vec = IMSI_VEC(int);
  imsi_vec_free(NULL);
  cr_assert_eq(imsi_vec_push(&vec, &(int){ 1 }), IMS_OK);
  imsi_vec_free(&vec);
  cr_expect_eq(vec.count, 0);
  cr_assert_eq(imsi_vec_push(&vec, &(int){ 2 }), IMS_OK);
  cr_expect_eq(IMSI_AT(int, &vec, 0), 2);
  imsi_vec_free(&vec);
}
