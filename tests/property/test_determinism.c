/* Same input, same bytes; and the order in which files are read changes nothing that is said. */
#include "property/network.h"
#include "property/tables.h"
#include "read/embedded.h"

enum { WORLDS = 60, ORDERS = 4 };

static const network_shape shape = { .clauses = 4, .rows = 60, .verdicts = 15 };

/* ---- same bytes ---- */

typedef struct question {
  const char *report;
  ims_form form;
  ims_words words;
  ims_argument arguments[6];
} question;

static const question questions[] = {
  { "correlate", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "pivot", "20000-1" }, { "other", "9001" }, { "other", "27001" } } },
  { "correlate", IMS_FORM_WIDE, IMS_WORDS_INLINE, { { "pivot", "20000-1" }, { "other", "9001" } } },
  { "correlate", IMS_FORM_WIDE, IMS_WORDS_COLUMNS, { { "pivot", "9001" }, { "other", "27001" }, { "reverse", NULL } } },
  { "correlate", IMS_FORM_LONG, IMS_WORDS_NONE, { { "pivot", "9001" }, { "other", "27001" }, { "other", "hs" } } },
  { "correlate",
    IMS_FORM_LONG,
    IMS_WORDS_NONE,
    { { "pivot", "hls" }, { "other", "hs" }, { "level", "provision" }, { "clauses", "4-7,9" } } },
  { "show", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "reference", "20000-1/9.3" } } },
  { "show", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "reference", "27001" } } },
  { "standards", IMS_FORM_WIDE, IMS_WORDS_NONE, { { NULL, NULL } } },
};

static void print(const ims_model *model, const question *q, const ims_format *format, ims_memory *bytes)
{
  const ims_write_options options = { .width = 80, .color = true, .details = true };
  ims_table *table = tables_make(model, q->report, q->arguments, q->form, q->words);
  cr_assert_eq(format->write(table, &options, ims_sink_memory(bytes)), IMS_OK);
  ims_table_free(table);
}

Test(determinism, two_models_of_one_input_print_the_same_bytes)
{
  size_t count;
  const ims_format *const *formats = ims_formats(&count);
  ims_model *first = tables_builtin(), *second = tables_builtin();
  for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
    for (size_t k = 0; k < count; k++) {
      ims_memory a = { 0 }, b = { 0 };
      print(first, &questions[i], formats[k], &a);
      print(second, &questions[i], formats[k], &b);
      cr_expect_gt(a.size, (size_t)100);
      cr_expect(a.size == b.size && memcmp(a.data, b.data, a.size) == 0, "%s %zu as %s", questions[i].report, i,
                formats[k]->name);
      ims_memory_free(&a);
      ims_memory_free(&b);
    }
  ims_model_free(first);
  ims_model_free(second);
}

/* ---- the order of files ---- */

/* Which cells of a row are compared. */
typedef enum scope { PAIRS, EVERYTHING } scope;

/* The cells of a table, row by row. */
static void append_table(const ims_table *table, scope what, ims_memory *text)
{
  const ims_sink sink = ims_sink_memory(text);
  const size_t count = what == PAIRS ? tables_column(table, "basis") : ims_table_column_count(table);
  for (size_t row = 0; row < ims_table_row_count(table); row++)
    for (size_t column = 0; column < count; column++) {
      const char *cell = tables_cell(table, row, column);
      cr_assert_eq(sink.write(sink.context, cell, strlen(cell)), IMS_OK);
      cr_assert_eq(sink.write(sink.context, column + 1 < count ? "|" : "\n", 1), IMS_OK);
    }
}

/* What the long tables say, each edition as the pivot. */
static void say_all(const ims_model *model, scope what, ims_memory *text)
{
  static const char *const levels[] = { "clause", "provision" };
  for (size_t i = 0; i < ims_edition_count(model); i++)
    for (size_t k = 0; tables_compares(model, ims_edition_at(model, i)) && k < 2; k++) {
      ims_table *table = tables_long(model, ims_edition_at(model, i)->id, levels[k], false);
      append_table(table, what, text);
      ims_table_free(table);
    }
}

