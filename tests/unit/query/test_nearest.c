#include "query/nearest.h"

#include <criterion/criterion.h>

static void expect(const char *given, const char *const *names, const char *expected)
{
  imsi_nearest nearest = { .given = given };
  imsi_strbuf text = { 0 };
  for (; *names; names++)
    imsi_nearest_offer(&nearest, *names);
  imsi_nearest_append(&nearest, &text);
  cr_expect_str_eq(imsi_strbuf_string(&text), expected);
  imsi_strbuf_free(&text);
}

Test(nearest, those_with_the_fewest_changes_come_first_three_at_most)
{
  expect("cat", (const char *[]){ "elephant", "cart", "Cat", "dog", "bat", NULL }, "; nearest: Cat, cart, bat");
}

Test(nearest, of_equals_the_first_stays)
{
  expect("a", (const char *[]){ "b", "c", "d", "e", NULL }, "; nearest: b, c, d");
}

Test(nearest, nothing_offered_is_nothing_told)
{
  expect("a", (const char *[]){ NULL }, "");
  expect("a", (const char *[]){ "b", NULL }, "; nearest: b");
}
