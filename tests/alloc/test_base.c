/* What allocates in base/, with every allocation failing in turn: it says so, keeps nothing and stays usable. */
#include "alloc/wrap.h"
#include "base/diag.h"
#include "base/intern.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "ims/sink.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COUNT = 3000 }; /* enough for several blocks, buckets and moves */

static ims_status use_arena(void)
{
  imsi_arena arena = { 0 };
  ims_status status = IMS_OK;
  for (size_t i = 0; i < COUNT && !status; i++)
    status = imsi_arena_copy(&arena, "0123456789", i % 11) ? IMS_OK : IMS_NOMEM;
  imsi_arena_free(&arena);
  return status;
}

static ims_status use_vec(void)
{
  imsi_vec vec = IMSI_VEC(size_t);
  ims_status status = IMS_OK;
  for (size_t i = 0; i < COUNT && !status; i++)
    status = imsi_vec_push(&vec, &i);
  for (size_t i = 0; i < vec.count; i++)
    if (IMSI_AT(size_t, &vec, i) != i)
      status = IMS_INVALID;
  imsi_vec_free(&vec);
  return status;
}

static ims_status use_strbuf(void)
{
  imsi_strbuf buf = { 0 };
  for (size_t i = 0; i < COUNT; i++)
    imsi_strbuf_number(&buf, i);
  const ims_status status = buf.status;
  if (strlen(imsi_strbuf_string(&buf)) != buf.size)
    abort();
  imsi_strbuf_free(&buf);
  return status;
}

static ims_status use_intern(void)
{
  char text[16];
  imsi_intern table;
  ims_status status = imsi_intern_init(&table);
  for (unsigned i = 0; i < COUNT && !status; i++) {
    imsi_symbol symbol;
    const int size = snprintf(text, sizeof text, "%u", i);
    status = imsi_intern_put(&table, text, (size_t)size, &symbol);
    /* a string that could not be kept is not found later */
    if (status && imsi_intern_find(&table, text, (size_t)size) != IMSI_NO_SYMBOL)
      status = IMS_INVALID;
  }
  imsi_intern_free(&table);
  return status;
}

static ims_status use_memory(void)
{
  ims_memory memory = { 0 };
  const ims_sink sink = ims_sink_memory(&memory);
  ims_status status = IMS_OK;
  for (size_t i = 0; i < COUNT && !status; i++)
    status = sink.write(sink.context, "some text", 9);
  ims_memory_free(&memory);
  return status;
}

static void has_text(void *context, const ims_diag *diag)
{
  *(ims_status *)context = strstr(diag->text, "%1") ? IMS_NOMEM : IMS_OK;
}

static ims_status use_reporter(void)
{
  ims_status status = IMS_INVALID;
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, (ims_diag_sink){ has_text, &status });
  imsi_report(&reporter, IMS_DIAG_CANNOT_OPEN, (ims_pos){ "a", 1, 1, NULL }, "no such file", NULL, NULL, NULL);
  imsi_reporter_free(&reporter);
  return status;
}

static const struct {
  const char *name;
  ims_status (*use)(void);
} uses[] = {
  { "arena", use_arena },   { "vec", use_vec },       { "strbuf", use_strbuf },
  { "intern", use_intern }, { "memory", use_memory }, { "reporter", use_reporter },
};

static int survives_every_failure(size_t i, void (*fail)(long n))
{
  const long before = wrap_live();
  for (long n = 0;; n++) {
    fail(n);
    const ims_status status = uses[i].use();
    const int reached = wrap_count() > n;
    wrap_fail_at(-1);
    if (wrap_live() != before || status != (reached ? IMS_NOMEM : IMS_OK)) {
      fprintf(stderr, "%s, allocation %ld: %s, %ld kept\n", uses[i].name, n, ims_status_text(status),
              wrap_live() - before);
      return 0;
    }
    if (!reached)
      return 1;
  }
}

int main(void)
{
  int good = 1;
  for (size_t i = 0; i < sizeof uses / sizeof *uses; i++)
    good = survives_every_failure(i, wrap_fail_at) && survives_every_failure(i, wrap_fail_from) && good;
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