/* NULL if both say the same, else the first difference in a buffer that the next call overwrites. Releases `other`. */
static const char *difference(const ims_memory *first, ims_memory *other)
{
  static char found[1024];
  const char *a = first->data ? first->data : "", *b = other->data ? other->data : "";
  *found = '\0';
  while (!*found && (*a || *b)) {
    const size_t left = strcspn(a, "\n"), right = strcspn(b, "\n");
    if (left != right || memcmp(a, b, left) != 0)
      snprintf(found, sizeof found, "%.*s\n%.*s", left < 480 ? (int)left : 480, a, right < 480 ? (int)right : 480, b);
    a += left + (a[left] != '\0');
    b += right + (b[right] != '\0');
  }
  ims_memory_free(other);
  return *found ? found : NULL;
}

static void shuffle(network *net, network_file *files, size_t count)
{
  for (size_t i = count - 1; i > 0; i--) {
    const size_t k = (size_t)network_random(net, (int)i + 1);
    const network_file swap = files[i];
    files[i] = files[k];
    files[k] = swap;
  }
}

/* The first difference between some orders of the files of a world. */
static const char *reorder(network *net, scope what)
{
  network_file files[NETWORK_FILES];
  ims_memory first = { 0 };
  const char *different = NULL;
  const size_t count = network_write(net, files);
  for (int order = 0; !different && order <= ORDERS; order++) {
    ims_memory said = { 0 };
    ims_model *model = network_load_files(files, count);
    say_all(model, what, order ? &said : &first);
    different = order ? difference(&first, &said) : NULL;
    ims_model_free(model);
    shuffle(net, files, count);
  }
  ims_memory_free(&first);
  network_files_free(files);
  return different;
}

static void reorder_worlds(scope what)
{
  network *net = malloc(sizeof *net);
  network_shape with_seed = shape;
  const char *different = NULL;
  cr_assert_not_null(net);
  for (with_seed.seed = 1; !different && with_seed.seed <= WORLDS; with_seed.seed++) {
    network_make(net, &with_seed);
    different = reorder(net, what);
  }
  free(net);
  cr_assert_null(different, "%s", different);
}

Test(determinism, the_order_of_files_changes_no_pair_in_random_worlds)
{
  reorder_worlds(PAIRS);
}

Test(determinism, nor_what_is_said_of_the_pairs)
{
  reorder_worlds(EVERYTHING);
}

/* ---- the order of the built-in files ---- */

/* The built-in files, beginning with number `first`, in steps of `step`. */
static void say_files(size_t first, size_t step, scope what, ims_memory *said)
{
  ims_loader *loader = NULL;
  ims_model *model = NULL;
  cr_assert_eq(ims_loader_new(NULL, (ims_diag_sink){ network_no_error, NULL }, &loader), IMS_OK);
  for (size_t i = 0; i < imsi_embedded_count; i++) {
    const imsi_embedded_file *file = &imsi_embedded[(first + i * step) % imsi_embedded_count];
    cr_assert_eq(ims_loader_memory(loader, file->name, (const char *)file->data, file->size), IMS_OK);
  }
  cr_assert_eq(ims_loader_finish(loader, &model), IMS_OK);
  ims_loader_free(loader);
  say_all(model, what, said);
  ims_model_free(model);
}

/* The next step from `step` on that reaches every file. */
static size_t coprime(size_t step)
{
  size_t a = step, b = imsi_embedded_count;
  while (b) {
    const size_t rest = a % b;
    a = b;
    b = rest;
  }
  return a == 1 ? step : coprime(step + 1);
}

static void reorder_built_in(scope what)
{
  const size_t last = imsi_embedded_count - 1;
  const size_t orders[][2] = { { last, last }, { 10, coprime(11) } };
  ims_memory first = { 0 };
  const char *different = NULL;
  say_files(0, 1, what, &first);
  for (size_t i = 0; !different && i < sizeof orders / sizeof *orders; i++) {
    ims_memory said = { 0 };
    say_files(orders[i][0], orders[i][1], what, &said);
    different = difference(&first, &said);
  }
  ims_memory_free(&first);
  cr_assert_null(different, "%s", different);
}

Test(determinism, the_order_of_files_changes_no_pair_in_the_built_in_mappings)
{
  reorder_built_in(PAIRS);
}

Test(determinism, nor_what_is_said_of_the_built_in_pairs)
{
  reorder_built_in(EVERYTHING);
}
