#include "base/out.h"

#include <criterion/criterion.h>
#include <string.h>

/* Fails call `fail_at` and all later ones, each with another status. */
typedef struct failing {
  size_t calls;
  size_t fail_at;
} failing;

static ims_status fail(void *context, const char *data, size_t size)
{
  failing *f = context;
  (void)data;
  (void)size;
  const size_t call = f->calls++;
  return call < f->fail_at ? IMS_OK : call == f->fail_at ? IMS_IO : IMS_NOMEM;
}

Test(out, pieces_of_any_size_arrive_in_order)
{
  static char data[10000];
  for (size_t i = 0; i < sizeof data; i++)
    data[i] = (char)('a' + i % 26);
  for (size_t piece = 1; piece < 9000; piece = piece * 3 + 1) {
    ims_memory memory = { 0 };
    imsi_out out = { .sink = ims_sink_memory(&memory) };
    for (size_t at = 0; at < sizeof data; at += piece)
      imsi_out_bytes(&out, data + at, piece < sizeof data - at ? piece : sizeof data - at);
    cr_assert_eq(imsi_out_end(&out), IMS_OK);
    cr_assert_eq(memory.size, sizeof data, "pieces of %zu", piece);
    cr_expect_arr_eq(memory.data, data, sizeof data);
    ims_memory_free(&memory);
  }
}

Test(out, text_and_repeated_bytes_are_written)
{
  ims_memory memory = { 0 };
  imsi_out out = { .sink = ims_sink_memory(&memory) };
  imsi_out_text(&out, "a");
  imsi_out_text(&out, "");
  imsi_out_repeat(&out, '-', 3);
  imsi_out_repeat(&out, 'x', 0);
  imsi_out_text(&out, "b");
  cr_assert_eq(imsi_out_end(&out), IMS_OK);
  cr_expect_str_eq(memory.data, "a---b");
  ims_memory_free(&memory);
}

Test(out, nothing_written_does_not_touch_the_sink)
{
  failing f = { 0 };
  imsi_out out = { .sink = { fail, &f } };
  cr_expect_eq(imsi_out_end(&out), IMS_OK);
  cr_expect_eq(f.calls, 0);
}

Test(out, the_first_failure_is_remembered_and_ends_writing)
{
  enum { WRITES = 6 };
  for (size_t fail_at = 0; fail_at < WRITES; fail_at++) {
    failing f = { .fail_at = fail_at };
    imsi_out out = { .sink = { fail, &f } };
    imsi_out_repeat(&out, 'x', sizeof out.buffer * (WRITES - 1) + 1);
    cr_expect_eq(imsi_out_end(&out), IMS_IO, "failure at %zu", fail_at);
    cr_expect_eq(f.calls, fail_at + 1, "failure at %zu", fail_at);
    cr_expect_eq(imsi_out_end(&out), IMS_IO);
  }
}
