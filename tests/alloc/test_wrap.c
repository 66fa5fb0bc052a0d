/* The wrapper itself, and the pattern for the other tests here: fail allocation 0, 1, 2, ... until all goes well. */
#include "alloc/wrap.h"
#include "query/table.h"

#include <stdio.h>
#include <stdlib.h>

#define CHECK(condition)                                                                                               \
  do {                                                                                                                 \
    if (!(condition)) {                                                                                                \
      fprintf(stderr, "%s:%d: failed: %s\n", __FILE__, __LINE__, #condition);                                          \
      exit(EXIT_FAILURE);                                                                                              \
    }                                                                                                                  \
  } while (0)

static void counts_what_is_live(void)
{
  const long before = wrap_live();
  void *volatile memory[10000];
  for (size_t i = 0; i < 10000; i++)
    CHECK((memory[i] = malloc(i % 100 + 1)));
  CHECK(wrap_live() == before + 10000);
  for (size_t i = 0; i < 10000; i++) {
    void *const moved = realloc(memory[i], i % 300 + 1);
    CHECK(moved);
    memory[i] = moved;
  }
  CHECK(wrap_live() == before + 10000);
  for (size_t i = 0; i < 10000; i++)
    free(memory[i]);
  CHECK(wrap_live() == before);
}

static void fails_once_or_for_good(void)
{
  void *volatile memory[3];
  wrap_fail_at(1);
  for (size_t i = 0; i < 3; i++)
    memory[i] = calloc(1, 8);
  CHECK(wrap_count() == 3 && memory[0] && !memory[1] && memory[2]);
  free(memory[0]);
  free(memory[2]);
  wrap_fail_from(1);
  for (size_t i = 0; i < 3; i++)
    memory[i] = malloc(8);
  CHECK(wrap_count() == 3 && memory[0] && !memory[1] && !memory[2]);
  free(memory[0]);
  wrap_fail_at(-1);
}

static ims_status make_table(void)
{
  static const ims_column columns[] = { { "clause", "Clause", IMS_COLUMN_ID, false } };
  imsi_table *table = imsi_table_new("test", columns, 1);
  for (int i = 0; i < 100; i++) {
    imsi_table_row(table, IMS_ROW_NORMAL);
    imsi_table_set(table, 0, "8.4");
  }
  ims_table *finished = NULL;
  const ims_status status = imsi_table_end(table, &finished);
  ims_table_free(finished);
  return status;
}

static void a_table_survives_every_failure(void (*fail)(long n))
{
  const long before = wrap_live();
  for (long n = 0;; n++) {
    fail(n);
    const ims_status status = make_table();
    const bool reached = wrap_count() > n;
    wrap_fail_at(-1);
    CHECK(wrap_live() == before);
    CHECK(status == (reached ? IMS_NOMEM : IMS_OK));
    if (!reached)
      break;
  }
}

int main(void)
{
  counts_what_is_live();
  fails_once_or_for_good();
  a_table_survives_every_failure(wrap_fail_at);
  a_table_survives_every_failure(wrap_fail_from);
  return EXIT_SUCCESS;
}
