#include "ims/sink.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>

static ims_status send(ims_sink sink, const char *text)
{
  return sink.write(sink.context, text, strlen(text));
}

Test(sink, memory_collects_what_is_written)
{
  ims_memory memory = { 0 };
  const ims_sink sink = ims_sink_memory(&memory);
  cr_assert_eq(send(sink, "one "), IMS_OK);
  cr_assert_eq(send(sink, ""), IMS_OK);
  cr_assert_eq(send(sink, "two"), IMS_OK);
  cr_expect_eq(memory.size, 7);
  cr_expect_str_eq(memory.data, "one two");
  ims_memory_free(&memory);
}

Test(sink, memory_keeps_nul_bytes)
{
  ims_memory memory = { 0 };
  const ims_sink sink = ims_sink_memory(&memory);
  cr_assert_eq(sink.write(sink.context, "a\0b", 3), IMS_OK);
  cr_expect_eq(memory.size, 3);
  cr_expect_arr_eq(memory.data, "a\0b", 4);
  ims_memory_free(&memory);
}

Test(sink, memory_grows_and_stays_terminated)
{
  ims_memory memory = { 0 };
  const ims_sink sink = ims_sink_memory(&memory);
  for (size_t i = 0; i < 3000; i++) {
    cr_assert_eq(sink.write(sink.context, "xy", i % 3), IMS_OK);
    cr_assert_eq(memory.data[memory.size], '\0');
  }
  cr_expect_eq(memory.size, 3000);
  ims_memory_free(&memory);
}

Test(sink, memory_accepts_no_bytes_from_nowhere)
{
  ims_memory memory = { 0 };
  const ims_sink sink = ims_sink_memory(&memory);
  cr_expect_eq(sink.write(sink.context, NULL, 0), IMS_OK);
  cr_expect_eq(memory.size, 0);
  ims_memory_free(&memory);
}

Test(sink, memory_refuses_what_cannot_be_had)
{
  ims_memory memory = { 0 };
  const ims_sink sink = ims_sink_memory(&memory);
  cr_assert_eq(send(sink, "kept"), IMS_OK);
  cr_expect_eq(sink.write(sink.context, "x", SIZE_MAX), IMS_NOMEM);
  cr_expect_str_eq(memory.data, "kept");
  ims_memory_free(&memory);
}

Test(sink, freed_memory_is_empty_and_usable)
{
  ims_memory memory = { 0 };
  ims_memory_free(NULL);
  cr_assert_eq(send(ims_sink_memory(&memory), "x"), IMS_OK);
  ims_memory_free(&memory);
  cr_expect_null(memory.data);
  cr_expect_eq(memory.size, 0);
  cr_assert_eq(send(ims_sink_memory(&memory), "y"), IMS_OK);
  cr_expect_str_eq(memory.data, "y");
  ims_memory_free(&memory);
}

Test(sink, a_stream_gets_the_bytes)
{
  char read[16] = "";
  FILE *file = tmpfile();
  cr_assert_not_null(file);
  cr_expect_eq(send(ims_sink_stream(file), "one "), IMS_OK);
  cr_expect_eq(send(ims_sink_stream(file), "two"), IMS_OK);
  rewind(file);
  cr_expect_eq(fread(read, 1, sizeof read, file), 7);
  cr_expect_str_eq(read, "one two");
  fclose(file);
}

Test(sink, a_full_device_is_an_io_error)
{
  FILE *file = fopen("/dev/full", "w");
  if (!file)
    cr_skip_test("there is no /dev/full");
  setvbuf(file, NULL, _IONBF, 0);
  cr_expect_eq(send(ims_sink_stream(file), "x"), IMS_IO);
  fclose(file);
}
