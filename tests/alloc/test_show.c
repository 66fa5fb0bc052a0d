/* What the reports but for `correlate` make, with every allocation failing in turn: no memory, no table,
 * nothing kept. */
#include "alloc/reports.h"

#include <stdlib.h>

#define SHOW(reference, status)                                                                                        \
  {                                                                                                                    \
    "show", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "reference", reference } }, status                                      \
  }

static const reports_case cases[] = {
  SHOW("a:2", IMS_OK),
  SHOW("h", IMS_OK),
  SHOW("a/4", IMS_OK),
  SHOW("a/4.1", IMS_OK),
  SHOW("h/4.1", IMS_OK),
  SHOW("a/4.1#1", IMS_OK),
  SHOW("a/4.1#b1", IMS_OK),
  SHOW("a/5", IMS_OK),
  SHOW("c/4#2", IMS_OK),
  SHOW("a/term:incident", IMS_OK),
  SHOW("x", IMS_NOT_FOUND),
  SHOW("a/4.9", IMS_NOT_FOUND),
  SHOW("c/4.2#1", IMS_NOT_FOUND), /* it is in another edition, which the message says */
  { "compare", IMS_FORM_WIDE, IMS_WORDS_INLINE, { { "a", "a" }, { "b", "c" } }, IMS_OK },
  { "compare", IMS_FORM_LONG, IMS_WORDS_NONE, { { "a", "a" }, { "b", "h" } }, IMS_OK },
  { "gap", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "have", "a,a/4" }, { "want", "c" }, { "without", "a/4" } }, IMS_OK },
  { "gap", IMS_FORM_LONG, IMS_WORDS_NONE, { { "have", "c" }, { "want", "a" }, { "sort", "effort" } }, IMS_OK },
  { "gap", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "have", "x" }, { "want", "a" } }, IMS_NOT_FOUND },
  { "overlap", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "edition", "a" }, { "edition", "c" }, { "edition", "h" } }, IMS_OK },
  { "overlap", IMS_FORM_LONG, IMS_WORDS_NONE, { { "edition", "a" }, { "edition", "c" } }, IMS_OK },
  { "overlap", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "edition", "a" }, { "edition", "a" } }, IMS_INVALID },
  { "checks", IMS_FORM_WIDE, IMS_WORDS_NONE, { { NULL, NULL } }, IMS_OK },
  { "topics", IMS_FORM_WIDE, IMS_WORDS_NONE, { { NULL, NULL } }, IMS_OK },
  { "topics", IMS_FORM_LONG, IMS_WORDS_NONE, { { NULL, NULL } }, IMS_OK },
  { "topics", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "topic", "nonsense" } }, IMS_NOT_FOUND },
  { "review", IMS_FORM_WIDE, IMS_WORDS_COLUMNS, { { "standard", "a" } }, IMS_OK },
  { "standards", IMS_FORM_WIDE, IMS_WORDS_NONE, { { NULL, NULL } }, IMS_OK },
  { "standards", IMS_FORM_LONG, IMS_WORDS_NONE, { { NULL, NULL } }, IMS_OK },
};

/* The node behind a reference is left alone where there is none. */
static bool finds_nodes(void)
{
  ims_model *model = reports_model();
  bool good = model != NULL;
  const long before = wrap_live();
  for (long n = 0; good; n++) {
    ims_node found = { 12345 }, missing = { 12345 };
    wrap_fail_at(n);
    const ims_status status = ims_find_node(model, NULL, "a/4.1#b1", (ims_diag_sink){ NULL, NULL }, &found);
    const ims_status none = ims_find_node(model, NULL, "a/4.9", (ims_diag_sink){ NULL, NULL }, &missing);
    const bool reached = wrap_count() > n;
    wrap_fail_at(-1);
    good = status == IMS_OK && found.index < ims_node_count(model);
    good = good && (none == IMS_NOT_FOUND || none == IMS_NOMEM) && missing.index == 12345 && wrap_live() == before;
    if (!reached)
      break;
  }
  ims_model_free(model);
  return good;
}

int main(void)
{
  const bool good = reports_all_survive(cases, sizeof cases / sizeof *cases);
  return finds_nodes() && good ? EXIT_SUCCESS : EXIT_FAILURE;
}
