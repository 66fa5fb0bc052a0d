#include "base/strbuf.h"

#include <criterion/criterion.h>
#include <stdint.h>

Test(strbuf, is_the_empty_string_at_first)
{
  imsi_strbuf buf = { 0 };
  cr_expect_str_eq(imsi_strbuf_string(&buf), "");
  imsi_strbuf_free(&buf);
}

Test(strbuf, appends_text_bytes_and_numbers)
{
  imsi_strbuf buf = { 0 };
  imsi_strbuf_text(&buf, "clause ");
  imsi_strbuf_bytes(&buf, "8.4xyz", 3);
  imsi_strbuf_text(&buf, "");
  imsi_strbuf_bytes(&buf, NULL, 0);
  imsi_strbuf_text(&buf, " of ");
  imsi_strbuf_number(&buf, 0);
  imsi_strbuf_number(&buf, UINT64_MAX);
  cr_expect_eq(buf.status, IMS_OK);
  cr_expect_str_eq(imsi_strbuf_string(&buf), "clause 8.4 of 018446744073709551615");
  imsi_strbuf_free(&buf);
}

Test(strbuf, stays_terminated_while_it_grows)
{
  imsi_strbuf buf = { 0 };
  for (size_t i = 0; i < 5000; i++) {
    imsi_strbuf_bytes(&buf, "x", 1);
    cr_assert_eq(buf.size, i + 1);
    cr_assert_eq(buf.data[buf.size], '\0');
  }
  imsi_strbuf_free(&buf);
}

Test(strbuf, fill_puts_arguments_where_the_template_says)
{
  static const struct {
    const char *template;
    const char *args[4];
    const char *expected;
  } cases[] = {
    { "plain", { NULL }, "plain" },
    { "%1 and %2", { "a", "b" }, "a and b" },
    { "%2%1%2", { "a", "b" }, "bab" },
    { "%1%2%3%4", { "1", "2", "3", "4" }, "1234" },
    { "[%1][%4]", { NULL }, "[][]" },
    { "100%%", { NULL }, "100%" },
    { "%1", { "%2 is not expanded", "b" }, "%2 is not expanded" },
    { "at the end %", { NULL }, "at the end " },
    { "", { "a" }, "" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    imsi_strbuf buf = { 0 };
    imsi_strbuf_fill(&buf, cases[i].template, cases[i].args);
    cr_expect_str_eq(imsi_strbuf_string(&buf), cases[i].expected, "template '%s'", cases[i].template);
    imsi_strbuf_free(&buf);
  }
}

Test(strbuf, remembers_that_memory_ran_out)
{
  imsi_strbuf buf = { 0 };
  imsi_strbuf_text(&buf, "kept");
  imsi_strbuf_bytes(&buf, "x", SIZE_MAX / 2);
  cr_expect_eq(buf.status, IMS_NOMEM);
  imsi_strbuf_text(&buf, " not appended");
  cr_expect_eq(buf.status, IMS_NOMEM);
  cr_expect_str_eq(imsi_strbuf_string(&buf), "kept");
  imsi_strbuf_clear(&buf);
  imsi_strbuf_text(&buf, "again");
  cr_expect_eq(buf.status, IMS_OK);
  cr_expect_str_eq(imsi_strbuf_string(&buf), "again");
  imsi_strbuf_free(&buf);
}

Test(strbuf, clear_keeps_the_memory)
{
  imsi_strbuf buf = { 0 };
  imsi_strbuf_clear(&buf);
  imsi_strbuf_text(&buf, "something");
  const char *data = buf.data;
  imsi_strbuf_clear(&buf);
  cr_expect_str_eq(imsi_strbuf_string(&buf), "");
  imsi_strbuf_text(&buf, "else");
  cr_expect_eq(buf.data, data);
  imsi_strbuf_free(&buf);
  imsi_strbuf_free(&buf);
  imsi_strbuf_free(NULL);
}
