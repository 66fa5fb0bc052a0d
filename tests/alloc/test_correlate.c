/* Correlation tables, with every allocation failing in turn: no memory, no table, nothing kept. */
#include "alloc/reports.h"

#include <stdlib.h>

#define ALL                                                                                                            \
  { "pivot", "a" }, { "other", "h" },                                                                                  \
  {                                                                                                                    \
    "other", "c"                                                                                                       \
  }

static const reports_case cases[] = {
  { "correlate", IMS_FORM_WIDE, IMS_WORDS_NONE, { ALL }, IMS_OK },
  { "correlate", IMS_FORM_WIDE, IMS_WORDS_INLINE, { ALL }, IMS_OK },
  { "correlate", IMS_FORM_WIDE, IMS_WORDS_COLUMNS, { ALL }, IMS_OK },
  { "correlate", IMS_FORM_WIDE, IMS_WORDS_NONE, { ALL, { "reverse", NULL } }, IMS_OK },
  { "correlate", IMS_FORM_WIDE, IMS_WORDS_COLUMNS, { ALL, { "reverse", NULL } }, IMS_OK },
  { "correlate", IMS_FORM_WIDE, IMS_WORDS_INLINE, { ALL, { "level", "provision" } }, IMS_OK },
  { "correlate", IMS_FORM_WIDE, IMS_WORDS_INLINE, { ALL, { "clauses", "4.1-4.2,6" } }, IMS_OK },
  { "correlate", IMS_FORM_LONG, IMS_WORDS_NONE, { ALL }, IMS_OK },
  { "correlate", IMS_FORM_LONG, IMS_WORDS_NONE, { ALL, { "reverse", NULL } }, IMS_OK },
  { "correlate", IMS_FORM_LONG, IMS_WORDS_NONE, { ALL, { "level", "provision" } }, IMS_OK },
  { "correlate", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "pivot", "a" }, { "other", "x" } }, IMS_NOT_FOUND },
  { "correlate", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "pivot", "a:3" }, { "other", "c" } }, IMS_NOT_FOUND },
  { "correlate", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "pivot", "a" }, { "other", "a:2" } }, IMS_INVALID },
  { "correlate", IMS_FORM_WIDE, IMS_WORDS_NONE, { ALL, { "clauses", "7-4" } }, IMS_INVALID },
  { "correlate", IMS_FORM_LONG, IMS_WORDS_NONE, { ALL, { "level", "item" } }, IMS_INVALID },
};

int main(void)
{
  return reports_all_survive(cases, sizeof cases / sizeof *cases) ? EXIT_SUCCESS : EXIT_FAILURE;
}
